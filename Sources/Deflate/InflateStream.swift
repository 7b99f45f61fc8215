import CZlib

/// zlib's state while it expands data.
@safe
struct InflateStream: ~Copyable {
    private let stream: UnsafeMutablePointer<z_stream>

    /// So much is expanded at a time.
    private static let chunk = 1 << 16

    /// - Throws: ``InflateError`` when zlib gets no memory.
    init(_ frame: DeflateFrame) throws(InflateError) {
        unsafe stream = .allocate(capacity: 1)
        // A stream that is all zero lets zlib use its own memory functions, and may be ended.
        unsafe stream.initialize(to: z_stream())
        let size = unsafe Int32(MemoryLayout<z_stream>.size)
        guard unsafe inflateInit2_(stream, frame.windowBits, ZLIB_VERSION, size) == Z_OK else {
            throw InflateError(.outOfMemory)
        }
    }

    deinit {
        unsafe inflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// Expands from a place on, to the end of the compressed data, and returns the place behind it.
    ///
    /// - Parameter limit: The most bytes that `output` may hold.
    mutating func expand(
        _ source: Span<UInt8>, from start: Int, into output: inout [UInt8], limit: Int
    ) throws(InflateError) -> Int {
        precondition(start >= 0 && start <= source.count)
        unsafe inflateReset(stream)
        var offset = start
        let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: Self.chunk)
        defer { unsafe buffer.deallocate() }
        while true {
            // Room for one byte more than allowed, to see whether there is one.
            let room = min(Self.chunk, limit - output.count + 1)
            let (status, taken, written) = unsafe step(source, from: offset, into: buffer, room: room)
            offset += taken
            unsafe output.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[..<written]))
            guard output.count <= limit else { throw InflateError(.tooLong(limit: limit)) }
            switch status {
            case Z_STREAM_END: return offset
            case Z_OK: continue
            case Z_BUF_ERROR: throw InflateError(.truncated)
            case Z_NEED_DICT: throw InflateError(.dictionary)
            case Z_MEM_ERROR: throw InflateError(.outOfMemory)
            default: throw InflateError(.damaged(unsafe stream.pointee.msg.map { unsafe String(cString: $0) } ?? ""))
            }
        }
    }

    /// One call of zlib, which takes and gives as much as it can.
    private mutating func step(
        _ source: Span<UInt8>, from offset: Int, into buffer: UnsafeMutableBufferPointer<UInt8>, room: Int
    ) -> (status: Int32, taken: Int, written: Int) {
        unsafe source.withUnsafeBufferPointer { bytes in
            let count = min(bytes.count - offset, Int(Int32.max))
            // zlib's parameter is not const, but it does not write there.
            unsafe stream.pointee.next_in = bytes.baseAddress.map { unsafe UnsafeMutablePointer(mutating: $0 + offset) }
            unsafe stream.pointee.avail_in = UInt32(count)
            unsafe stream.pointee.next_out = buffer.baseAddress
            unsafe stream.pointee.avail_out = UInt32(room)
            let status = unsafe inflate(stream, Z_NO_FLUSH)
            return unsafe (status, count - Int(stream.pointee.avail_in), room - Int(stream.pointee.avail_out))
        }
    }
}
