import CZlib

/// Compresses as the system's zlib does.
///
/// The format leaves the choice of matches and codes to the compressor: zlib-ng, which some systems have in zlib's place,
/// writes other bytes than zlib does. What expands them gets the same data from both.
package enum Compression {
    /// The bytes compressed; `nil` if there is no memory for it.
    ///
    /// - Parameter level: zlib's effort, 0 to 9; what is outside is brought inside.
    package static func compress(_ bytes: Span<UInt8>, _ frame: DeflateFrame, level: Int) -> [UInt8]? {
        guard bytes.count <= Int(Int32.max) else { return nil }
        var stream = unsafe z_stream()
        let started = unsafe deflateInit2_(
            &stream, Int32(min(max(level, 0), 9)), Z_DEFLATED, frame.windowBits, memoryLevel, Z_DEFAULT_STRATEGY,
            ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard started == Z_OK else { return nil }
        defer { unsafe deflateEnd(&stream) }
        let bound = unsafe Int(deflateBound(&stream, UInt(bytes.count)))
        let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bound)
        defer { unsafe buffer.deallocate() }
        let status = unsafe bytes.withUnsafeBufferPointer { source in
            // zlib's parameter is not const, but it does not write there.
            unsafe stream.next_in = source.baseAddress.map { unsafe UnsafeMutablePointer(mutating: $0) }
            unsafe stream.avail_in = UInt32(source.count)
            unsafe stream.next_out = buffer.baseAddress
            unsafe stream.avail_out = UInt32(bound)
            return unsafe deflate(&stream, Z_FINISH)
        }
        guard status == Z_STREAM_END else { return nil }
        return unsafe Array(UnsafeBufferPointer(rebasing: buffer[..<(bound - Int(stream.avail_out))]))
    }

    /// Whether the system's library is zlib itself, whose bytes nearly every language's compressor writes.
    package static var isClassic: Bool {
        unsafe zlibVersion().map { unsafe !String(cString: $0).contains("ng") } ?? false
    }

    /// `DEF_MEM_LEVEL` of zlib, which the languages' libraries leave as it is.
    private static let memoryLevel: Int32 = 8
}
