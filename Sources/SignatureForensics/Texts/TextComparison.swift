import Codes
import SigV4
import WireText

/// Finds mistakes by comparing texts: what the client signed, what the wire gives, what the server expected.
struct TextComparison {
    private let right: SignerModel
    private let mistakes: [Mistake]
    private let forensicCase: ForensicCase
    private let claim: ClaimedSignature
    private let reproduction: Reproduction
    private let meter: SearchMeter

    init(
        _ right: SignerModel, _ mistakes: [Mistake], _ forensicCase: ForensicCase, _ claim: ClaimedSignature,
        _ reproduction: Reproduction, _ meter: SearchMeter
    ) {
        self.meter = meter
        self.right = right
        self.mistakes = mistakes
        self.forensicCase = forensicCase
        self.claim = claim
        self.reproduction = reproduction
    }

    /// What the texts show; nil if there are no two to compare.
    ///
    /// If the client signed what the server expected, it is the key; of a client whose text is not known nothing can be said.
    func findings() -> (findings: [CauseFinding], second: CauseFinding?)? {
        var findings: [CauseFinding] = []
        var second: CauseFinding?
        let wire = wire
        var compared = false
        if let client = forensicCase.client, forensicCase.request != nil || forensicCase.server != nil {
            compared = true
            let explained = explain(client, place: nil, subject: "the client signed")
            findings += explained.findings
            second = explained.second
            if let lost = forensicCase.lostLines {
                let form = lost.finding(signed: client.stringToSign, isAlone: findings.isEmpty)
                if findings.isEmpty || form.confidence == .certain {
                    findings.insert(form, at: 0)
                } else {
                    second = form
                }
            }
            findings += keyFindings(client)
        }
        if let server = forensicCase.server, forensicCase.request != nil {
            compared = true
            if server.difference(from: wire) != nil {
                let found = onTheWay(server)
                findings += found.findings
                second = second ?? found.second
            }
        }
        guard compared else { return nil }
        if findings.isEmpty, let key = key() { findings.append(key) }
        var seen: Set<FindingCode> = []
        return (findings.filter { seen.insert($0.cause).inserted }, second)
    }

    /// What is wrong with the key, where the secret and the client's string to sign are known.
    ///
    /// Whatever else the client signed wrongly, its signature is over this text: the key can be found by itself.
    private func keyFindings(_ client: SignedTexts) -> [CauseFinding] {
        guard let text = client.stringToSign?.bytes, !right.key.secret.isEmpty,
            let signature = claim.digest.flatMap({ SHA256Digest(bytes: $0) }),
            right.key.key.authenticate(text.span) != signature
        else { return [] }
        let made = mistakes.first { mistake in
            guard mistake.sections == .key else { return false }
            var wrong = right
            mistake.change(&wrong)
            return wrong.key.key.authenticate(text.span) == signature
        }
        return made.map {
            FindingNames(right: right, sent: right.path.sent, confidence: .proven).findings([$0]).findings
        } ?? []
    }

    private func explain(_ texts: SignedTexts, place: FaultPlace?, subject: String) -> (
        findings: [CauseFinding], second: CauseFinding?
    ) {
        guard texts.difference(from: wire) != nil else { return ([], nil) }
        guard let explanation = TextExplanation(from: right, to: texts, mistakes, meter) else { return ([], nil) }
        // Mistakes that lead only a part of the way may be others than were made.
        let confidence: CauseConfidence =
            isProven(explanation)
            ? .proven : explanation.isComplete && forensicCase.attempts == .one ? .certain : .likely
        let names = FindingNames(right: right, sent: right.path.sent, confidence: confidence)
        var (findings, second) = names.findings(explanation.mistakes)
        if !explanation.isComplete {
            let rest = RemainingDifferences(place: place ?? .inProcess, subject: subject)
            findings += rest.findings(texts, explanation.model.texts)
        }
        // A body and what depends on it may have been others.
        if forensicCase.attempts == .two { findings = findings.map(\.ofOtherAttempt) }
        return (findings, second)
    }

    /// Whether the mistakes also give the signature, where the secret is known.
    private func isProven(_ explanation: TextExplanation) -> Bool {
        guard explanation.isComplete, !right.key.secret.isEmpty, let digest = claim.digest else { return false }
        let search = SignatureSearch(
            explanation.model, signature: SHA256Digest(bytes: digest) ?? SHA256Digest.hash([]),
            SearchMeter(SearchBudget(signatures: 1)))
        return search.isRight()
    }

    /// What became of the request between client and server: a change on the way, or a rule of the server's own.
    ///
    /// Proxies that rewrite a request are many, and services with rules of their own few; the latter is only possible.
    private func onTheWay(_ server: SignedTexts) -> (findings: [CauseFinding], second: CauseFinding?) {
        let explained = explain(server, place: .inFlight, subject: "the server saw")
        let agrees = forensicCase.client.map { $0.difference(from: wire) == nil } ?? false
        let findings = explained.findings.map { finding in
            let what =
                finding.transformation.map { "the server made its text of \($0)." }
                ?? (finding.cause == .signatureMismatch
                    ? finding.summary.prefix(1).lowercased() + finding.summary.dropFirst() : finding.summary)
            return CauseFinding(
                finding.cause, at: .inFlight, finding.confidence, summary: "Changed on the way: \(what)",
                // What was signed stands first, and what the server made of it second.
                difference: finding.difference?.reversed, transformation: finding.transformation,
                fix: finding.cause.onTheWay == .signable ? nil : Self.inFlightFix)
        }
        guard agrees, let form = findings.first(where: { $0.cause.onTheWay == .ruleOfForm }) else {
            return (findings, nil)
        }
        let verifier = CauseFinding(
            .verifierWrong, at: .server, .possible,
            summary:
                "The client's text follows the rules: if nothing rewrites requests on the way, the server does not.",
            difference: form.difference)
        return (findings, verifier)
    }

    /// What a right signer makes of the request; with a token that is not shown, the hash of its text is not known.
    private var wire: SignedTexts {
        guard ReadableCase.hidesToken(forensicCase, claim) else { return right.texts }
        return SignedTexts(canonicalRequest: right.texts.canonicalRequest, stringToSign: nil)
    }

    private static let inFlightFix = """
        Look for what stands between client and service, a proxy, a gateway or a mesh: call without it, or let it sign what \
        it sends.
        """

    /// No text differs: then the secret is not the one of the key id, or has something about it, if the client is known to
    /// have signed what the server expected.
    ///
    /// That is known from its own text, or from a signature that the secret at hand gives for the server's.
    private func key() -> CauseFinding? {
        guard let server = forensicCase.server else { return nil }
        let isSigned = reproduction == .right
        guard isSigned || forensicCase.client.map({ $0.difference(from: server) == nil }) ?? false else { return nil }
        // A secret that does not give the signature is not the one that was used.
        if reproduction != .failed, let shape = forensicCase.credentials.first.flatMap({ DeformedSecret.finding($0) }) {
            return shape
        }
        let known = "The client signed exactly what the service expected"
        let summary =
            switch reproduction {
            case .right: "\(known), with the secret at hand: the service has another one for this key id."
            case .failed: "\(known), with another secret than the one at hand: it does not belong to the key id."
            case .found, .untried, .unfinished:
                "\(known), so the secret does not belong to the key id, or the signing key is made of it in another way."
            }
        return CauseFinding(.keyWrong, at: .key, isSigned ? .certain : .likely, summary: summary)
    }
}

extension CauseFinding {
    /// What was seen between the texts of two attempts: likely at most.
    fileprivate var ofOtherAttempt: CauseFinding {
        guard confidence == .certain else { return self }
        return CauseFinding(
            cause, at: place, .likely, summary: summary, difference: difference, transformation: transformation,
            fix: fix)
    }
}
