import JSONText

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
