import NIOCore
import NIOHPACK

/// A block of fields that is larger than a request's may be.
///
/// The library ends the connection for one, and its error says neither why nor of which request. So a small block is put in
/// its place, whose one field says what it stands for: the stream is answered with 431, and then the connection ends, for the
/// table of the decoder lacks what the block would have put into it (RFC 9113, sections 4.3 and 10.5.1).
enum OversizeBlock {
    /// The name of the field, which no request has: a NUL stands in it.
    static let name = "\u{0}431"

    /// The frame that is read in the block's place.
    ///
    /// - Parameter endsStream: Whether the client sends nothing behind the block.
    static func frame(stream: UInt32, endsStream: Bool) -> [UInt8] {
        // A literal that goes into no table, with a name of four bytes and no value (RFC 7541, section 6.2.2).
        let block = [0, UInt8(name.utf8.count)] + Array(name.utf8) + [0]
        return FrameHead(
            headersOf: stream, length: block.count, endsStream: endsStream, hasPriority: false, endsBlock: true
        ).bytes + block
    }

    /// Whether the fields of a block are larger than so many bytes, as far as they stand in the block itself.
    ///
    /// Their size is that of RFC 9113, section 10.5.1: name, value, and 32 bytes each. What an index stands for counts as
    /// nothing, so a block of indexes alone is never found to be too large here; the library finds it.
    static func isOversize(_ block: [UInt8], most: Int) -> Bool {
        // Four bytes can be a field of 33, and none is worth more; Huffman's code makes eight characters of five bytes.
        guard block.count > most / 9, let literals = NamelessFields.literals(block) else { return false }
        var decoder = HPACKDecoder(allocator: ByteBufferAllocator(), maxDynamicTableSize: 0, maxHeaderListSize: most)
        var buffer = ByteBuffer(bytes: literals)
        do {
            _ = try decoder.decodeHeaders(from: &buffer)
            return false
        } catch {
            return error is NIOHPACKErrors.MaxHeaderListSizeViolation
        }
    }
}
