/// One message of an event stream: headers in order, and a payload.
public struct EventStreamMessage: Sendable, Hashable {
    /// The headers in order.
    ///
    /// No name may come twice.
    public var headers: [EventStreamHeader]

    /// The payload, which `:content-type` describes.
    public var payload: [UInt8]

    /// Makes a message.
    public init(headers: [EventStreamHeader] = [], payload: [UInt8] = []) {
        self.headers = headers
        self.payload = payload
    }

    /// The value of the header with this name, or `nil`.
    public func header(_ name: String) -> EventStreamHeader.Value? {
        headers.first { $0.name == name }?.value
    }

    /// The text of the header with this name; `nil` when there is none, or when its value is not a string.
    public func text(_ name: String) -> String? {
        if case .string(let text) = header(name) { text } else { nil }
    }

    /// The header `:message-type`: `event`, `exception` or `error`.
    public var messageType: String? { text(":message-type") }

    /// The header `:event-type`, the name of the event's member in the output's union.
    public var eventType: String? { text(":event-type") }

    /// The header `:exception-type`, the name of a modelled error.
    public var exceptionType: String? { text(":exception-type") }

    /// The header `:error-code` of an error that is not modelled.
    public var errorCode: String? { text(":error-code") }

    /// The header `:error-message` of an error that is not modelled.
    public var errorMessage: String? { text(":error-message") }

    /// The header `:content-type`, the media type of the payload.
    public var contentType: String? { text(":content-type") }
}
