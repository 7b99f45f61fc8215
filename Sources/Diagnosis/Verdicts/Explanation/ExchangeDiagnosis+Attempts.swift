import Codes
import Evidence
import Report

extension ExchangeDiagnosis {
    /// The diagnosis with what an earlier call of the same key to the same host says: one that got past the check of its signature
    /// shows that the secret is right.
    ///
    /// - Parameter earlier: The calls before this one; asked for where it matters only.
    func after(_ earlier: () -> [ExchangeDiagnosis]) -> ExchangeDiagnosis {
        guard let index = findings.firstIndex(where: { $0.code == .signatureMismatch }),
            let passed = earlier().last(where: { $0.passedSignature && $0.hasKeyAndHost(of: self) })
        else { return self }
        var known = findings
        let answer = passed.error?.errorType ?? passed.exchange.response?.status.map(String.init) ?? "an answer"
        let isRepeated = passed.call == call
        known[index].remedies.insert(
            Remedy(
                """
                An earlier call with the same key got past this check (it was answered with \(PrintableText.escaped(answer, limit: 60))): key id and secret \
                are right, and nothing is to be gained from new ones. \(isRepeated ? "The same call was signed wrongly when it was tried again" : "This one was signed in another way"): \
                let each attempt be built and signed anew, and update the client; see what differs between the two.
                """),
            at: 0)
        known.removeAll { $0.code == .keyWrong && $0.confidence == .possible }
        return replacing(known)
    }

    /// Whether the answer came from behind the check of signatures.
    private var passedSignature: Bool {
        if exchange.succeeded { return true }
        guard let cause = error?.candidates.first?.cause else { return false }
        switch ErrorCauseGroup(cause) {
        case .busy, .request, .policy, .model, .account: return true
        default: return false
        }
    }

    private func hasKeyAndHost(of other: ExchangeDiagnosis) -> Bool {
        guard let mine = exchange.request, let theirs = other.exchange.request,
            let key = SentCredential.accessKeyID(in: mine), key == SentCredential.accessKeyID(in: theirs)
        else { return false }
        return (mine.header("host") ?? mine.host) == (theirs.header("host") ?? theirs.host)
    }
}
