import Testing
import WireText

@Suite struct StringEscapesTests {
    private func written(_ text: String) -> String {
        let source = text.utf8.span
        let bytes = [UInt8](capacity: source.count + StringEscapes.addedBytes(in: source)) { output in
            StringEscapes.write(source, into: &output)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("plain", "plain"), ("a\"b\\", #"a\"b\\"#), ("\n\r\t\u{8}\u{C}", #"\n\r\t\b\f"#),
        ("\u{0}\u{1F}", ##"\u0000\u001f"##), ("\u{7F}/\u{E9}", "\u{7F}/\u{E9}"),
    ])
    func `what JSON requires is escaped, and undone`(_ plain: String, _ escaped: String) {
        #expect(written(plain) == escaped)
        #expect(StringEscapes.unescape(escaped.utf8.span) == Array(plain.utf8))
    }

    @Test(arguments: [
        (#"\/"#, "/"), (#"\u00e9\u00E9"#, "\u{E9}\u{E9}"), (#"\ud83d\ude00"#, "\u{1F600}"), (#"\ud83d"#, "\u{FFFD}"),
        (#"\ud83dx"#, "\u{FFFD}x"), (#"\q\u12"#, #"\q\u12"#), (#"\u+123"#, #"\u+123"#), ("end\\", "end\\"),
    ])
    func `every escape is undone, and what is none stays`(_ escaped: String, _ plain: String) {
        #expect(String(decoding: StringEscapes.unescape(escaped.utf8.span), as: UTF8.self) == plain)
    }
}
