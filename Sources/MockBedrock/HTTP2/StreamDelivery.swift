/// How an answer goes over a stream of HTTP/2, with the fault that it has.
///
/// The faults are those of HTTP/1.1 in the terms of RFC 9113: a connection that is reset is a stream that is reset, and one
/// that is closed before the answer is a GOAWAY which says that nothing was done. There are no chunks that could be
/// malformed: that stream is reset as one that broke the protocol.
struct StreamDelivery {
    enum Step {
        /// The head, with a length that need not be right, or without one.
        case head(length: Int?)
        case data([UInt8])
        case pause(Duration)
    }

    enum End: Equatable {
        /// The stream ends as it should.
        case complete
        /// RST_STREAM: the server has failed, or broken the protocol.
        case failed, broken
        /// GOAWAY, and the connection is closed.
        case goAway
        /// Nothing more comes until the client goes, or the time is over.
        case silence
    }

    var steps: [Step] = []
    var end = End.complete

    init(_ fault: CarriageFault, of response: MockResponse) {
        let pieces: [[UInt8]] =
            switch response.body {
            case .pieces(let pieces): pieces.map(\.bytes)
            case .bytes(let bytes): [bytes]
            }
        let body = pieces.flatMap(\.self)
        let isStream = if case .pieces = response.body { true } else { false }
        let length = isStream ? nil : body.count
        func start(_ events: Int) -> [Step] {
            [.head(length: length)] + (isStream ? pieces.prefix(events).map { .data($0) } : [])
        }
        switch fault {
        case .reset: end = .failed
        case .emptyReply: end = .goAway
        case .silence(events: nil): end = .silence
        case .silence(let events?): (steps, end) = (start(events), .silence)
        case .resetAfterHeaders(let events): (steps, end) = (start(events), .failed)
        case .malformedChunk(let events): (steps, end) = (start(events), .broken)
        case .truncatedBody(let bytes):
            let count = min(bytes ?? body.count / 2, max(0, body.count - 1))
            // An end of the stream would be the body's own (RFC 9113, section 8.1): broken off is what is reset.
            (steps, end) = ([.head(length: length), .data(Array(body.prefix(count)))], .failed)
        case .wrongContentLength(let by):
            steps = [.head(length: max(0, body.count + by)), .data(body)]
        case .slowBody(let bytes, let pause):
            steps = [.head(length: length)]
            for start in stride(from: 0, to: body.count, by: bytes) {
                steps += [.pause(pause), .data(Array(body[start..<min(start + bytes, body.count)]))]
            }
        }
    }
}
