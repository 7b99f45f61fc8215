import NIOCore
import NIOEmbedded
import Testing

@testable import MockBedrock

/// Blocks of fields, before they are decoded: those with an empty name get one, whatever they are cut into.
struct FieldBlockTests {
    private static let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)

    private static func frame(_ type: UInt8, _ flags: UInt8, _ stream: UInt8, _ payload: [UInt8]) -> [UInt8] {
        [UInt8(payload.count >> 16 & 0xFF), UInt8(payload.count >> 8 & 0xFF), UInt8(payload.count & 0xFF), type, flags]
            + [0, 0, 0, stream] + payload
    }

    /// What comes out behind the handler of bytes that come in parts, and what it awaits at last.
    private func passed(_ parts: [[UInt8]], mostBytes: Int = 65_536) throws -> (bytes: [UInt8], awaits: Bool) {
        let awaited = Awaited()
        let channel = EmbeddedChannel(
            handler: FieldBlockHandler(mostBytes: mostBytes) { awaited.isAwaited = $0 })
        for part in parts { try channel.writeInbound(ByteBuffer(bytes: part)) }
        var bytes: [UInt8] = []
        while let part = try channel.readInbound(as: ByteBuffer.self) { bytes += Array(part.readableBytesView) }
        _ = try? channel.finish()
        return (bytes, awaited.isAwaited)
    }

    private final class Awaited { var isAwaited = false }

    /// `:method: GET`, then an empty name, plain and in Huffman's code, and the same put into the table.
    private static let (before, empty) = (
        [0x82] as [UInt8], [[0, 0, 1, 97], [0x10, 0x80, 1, 97], [0x40, 0, 0]] as [[UInt8]]
    )
    private static let named = [[0, 1, 0, 1, 97], [0x10, 1, 0, 1, 97], [0x40, 1, 0, 0]] as [[UInt8]]

    @Test(arguments: 0..<3) func `an empty name is filled, in whatever way it is written`(form: Int) {
        let around: [UInt8] = [0x41, 3, 0x61, 0x62, 0x63, 0x3F, 0x9A, 0x0A, 0xC0]
        #expect(
            NamelessFields.named(Self.before + Self.empty[form] + around)
                == Self.before + Self.named[form] + around)
        #expect(NamelessFields.named(Self.empty[form] + Self.empty[0]) == Self.named[form] + Self.named[0])
    }

    @Test(
        arguments: [
            [], [0x82, 0x86], [0, 1, 97, 0], [0x40, 1, 97, 0x80], [0x44, 0], [0x0F, 0x10, 0], [0x7F, 0x00, 1, 0],
            // The value has what would be an empty name; what is cut off; a number without an end.
            [0, 1, 97, 3, 0, 0, 0], [0, 0], [0, 0, 5, 1], [0, 9, 97], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
            [0x40],
        ] as [[UInt8]])
    func `other blocks, and those that cannot be read, are left as they are`(block: [UInt8]) {
        #expect(NamelessFields.named(block) == nil)
    }

    @Test func `bytes are the same however they are cut, and a block that is open is awaited`() throws {
        let (settings, data) = (Self.frame(4, 0, 0, []), Self.frame(0, 1, 1, Array("body".utf8)))
        let whole = Self.frame(1, 4, 1, [0x82, 0x86])
        let parts = Self.frame(1, 1, 3, [0x82, 0, 1]) + Self.frame(9, 0, 3, [97]) + Self.frame(9, 4, 3, [0])
        let stream = Self.preface + settings + whole + data + parts + Self.frame(6, 0, 0, [1, 2, 3, 4, 5, 6, 7, 8])
        for cut in 0...stream.count {
            let pieces = [Array(stream[..<cut]), Array(stream[cut...])]
            let (bytes, awaits) = try passed(pieces)
            #expect(bytes == stream, "cut at \(cut)")
            #expect(!awaits)
            // Half of anything is waited for, but for a body, whose stream has a limit of its own.
            let ends = [24, settings.count, whole.count, data.count, parts.count, 17].reduce(into: [0]) {
                $0.append(($0.last ?? 0) + $1)
            }
            let dataStart = 24 + settings.count + whole.count
            if cut == 0 { continue }
            let isInside = !ends.contains(cut) && !(dataStart + 9..<dataStart + data.count).contains(cut)
            #expect(try passed([pieces[0]]).awaits == isInside, "\(cut)")
        }
        let (bytes, _) = try passed(stream.map { [$0] })
        #expect(bytes == stream)
    }

    @Test func `a block with padding, priority and an empty name over two frames becomes one with a name`() throws {
        let priority: [UInt8] = [0, 0, 0, 0, 15]
        let first = Self.frame(1, 1 | 8 | 0x20, 5, [2] + priority + [0x82, 0] + [0, 0])
        let stream = Self.preface + first + Self.frame(9, 4, 5, [0, 1, 97]) + Self.frame(4, 1, 0, [])
        let wanted = Self.preface + Self.frame(1, 1 | 4 | 0x20, 5, priority + [0x82, 0, 1, 0, 1, 97])
        for cut in 24...stream.count {
            let (bytes, awaits) = try passed([Array(stream[..<cut]), Array(stream[cut...])])
            #expect(bytes == wanted + Self.frame(4, 1, 0, []), "cut at \(cut)")
            #expect(!awaits)
        }
    }

    @Test func `a block that grows beyond a frame by its name goes on in another`() throws {
        let value = [UInt8](repeating: 97, count: 16_384 - 6)
        let length: [UInt8] = [0x7F, 0xFB, 0x7E]
        try #require(value.count == 127 + 0x7B + 0x7E << 7)
        let block: [UInt8] = [0x82, 0, 0] + length + value
        let (bytes, _) = try passed([Self.preface + Self.frame(1, 4, 1, block)])
        let filled = [0x82, 0, 1, 0] + length + value
        #expect(
            bytes == Self.preface + Self.frame(1, 0, 1, Array(filled.prefix(16_384)))
                + Self.frame(9, 4, 1, Array(filled.dropFirst(16_384))))
    }

    @Test(arguments: [false, true])
    func `a block that is too large is refused under its stream, and nothing is read behind it`(isEnd: Bool) throws {
        let end: UInt8 = isEnd ? 1 : 0
        let block = Self.frame(1, end, 7, []) + Self.frame(9, 0, 7, [1, 2, 3])
        let stream = Self.preface + block + Self.frame(9, 4, 7, [4]) + Self.frame(6, 0, 0, [1, 2, 3, 4, 5, 6, 7, 8])
        let wanted = Self.preface + OversizeBlock.frame(stream: 7, endsStream: isEnd)
        let (bytes, awaits) = try passed(stream.map { [$0] }, mostBytes: 10)
        #expect(bytes == wanted)
        #expect(!awaits)
        #expect(try passed([stream], mostBytes: 10).bytes == wanted)
    }

    @Test func `the size of a block is that of its fields, whatever they are coded in`() throws {
        // `x: aaa...`, and Huffman's code has five bits for an `a` (RFC 7541, appendix B).
        func field(_ count: Int) -> [UInt8] {
            let value = Huffman.letters(count)
            return [0, 1, 0x78, 0xFF] + FrameBytes.number(value.count - 127) + value
        }
        #expect(!OversizeBlock.isOversize(field(10_000), most: 10_033))
        #expect(OversizeBlock.isOversize(field(10_001), most: 10_033))
        #expect(field(10_001).count < 6_400)
        // Fields of a byte have 32 bytes each of their own.
        let small = [UInt8]([0, 1, 0x78, 0].cycled(300))
        #expect(OversizeBlock.isOversize(small, most: 9_899) && !OversizeBlock.isOversize(small, most: 9_900))
        // What is no block is the library's to find.
        #expect(!OversizeBlock.isOversize([UInt8](repeating: 0, count: 10_000) + [1], most: 100))
    }

    @Test(arguments: [
        // Another frame inside a block, another stream's, none before, too long a frame, padding that is longer than all.
        frame(1, 0, 1, [0x82]) + frame(0, 0, 1, [1]), frame(1, 0, 1, [0x82]) + frame(9, 4, 3, [0x82]),
        [1, 0, 0, 1, 4, 0, 0, 0, 1], frame(1, 4 | 8, 1, [9, 0]),
    ])
    func `what breaks HTTP/2 is left to the library, and nothing is kept back`(frames: [UInt8]) throws {
        let stream = Self.preface + frames + [1, 2, 3]
        let (bytes, awaits) = try passed(stream.map { [$0] }, mostBytes: 10)
        #expect(bytes == stream)
        #expect(!awaits)
    }
}

private enum Huffman {
    /// So many times the letter `a`, whose code is 00011; the last byte is filled with ones.
    static func letters(_ count: Int) -> [UInt8] {
        var (bytes, bits, width): ([UInt8], UInt32, Int) = ([], 0, 0)
        for _ in 0..<count {
            bits = bits << 5 | 0b00011
            width += 5
            while width >= 8 {
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(width - 8)))
                width -= 8
                bits &= (1 << UInt32(width)) - 1
            }
        }
        if width > 0 {
            bytes.append(UInt8(truncatingIfNeeded: bits << UInt32(8 - width)) | UInt8((1 << (8 - width)) - 1))
        }
        return bytes
    }
}

extension [UInt8] {
    fileprivate func cycled(_ count: Int) -> [UInt8] { (0..<count).flatMap { _ in self } }
}
