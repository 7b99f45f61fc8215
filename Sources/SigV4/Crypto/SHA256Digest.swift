/// The 32 bytes of a SHA-256 digest or of an HMAC-SHA256.
///
/// Comparing two digests takes the same time whatever their bytes.
public struct SHA256Digest: Sendable, Hashable {
    /// The bytes in order, eight to a word as they lie in memory.
    private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    /// A digest of zeros, to be written by ``withUnsafeOutput(_:)``.
    init() {}

    /// Takes 32 bytes; nil if there are more or fewer.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        unsafe withUnsafeOutput { output in
            for index in bytes.indices { unsafe output[index] = bytes[index] }
        }
    }

    /// Lets `body` write the 32 bytes.
    @inline(__always)
    mutating func withUnsafeOutput(_ body: (UnsafeMutablePointer<UInt8>) -> Void) {
        unsafe withUnsafeMutableBytes(of: &words) { buffer in
            guard let start = unsafe buffer.assumingMemoryBound(to: UInt8.self).baseAddress else { return }
            unsafe body(start)
        }
    }

    /// Lets `body` read the 32 bytes.
    @inline(__always)
    func withBytes<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
        unsafe withUnsafeBytes(of: words) { buffer in
            body(unsafe buffer.assumingMemoryBound(to: UInt8.self).span)
        }
    }

    /// The digest as an array of 32 bytes.
    public var bytes: [UInt8] {
        withBytes { span in
            ByteWriter.array(capacity: 32) { $0.append(span) }
        }
    }

    /// The digest in 64 lower-case hexadecimal digits, as SigV4 writes it.
    public var hex: String { String(decoding: hexBytes, as: UTF8.self) }

    /// The ASCII bytes of ``hex``.
    package var hexBytes: [UInt8] {
        ByteWriter.array(capacity: 64) { $0.append(hexOf: self) }
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
        (left.words.0 ^ right.words.0) | (left.words.1 ^ right.words.1) | (left.words.2 ^ right.words.2)
            | (left.words.3 ^ right.words.3) == 0
    }

    /// Feeds the first eight bytes to `hasher`: a digest is already uniform.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(words.0)
    }
}

extension SHA256Digest: CustomStringConvertible {
    /// The digest in hexadecimal.
    public var description: String { hex }
}
