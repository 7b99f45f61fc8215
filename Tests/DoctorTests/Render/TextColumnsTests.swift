import Testing

@testable import doctor

struct TextColumnsTests {
    @Test(arguments: [
        ("", 0), ("amazon.nova-micro-v1:0", 22), ("é", 1), ("e\u{301}", 1), ("日本語", 6), ("ｱ", 1), ("Ａ", 2), ("한국", 4),
        ("\u{1100}\u{1161}\u{11A8}", 2), ("👩‍👩‍👧", 2), ("❤", 1), ("❤\u{FE0F}", 2), ("\u{1B}[1;31mFAIL\u{1B}[0m", 4),
        ("a\u{200B}b", 2), ("…", 1),
    ])
    func `a text takes the columns that a terminal gives it`(text: String, columns: Int) {
        #expect(text.columns == columns)
        #expect((text + "abc").columns == columns + 3)
        #expect(text.padded(to: 30).columns == 30)
    }

    @Test func `a beginning never exceeds its columns, and no character is halved`() {
        #expect("日本語".prefix(columns: 5) == "日本")
        #expect("日本語".prefix(columns: 6) == "日本語")
        #expect("e\u{301}xy".prefix(columns: 2) == "e\u{301}x")
    }

    @Test(
        arguments: [
            (nil, [:], 80), (120, [:], 120), (12, [:], 40), (400, [:], 200),
            (nil, ["COLUMNS": "60"], 60),
            (120, ["COLUMNS": "60"], 60), (120, ["COLUMNS": ""], 120), (120, ["COLUMNS": "0"], 120),
            (120, ["COLUMNS": "wide"], 120), (nil, ["COLUMNS": "-5"], 80),
            (nil, ["COLUMNS": "99999999999999999999"], 80),
        ] as [(Int?, [String: String], Int)])
    func `the width is the wish, then the terminal's, then 80`(
        terminal: Int?, environment: [String: String], width: Int
    ) {
        #expect(TerminalWidth.columns(terminal: terminal, environment: environment) == width)
    }
}
