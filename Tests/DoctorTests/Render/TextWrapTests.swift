import Codes
import Diagnosis
import Report
import Testing

@testable import doctor

struct TextWrapTests {
    @Test func `words fill a line and are never cut`() {
        #expect(TextWrap.lines("one two three", width: 7) == ["one two", "three"])
        #expect(TextWrap.lines("one two\n\nthree", width: 80) == ["one two", "", "three"])
        #expect(
            TextWrap.lines("use arn:aws:bedrock:us-east-1::foundation-model/x here", width: 10) == [
                "use", "arn:aws:bedrock:us-east-1::foundation-model/x", "here",
            ])
        #expect(TextWrap.lines("", width: 10) == [""])
    }

    @Test func `Chinese and Japanese break between characters, but not before a full stop`() {
        #expect(TextWrap.lines("アクセスが拒否されました。", width: 8) == ["アクセス", "が拒否さ", "れまし", "た。"])
        #expect(TextWrap.lines("模型 amazon.nova-micro-v1:0 不可用", width: 12) == ["模型", "amazon.nova-micro-v1:0", "不可用"])
        #expect(TextWrap.lines("e\u{301}e\u{301} e\u{301}e\u{301}", width: 5) == ["e\u{301}e\u{301} e\u{301}e\u{301}"])
    }

    @Test func `lines behind a mark stand under its end`() {
        #expect(TextWrap.lines("one two three", width: 11, behind: "  > ") == ["  > one two", "    three"])
        #expect(TextWrap.lines("一二三", width: 6, behind: "日 ") == ["日 一", "   二", "   三"])
    }

    @Test func `phrases stay whole`() {
        #expect(
            TextWrap.flow(["denied", "gate: a b", "", "HTTP 403"], width: 18) == ["denied  gate: a b", "HTTP 403"])
        #expect(TextWrap.flow([], width: 10).isEmpty)
    }

    /// The texts of every code, at every width: the properties that the layout rests on.
    @Test(arguments: [40, 57, 80, 120, 200])
    func `every page of a code keeps its words, and to its width`(width: Int) {
        for code in CodeRegistry.all {
            for text in code.parts.map(\.text) + [code.title] {
                let lines = TextWrap.lines(text, width: width)
                for line in lines where line.columns > width {
                    #expect(!line.contains(" "), "only what is one word may be longer: \(line)")
                }
                let words = { (text: String) in text.split(whereSeparator: \.isWhitespace) }
                #expect(words(lines.joined(separator: "\n")) == words(text))
            }
        }
    }
}
