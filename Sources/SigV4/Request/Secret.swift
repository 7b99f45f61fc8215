import WireText

/// A secret access key or session token.
///
/// Its bytes are cleared from memory when the last copy goes, are compared in constant time, and appear in no
/// description, mirror or dump.
public struct Secret: Sendable {
    private let storage: SecretBytes

    /// Keeps the UTF-8 bytes of `text`.
    public init(_ text: String) {
        self.init(bytes: Array(text.utf8))
    }

    /// Keeps `bytes`.
    public init(bytes: [UInt8]) {
        storage = SecretBytes(bytes)
    }

    /// The secret itself.
    ///
    /// Do not print, log or store it.
    package var exposedBytes: [UInt8] { storage.bytes }

    /// Whether both are the same stored secret, which needs no comparison of bytes.
    func isIdentical(to other: Secret) -> Bool { storage === other.storage }

    /// Whether the secret is the empty string.
    public var isEmpty: Bool { storage.bytes.isEmpty }

    /// Whether the secret equals `candidate`, found out in time that depends on the lengths alone.
    public func matches(_ candidate: [UInt8]) -> Bool {
        let bytes = storage.bytes
        return ConstantTime.areEqual(bytes.span, candidate.span)
    }
}

extension Secret: Equatable {
    /// Whether two secrets are equal, found out in time that depends on the lengths alone.
    public static func == (left: Secret, right: Secret) -> Bool {
        left.isIdentical(to: right) || left.matches(right.storage.bytes)
    }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Always `<redacted>`.
    public var description: String { SensitiveNames.mask }

    /// Always `<redacted>`.
    public var debugDescription: String { SensitiveNames.mask }

    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}
