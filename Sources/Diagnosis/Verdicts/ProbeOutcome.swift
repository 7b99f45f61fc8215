import Codes
import Evidence
package import WireText

/// What came of a probe: an answer, or a failure on the way.
package enum ProbeOutcome: Sendable {
    /// An HTTP answer, whatever its status.
    package struct Answer: Sendable {
        package let status: Int
        package let headers: [HeaderField]
        package let body: [UInt8]
        /// From the request's start to the end of the answer, in milliseconds.
        package let latencyMs: Double?

        package init(status: Int, headers: [HeaderField], body: [UInt8], latencyMs: Double? = nil) {
            self.status = status
            self.headers = headers
            self.body = body
            self.latencyMs = latencyMs
        }
    }

    /// Why no answer came.
    package enum Failure: Sendable, Hashable {
        case nameNotResolved
        case notConnected
        case tlsFailed
        case timedOut
        case proxyFailed

        /// Reset or closed before the answer had begun.
        case connectionClosed

        /// The answer had begun, and broke off.
        case endedEarly

        /// What came is not HTTP, or not to its end.
        case malformed
        case other

        /// The code of the finding.
        var code: FindingCode {
            switch self {
            case .nameNotResolved: .networkNameUnresolved
            case .tlsFailed: .networkTLSFailed
            case .timedOut: .networkAnswerTimeout
            case .proxyFailed: .networkProxyFailed
            case .connectionClosed: .networkConnectionClosed
            case .endedEarly: .streamEndedEarly
            case .malformed: .networkAnswerMalformed
            case .notConnected, .other: .networkUnreachable
            }
        }
    }

    case answered(Answer)
    /// - Parameter message: What the transport said; it is shown after escaping.
    case failed(Failure, message: String)
}
