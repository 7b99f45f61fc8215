import JSONText
import Testing

/// What is no JSON, with the place where a reader must say so.
struct InvalidDocument: Sendable, CustomTestStringConvertible {
    let text: [UInt8]
    let line: Int
    let column: Int
    let code: JSONError.Code
    let expected: String

    init(_ text: String, _ line: Int, _ column: Int, _ code: JSONError.Code, _ expected: String) {
        self.init(Array(text.utf8), line, column, code, expected)
    }

    init(_ bytes: [UInt8], _ line: Int, _ column: Int, _ code: JSONError.Code, _ expected: String) {
        self.text = bytes
        self.line = line
        self.column = column
        self.code = code
        self.expected = expected
    }

    var testDescription: String { String(decoding: text, as: UTF8.self).debugDescription }

    static let all: [InvalidDocument] = [
        .init("", 1, 1, .unexpectedEnd, "a value"),
        .init(" \n\t ", 2, 3, .unexpectedEnd, "a value"),
        .init("{", 1, 2, .unexpectedEnd, "a member name in double quotes or '}'"),
        .init("[", 1, 2, .unexpectedEnd, "a value or ']'"),
        .init("[1", 1, 3, .unexpectedEnd, "',' or ']'"),
        .init("[1,", 1, 4, .unexpectedEnd, "a value"),
        .init("[1,]", 1, 4, .unexpectedText, "a value"),
        .init("[,1]", 1, 2, .unexpectedText, "a value or ']'"),
        .init("[1 2]", 1, 4, .unexpectedText, "',' or ']'"),
        .init("[1}", 1, 3, .unexpectedText, "',' or ']'"),
        .init(#"{"a":1,}"#, 1, 8, .unexpectedText, "a member name in double quotes"),
        .init(#"{"a" 1}"#, 1, 6, .unexpectedText, "':' after the member name"),
        .init(#"{"a"}"#, 1, 5, .unexpectedText, "':' after the member name"),
        .init(#"{a:1}"#, 1, 2, .unexpectedText, "a member name in double quotes or '}'"),
        .init(#"{'a':1}"#, 1, 2, .unexpectedText, "a member name in double quotes or '}'"),
        .init(#"{"a":1 "b":2}"#, 1, 8, .unexpectedText, "',' or '}'"),
        .init(#"{"a":}"#, 1, 6, .unexpectedText, "a value"),
        .init("{\n  \"a\": 1,\n  \"b\": [1, 2,\n    x]\n}", 4, 5, .unexpectedText, "a value"),
        .init(#"{"a":1}{"#, 1, 8, .unexpectedText, "nothing more after the value"),
        .init("1 2", 1, 3, .unexpectedText, "nothing more after the value"),
        .init("// c\n1", 1, 1, .unexpectedText, "a value"),
        .init("tru", 1, 4, .unexpectedEnd, "a value"),
        .init("trux", 1, 1, .unexpectedText, "a value"),
        .init("True", 1, 1, .unexpectedText, "a value"),
        .init("nul1", 1, 1, .unexpectedText, "a value"),
        .init("NaN", 1, 1, .unexpectedText, "a value"),
        .init("Infinity", 1, 1, .unexpectedText, "a value"),
        .init("+1", 1, 1, .unexpectedText, "a value"),
        .init(".5", 1, 1, .unexpectedText, "a value"),
        .init("01", 1, 1, .invalidNumber, "a number without leading zeros"),
        .init("-012", 1, 2, .invalidNumber, "a number without leading zeros"),
        .init("-", 1, 2, .unexpectedEnd, "a digit"),
        .init("-x", 1, 2, .invalidNumber, "a digit"),
        .init("-Infinity", 1, 2, .invalidNumber, "a digit"),
        .init("1.", 1, 3, .unexpectedEnd, "a digit after the decimal point"),
        .init("1.e5", 1, 3, .invalidNumber, "a digit after the decimal point"),
        .init("[1e]", 1, 4, .invalidNumber, "a digit in the exponent"),
        .init("1e+", 1, 4, .unexpectedEnd, "a digit in the exponent"),
        .init("0x10", 1, 2, .unexpectedText, "nothing more after the value"),
        .init("\"abc", 1, 5, .unexpectedEnd, "'\"' at the end of the string"),
        .init("\"abc\\", 1, 6, .unexpectedEnd, "'\"' at the end of the string"),
        .init("\"abc\\\"", 1, 7, .unexpectedEnd, "'\"' at the end of the string"),
        .init("\"a\tb\"", 1, 3, .invalidString, "control characters in a string to be escaped"),
        .init("\"a\nb\"", 1, 3, .invalidString, "control characters in a string to be escaped"),
        .init("\"a\u{0}b\"", 1, 3, .invalidString, "control characters in a string to be escaped"),
        .init(#""a\x41""#, 1, 4, .invalidString, #"one of the escapes \" \\ \/ \b \f \n \r \t \uXXXX"#),
        .init(#""\u12G4""#, 1, 6, .invalidString, #"four hexadecimal digits after \u"#),
        .init(#""\u12""#, 1, 6, .invalidString, #"four hexadecimal digits after \u"#),
        .init(
            #""é\ud800x""#, 1, 3, .invalidString,
            #"an escaped low surrogate (\uDC00 to \uDFFF) after the high one"#),
        .init(
            #""\ud800\u0041""#, 1, 2, .invalidString,
            #"an escaped low surrogate (\uDC00 to \uDFFF) after the high one"#),
        .init(
            #""\ud800\ud800""#, 1, 2, .invalidString,
            #"an escaped low surrogate (\uDC00 to \uDFFF) after the high one"#),
        .init(
            #""\udc00""#, 1, 2, .invalidString,
            #"an escaped high surrogate (\uD800 to \uDBFF) before the low one"#),
        .init([0x22, 0x61, 0xFF, 0x22], 1, 3, .invalidUTF8, "valid UTF-8"),
        .init([0x22, 0x5C, 0x6E, 0x61, 0xFF, 0x22], 1, 5, .invalidUTF8, "valid UTF-8"),
        .init([0x22, 0xC3, 0x22], 1, 2, .invalidUTF8, "valid UTF-8"),
        .init([0x22, 0xC0, 0x80, 0x22], 1, 2, .invalidUTF8, "valid UTF-8"),
        .init([0x22, 0xED, 0xA0, 0x80, 0x22], 1, 2, .invalidUTF8, "valid UTF-8"),
        .init([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], 1, 2, .invalidUTF8, "valid UTF-8"),
        .init([0xEF, 0xBB, 0xBF, 0x31], 1, 1, .byteOrderMark, "JSON in UTF-8 without a byte order mark"),
        .init([0xFF, 0xFE, 0x31, 0x00], 1, 1, .byteOrderMark, "JSON in UTF-8 without a byte order mark"),
        .init([0xFE, 0xFF, 0x00, 0x31], 1, 1, .byteOrderMark, "JSON in UTF-8 without a byte order mark"),
        .init([0xA0], 1, 1, .unexpectedText, "a value"),
        .init("\u{00A0}1", 1, 1, .unexpectedText, "a value"),
        .init("\u{0B}1", 1, 1, .unexpectedText, "a value"),
        .init("[1,\u{2028}2]", 1, 4, .unexpectedText, "a value"),
        .init(#"{"é": 1, "ü": }"#, 1, 15, .unexpectedText, "a value"),
        .init(#"{"a": 1, "a": 2}"#, 1, 10, .duplicateName, "each member name once"),
        .init(#"{"a": 1, "\u0061": 2}"#, 1, 10, .duplicateName, "each member name once"),
        .init("[{\"b\":0,\n\"a\":{\"a\":1},\n\"a\":2}]", 3, 1, .duplicateName, "each member name once"),
    ]
}

@Suite struct InvalidDocumentTests {
    @Test("Every invalid document is refused at its place", arguments: InvalidDocument.all)
    func refuses(_ document: InvalidDocument) throws {
        let error = try #require(throws: JSONError.self) { try JSONValue(parsing: document.text) }
        #expect(error.line == document.line)
        #expect(error.column == document.column)
        #expect(error.code == document.code)
        #expect(error.expected == document.expected)
    }

    @Test func `a repeated name is reported with the place of the first one`() throws {
        let error = try #require(throws: JSONError.self) {
            try JSONValue(parsing: "{\n \"x\": {},\n \"text\": 1,\n \"y\": [1, {\"text\": 2}],\n \"text\": 3\n}")
        }
        #expect(error.position == JSONPosition(line: 5, column: 2, offset: 49))
        #expect(error.first == JSONPosition(line: 3, column: 2, offset: 13))
        #expect(
            error.description
                == "line 5, column 2 (byte 49): expected each member name once, "
                + "found the name \"text\" again, first at line 3, column 2")
    }

    @Test func `a repeated name is found in a large object too`() throws {
        let names = (0..<100).map { "\"name\($0)\":\($0)" } + ["\"name57\":0"]
        let error = try #require(throws: JSONError.self) {
            try JSONValue(parsing: "{" + names.joined(separator: ",") + "}")
        }
        #expect(error.code == .duplicateName)
        let first = try #require(error.first)
        #expect(first.column == 2 + names[..<57].joined(separator: ",").utf8.count + 1)
    }

    @Test func `names that differ only in normal form are different names`() throws {
        let value = try JSONValue(parsing: "{\"\u{E9}\": 1, \"e\u{301}\": 2}")
        #expect(value.objectValue?.count == 2)
        #expect(value["\u{E9}"] == 1)
        #expect(value["e\u{301}"] == 2)
        #expect(JSONValue.string("\u{E9}") != .string("e\u{301}"))
    }

    @Test(arguments: ["[", "{\"a\":", "[{\"a\":"])
    func `deep nesting is an error, not a crash`(_ opening: String) throws {
        let error = try #require(throws: JSONError.self) {
            try JSONValue(parsing: String(repeating: opening, count: 100_000))
        }
        #expect(error.code == .tooDeep)
        #expect(error.found == "nesting deeper than 512")
    }

    @Test func `nesting up to the limit is read`() throws {
        let text = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
        #expect(try JSONValue(parsing: text).text() == text)
        let deepest = JSONReaderOptions(maximumDepth: .max)
        let deeper = String(repeating: "[", count: 1000) + String(repeating: "]", count: 1000)
        #expect(try JSONValue(parsing: deeper, options: deepest).text() == deeper)
        #expect(throws: JSONError.self) { try JSONValue(parsing: "[" + deeper + "]", options: deepest) }
    }
}
