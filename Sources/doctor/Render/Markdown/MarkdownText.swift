import Report

/// Foreign text as GitHub Flavored Markdown shows it and does not read it (GFM 0.29; CommonMark 0.29, 6.2).
///
/// A character that Markdown or HTML could act upon becomes a numeric reference, which never stands for structure: neither
/// a cell's border nor emphasis, a link, a tag or a fence. Words, digits and the punctuation of model ids stay as they
/// are, so that the text can be read without a renderer too.
enum MarkdownText {
    /// Text for the middle of a line: a cell, a heading, an entry of a list.
    ///
    /// A line break becomes `<br>`.
    ///
    /// - Parameter limit: The most characters of the text that are shown.
    static func inline(_ text: String, limit: Int = 2_000) -> String {
        var result = ""
        var previous: Unicode.Scalar = " "
        for scalar in VisibleText.of(cut(text, limit)).unicodeScalars {
            if scalar == "\n" {
                result += "<br>"
            } else if isActive(scalar, behind: previous) {
                result += "&#\(scalar.value);"
            } else {
                result.unicodeScalars.append(scalar)
            }
            previous = scalar
        }
        return result
    }

    /// The same for the beginning of a line, where digits, signs and blanks mean something too.
    static func paragraph(_ text: String, limit: Int = 4_000) -> String {
        let result = inline(text, limit: limit)
        guard let first = result.unicodeScalars.first, !first.properties.isAlphabetic, first != "&", first != "<" else {
            return result
        }
        return "&#\(first.value);" + String(String.UnicodeScalarView(result.unicodeScalars.dropFirst()))
    }

    /// A name in the letters of code.
    ///
    /// Not in backquotes, between which a cell's border cannot be escaped with certainty.
    static func code(_ text: String) -> String { "<code>\(inline(text))</code>" }

    /// Lines as they are laid out, as a block of HTML (GFM 4.6, the first kind): nothing in it is Markdown.
    static func block(_ text: String, limit: Int = 8_000) -> String {
        "<pre>" + MustacheLibrary.escaped(VisibleText.of(cut(text, limit))) + "</pre>"
    }

    private static func cut(_ text: String, _ limit: Int) -> String {
        text.unicodeScalars.count <= limit
            ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit))) + "\u{2026}"
    }

    private static func isActive(_ scalar: Unicode.Scalar, behind previous: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\\", "`", "*", "_", "[", "]", "<", ">", "&", "|", "~", "#", "@", "$", "{", "}", "!": true
        // `https://` and `www.` become links by themselves (GFM 6.9).
        case "/": previous == ":"
        case ".": previous == "w" || previous == "W"
        default: false
        }
    }
}
