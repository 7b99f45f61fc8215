import Codes
import Evidence

extension WaitedReason {
    /// What a failed resource means where the sentence itself is of no known kind: by the code of its handler, else that what was asked for
    /// cannot be made so.
    ///
    /// Source: <https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-test-contract-errors.html>.
    var cause: FindingCode {
        switch code {
        case "AccessDenied", "InvalidCredentials": .iamDenied
        case "NotFound": .resourceNotFound
        case "Throttling": .throttled
        case "ServiceLimitExceeded": .quotaExceeded
        case "ServiceInternalError", "InternalFailure": .internalError
        default: .validationRequest
        }
    }
}
