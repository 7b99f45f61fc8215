/// What came of a probe: an answer, or a failure on the way.
package enum ProbeOutcome: Sendable {
    /// An HTTP answer, whatever its status.
    package struct Answer: Sendable {
        package let status: Int
        package let headers: [ServiceAnswer.Header]
        package let body: [UInt8]
        /// From the request's start to the end of the answer, in milliseconds.
        package let latencyMs: Double?

        package init(status: Int, headers: [ServiceAnswer.Header], body: [UInt8], latencyMs: Double? = nil) {
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
        case other
    }

    case answered(Answer)
    /// - Parameter message: What the transport said; it is shown after escaping.
    case failed(Failure, message: String)
}
