/// The 32 bytes of a SHA-256 digest or of an HMAC-SHA256.
///
/// Comparing two digests takes the same time whatever their bytes.
public struct SHA256Digest: Sendable, Hashable {
    var storage: InlineArray<32, UInt8>

    init(storage: InlineArray<32, UInt8>) {
        self.storage = storage
    }

    /// The digest as an array of 32 bytes.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(32)
        for index in storage.indices { bytes.append(storage[index]) }
        return bytes
    }

    /// The digest in 64 lower-case hexadecimal digits, as SigV4 writes it.
    public var hex: String { String(decoding: hexBytes, as: UTF8.self) }

    /// The ASCII bytes of ``hex``.
    package var hexBytes: [UInt8] {
        var writer = ByteWriter(capacity: 64)
        writer.append(hexOf: self)
        return writer.bytes()
    }

    /// Hashes `bytes` with SHA-256.
    public static func hash(_ bytes: Span<UInt8>) -> SHA256Digest {
        var hasher = SHA256Hasher()
        hasher.update(bytes)
        return hasher.finish()
    }

    /// Hashes `bytes` with SHA-256.
    public static func hash(_ bytes: [UInt8]) -> SHA256Digest {
        hash(bytes.span)
    }

    /// Whether two digests are equal, found out in constant time.
    public static func == (left: SHA256Digest, right: SHA256Digest) -> Bool {
        var difference: UInt8 = 0
        for index in left.storage.indices { difference |= left.storage[index] ^ right.storage[index] }
        return difference == 0
    }

    /// Feeds the first eight bytes to `hasher`: a digest is already uniform.
    public func hash(into hasher: inout Hasher) {
        for index in 0..<8 { hasher.combine(storage[index]) }
    }
}

extension SHA256Digest: CustomStringConvertible {
    /// The digest in hexadecimal.
    public var description: String { hex }
}
