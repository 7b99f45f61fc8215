import Codes
import Evidence
import JSONText
package import NetworkTerms
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
        /// The version of HTTP that was spoken, such as `HTTP/1.1` or `HTTP/2`.
        package let httpVersion: String?

        package init(
            status: Int, headers: [HeaderField], body: [UInt8], latencyMs: Double? = nil, httpVersion: String? = nil
        ) {
            self.status = status
            self.headers = headers
            self.body = body
            self.latencyMs = latencyMs
            self.httpVersion = httpVersion
        }

        /// The tokens that the service counts for the answer; none for a refusal, and `nil` where it does not say.
        package var tokensUsed: Int? {
            guard (200...299).contains(status) else { return 0 }
            guard let usage = (try? JSONValue(parsing: body))?["usage"] else { return nil }
            let counts = ["inputTokens", "outputTokens"].compactMap { usage[$0]?.numberValue?.int64 }
            return counts.count == 2 ? Int(exactly: counts[0] &+ counts[1]) : nil
        }
    }

    case answered(Answer)
    /// No answer came; the failure is `nil` where nothing could be sent.
    ///
    /// - Parameter message: What the transport said; it is shown after escaping.
    case failed(NetworkFailure?, message: String)
    /// The answer had begun, and broke off.
    case brokenOff(message: String)
}
