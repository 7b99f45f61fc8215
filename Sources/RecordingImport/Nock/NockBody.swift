import JSONText
import WireText

/// Reads bodies as nock has them: JSON as a part of the file, other text as a string, bytes as hexadecimal digits.
enum NockBody {
    /// The body of a request, which says nothing of its form.
    static func request(_ value: JSONValue) -> StoredContent { text(value) }

    /// The body of an answer.
    ///
    /// One with a content coding is a list with the digits of each chunk; any other that is no text is marked.
    static func answer(_ definition: JSONCursor, _ headers: [HeaderField]) throws(JSONShapeError) -> StoredContent {
        guard let response = try definition.optionalMember("response") else { return .none }
        if try definition.present("responseIsBinary")?.bool() == true {
            guard let bytes = digits(response.value) else {
                throw response.fault(expected: "hexadecimal digits, since responseIsBinary is true")
            }
            return .whole(bytes)
        }
        if headers.text(of: "content-encoding") ?? "" != "", case .array = response.value,
            let bytes = digits(response.value)
        {
            return .whole(bytes)
        }
        return text(response.value)
    }

    private static func text(_ value: JSONValue) -> StoredContent {
        switch value {
        // What JavaScript takes for false is no body.
        case .null, .bool(false): .none
        case .string(let text): .text(text)
        default: .json(value)
        }
    }

    private static func digits(_ value: JSONValue) -> [UInt8]? {
        guard let chunks = value.arrayValue else {
            return value.stringValue.flatMap { Hexadecimal.decode($0.utf8.span) }
        }
        var bytes: [UInt8] = []
        for chunk in chunks {
            guard let decoded = chunk.stringValue.flatMap({ Hexadecimal.decode($0.utf8.span) }) else { return nil }
            bytes += decoded
        }
        return bytes
    }
}
