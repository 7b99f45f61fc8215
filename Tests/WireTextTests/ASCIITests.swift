import Testing
import WireText

@Suite struct ASCIITests {
    private func all(_ test: (UInt8) -> Bool) -> String {
        String(decoding: (0...255).map { UInt8($0) }.filter(test), as: UTF8.self)
    }

    @Test func `sets of bytes are those of the standards`() {
        let (capitals, letters) = ("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")
        #expect(all(\.isDigit) == "0123456789")
        #expect(all(\.isUppercaseLetter) == capitals)
        #expect(all(\.isLowercaseLetter) == letters)
        #expect(all(\.isLetter) == capitals + letters)
        #expect(all(\.isWhitespace) == "\t\n\u{B}\u{C}\r ")
        #expect(all(\.isUnreserved) == "-.0123456789" + capitals + "_" + letters + "~")
        #expect(all(\.isTokenCharacter) == "!#$%&'*+-.0123456789" + capitals + "^_`" + letters + "|~")
    }

    @Test func `digits have values`() {
        for byte in (0...255).map({ UInt8($0) }) {
            let text = String(UnicodeScalar(byte))
            #expect(byte.decimalDigit == (byte < 0x80 ? Int(text) : nil))
            #expect(byte.hexDigit == (byte < 0x80 ? UInt8(text, radix: 16) : nil))
        }
    }

    @Test func `names are compared without regard to the case of ASCII letters alone`() {
        #expect("X-Amz-Date".equalsIgnoringCase("x-amz-DATE"))
        #expect(!"X-Amz-Date".equalsIgnoringCase("x-amz-dat"))
        #expect(!"\u{C9}".equalsIgnoringCase("\u{E9}"))
        // The bytes beside the letters differ in the same bit as capitals and small letters do.
        #expect(!"@[".equalsIgnoringCase("`{"))
        #expect("X-AMZ-\u{C9}".asciiLowercased == "x-amz-\u{C9}")
    }

    @Test func `eight bytes are made small as each of them is`() {
        for byte in UInt8.min...UInt8.max {
            for place in 0..<8 {
                for other in [UInt8.min, 0x40, 0x5A, 0x7F, .max] {
                    var bytes = [UInt8](repeating: other, count: 8)
                    bytes[place] = byte
                    let small = bytes.map(\.asciiLowercased)
                    let (word, wanted) = (bytes.span.word(at: 0), small.span.word(at: 0))
                    #expect(word.asciiLowercased == wanted)
                }
            }
        }
    }

    @Test(arguments: 0...25) func `names of every length are compared to their last byte`(_ length: Int) {
        let name = String("AUTHORIZATION-OF-A-REQUEST".prefix(length))
        let small = name.asciiLowercased
        #expect(name.equalsIgnoringCase(small))
        for place in 0..<length {
            var bytes = Array(small.utf8)
            // "1" and the letters differ in more than the bit of their case.
            bytes[place] = UInt8(ascii: "1")
            #expect(!name.equalsIgnoringCase(String(decoding: bytes, as: UTF8.self)))
        }
    }
}
