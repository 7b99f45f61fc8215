/// What can go wrong with the answer to a call.
enum Fault: Sendable, Hashable {
    /// The right answer, later.
    case delay(Duration)
    /// Another answer in place of the right one.
    case answer(FaultAnswer)
    /// The right answer, carried by HTTP in a wrong way, or not at all.
    case carriage(CarriageFault)
    /// An answer whose events, or whose JSON, are not what they should be.
    case content(ContentFault, EventPlace)
}

/// What goes wrong with the bytes of an answer on their way.
enum CarriageFault: Sendable, Hashable {
    /// The connection is reset before the first byte.
    case reset
    /// The connection is reset when so many events have gone out; 0 means right after the headers.
    case resetAfterHeaders(events: Int)
    /// The connection is closed in an orderly way before the first byte.
    case emptyReply
    /// Nothing more comes, and the connection stays open: before the first byte, or after so many events.
    case silence(events: Int?)
    /// The body ends early: after so many bytes, or in its middle.
    case truncatedBody(bytes: Int?)
    /// `Content-Length` is wrong by so many bytes.
    case wrongContentLength(by: Int)
    /// After so many events a chunk's size is not a hexadecimal number.
    case malformedChunk(events: Int)
    /// The body comes in small pieces with a pause before each.
    case slowBody(bytes: Int, pause: Duration)
}

/// What goes wrong with the content of an answer, while HTTP carries it well.
enum ContentFault: Sendable, Hashable {
    /// A modelled exception comes as a frame of its own, and the stream ends.
    case exception(ExceptionFault)
    /// An error that is not modelled comes as a frame of its own, and the stream ends.
    case errorFrame(code: String)
    /// The checksum of a frame's lengths is wrong, that of the whole frame is right.
    case preludeChecksum
    /// The checksum of a whole frame is wrong.
    case messageChecksum
    /// A frame announces so many bytes, with the right checksum of its lengths.
    case oversizeLength(Int)
    /// A frame stops in its middle, and the stream ends.
    case cutFrame
    /// So many random bytes stand before a frame.
    case garbage(bytes: Int)
    /// A string in the JSON holds a byte that is not UTF-8; the checksums are right.
    case invalidUTF8
    /// The JSON stops before its end; the checksums are right.
    case invalidJSON
    /// An event comes twice.
    case duplicateEvent
    /// An event is left out.
    case missingEvent

    /// Whether an answer in one piece can have it too.
    var appliesToWholeAnswers: Bool {
        switch self {
        case .invalidUTF8, .invalidJSON: true
        default: false
        }
    }
}

/// Where in a stream a fault strikes.
enum EventPlace: Sendable, Hashable {
    /// At the event behind so many others.
    case after(Int)
    /// At the first event of that type.
    case event(String)
}

/// The exceptions that can come inside a ConverseStream (Amazon Bedrock API Reference, ConverseStream, "Response Elements").
enum ExceptionFault: String, Sendable, Hashable, CaseIterable {
    case internalServer = "internalServerException"
    case modelStreamError = "modelStreamErrorException"
    case serviceUnavailable = "serviceUnavailableException"
    case throttling = "throttlingException"
    case validation = "validationException"

    var message: String {
        switch self {
        case .internalServer: ServiceError.internalError.message
        case .modelStreamError: "The model encountered an error while streaming the response. Try your request again."
        case .serviceUnavailable: ServiceError.unavailable.message
        case .throttling: ServiceError.tooManyRequests.message
        case .validation: "The model returned the following errors: the input is not valid."
        }
    }
}
