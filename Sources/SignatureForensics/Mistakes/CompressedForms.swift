import Deflate
import SigV4

/// The body before it was compressed, and as it was before a proxy unpacked it.
enum CompressedForms {
    /// Nobody sends more, and no more is taken from a small body that expands without end.
    private static let limit = 1 << 22

    /// Longer bodies are not compressed: each form costs its hash.
    private static let longest = 1 << 18

    /// The plain bytes of a compressed body; nil if it is not compressed, damaged, or grows beyond bounds.
    static func unpacked(_ body: [UInt8]) -> [UInt8]? {
        if Expansion.looksLikeGzip(body.span) { return try? Expansion.gunzip(body.span, limit: limit) }
        // Deflate without any frame, as many senders of "deflate" have it: no text begins so and ends in the right place.
        let isText = body.first == UInt8(ascii: "{") || body.first == UInt8(ascii: "[")
        guard body.count > 2, !isText, let plain = try? Expansion.inflate(body.span, limit: limit) else { return nil }
        return plain.isEmpty ? nil : plain
    }

    /// The body compressed by the system's zlib, at the usual levels, in the usual frames; none for one that is compressed.
    ///
    /// - Parameter times: Moments that a compressor may have written into the file: about when it was signed.
    static func all(_ body: [UInt8], times: [SigningTime]) -> [(bytes: [UInt8], words: String)] {
        guard !body.isEmpty, body.count <= longest, unpacked(body) == nil else { return [] }
        let stamps = [Int64(0)] + times.map(\.unixSeconds)
        return [6, 9].flatMap { level -> [(bytes: [UInt8], words: String)] in
            let words = "the body compressed by zlib at level \(level)"
            var forms: [(bytes: [UInt8], words: String)] = []
            if let gzip = Compression.compress(body.span, .gzip, level: level) {
                forms += stamps.flatMap { stamp in
                    systems.map { (stamped(gzip, stamp, $0.flag, $0.system), words + ", in gzip's frame") }
                }
            }
            if let zlib = Compression.compress(body.span, .zlib, level: level) {
                forms.append((zlib, words + ", in zlib's frame"))
            }
            if let bare = Compression.compress(body.span, .none, level: level) {
                forms.append((bare, words + ", without a frame"))
            }
            return forms
        }
    }

    /// The byte for the effort and the one for the system, as Python, zlib and Java write them.
    private static let systems: [(flag: UInt8, system: UInt8)] = [(2, 255), (0, 3), (0, 255), (2, 3), (0, 0)]

    /// The gzip file with another moment, effort and system in its header (RFC 1952, section 2.3).
    private static func stamped(_ gzip: [UInt8], _ stamp: Int64, _ flag: UInt8, _ system: UInt8) -> [UInt8] {
        guard gzip.count > 10 else { return gzip }
        let time = UInt32(truncatingIfNeeded: stamp)
        return gzip[..<4] + [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: time >> $0) } + [flag, system] + gzip[10...]
    }
}
