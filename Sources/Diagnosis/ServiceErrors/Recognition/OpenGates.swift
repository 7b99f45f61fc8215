import Codes
import Evidence
import Report

/// Gates of the account that AWS itself says are open, while the model is refused all the same.
///
/// With agreement, authorization and entitlement open, neither a form, nor an agreement, nor a subscription is missing, whatever is said of
/// them: what is left is a release of the model to the account, which AWS alone can give.
enum OpenGates {
    static func stand(_ read: ReadAnswer) -> Bool {
        ModelAvailability(in: read.shown)?.isOpen ?? false
    }

    /// The cause that is left; `nil` where the gates are not shown open, or the refusal is none of theirs.
    static func causes(
        _ read: ReadAnswer, denial: AccessDenial?, _ found: [CauseCandidate]
    ) -> [CauseCandidate]? {
        guard denial == nil, stand(read) else { return nil }
        let isOfGates = found.allSatisfy { candidate in
            if case .account = ErrorCauseGroup(candidate.cause) { return true }
            return candidate.cause == .answerNotShown
                || candidate.cause == .iamDenied && candidate.confidence == .possible
        }
        guard isOfGates else { return nil }
        if found.isEmpty {
            let words = WordText(read.pasted)
            guard
                words.has("denied|refused|403|permission_error|accessdenied|accessdeniedexception|unauthorized")
                    || words.has("permission error")
                    || words.has("invoke|call still fails|failing")
            else { return nil }
        }
        return [CauseCandidate(.accountNotAllowed, .likely)]
    }
}
