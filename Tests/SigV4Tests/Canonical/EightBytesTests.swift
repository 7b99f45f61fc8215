import Testing
import WireText

@testable import SigV4

/// The tests on eight bytes at once say the same as the ones on single bytes, in every place and beside every neighbour.
@Suite("Eight bytes at once")
struct EightBytesTests {
    /// Which of the eight bytes are marked, the first first.
    private func marks(_ word: UInt64) -> [Bool] {
        (0..<8).map { word >> UInt64(63 - 8 * $0) & 1 == 1 }
    }

    private func word(_ bytes: [UInt8]) -> UInt64 { bytes.span.fullWord(from: 0) }

    @Test("agree with single bytes")
    func agreement() {
        var random = Generator(seed: 1)
        for byte in UInt8.min...UInt8.max {
            for _ in 0..<8 {
                var bytes = (0..<8).map { _ in UInt8(truncatingIfNeeded: random.next()) }
                bytes[random.number(in: 0...7)] = byte
                let word = word(bytes)
                #expect(marks(word.bytes(equalTo: byte)) == bytes.map { $0 == byte })
                #expect(marks(word.bytes(from: 0x2D, through: 0x39)) == bytes.map { (0x2D...0x39).contains($0) })
                #expect(
                    marks(word.bytesPlainInPath)
                        == bytes.map { ($0.isUnreserved || $0 == UInt8(ascii: "/")) && $0 != 0x5F && $0 != 0x7E })
                #expect(
                    marks(word.bytesOfScope)
                        == bytes.map { $0 > 0x20 && $0 != 0x2C && $0 != 0x2F && $0 != 0x7F })
                #expect(word.asciiLowercasedBytes == self.word(bytes.map(\.asciiLowercased)))
            }
        }
    }

    @Test("partial words hold what there is", arguments: 0...20)
    func partial(_ count: Int) {
        let bytes = (0..<count).map { UInt8($0 + 1) }
        for index in 0...24 {
            let there = bytes.dropFirst(index).prefix(8)
            #expect(bytes.span.word(from: index) == word(there + [UInt8](repeating: 0, count: 8 - there.count)))
        }
        #expect(bytes.span.smallest == bytes.min() ?? 255)
        for byte in UInt8(0)...30 { #expect(bytes.span.firstIndex(of: byte) == bytes.firstIndex(of: byte)) }
    }

    @Test("hexadecimal digits of every byte in every place of four")
    func hexadecimal() {
        for byte in UInt64.zero...0xFF {
            let pair = Array(((byte < 16 ? "0" : "") + String(byte, radix: 16)).utf8)
            for place in 0..<4 {
                var expected = [UInt8](repeating: UInt8(ascii: "0"), count: 8)
                expected.replaceSubrange((6 - 2 * place)..<(8 - 2 * place), with: pair)
                #expect(UInt64.digits(of: byte << UInt64(8 * place)) == word(expected))
            }
        }
    }
}
