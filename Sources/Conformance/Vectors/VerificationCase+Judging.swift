import SigV4
import SignatureForensics

extension VerificationCase {
    /// Verifies the request and compares the verdict; nil if it is as expected.
    func fault() -> CaseFault? {
        let known = accessKeyID
        let stored = credential
        let verifier = SignatureVerifier(policy: policy) { $0 == known ? stored : nil }
        switch (expected, verifier.verify(request.signable(), now: now)) {
        case (.accepted(let advice), .accepted(let accepted)):
            let given = accepted.advice.map(\.vectorName)
            return given == advice
                ? nil : fault("advice", "expected \(listed(advice)), found \(listed(given))")
        case (.accepted, .refused(let refusal)):
            return fault("refusal", "expected the request to be accepted, found the refusal \(shown(refusal))")
        case (.refused(let reason, _), .accepted):
            return fault("refusal", "expected the refusal \(reason), but the request was accepted")
        case (.refused(let reason, let stages), .refused(let refusal)):
            guard refusal.reason.vectorName == reason else {
                return fault("refusal", "expected the refusal \(reason), found \(shown(refusal))")
            }
            return stages.flatMap { stagesFault($0, refusal.expected) }
        }
    }

    /// The refusal must show what the server itself makes of the request.
    private func stagesFault(_ stages: ServerStages, _ found: SigningStages?) -> CaseFault? {
        guard let found else {
            return fault(
                "canonical-request", "expected the refusal to carry the server's canonical request, found none")
        }
        if let difference = SectionDifference.between(
            canonicalRequest: stages.canonicalRequest, and: found.canonicalRequest.bytes)
        {
            return fault("canonical-request", difference.rendered(first: "expected", second: "found"))
        }
        if let difference = SectionDifference.between(
            stringToSign: stages.stringToSign, and: found.stringToSign.bytes)
        {
            return fault("string-to-sign", difference.rendered(first: "expected", second: "found"))
        }
        return nil
    }

    private func fault(_ stage: String, _ message: String) -> CaseFault {
        CaseFault(stage, message, comment: comment)
    }

    private func shown(_ refusal: SignatureRefusal) -> String {
        let detail = if case .malformed(let detail) = refusal.reason { " (\(detail.words))" } else { "" }
        return refusal.reason.vectorName + detail
    }

    private func listed(_ names: [String]) -> String {
        names.isEmpty ? "no advice" : "the advice \(names.joined(separator: ", "))"
    }
}
