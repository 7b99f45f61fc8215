/// A SigV4 signature: 32 bytes, written as 64 lower-case hexadecimal digits.
///
/// Whoever has the signature of a request can send that request within its window, so the default print shows its
/// first eight digits only.
public struct Signature: Sendable, Hashable {
    let digest: SHA256Digest

    init(_ digest: SHA256Digest) {
        self.digest = digest
    }

    /// The signature in 64 lower-case hexadecimal digits.
    public var text: String { digest.hex }

    /// The 32 bytes of the signature.
    public var bytes: [UInt8] { digest.bytes }

    /// Whether `text` spells this signature, found out in constant time.
    ///
    /// Capitals do not: services refuse them.
    public func matches(_ text: [UInt8]) -> Bool {
        ConstantTime.areEqual(digest.hexBytes.span, text.span)
    }
}

extension Signature: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The first eight digits and an ellipsis.
    public var description: String { text.prefix(8) + "…" }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// A mirror that shows only ``description``.
    public var customMirror: Mirror { Mirror(self, children: ["signature": description], displayStyle: .struct) }
}
