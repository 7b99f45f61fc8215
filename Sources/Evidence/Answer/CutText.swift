import JSONText
import WireText

/// That a text was cut before it came here: by a client that shows the beginning of a body, by a logger, by a copy.
///
/// What follows the cut is not known, and the word in which it was made is a piece of one.
package struct CutText: Sendable, Hashable {
    /// How many characters there are before the cut.
    package let length: Int

    /// What says so: `...`, `[truncated]`, or a body that breaks off within a string.
    package let mark: String

    /// Whether the text is PRX's, which shows the first 200 characters of a body.
    let isPRX: Bool

    /// The text before the cut, without the word in which it was made.
    let rest: String

    /// In small letters, as they stand at the end of a text, with or without dots before them.
    private static let words = [
        "[truncated]", "(truncated)", "<truncated>", "{truncated}", "[...truncated]", "...truncated", "... truncated",
        "\u{2026}truncated", "[...]", "(...)", "[\u{2026}]", "<...>", "(cut)", "[cut]", "[snip]", "<snip>",
        "[output truncated]", "[message truncated]",
    ]

    private static let brackets: [Character: Character] = ["(": ")", "[": "]", "<": ">", "{": "}"]

    /// Reads a text; `nil` when nothing says that it was cut.
    init?(_ text: String) {
        let whole = text.trimmedWhitespace()
        // A logger or a shell may have put quotes and brackets around what was cut.
        let bare = whole.trimmedEnd(of: "\"'`)}] \n")
        if let mark = Self.announced(whole) ?? Self.announced(bare) {
            self.init(before: mark.before, mark: mark.text, of: text)
            return
        }
        for dots in ["...", "\u{2026}"] where bare.hasSuffix(dots) {
            let before = bare.dropLast(dots.count)
            guard Self.isWithin(before), !Self.isRemark(before) else { return nil }
            self.init(before: before, mark: dots, of: text)
            return
        }
        guard Self.breaksOff(whole) else { return nil }
        self.init(before: whole, mark: "the end of the text, within a string", of: text)
    }

    private init(before: some StringProtocol, mark: String, of text: String) {
        var rest = Substring(before)
        while let last = rest.last, last.isWhitespace || last == "." { rest.removeLast() }
        length = rest.count
        self.mark = mark
        isPRX = mark == "..." && ["Bedrock API error (", "Bedrock streaming HTTP "].contains(where: text.contains)
        while let last = rest.last, !last.isWhitespace, !"\"'`,;()[]{}<>".contains(last) { rest.removeLast() }
        self.rest = String(rest)
    }

    /// The words of one who says that he cut, at the end: `[truncated]`, `... (812 more characters)`, `...<812 bytes omitted>`.
    private static func announced(_ text: Substring) -> (before: Substring, text: String)? {
        let end = text.suffix(60)
        let lower = end.lowercased()
        for word in words where lower.hasSuffix(word) {
            return (text.dropLast(word.count), String(text.suffix(word.count)))
        }
        guard let open = end.lastIndex(where: { "([<\u{2026}.".contains($0) }) else { return nil }
        // `IncompleteRead(83 bytes read, 67 more expected)` is not a cut: brackets of one stand behind dots.
        if end[open] == "(", let before = end[..<open].trimmedWhitespace().last, !".\u{2026}".contains(before) {
            return nil
        }
        return saysSo(end[open...]) ? (text[..<open], String(end[open...])) : nil
    }

    /// Whether a text begins with what stands for more of the one before it: dots, `[truncated]`, `(120 more characters)`.
    package static func marks(_ text: String) -> Bool {
        let start = text.trimmedWhitespace().lowercased()
        if ["...", "\u{2026}"].contains(where: start.hasPrefix) || words.contains(where: start.hasPrefix) {
            return true
        }
        guard let first = start.first, let close = brackets[first],
            let end = start.firstIndex(of: close)
        else { return false }
        return saysSo(start[..<end])
    }

    /// Whether words count what was left out, or say in one word that something was.
    private static func saysSo(_ text: some StringProtocol) -> Bool {
        let words = WordText(text).words
        if words.count == 1, ["truncated", "cut", "snip", "snipped"].contains(words[0]) { return true }
        let isCount = words.contains { Int($0) != nil }
        let isLeftOut = ["more", "omitted", "truncated", "remaining", "skipped", "left"].contains(where: words.contains)
        let isOfText = ["characters", "chars", "bytes", "lines", "kb"].contains(where: words.contains)
        return isCount && isLeftOut && isOfText
    }

    /// Whether the last line has dots before it, too: `... output of the first run omitted ...` stands for lines that a person left out.
    private static func isRemark(_ before: Substring) -> Bool {
        let line = (before.split(whereSeparator: \.isNewline).last ?? before).trimmedWhitespace()
        return ["...", "\u{2026}"].contains(where: line.hasPrefix) && line.contains(where: \.isLetter)
    }

    /// Whether dots behind a text stand for more of it: a body that is not closed, or a sentence that has come no further
    /// than a word of it.
    private static func isWithin(_ before: Substring) -> Bool {
        if isOpen(before) { return true }
        let before = before.trimmedWhitespace()
        guard before.count > 40, let last = before.last, last.isLetter || last.isNumber || ":-_/".contains(last) else {
            return false
        }
        // `Retrying...`, `please wait...`
        let word = before.split(whereSeparator: \.isWhitespace).last?.lowercased() ?? ""
        return !word.hasSuffix("ing") && !["wait", "again", "moment", "later", "soon"].contains(word)
    }

    /// Whether the text begins as JSON, or holds an error's message as JSON does, and never closes it.
    private static func breaksOff(_ text: Substring) -> Bool {
        guard let last = text.last, !"}]\"'`>".contains(last) else { return false }
        return isOpen(text)
    }

    /// Whether more strings and objects were begun than ended, where the first object begins with a member.
    private static func isOpen(_ text: Substring) -> Bool {
        guard let start = text.firstRange(of: "{\"") ?? text.firstRange(of: "{\\\"") else { return false }
        var (depth, isString, isEscaped) = (0, false, false)
        for byte in text[start.lowerBound...].utf8.prefix(65_536) {
            switch byte {
            case UInt8(ascii: "\\"):
                isEscaped.toggle()
                continue
            case UInt8(ascii: "\""): if !isEscaped { isString.toggle() }
            case UInt8(ascii: "{"): if !isString { depth += 1 }
            case UInt8(ascii: "}"): if !isString { depth -= 1 }
            default: break
            }
            isEscaped = false
        }
        return depth > 0
    }

    /// What a finding says of it.
    package var sentence: String {
        let who = isPRX ? "PRX shows 200 characters of a body, and cut the text" : "The text was cut"
        return "\(who): what follows in it is not known."
    }
}

extension StringProtocol {
    /// The text without some characters at its end.
    fileprivate func trimmedEnd(of characters: String) -> SubSequence {
        var rest = self[...]
        while let last = rest.last, characters.contains(last) { rest.removeLast() }
        return rest
    }
}
