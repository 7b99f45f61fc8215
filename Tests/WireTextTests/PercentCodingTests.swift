import Testing
import WireText

@Suite struct PercentCodingTests {
    @Test(arguments: [
        ("amazon.nova-micro-v1:0", "amazon.nova-micro-v1%3A0"), ("a/b c", "a%2Fb%20c"), ("%2F", "%252F"),
        ("-._~", "-._~"), ("\u{E9}", "%C3%A9"), ("", ""), ("!*'()", "%21%2A%27%28%29"),
    ])
    func `all but unreserved bytes are encoded, and come back`(_ plain: String, _ encoded: String) {
        #expect(PercentCoding.encode(plain.utf8.span) == Array(encoded.utf8))
        #expect(PercentCoding.decode(encoded.utf8.span) == Array(plain.utf8))
    }

    @Test func `one byte more may be kept`() {
        let encoded = PercentCoding.encode("arn:a/b".utf8.span, keeping: UInt8(ascii: ":"))
        #expect(String(decoding: encoded, as: UTF8.self) == "arn:a%2Fb")
    }

    @Test(arguments: [
        ("%", "%"), ("%2", "%2"), ("%2g", "%2g"), ("%+1", "%+1"), ("%%41", "%A"), ("%253A", "%3A"), ("%3a%3A", "::"),
        ("a+b", "a+b"), ("%FF", "\u{FFFD}"),
    ])
    func `what is no escape stands for itself`(_ text: String, _ plain: String) {
        #expect(PercentCoding.decodedText(text.utf8.span) == plain)
    }

    @Test func `a form has blanks as plus signs`() {
        #expect(PercentCoding.decode("a+b%2B".utf8.span, plus: 0x20) == Array("a b+".utf8))
    }
}
