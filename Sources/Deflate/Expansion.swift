/// Expands whole bodies that are compressed with deflate, with bounds.
package enum Expansion {
    /// The data inside a frame; nothing may follow it.
    package static func expand(
        _ bytes: Span<UInt8>, _ frame: DeflateFrame, limit: Int
    ) throws(InflateError) -> [UInt8] {
        var output: [UInt8] = []
        var stream = try InflateStream(frame)
        let end = try stream.expand(bytes, from: 0, into: &output, limit: limit)
        guard end == bytes.count else { throw InflateError(.trailingBytes) }
        return output
    }

    /// The expanded members of a gzip file, one after the other (RFC 1952, section 2.2).
    package static func gunzip(_ bytes: Span<UInt8>, limit: Int) throws(InflateError) -> [UInt8] {
        var output: [UInt8] = []
        var stream = try InflateStream(.gzip)
        var offset = 0
        repeat {
            offset = try stream.expand(bytes, from: offset, into: &output, limit: limit)
            // Padding after the last member is not part of it.
            while offset < bytes.count, bytes[offset] == 0 { offset += 1 }
        } while offset < bytes.count
        return output
    }

    /// What HTTP calls `deflate`: zlib's frame, or none, which some senders have (RFC 9110, section 8.4.1.2).
    package static func inflate(_ bytes: Span<UInt8>, limit: Int) throws(InflateError) -> [UInt8] {
        try expand(bytes, hasZlibHeader(bytes) ? .zlib : .none, limit: limit)
    }

    /// Whether the bytes begin as a gzip file does.
    package static func looksLikeGzip(_ bytes: Span<UInt8>) -> Bool {
        bytes.count >= 18 && bytes[0] == 0x1F && bytes[1] == 0x8B && bytes[2] == 8
    }

    /// Whether the bytes begin with zlib's header: the method, and a check of both bytes (RFC 1950, section 2.2).
    package static func hasZlibHeader(_ bytes: Span<UInt8>) -> Bool {
        bytes.count >= 6 && bytes[0] & 0x0F == 8 && (Int(bytes[0]) << 8 | Int(bytes[1])) % 31 == 0
    }
}
