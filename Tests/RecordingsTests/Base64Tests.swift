import Testing

@testable import Recordings

@Suite struct Base64Tests {
    /// RFC 4648 section 10, and the letters beyond the digits.
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"), ("\u{FB}\u{FF}", "w7vDvw=="),
    ])
    func `the RFC's examples`(_ plain: String, _ encoded: String) {
        #expect(Base64.encode(Array(plain.utf8)) == encoded)
        #expect(Base64.decode(encoded) == Array(plain.utf8))
    }

    @Test func `all byte values at all lengths come back`() {
        for length in 0..<260 {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ length) }
            #expect(Base64.decode(Base64.encode(bytes)) == bytes)
        }
    }

    @Test(arguments: ["Z", "Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "Zm 8=", "Z=g=", "=", "Zm8=Zm8=", "Zm9\u{E9}", "-_8="])
    func `anything else is refused`(_ text: String) {
        #expect(Base64.decode(text) == nil)
    }

    @Test func `white space is skipped only when asked for`() {
        #expect(Base64.decode(" Zm9v\n  Yg= =\n".utf8.span, whitespace: .skipped) == Array("foob".utf8))
        #expect(Base64.decode("Zm9v\n") == nil)
    }
}
