/// How an answer goes over the wire: its bytes, what happens between them, and what comes behind them.
struct Delivery: Sendable {
    enum Step: Sendable {
        case send([UInt8])
        case pause(Duration)
    }

    enum End: Sendable {
        /// The answer was whole: the connection may carry the next one.
        case complete
        /// The connection is closed in an orderly way.
        case close
        /// The connection is reset.
        case reset
        /// Nothing more comes until the client goes, or the time is over.
        case silence(Duration)
    }

    var steps: [Step] = []
    var end = End.complete
}
