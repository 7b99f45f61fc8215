/// Expands whole bodies: gzip (RFC 1952) and what HTTP calls `deflate` (RFC 1950, or bare RFC 1951).
enum Decompression {
    /// No body of a recording is larger than this.
    static let standardLimit = 256 << 20

    /// The expanded members of a gzip file, one after the other.
    static func gunzip(_ bytes: [UInt8], limit: Int = standardLimit) throws(InflateError) -> [UInt8] {
        let source = bytes.span
        var output: [UInt8] = []
        var offset = 0
        repeat {
            var inflater = Inflater(at: try afterGzipHeader(source, at: offset), limit: limit - output.count)
            let end = try inflater.run(source)
            guard end + 8 <= source.count else { throw InflateError(.truncated) }
            let member = inflater.output
            guard CRC32.checksum(member) == littleEndian(source, at: end) else { throw InflateError(.checksumMismatch) }
            guard UInt32(truncatingIfNeeded: member.count) == littleEndian(source, at: end + 4) else {
                throw InflateError(.lengthMismatch)
            }
            output = output.isEmpty ? member : output + member
            offset = end + 8
            // Padding after the last member is not part of it.
            while offset < source.count, source[offset] == 0 { offset += 1 }
        } while offset < source.count
        return output
    }

    /// The expanded data of a zlib stream; bare deflate data is accepted, as browsers do.
    static func inflate(_ bytes: [UInt8], limit: Int = standardLimit) throws(InflateError) -> [UInt8] {
        let source = bytes.span
        guard hasZlibHeader(source) else {
            var inflater = Inflater(at: 0, limit: limit)
            _ = try inflater.run(source)
            return inflater.output
        }
        guard source[1] & 0x20 == 0 else { throw InflateError(.notZlib) }
        var inflater = Inflater(at: 2, limit: limit)
        let end = try inflater.run(source)
        guard end + 4 <= source.count else { throw InflateError(.truncated) }
        guard Adler32.checksum(inflater.output) == littleEndian(source, at: end).byteSwapped else {
            throw InflateError(.checksumMismatch)
        }
        return inflater.output
    }

    /// Whether the bytes begin as a gzip file does.
    static func looksLikeGzip(_ bytes: [UInt8]) -> Bool {
        bytes.count >= 18 && bytes[0] == 0x1F && bytes[1] == 0x8B && bytes[2] == 8
    }

    private static func hasZlibHeader(_ source: borrowing Span<UInt8>) -> Bool {
        source.count >= 6 && source[0] & 0x0F == 8 && (Int(source[0]) << 8 | Int(source[1])) % 31 == 0
    }

    /// Where the data of a member begins (RFC 1952 section 2.3).
    private static func afterGzipHeader(_ source: borrowing Span<UInt8>, at start: Int) throws(InflateError) -> Int {
        guard source.count - start >= 10 else { throw InflateError(start == 0 ? .notGzip : .truncated) }
        guard source[start] == 0x1F, source[start + 1] == 0x8B else { throw InflateError(.notGzip) }
        guard source[start + 2] == 8 else { throw InflateError(.unknownMethod) }
        let flags = source[start + 3]
        guard flags & 0xE0 == 0 else { throw InflateError(.unknownFlags) }
        var offset = start + 10
        if flags & 0x04 != 0 {
            guard offset + 2 <= source.count else { throw InflateError(.truncated) }
            offset += 2 + Int(source[offset]) + Int(source[offset + 1]) << 8
        }
        // File name and comment end with a zero byte.
        for flag: UInt8 in [0x08, 0x10] where flags & flag != 0 {
            while offset < source.count, source[offset] != 0 { offset += 1 }
            offset += 1
        }
        if flags & 0x02 != 0 { offset += 2 }
        guard offset < source.count else { throw InflateError(.truncated) }
        return offset
    }

    private static func littleEndian(_ source: borrowing Span<UInt8>, at offset: Int) -> UInt32 {
        var value: UInt32 = 0
        for place in (0..<4).reversed() { value = value << 8 | UInt32(source[offset + place]) }
        return value
    }
}
