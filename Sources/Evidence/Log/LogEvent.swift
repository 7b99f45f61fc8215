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
