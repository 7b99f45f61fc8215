import WireText

/// A header field of an HTTP message: a name and the bytes of its value.
///
/// Order and repetition are kept by the arrays that hold fields. The value is bytes because a server may send any
/// (RFC 9110 section 5.5); most are text.
public struct HTTPField: Sendable, Hashable {
    /// The name as written.
    ///
    /// Names compare without regard to case (RFC 9110 section 5.1).
    public var name: String

    /// The bytes of the value.
    public var value: [UInt8]

    /// Makes a field whose value is text.
    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = Array(value.utf8)
    }

    /// Makes a field whose value is bytes.
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.value = bytes
    }

    /// The value as text; bytes that are not UTF-8 are replaced.
    public var text: String { String(decoding: value, as: UTF8.self) }

    /// Whether this field has the given name, without regard to case.
    public func isNamed(_ other: String) -> Bool { name.equalsIgnoringCase(other) }
}

extension HTTPField: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The field as a line; the values of fields that carry secrets are masked.
    public var description: String {
        "\(name): \(SensitiveFields.contains(name) ? SensitiveFields.mask : text)"
    }

    /// The same as `description`: a debug dump shows no secret either.
    public var debugDescription: String { description }

    /// A mirror without the bytes of the value.
    public var customMirror: Mirror { Mirror(self, children: ["field": description]) }
}
