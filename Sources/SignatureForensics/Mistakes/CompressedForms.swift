import SigV4

/// The body as it was before a proxy unpacked it: compressed at the usual levels, in the usual frames.
enum CompressedForms {
    /// Compressed forms; none for a body that is compressed as it is.
    ///
    /// - Parameter times: moments that a compressor may have written into the file: about when it was signed.
    static func all(_ body: [UInt8], times: [SigningTime]) -> [(bytes: [UInt8], words: String)] {
        guard GzipBody.unpacked(body) == nil else { return [] }
        let levels: [(DeflatedBody.Level, Int)] = [(.six, 6), (.nine, 9)]
        return levels.flatMap { level, number -> [(bytes: [UInt8], words: String)] in
            guard let inside = DeflatedBody.compressed(body, level) else { return [] }
            let words = "the body compressed by zlib at level \(number)"
            let stamps = [Int64(0)] + times.map(\.unixSeconds)
            return stamps.flatMap { stamp in
                systems.map { (gzip(inside, body, stamp, $0.flag, $0.system), words + ", in gzip's frame") }
            } + [(zlib(inside, body, number), words + ", in zlib's frame"), (inside, words + ", without a frame")]
        }
    }

    /// The byte for the effort and the one for the system, as Python, zlib and Java write them.
    private static let systems: [(flag: UInt8, system: UInt8)] = [(2, 255), (0, 3), (0, 255), (2, 3), (0, 0)]

    private static func bytes(_ value: UInt32) -> [UInt8] {
        [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    /// RFC 1952.
    private static func gzip(
        _ inside: [UInt8], _ body: [UInt8], _ stamp: Int64, _ flag: UInt8, _ system: UInt8
    ) -> [UInt8] {
        [0x1F, 0x8B, 8, 0] + bytes(UInt32(truncatingIfNeeded: stamp)) + [flag, system] + inside + bytes(crc(body))
            + bytes(UInt32(truncatingIfNeeded: body.count))
    }

    /// RFC 1950.
    private static func zlib(_ inside: [UInt8], _ body: [UInt8], _ level: Int) -> [UInt8] {
        var (low, high) = (UInt32(1), UInt32(0))
        for byte in body {
            low = (low + UInt32(byte)) % 65_521
            high = (high + low) % 65_521
        }
        return [0x78, level == 6 ? 0x9C : 0xDA] + inside + bytes(high << 16 | low).reversed()
    }

    private static func crc(_ body: [UInt8]) -> UInt32 {
        var crc = ~UInt32(0)
        for byte in body {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }
}
