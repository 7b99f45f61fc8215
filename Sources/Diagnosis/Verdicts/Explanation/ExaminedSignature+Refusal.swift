import Codes
import JSONText
import Report
import SignatureForensics

extension ExaminedSignature {
    /// The service's refusal of a signature with what the examination came to, where that is more than the service said.
    ///
    /// - Parameters:
    ///   - refusal: The refusal as the service's words have it.
    ///   - advice: What to do where nothing was found.
    ///   - isExplained: Whether causes stand before it.
    func telling(_ refusal: Finding, advice: MismatchRemedies, isExplained: Bool) -> Finding {
        var refusal = refusal
        if let mismatch = causes.first(where: { $0.cause == .signatureMismatch }) {
            let own = mismatch.finding(check: refusal.check)
            refusal.detail = own.detail
            if mismatch.confidence == .proven {
                refusal.difference = own.difference
                refusal.rows = own.rows + refusal.rows
                for member in own.facts { refusal.facts[member.name] = member.value }
                refusal.confidence = .proven
                refusal.where = own.where
                refusal.remedies = own.remedies
                return refusal
            }
            // A difference without a name may be the cause, or one of another attempt.
            if mismatch.difference != nil { refusal.confidence = refusal.confidence.map { min($0, .likely) } }
            // Lines that differ stand among the texts below.
            refusal.remedies = mismatch.difference == nil ? advice.all : own.remedies
            refusal.where = own.where
        } else if reproduction == .right, causes.isEmpty {
            refusal.detail = """
                The secret at hand gives this very signature for the request, so the service has another secret for the key \
                id, unless something changed the request on its way.
                """
            refusal.remedies = [.advice(FindingCode.keyWrong.page.fix, SignatureCommand.next(for: .keyWrong))]
        }
        if causes.isEmpty, reproduction == .untried { refusal.remedies = advice.clues + refusal.remedies }
        if refusal.confidence != .proven, advice.sparesKeys {
            refusal.remedies = refusal.remedies.deferring([.pair, .keys])
        }
        if refusal.confidence != .proven, advice.provesKeys {
            refusal.remedies.removeAll { $0.subjects.contains(.pair) || $0.subjects.contains(.keys) }
        }
        guard !isExplained else { return refusal }
        if isBodyTaken, accounts.client != nil || accounts.server != nil {
            refusal.detail += " The body is not shown; the hash in that text stands for it."
        }
        refusal.comparison = SignatureComparison(accounts: accounts).comparison
        return refusal
    }
}
