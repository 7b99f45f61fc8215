import Testing

@testable import Evidence

/// What Markdown makes of the lines of a report.
@Suite struct ReportLineTests {
    private func forms(_ text: String) -> [ReportLine.Form] { ReportLine.all(in: text).map(\.form) }

    @Test(
        arguments: [
            ("## What happens", [.heading("What happens")]), ("**What happens**:", [.heading("What happens:")]),
            ("#1 of the list", [.words]), ("- one", [.item("one")]), ("2) two", [.item("two")]),
            ("- [x] done", [.item("done")]), ("- [ ] open", [.item(nil)]), ("-5 degrees", [.words]), ("", [.blank]),
            ("```json\n- one\n\n```", [.opening, .fenced, .fenced, .closing]),
            ("```Error: it fails```", [.opening, .fenced, .closing]),
            ("```Error: it fails``` is what I get", [.opening, .fenced, .closing, .words]),
            ("```Error: it fails here\nand here```\nWhy?", [.opening, .fenced, .fenced, .closing, .words]),
            ("~~~\n```\n~~~", [.opening, .fenced, .closing]),
        ] as [(String, [ReportLine.Form])])
    func `each line has its form`(text: String, expected: [ReportLine.Form]) { #expect(forms(text) == expected) }

    @Test func `a fence is a block with its empty lines, and a paragraph ends with one`() {
        let blocks = ReportBlock.all(of: ReportLine.all(in: "I get\nthis:\n```\none\n\ntwo\n```\n\nWhy?"))
        #expect(blocks.map(\.text) == ["I get\nthis:", "one\n\ntwo", "Why?"])
        #expect(blocks.map(\.isFenced) == [false, true, false])
        #expect(blocks.map(\.number) == [1, 4, 9])
    }
}
