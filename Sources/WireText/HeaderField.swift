/// One header field of an HTTP message: a name as written and a value in bytes.
///
/// The value is bytes because that is what is signed, and because a server may send any (RFC 9110, section 5.5); a value
/// that is not UTF-8 keeps its meaning. Order and repetition are kept by the arrays that hold fields. Printing a field masks
/// the value of headers that carry credentials; ``text`` and ``value`` give it as it is.
public struct HeaderField: Sendable, Hashable {
    /// The name as it is sent, in any case.
    public var name: String
    /// The value as it is sent, surrounding white space included.
    public var value: [UInt8]

    /// Makes a field from text.
    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = Array(value.utf8)
    }

    /// Makes a field from a value in bytes.
    public init(name: String, bytes value: [UInt8]) {
        self.name = name
        self.value = value
    }

    /// The value as UTF-8, with U+FFFD where it is not.
    public var text: String { String(decoding: value, as: UTF8.self) }

    /// Whether this field has the given name, in whatever ASCII case (RFC 9110, section 5.1).
    @inlinable
    public func isNamed(_ other: String) -> Bool {
        // Most fields have a name of another length: that is seen without a call.
        name.utf8.count == other.utf8.count && name.equalsIgnoringCase(other)
    }
}

extension [HeaderField] {
    /// The value of the first field of that name, as text; nil if there is none.
    public func text(of name: String) -> String? { first { $0.isNamed(name) }?.text }
}

extension HeaderField: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The value as it may be shown: masked if the name says that it is a secret, and what in it has a secret's form.
    package var shownText: String {
        SensitiveNames.isHeader(name) ? SensitiveNames.mask : SecretsInText.masked(text)
    }

    /// The field as `name: value`, secrets masked.
    public var description: String { "\(name): \(shownText)" }

    /// The same as ``description``: a debug dump shows no secret either.
    public var debugDescription: String { description }

    /// A mirror that shows only ``description``.
    public var customMirror: Mirror {
        Mirror(self, children: ["field": description], displayStyle: .struct)
    }
}
