import Codes
import SigV4

/// One examination: what is known, what was found, and how it goes together.
struct Examination {
    let forensicCase: ForensicCase
    private let meter: SearchMeter
    private(set) var reproduction = Reproduction.untried
    /// What the client signed, once its mistakes are known.
    private var reproduced: SignedTexts?

    init(_ forensicCase: ForensicCase, _ meter: SearchMeter) {
        self.forensicCase = ReadableCase.of(forensicCase)
        self.meter = meter
    }

    mutating func report() -> ForensicReport {
        guard
            let request = forensicCase.request ?? forensicCase.server.flatMap({
                $0.request(named: forensicCase.client, forensicCase.rules(of: $0))
            })
                ?? forensicCase.client.flatMap({ $0.request(named: nil, forensicCase.rules(of: $0)) }),
            let claim = ReadableCase.claim(forensicCase, request)
        else { return ForensicReport(findings: unsigned, comparison: nil, hypothesesTried: 0) }
        let facts = StructureFacts(request, claim, forensicCase)
        let right = SignerModel(
            request, claim, forensicCase.rules(for: claim), secret: owner(facts, claim)?.secretAccessKey)
        let accounts = SignedAccounts(readable: forensicCase)
        let comparison = forensicCase.client == nil && forensicCase.server == nil ? nil : accounts.comparison
        if !facts.decisive.isEmpty, claim.scheme != StringToSign.algorithm || claim.authorizationCount > 1 {
            return ForensicReport(findings: facts.decisive, comparison: comparison, hypothesesTried: 0)
        }
        let outcome = search(request, right, claim, facts)
        let open = OpenMismatch(
            reproduction: reproduction, accounts: accounts, isVerifier: forensicCase.refusal != nil,
            fragile: facts.innocents.first)
        return ForensicReport(
            findings: Self.ordered(outcome, facts, open), comparison: comparison, hypothesesTried: meter.signatures,
            bytesTried: meter.bytes,
            reproduction: reproduction, reproduced: reproduced)
    }

    /// What the search, or the comparison of texts, came to.
    enum Outcome {
        /// The signature is right as it is.
        case right
        case found([CauseFinding], second: CauseFinding?)
        /// There was something to search with, and nothing came out.
        case nothing
        /// There was nothing to search with.
        case notSearched
    }

    private func owner(_ facts: StructureFacts, _ claim: ClaimedSignature) -> SigningCredentials? {
        facts.owner ?? forensicCase.credentials.first
    }

    private mutating func search(
        _ request: SignableRequest, _ right: SignerModel, _ claim: ClaimedSignature, _ facts: StructureFacts
    ) -> Outcome {
        let requestFacts = RequestFacts(request, claim, forensicCase, meter)
        let owner = owner(facts, claim)
        let mistakes = KnownMistakes.all(right, requestFacts, claim, forensicCase, owner: owner, meter)
        let written = WrittenSignature(text: claim.signature)
        if owner != nil, !ReadableCase.hidesToken(forensicCase, claim) {
            if let finding = written.remade(right, meter) {
                reproduction = .found
                return .found([finding], second: nil)
            }
            for reading in written.readings {
                var search = SignatureSearch(right, signature: reading.digest, body: requestFacts.body, meter)
                if search.isRight() {
                    reproduction = .right
                    return rightOutcome(right, claim, mistakes, written: reading.spelling)
                }
                let found = search.run(
                    mistakes, many: { KnownMistakes.many(right, requestFacts, meter) },
                    sweeps: NumberSweep.all(right, requestFacts))
                reproduction = found != nil ? .found : search.isThrough ? .failed : .unfinished
                guard let found else { continue }
                reproduced = found.reduce(into: right) { $1.change(&$0) }.texts
                let names = FindingNames(right: right, sent: right.path.sent, confidence: .proven).findings(found)
                let spelling = reading.spelling.map { WrittenSignature.finding($0) }
                return .found(names.findings + [spelling].compactMap(\.self), second: names.second)
            }
        }
        if let texts = TextComparison(right, mistakes, forensicCase, claim, reproduction, meter.fresh).findings() {
            if !texts.findings.isEmpty { return .found(texts.findings, second: texts.second) }
        }
        // Of what was pasted, the signature may have been cut by whoever pasted it.
        if forensicCase.refusal != nil, let shape = written.shape { return .found([shape], second: nil) }
        return owner == nil ? .notSearched : .nothing
    }

    /// The signature is the one that this secret gives: if the server expected the same texts, it has another secret.
    private func rightOutcome(
        _ right: SignerModel, _ claim: ClaimedSignature, _ mistakes: [Mistake], written spelling: DigestSpelling?
    ) -> Outcome {
        if let spelling { return .found([WrittenSignature.finding(spelling)], second: nil) }
        guard forensicCase.server != nil,
            let texts = TextComparison(right, mistakes, forensicCase, claim, reproduction, meter.fresh).findings()
        else { return .right }
        return .found(texts.findings, second: texts.second)
    }

    private var unsigned: [CauseFinding] {
        forensicCase.client == nil && forensicCase.server == nil
            ? []
            : [
                CauseFinding(
                    .signatureMismatch, at: .client, .certain, summary: FindingCode.signatureMismatch.title + ".")
            ]
    }
}

extension Examination {
    /// Puts the findings in their order: what the request is refused for, what gave the signature, then what is only
    /// probable; at most one more than there are causes.
    static func ordered(_ outcome: Outcome, _ facts: StructureFacts, _ open: OpenMismatch) -> [CauseFinding] {
        var findings = facts.decisive
        var extra = facts.alternatives.first
        func add(_ more: [CauseFinding]) {
            for finding in more where !findings.contains(where: { $0.cause == finding.cause }) {
                findings.append(finding)
            }
        }
        switch outcome {
        case .right, .notSearched: break
        case .found(let found, let second):
            add(found)
            extra = extra ?? second
            if extra == nil, facts.decisive.isEmpty {
                extra = facts.careless.first { $0.cause == .tokenUnsigned || $0.cause == .headerUnsigned }
            }
        case .nothing: break
        }
        let isOpen =
            switch outcome {
            case .nothing: facts.decisive.allSatisfy { !$0.explainsRefusal }
            case .notSearched: findings.isEmpty
            case .right, .found: false
            }
        // Even what was claimed does not give the signature: something else is wrong, whatever else was found.
        if case .nothing = outcome { add(facts.probable) }
        if isOpen, findings.isEmpty || facts.isSecretAsProbable {
            let (mismatch, key) = open.findings
            if findings.isEmpty || facts.probable.isEmpty { add([mismatch]) }
            extra = extra ?? key
        }
        if let extra { add([extra]) }
        return findings
    }
}

extension CauseFinding {
    /// Whether the request is refused for it alone.
    var explainsRefusal: Bool { confidence != .possible }
}
