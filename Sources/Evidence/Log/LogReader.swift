/// Reads one kind of output out of the lines of an input.
///
/// It is asked at every line; what it does not know it leaves to the others.
protocol LogReader: Sendable {
    /// What the lines at the place say, and moves behind them; `nil`, without moving, when they are none of its own.
    static func read(_ cursor: inout LogCursor) -> [LogEvent]?
}

/// Something that a stretch of a log says about a call.
enum LogEvent: Sendable {
    /// A call or an attempt begins: what follows belongs to it.
    case begin
    /// A request, or a part of one that another line completes.
    case request(ObservedRequest)
    case canonicalRequest([UInt8])
    case stringToSign([UInt8])
    case signature(String)
    /// An answer, or a part of one.
    case response(ObservedResponse)
    /// An event of a streamed answer.
    case streamEvent(ObservedEvent)
    /// What the client says of the failure.
    case failure(String)
}
