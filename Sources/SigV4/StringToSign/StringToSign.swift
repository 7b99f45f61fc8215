/// A string to sign: the algorithm, the time, the credential scope and the hash of the canonical request, a line each.
public struct StringToSign: Sendable, Hashable {
    /// The string to sign.
    public let bytes: [UInt8]

    /// The algorithm that SigV4 names in its first line.
    public static let algorithm = "AWS4-HMAC-SHA256"

    /// Makes the string to sign of a canonical request's hash.
    public init(time: SigningTime, scope: CredentialScope, canonicalRequestHash: SHA256Digest) {
        var writer = ByteWriter(capacity: 144 + scope.region.utf8.count + scope.service.utf8.count)
        writer.appendStringToSign(
            time: AmzDate(time), scopeText: scope.bytes)
        writer.append(hexOf: canonicalRequestHash)
        bytes = writer.bytes()
    }

    /// Takes a string to sign that was made elsewhere, for example one that a service returned.
    public init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The string to sign as text.
    ///
    /// It holds no secret.
    public var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension StringToSign: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The same as ``text``: a string to sign holds no secret.
    public var description: String { text }

    /// The same as ``text``.
    public var debugDescription: String { text }

    /// A mirror of the text instead of its bytes.
    public var customMirror: Mirror {
        Mirror(self, children: ["stringToSign": text], displayStyle: .struct)
    }
}

extension ByteWriter {
    /// Writes a string to sign up to the hash of the canonical request.
    mutating func appendStringToSign(time: AmzDate, scopeText: [UInt8]) {
        append("AWS4-HMAC-SHA256\n" as StaticString)
        append(time)
        append(UInt8(ascii: "\n"))
        append(scopeText)
        append(UInt8(ascii: "\n"))
    }
}
