import SigV4

/// Finds mistakes by comparing texts: what the client signed, what the wire gives, what the server expected.
struct TextComparison {
    private let right: SignerModel
    private let mistakes: [Mistake]
    private let forensicCase: ForensicCase
    private let claim: ClaimedSignature

    init(_ right: SignerModel, _ mistakes: [Mistake], _ forensicCase: ForensicCase, _ claim: ClaimedSignature) {
        self.right = right
        self.mistakes = mistakes
        self.forensicCase = forensicCase
        self.claim = claim
    }

    /// What the texts show; nil if there are no two to compare.
    ///
    /// If all that are there agree, it is the key.
    func findings() -> (findings: [CauseFinding], second: CauseFinding?)? {
        var findings: [CauseFinding] = []
        var second: CauseFinding?
        let wire = right.texts
        var compared = false
        if let client = forensicCase.client, forensicCase.request != nil || forensicCase.server != nil {
            compared = true
            let explained = explain(client, place: nil, subject: "the client signed")
            findings += explained.findings
            second = explained.second
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
        if findings.isEmpty, let key = key(wire) { findings.append(key) }
        var seen: Set<SignatureCause> = []
        return (findings.filter { seen.insert($0.cause).inserted }, second)
    }

    private func explain(_ texts: SignedTexts, place: FaultPlace?, subject: String) -> (
        findings: [CauseFinding], second: CauseFinding?
    ) {
        guard texts.difference(from: right.texts) != nil else { return ([], nil) }
        guard let explanation = TextExplanation(from: right, to: texts, mistakes) else { return ([], nil) }
        let confidence: CauseConfidence = isProven(explanation) ? .proven : .certain
        let names = FindingNames(right: right, sent: right.path.sent, confidence: confidence)
        var (findings, second) = names.findings(explanation.mistakes)
        if !explanation.isComplete {
            let rest = RemainingDifferences(place: place ?? .inProcess, subject: subject)
            findings += rest.findings(texts, explanation.model.texts)
        }
        return (findings, second)
    }

    /// Whether the mistakes also give the signature, where the secret is known.
    private func isProven(_ explanation: TextExplanation) -> Bool {
        guard explanation.isComplete, !right.key.secret.isEmpty, let digest = claim.digest else { return false }
        var search = SignatureSearch(
            explanation.model, signature: SHA256Digest(bytes: digest) ?? SHA256Digest.hash([]), budget: 1)
        return search.isRight()
    }

    /// What became of the request between client and server: a change on the way, or a rule of the server's own.
    ///
    /// Proxies that rewrite a request are many, and services with rules of their own few; the latter is told as possible.
    private func onTheWay(_ server: SignedTexts) -> (findings: [CauseFinding], second: CauseFinding?) {
        let explained = explain(server, place: .inFlight, subject: "the server saw")
        let agrees = forensicCase.client.map { $0.difference(from: right.texts) == nil } ?? false
        let findings = explained.findings.map { finding in
            let what = finding.transformation.map { "the server made its text of \($0)" } ?? finding.summary
            return CauseFinding(
                finding.cause, at: .inFlight, finding.confidence, summary: "Changed on the way: \(what).",
                difference: finding.difference, transformation: finding.transformation)
        }
        guard agrees, let form = findings.first(where: { $0.cause.isRuleOfForm }) else { return (findings, nil) }
        let verifier = CauseFinding(
            .verifier, at: .server, .possible,
            summary:
                "The client's text follows the rules: if nothing rewrites requests on the way, the server does not.",
            difference: form.difference)
        return (findings, verifier)
    }

    /// All texts agree: then the secret is not the one of the key id, or has something about it.
    private func key(_ wire: SignedTexts) -> CauseFinding? {
        if let shape = forensicCase.credentials.first.flatMap({ SecretShape.finding($0) }) { return shape }
        return CauseFinding(
            .keyWrong, at: .key, .likely,
            summary: "Everything that was signed is right, so the secret does not belong to the key id.")
    }
}

extension SignatureCause {
    /// Whether the cause is a departure from the rules of form, which a request does not suffer on its way.
    fileprivate var isRuleOfForm: Bool {
        switch self {
        case .pathDouble, .pathReserved, .pathTilde, .pathHexCase, .pathNorm, .queryPlus, .querySort, .queryEmpty,
            .queryEncoding, .headerSpace, .headerDuplicate, .headerSort, .headerUnsigned:
            true
        default: false
        }
    }
}

/// What a secret's form tells, without a byte of it.
enum SecretShape {
    /// A finding if the secret has not the form that AWS gives secrets: 40 letters, digits, slashes and plus signs.
    static func finding(_ credentials: SigningCredentials) -> CauseFinding? {
        let secret = credentials.secretAccessKey.exposedBytes
        func finding(_ cause: SignatureCause, _ summary: String) -> CauseFinding {
            CauseFinding(cause, at: .key, .likely, summary: summary)
        }
        if let first = secret.first, let last = secret.last,
            first.isWhitespace || last.isWhitespace || [0x22, 0x27, 0x60].contains(first)
                || [0x22, 0x27, 0x60].contains(last)
        {
            return finding(
                .keyWhitespace,
                "The secret begins or ends with a blank, a line break or a quote (\(secret.count) characters).")
        }
        if secret.contains(where: { $0 == 0x20 || $0 == 0x25 || $0 == 0x5C }) {
            return finding(.keyDecoded, "The secret holds a blank, a percent sign or a backslash.")
        }
        if secret.count < 40 {
            return finding(.keyCut, "The secret has \(secret.count) characters where AWS's have 40.")
        }
        return nil
    }
}
