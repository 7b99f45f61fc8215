/// How a library writes JSON.
struct JSONSpelling: Sendable {
    enum Letters: Sendable {
        case asWritten, escaped, escapedCapitals, unescaped, escapedSlash, plainSlash, html

        /// Slashes and other letters as escapes, as PHP writes both.
        case escapedAll
    }

    let words: String
    var comma = Array(",".utf8)
    var colon = Array(":".utf8)
    /// What one level is indented by; nil for a single line.
    var indent: [UInt8]?
    var isSorted = false
    var letters = Letters.asWritten
    var isPython = false
    var numbers = Numbers.asWritten

    enum Numbers: Sendable {
        case asWritten
        /// `1` for `1.0`, as JavaScript has it.
        case short
        /// `1.0` for `1`, as typed languages have it.
        case long
    }

    private static let layouts: [JSONSpelling] = [
        JSONSpelling(words: "in compact form"),
        JSONSpelling(words: "with Python's ', ' and ': '", comma: Array(", ".utf8), colon: Array(": ".utf8)),
        JSONSpelling(words: "indented by two blanks", colon: Array(": ".utf8), indent: Array("  ".utf8)),
        JSONSpelling(words: "indented by four blanks", colon: Array(": ".utf8), indent: Array("    ".utf8)),
        JSONSpelling(words: "indented by tabs", colon: Array(": ".utf8), indent: [0x09]),
        JSONSpelling(words: "indented by two blanks, ' : '", colon: Array(" : ".utf8), indent: Array("  ".utf8)),
        JSONSpelling(words: "with ', ' and ':'", comma: Array(", ".utf8)),
        JSONSpelling(words: "with ',' and ': '", colon: Array(": ".utf8)),
        JSONSpelling(words: "indented by one blank", colon: Array(": ".utf8), indent: Array(" ".utf8)),
        JSONSpelling(words: "indented by three blanks", colon: Array(": ".utf8), indent: Array("   ".utf8)),
    ]

    /// What the usual libraries write: compact, with Python's blanks, indented by two and by four, with other letters
    /// as they stand, escaped and unescaped.
    static let usual = [0, 20, 40].flatMap { all[$0..<($0 + 4)] }

    /// Every style, the usual ones first.
    static let all: [JSONSpelling] = {
        var styles: [JSONSpelling] = []
        let letters: [(Letters, String)] = [
            (.asWritten, ""), (.escaped, ", other letters as \\uXXXX"), (.unescaped, ", \\uXXXX as letters"),
            (.escapedSlash, ", slashes as \\/"), (.plainSlash, ", slashes bare"),
            (.html, ", < > & as \\u003c \\u003e \\u0026"), (.escapedCapitals, ", other letters as \\uXXXX in capitals"),
            (.escapedAll, ", slashes as \\/ and other letters as \\uXXXX"),
        ]
        for (kind, words) in letters {
            for isSorted in [false, true] {
                for layout in layouts {
                    var style = JSONSpelling(
                        words: layout.words + (isSorted ? " with sorted keys" : "") + words)
                    style.comma = layout.comma
                    style.colon = layout.colon
                    style.indent = layout.indent
                    style.isSorted = isSorted
                    style.letters = kind
                    styles.append(style)
                }
            }
        }
        var python = JSONSpelling(words: "as Python prints a dict", comma: Array(", ".utf8), colon: Array(": ".utf8))
        python.isPython = true
        for (numbers, words) in [(Numbers.short, ", 1 for 1.0"), (.long, ", 1.0 for 1")] {
            for layout in layouts.prefix(4) {
                for letters in [Letters.asWritten, .escaped] {
                    styles.append(
                        JSONSpelling(
                            words: layout.words + words, comma: layout.comma, colon: layout.colon,
                            indent: layout.indent,
                            letters: letters, numbers: numbers))
                }
            }
        }
        return styles + [python]
    }()
}
