/// Reads one kind of output out of the lines of an input.
///
/// It is asked at every line that may begin what it knows; what it does not know it leaves to the others.
protocol LogReader: Sendable {
    /// Words of which one stands in every line at which this reader finds something, but for those of ``mayBegin(_:)``.
    static var marks: [String] { get }

    /// Whether it may find something at a line although none of its words is in it: told by a look or two.
    ///
    /// - Parameter before: the line above.
    static func mayBegin(_ line: ByteText, below before: ByteText?) -> Bool

    /// What the lines at the place say, and moves behind them; `nil`, without moving, when they are none of its own.
    static func read(_ cursor: inout LogCursor) -> [LogEvent]?
}

extension LogReader {
    static func mayBegin(_ line: ByteText, below before: ByteText?) -> Bool { false }
}

/// Something that a stretch of a log says about a call.
enum LogEvent: Sendable {
    /// A call or an attempt begins: what follows belongs to it.
    case begin
    /// A request, or a part of one that another line completes.
    case request(ObservedRequest)
    case canonicalRequest([UInt8])
    case stringToSign([UInt8])
    /// A canonical request that is said to be the service's.
    case expectedRequest([UInt8])
    case signature(String)
    /// An answer, or a part of one.
    case response(ObservedResponse)
    /// An event of a streamed answer.
    case streamEvent(ObservedEvent)
    /// What the client says of the failure.
    case failure(String)
}
