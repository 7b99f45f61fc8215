import ConverseAPI
import HTTPTransport
import NetworkTerms

/// Which failures another attempt may get over.
enum RetryRule {
    /// Error types that say "later", whatever the status; from the retry rules that AWS's SDKs share, and Bedrock's own.
    private static let transientTypes: Set<String> = [
        "BandwidthLimitExceeded", "InternalError", "InternalFailure", "InternalServerException",
        "ModelNotReadyException",
        "ModelTimeoutException", "PriorRequestNotComplete", "RequestLimitExceeded", "RequestThrottled",
        "RequestThrottledException", "RequestTimeout", "RequestTimeoutException", "ServiceUnavailable",
        "ServiceUnavailableException", "SlowDown", "ThrottledException", "Throttling", "ThrottlingException",
        "TooManyRequestsException",
    ]

    /// Whether an answer is worth another attempt.
    static func allowsRetry(_ refusal: ServiceRefusal) -> Bool {
        switch refusal.status {
        case 401, 403: return false
        // A quota of a day is not restored by waiting seconds.
        case 429 where refusal.message?.lowercased().contains("per day") == true: return false
        case 408, 429, 500...599: return true
        default: return refusal.errorType.map(transientTypes.contains) ?? false
        }
    }

    /// Whether a failure of the network is worth another attempt.
    ///
    /// A name that has no address, a certificate that is not trusted and a wrong setting stay so.
    static func allowsRetry(_ error: TransportError) -> Bool {
        if error.code.isTimeout { return true }
        switch error.code {
        case .connectFailed, .connectionReset, .closedEarly: return true
        default: return false
        }
    }

    /// Whether a stream that failed before its first event is worth another attempt.
    ///
    /// Damage and a broken connection may pass; a frame that is whole and says something else than the API does not.
    static func allowsRetry(_ failure: StreamFailure) -> Bool {
        failure.kind == .damagedFrame || failure.kind == .endedEarly
    }
}
