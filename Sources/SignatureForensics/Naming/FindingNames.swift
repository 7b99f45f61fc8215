import Codes
import SigV4

/// Makes findings of the mistakes that gave a signature, or a text.
struct FindingNames {
    let right: SignerModel
    let sent: [UInt8]
    let confidence: CauseConfidence

    /// The findings, and a second reading of the same bytes if there is one.
    func findings(_ mistakes: [Mistake]) -> (findings: [CauseFinding], second: CauseFinding?) {
        var findings: [CauseFinding] = []
        var second: CauseFinding?
        for mistake in mistakes {
            var wrong = right
            mistake.change(&wrong)
            let name = PathNaming.name(mistake, sent: sent, wrong: wrong.path.line, right: right.path.line)
            let difference = difference(wrong)
            findings.append(finding(name.cause, name.place, mistake, difference))
            if let also = mistake.also { findings.append(finding(also, name.place, mistake, difference)) }
            if let cause = name.second ?? mistake.otherReading ?? otherReading(of: mistake) {
                second =
                    second
                    ?? CauseFinding(
                        cause, at: name.place, .possible,
                        summary: "The same bytes can also mean: \(cause.title).", difference: difference)
            }
        }
        // Two mistakes with one code are one cause in two places.
        var seen: Set<FindingCode> = []
        findings = findings.filter { seen.insert($0.cause).inserted }
        if let also = second, seen.contains(also.cause) { second = nil }
        return (findings, second)
    }

    private func finding(
        _ cause: FindingCode, _ place: FaultPlace, _ mistake: Mistake, _ difference: SectionDifference?
    ) -> CauseFinding {
        let hasCode = cause != .signatureMismatch
        let title = hasCode ? cause.title : "The signer departs from the rules"
        return CauseFinding(
            cause, at: place, confidence, summary: "\(title): the client \(Self.verb(mistake.words)) \(mistake.words).",
            difference: difference, transformation: mistake.words,
            fix: hasCode ? RuleOfForm.fix(cause, right.path) : RuleOfForm.fix(mistake.sections))
    }

    /// What a client does with the thing at fault: an encoder, a key or a secret is used, a text is signed.
    private static func verb(_ words: String) -> String {
        ["an encoder", "a form encoder", "a key", "the key", "the secret", "a secret"].contains(where: words.hasPrefix)
            ? "used" : "signed"
    }

    private func difference(_ wrong: SignerModel) -> SectionDifference? {
        SectionDifference.between(canonicalRequest: wrong.canonicalRequest, and: right.canonicalRequest)
            ?? SectionDifference.between(stringToSign: wrong.stringToSign, and: right.stringToSign)
    }

    private func otherReading(of mistake: Mistake) -> FindingCode? {
        switch mistake.cause {
        case .timeReuse: .timeTwo
        case .bodyHashHeader: .bodyChanged
        default: nil
        }
    }
}
