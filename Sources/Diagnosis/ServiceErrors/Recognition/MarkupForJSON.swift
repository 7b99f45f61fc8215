/// A parser's complaint that markup came where it expected JSON: a page of HTML or a document of XML, so that not the service
/// that was meant answered.
///
/// Each parser has words of its own: V8, JavaScriptCore, Go, .NET, Jackson, Ruby.
enum MarkupForJSON {
    private static let marks = [
        "Unexpected token '<'", "Unexpected token <", "Unrecognized token '<'", "unexpected token at '<",
        "invalid character '<'", "'<' is an invalid start of a value", "'<', hexadecimal value 0x3C",
        "Unexpected character ('<' (code 60))", "Unexpected character encountered while parsing value: <",
        "JSON parsing failed: Text: <",
    ]

    /// Whether a parser complains so.
    static func stands(in text: String) -> Bool {
        let plain = text.prefix(16_384).replacing("\\'", with: "'")
        return marks.contains { plain.contains($0) }
    }
}
