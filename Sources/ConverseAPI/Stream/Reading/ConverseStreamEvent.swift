public import EventStream
public import JSONText

/// One event of a stream: typed, and as it stood in its frame.
public struct ConverseStreamEvent: Sendable, Hashable {
    /// What the event says; an event that is not known here is `unrecognized` under its name.
    public let output: ConverseStreamOutput
    /// The frame that brought it.
    public let message: EventStreamMessage
    /// Where the frame begins in the stream, in bytes.
    public let offset: Int
    /// When its last byte arrived, counted from the first byte of the response.
    public let time: Duration

    /// The event's name: `contentBlockDelta`, or an exception's.
    public var name: String { Self.name(of: message) ?? "" }

    /// Whether this is the first frame of the protocol, which carries no event.
    ///
    /// Source: Smithy, Amazon Event Stream Specification, "Initial messages".
    public var isInitialResponse: Bool { name == Self.initialResponseName }

    /// The event's payload, made again from ``output``.
    ///
    /// It equals the payload that came, as JSON; `nil` for an event whose payload is not a JSON object.
    public var payload: JSONValue? { output.encoded.objectValue?.first?.value }

    static let initialResponseName = "initial-response"
}

extension ConverseStreamEvent {
    /// Reads a frame.
    ///
    /// - Throws: ``StreamFailure`` when the frame has no usable type, or its payload is not what its name promises.
    package init(_ message: EventStreamMessage, offset: Int, time: Duration) throws(StreamFailure) {
        guard message.messageType != nil else {
            throw StreamFailure(.unreadableEvent, offset: offset, reason: "the frame has no header :message-type")
        }
        guard let name = Self.name(of: message) else {
            throw StreamFailure(
                .unreadableEvent, offset: offset,
                reason: "the frame of type \(message.messageType ?? "") does not say which event it brings")
        }
        self.message = message
        self.offset = offset
        self.time = time
        output = try Self.output(name, message.payload, offset: offset)
    }

    private static func name(of message: EventStreamMessage) -> String? {
        switch message.messageType {
        case "exception": message.exceptionType
        case "error": message.errorCode
        default: message.eventType
        }
    }

    private static func output(
        _ name: String, _ payload: [UInt8], offset: Int
    ) throws(StreamFailure) -> ConverseStreamOutput {
        let json: JSONValue
        do {
            json = try JSONValue(parsing: payload)
        } catch {
            // Only of an event that is known is it known that its payload is JSON.
            guard knownNames.contains(name) else { return .unrecognized([:]) }
            throw StreamFailure(
                .unreadableEvent, offset: offset, reason: "the payload of the event \(name) is not JSON: \(error)")
        }
        do {
            return try ConverseStreamOutput(decoding: .object(JSONObject([JSONMember(name: name, value: json)])))
        } catch {
            throw StreamFailure(
                .unreadableEvent, offset: offset, reason: "the event is not the API's \(name): \(error)")
        }
    }

    private static let knownNames: Set<String> = {
        var cases = CaseNames<ConverseStreamOutput>()
        ConverseStreamOutput.visitCases(&cases)
        return Set(cases.names)
    }()
}
