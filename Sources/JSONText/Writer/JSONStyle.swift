/// How a value is laid out as text.
///
/// The meaning is the same in every style.
public enum JSONStyle: Sendable, Hashable {
    /// No white space: `{"a":[1,2]}`.
    case compact
    /// One line with a space after each comma and colon: `{"a": [1, 2]}`.
    case spaced
    /// One element a line, indented by that many spaces a level; empty arrays and objects stay on one line.
    case pretty(indent: Int)
    /// Like ``pretty(indent:)``, but what fits on one line of that width, in bytes, stays on one.
    case fitted(indent: Int, width: Int)
}

extension JSONValue {
    /// The value as JSON text in UTF-8: numbers as they were spelt, members in their order, no line feed at the end.
    public func bytes(_ style: JSONStyle = .compact) -> [UInt8] {
        var writer = JSONWriter(style: style)
        writer.write(self)
        return writer.bytes
    }

    /// The value as JSON text.
    public func text(_ style: JSONStyle = .compact) -> String {
        String(decoding: bytes(style), as: UTF8.self)
    }
}
