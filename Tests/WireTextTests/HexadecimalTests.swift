import Testing
import WireText

@Suite struct HexadecimalTests {
    @Test func `every byte comes back, in either case`() {
        let bytes = (0...255).map { UInt8($0) }
        let digits = Hexadecimal.encode(bytes)
        #expect(String(decoding: digits, as: UTF8.self).hasPrefix("000102030405060708090a0b0c0d0e0f10"))
        #expect(Hexadecimal.decode(digits.span) == bytes)
        #expect(Hexadecimal.decode(String(decoding: digits, as: UTF8.self).uppercased().utf8.span) == bytes)
    }

    @Test(arguments: ["0", "0g", "+1", "0x", " 1", "00 "])
    func `anything else is refused`(_ text: String) {
        #expect(Hexadecimal.decode(text.utf8.span) == nil)
    }

    @Test func `two digits are read where they stand`() {
        let text = Array("%2Fx".utf8)
        #expect(Hexadecimal.byte(in: text.span, at: 1) == 0x2F)
        #expect(Hexadecimal.byte(in: text.span, at: 2) == nil)
        #expect(Hexadecimal.byte(in: text.span, at: 3) == nil)
        #expect(Hexadecimal.byte(in: text.span, at: -1) == nil)
    }

    @Test func `digits of single values`() {
        #expect((0..<16).map { Hexadecimal.digit($0) } == Array("0123456789abcdef".utf8))
        #expect((0..<16).map { Hexadecimal.capital($0) } == Array("0123456789ABCDEF".utf8))
    }
}
