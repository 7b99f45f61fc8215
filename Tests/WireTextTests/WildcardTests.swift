import Testing
import WireText

@Suite("Patterns with stars and question marks")
struct WildcardTests {
    @Test(arguments: [
        ("a*c", "abc", true), ("a*c", "ac", true), ("a*c", "ab", false), ("*", "", true), ("", "", true),
        ("", "a", false), ("?", "", false), ("a?c", "abc", true), ("a?c", "ac", false), ("*-b-*", "a-b-c", true),
        ("*-b-*", "a-b", false), ("*a*a*", "aa", true), ("*ab", "aab", true), ("path-*", "xpath-1", false),
        ("a.c", "abc", false), ("*/header", "get-vanilla/header", true), ("***", "x", true), ("a*b*c", "aXbXbXc", true),
        ("*?b", "aab", true), ("*?", "", false), ("[a]", "a", false), ("A*", "abc", false), ("a*b", "axxbc", false),
        // One for a character, however many bytes it has.
        ("?", "é", true), ("??", "é", false), ("a?c", "a€c", true), ("*?c", "ä€c", true), ("ä*", "äb", true),
        ("*\u{A9}", "é", false),
    ])
    func `a pattern is a whole text`(pattern: String, text: String, fits: Bool) {
        #expect(Wildcard(pattern).matches(text) == fits)
    }

    @Test(arguments: [("A*", "abc", true), ("*NOVA?", "amazon.nova-", true), ("Ä", "ä", false), ("[", "{", false)])
    func `capitals of ASCII may count as small letters`(pattern: String, text: String, fits: Bool) {
        #expect(Wildcard(pattern, letters: .inAnyCase).matches(text) == fits)
    }

    @Test func `a pattern of many stars ends`() {
        #expect(!Wildcard(String(repeating: "*a", count: 200)).matches(String(repeating: "a", count: 2_000) + "b"))
        #expect(Wildcard(String(repeating: "*a", count: 200)).matches(String(repeating: "a", count: 2_000)))
    }

    @Test(arguments: [("a*", true), ("a?", true), ("a", false), ("", false)])
    func `what stands for itself only is no pattern`(text: String, isPattern: Bool) {
        #expect(Wildcard(text).isPattern == isPattern)
    }
}
