import Testing
import WireText

@testable import Report

@Suite("Foreign text")
struct PrintableTextTests {
    @Test(
        "what moves a cursor or hides a word is written out",
        arguments: [
            ("plain", "plain"), ("a\nb", "a\\nb"), ("a\r\nb", "a\\r\\nb"), ("\u{1B}[31mred", "\\u{1B}[31mred"),
            ("tab\there", "tab\\there"), ("back\\slash", "back\\\\slash"), ("\u{202E}abc", "\\u{202E}abc"),
            ("a\u{200B}b", "a\\u{200B}b"), ("\u{9B}31m", "\\u{9B}31m"), ("a\u{301}", "a\\u{301}"),
            ("\u{A0}", "\\u{A0}"),
            ("zażółć 模型", "zażółć 模型"),
        ])
    func escaping(text: String, shown: String) {
        #expect(PrintableText.escaped(text) == shown)
    }

    @Test("a long text is cut, and says so")
    func cutting() {
        let text = PrintableText.escaped(String(repeating: "x", count: 3_000_000), limit: 10)
        #expect(text == "xxxxxxxxxx... (2999990 more)")
    }
}

@Suite("Masked secrets")
struct MaskedSecretTests {
    @Test(
        "four characters at most, and none of a short or unclean value",
        arguments: [
            ("", "****"), ("short", "****"), ("elevenchars", "****"), ("twelve chars", "****hars"),
            ("wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzzzzzKEY", "****zKEY"), ("0123456789ab\n", "****"),
            ("0123456789abc\u{1B}[m", "****"), ("geheimnis-schlüsse", "****"),
        ])
    func masking(secret: String, shown: String) {
        #expect(MaskedSecret.masked(secret) == shown)
    }
}

@Suite("Shell words")
struct ShellWordTests {
    @Test(
        "a word is bare when that is safe, else in single quotes",
        arguments: [
            ("us-east-1", "us-east-1"), ("", "''"), ("two words", "'two words'"), ("it's", "'it'\\''s'"),
            ("$(rm -rf ~)", "'$(rm -rf ~)'"), ("`id`", "'`id`'"), ("a;b", "'a;b'"), ("-rf", "'-rf'"), ("~/x", "'~/x'"),
            ("!!", "'!!'"), ("a'\u{1F3FB};id;", "'a'\\''\u{1F3FB};id;'"), ("https://h:1/p", "https://h:1/p"),
        ])
    func quoting(text: String, word: String) {
        #expect(ShellWord.quoted(text) == word)
    }

    @Test("what cannot be typed is no word", arguments: ["a\nb", "\u{1B}[2J", "\u{0}", "a\u{202E}b"])
    func untypable(text: String) {
        #expect(ShellWord.quoted(text) == nil)
    }
}
