import Testing
import WireText

@Suite struct Base64Tests {
    /// RFC 4648 section 10, and the letters beyond the digits.
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"), ("\u{FB}\u{FF}", "w7vDvw=="),
    ])
    func `the RFC's examples`(_ plain: String, _ encoded: String) throws {
        #expect(Base64.text(Array(plain.utf8)) == encoded)
        #expect(try Base64.decode(encoded.utf8.span) == Array(plain.utf8))
    }

    @Test func `all byte values at all lengths come back`() throws {
        for length in 0..<260 {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ length) }
            #expect(try Base64.decode(Base64.encode(bytes).span) == bytes)
        }
    }

    @Test(arguments: [
        ("Z", Base64Error.Reason.length, 1), ("Zg", .padding, 2), ("Zg=", .padding, 3), ("Zg===", .padding, 4),
        ("Zh==", .unusedBits, 4), ("Zm9=", .unusedBits, 4), ("Zm 8=", .foreignByte, 2), ("Z=g=", .padding, 1),
        ("=", .padding, 0), ("Zm8=Zm8=", .padding, 3), ("Zm9\u{E9}", .foreignByte, 3), ("-_8=", .foreignByte, 0),
    ])
    func `anything else is refused, and where`(_ text: String, _ reason: Base64Error.Reason, _ offset: Int) {
        let error = #expect(throws: Base64Error.self) { try Base64.decode(text.utf8.span) }
        #expect(error?.reason == reason)
        #expect(error?.offset == offset)
    }

    @Test(arguments: [
        (" Zm9v\n  Yg= =\n", Base64.Leniency.whitespace, "foob"), ("Zm9vYg", .padding, "foob"),
        ("Zm9vYg=", .padding, "foob"), ("Zh==", .unusedBits, "f"),
    ])
    func `what a reader allows is read, and refused of others`(
        _ text: String, _ leniency: Base64.Leniency, _ plain: String
    ) throws {
        #expect(try Base64.decode(text.utf8.span, allowing: leniency) == Array(plain.utf8))
        #expect(throws: Base64Error.self) { try Base64.decode(text.utf8.span) }
    }

    @Test func `the alphabet of URLs`() throws {
        #expect(try Base64.decode("-_8=".utf8.span, allowing: .urlAlphabet) == [0xFB, 0xFF])
        #expect(try Base64.decode("+/8=".utf8.span, allowing: .urlAlphabet) == [0xFB, 0xFF])
    }
}
