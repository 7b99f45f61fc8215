import JSONText
import TOMLText
import Testing

/// TOML by the rules of <https://toml.io/en/v1.0.0>.
struct TOMLDocumentTests {
    private static func read(_ text: String) throws(TOMLFault) -> String {
        JSONValue.object(try TOMLDocument.parse(Array(text.utf8))).text(.compact)
    }

    @Test(arguments: [
        ("", "{}"), ("# c\n\na = 1 # d\n", #"{"a":1}"#), ("\u{FEFF}a = true", #"{"a":true}"#),
        ("a.b.c = 1\na.b.d = 2\n", #"{"a":{"b":{"c":1,"d":2}}}"#), ("\"q k\" . 'l' = 1", #"{"q k":{"l":1}}"#),
        ("1979-05-27 = 1\n", #"{"1979-05-27":1}"#), ("'' = 1", #"{"":1}"#),
        ("[a.b]\nc = 1\n[a]\nd = 2", #"{"a":{"b":{"c":1},"d":2}}"#),
        ("[[a]]\nb = 1\n[[a]]\n[a.c]\nd = 2", #"{"a":[{"b":1},{"c":{"d":2}}]}"#),
        ("a = [ 1,\n # c\n [ 2 ], ]", #"{"a":[1,[2]]}"#), ("a = { b.c = 1, d = {} }", #"{"a":{"b":{"c":1},"d":{}}}"#),
        ("a.x.y = 1\n[a.z]\nb = 2", #"{"a":{"x":{"y":1},"z":{"b":2}}}"#),
    ])
    func tables(_ text: String, _ json: String) throws {
        #expect(try Self.read(text) == json)
    }

    @Test(arguments: [
        ("1_000", "1000"), ("-17", "-17"), ("+0", "0"), ("0xDEAD_beef", "3735928559"), ("0o17", "15"), ("0b1_0", "2"),
        ("-9223372036854775808", "-9223372036854775808"), ("6.5e-1", "0.65"), ("1e1_0", "10000000000.0"),
        ("inf", "null"), ("-nan", "null"), ("1979-05-27", "null"), ("1979-05-27 07:32:00Z", "null"),
        ("1979-05-27t07:32:00.999-07:00", "null"), ("23:59:59", "null"), ("true", "true"),
        (#""a\tb\u00E9\U0001F600\\""#, #""a\tbé😀\\""#), (#"'a\b'"#, #""a\\b""#), ("\"\"", "\"\""),
        ("\"\"\"\na\\\n  b\"\"\"\"\"", #""ab\"\"""#), ("\'\'\'\r\na\r\nb\'\'\'", #""a\nb""#),
    ])
    func values(_ text: String, _ json: String) throws {
        let number = try #require(try TOMLDocument.parse(Array("a = \(text)".utf8))["a"])
        #expect(number == (try JSONValue(parsing: json)), "\(number)")
    }

    @Test(arguments: [
        ("[=", 1, 2), ("[[[", 1, 3), ("[.a]", 1, 2), ("[#c]", 1, 2), ("a", 1, 2), ("a = \n", 1, 5), ("= 1", 1, 1),
        ("a = 1 b = 2", 1, 7), ("a = 1\na = 2", 2, 1), ("é = 1", 1, 1), ("x = 'é' y", 1, 9), ("a = 1\n[a]", 2, 1),
        ("[a]\n[a]", 2, 1), ("[a]\n[[a]]", 2, 1), ("a = []\n[[a]]", 2, 1), ("a = {b = 1}\na.c = 2", 2, 1),
        ("a = {b = 1}\n[a.c]", 2, 1), ("[a.b.c]\n[a]\nb.d = 1", 3, 1), ("a.b = 1\n[a]", 2, 1), ("a = {b = 1,}", 1, 12),
        ("a = {b = 1\n}", 1, 11), ("a = [1 2]", 1, 8), ("a = \"\n\"", 1, 6), ("a = \"\\x\"", 1, 6),
        ("a = \"\\uD800\"", 1, 6), ("a = \"\"\"b", 1, 5), ("a = \u{1}", 1, 5), ("# \u{7F}", 1, 3), ("a = 1\r", 1, 6),
        ("a = \'\u{0}\'", 1, 6),
    ])
    func faults(_ text: String, _ line: Int, _ column: Int) {
        let fault = #expect(throws: TOMLFault.self) { try Self.read(text) }
        #expect([fault?.line, fault?.column] == [line, column], "\(fault?.message ?? "")")
    }

    @Test(arguments: [
        "01", "1_", "_1", "1__0", "0x", "0xg", "+0x1", "1.", ".5", "1.e5", "1e", "1e+", "--1", "9223372036854775808",
        "tru",
        "1979-02-30", "1979-5-27", "24:00:00", "07:32", "07:32:00.", "1979-05-27T07:32:00+24:00", "1979-05-27T", "Inf",
        "+",
        "1979-05-27T07:32:00z+01:00",
    ])
    func whatIsNoValue(_ text: String) {
        let fault = #expect(throws: TOMLFault.self) { try Self.read("a = \(text)") }
        #expect(fault?.line == 1)
    }

    /// However deep or long a text is, reading it ends with its length.
    @Test(
        .timeLimit(.minutes(10)),
        arguments: ["[", "a.", "{a=", "[a]\n", "[[a]]\n", "\"", "'", "\\", "a", "#", "\n", "a=["])
    func longRunsEnd(_ piece: String) {
        let run = String(repeating: piece, count: 100_000)
        for text in [run, "a = " + run, "a = \"\"\"" + run] { _ = try? Self.read(text) }
    }
}
