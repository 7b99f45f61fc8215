public import JSONText

/// The body of a request or response, in the form that keeps the most of it.
public enum RecordedBody: Sendable, Hashable {
    /// No body.
    case none
    /// A JSON document.
    case json(JSONValue)
    /// Text that is no JSON.
    case text(String)
    /// Bytes that are not text.
    case bytes([UInt8])
    /// A streamed body, cut as it arrived. Events are decoded from these bytes when they are wanted.
    case stream([StreamChunk])

    /// The body as it goes over the wire; JSON in its compact form.
    public var wireBytes: [UInt8] {
        switch self {
        case .none: []
        case .json(let value): value.bytes()
        case .text(let text): Array(text.utf8)
        case .bytes(let bytes): bytes
        case .stream(let chunks): chunks.flatMap(\.bytes)
        }
    }

    /// The JSON document, or nil if the body is something else.
    public var json: JSONValue? {
        if case .json(let value) = self { value } else { nil }
    }
}

extension RecordedBody {
    /// The body of those bytes in the form that keeps the most: JSON, else text, else bytes.
    public init(_ bytes: [UInt8]) {
        if bytes.isEmpty {
            self = .none
        } else if let value = try? JSONValue(parsing: bytes) {
            self = .json(value)
        } else {
            self = String(validating: bytes, as: UTF8.self).map { .text($0) } ?? .bytes(bytes)
        }
    }
}
