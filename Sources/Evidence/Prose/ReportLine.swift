import JSONText
import WireText

/// A line of a report, by what Markdown makes of it: the one place that knows fences, headings and lists.
struct ReportLine {
    enum Form: Equatable {
        /// The mark that opens a fence, and the one that closes it.
        case opening, closing
        /// A line within a fence, whatever it looks like.
        case fenced
        case blank
        /// The words of a heading: `## Expected behavior`, `**Expected behavior**`.
        case heading(String)
        /// What stands behind the mark of a list; `nil` for a box that is not ticked.
        case item(String?)
        case words
    }

    /// Its number in the input.
    let number: Int

    /// Without white space around it, and without the mark of a fence.
    let text: String
    let form: Form

    /// The first lines of an input, with the fences that it had.
    static func all(in text: InputText) -> [ReportLine] {
        all(in: text.lines.prefix(InputText.fenceLimit), fences: text.fences)
    }

    /// The lines of a report; a line that holds the mark of a fence beside other text makes one for each.
    ///
    /// - Parameters:
    ///   - fences: The marks of fences that were taken off the lines, by their numbers.
    ///   - width: How many bytes of a line are read.
    static func all(
        in lines: some Sequence<InputLines.Line>, fences: [Int: ByteText] = [:], width: Int = .max
    ) -> [ReportLine] {
        var fence: String?
        return lines.flatMap { line in
            read((fences[line.number] ?? line.bytes.prefix(width)).text, line.number, within: &fence)
        }
    }

    /// The same of a text that was cut out of another.
    static func all(in text: String) -> [ReportLine] {
        var fence: String?
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .flatMap { read($0.element, $0.offset + 1, within: &fence) }
    }

    /// The line as it would be without a fence around it.
    var bare: ReportLine {
        switch form {
        case .opening, .closing: ReportLine(number: number, text: "", form: .blank)
        case .fenced: ReportLine(number: number, text: text, form: Self.form(of: text))
        case .blank, .heading, .item, .words: self
        }
    }

    // MARK: Fences

    private static let marks = ["```", "~~~"]

    /// Whether a line is the mark of a fence, with the name of a language at most.
    static func isMark(_ line: ByteText) -> Bool {
        let text = line.drop { $0 == 0x20 }
        guard marks.contains(where: text.hasPrefix) else { return false }
        return text.dropFirst(3).trimmed.allSatisfy { $0.isLetter || $0.isDigit } && text.count < 24
    }

    /// Behind the mark stands the name of a language and perhaps a title; more words are of what the fence holds.
    private static let titleWords = 3

    private static func read(_ written: some StringProtocol, _ number: Int, within fence: inout String?) -> [ReportLine]
    {
        let text = String(written.trimmedWhitespace())
        func line(_ form: Form, _ text: Substring = "") -> ReportLine {
            ReportLine(number: number, text: String(text), form: form)
        }
        if let mark = fence {
            guard text.hasPrefix(mark) || text.hasSuffix(mark) else { return [line(.fenced, text[...])] }
            fence = nil
            return text.hasPrefix(mark)
                ? [line(.closing)] : [line(.fenced, text.dropLast(mark.count)), line(.closing)]
        }
        guard let mark = marks.first(where: text.hasPrefix) else { return [line(form(of: text), text[...])] }
        let behind = text.drop { $0 == mark.first }
        if let end = behind.firstRange(of: mark) {
            let rest = behind[end.upperBound...].trimmedWhitespace()
            return [line(.opening), line(.fenced, behind[..<end.lowerBound]), line(.closing)]
                + (rest.isEmpty ? [] : [line(.words, rest)])
        }
        fence = mark
        let isContent = behind.split(separator: " ").count > titleWords
        return isContent ? [line(.opening), line(.fenced, behind)] : [line(.opening)]
    }

    // MARK: Headings and items

    /// What a line is that stands in no fence.
    static func form(of text: String) -> Form {
        if text.isEmpty { return .blank }
        if let heading = heading(text) { return .heading(heading) }
        if let item = item(text) { return .item(item) }
        return .words
    }

    private static func heading(_ text: String) -> String? {
        if text.hasPrefix("#") {
            let words = text.drop { $0 == "#" }
            return words.first == " " && text.utf8.count < 200 ? String(words.trimmedWhitespace()) : nil
        }
        guard text.hasPrefix("**"), text.hasSuffix("**") || text.hasSuffix("**:"), text.utf8.count < 100 else {
            return nil
        }
        return String(text.filter { $0 != "*" }.trimmedWhitespace())
    }

    /// The words of a line of a list, `nil` within for a box that is not ticked; `nil` for a line of none.
    private static func item(_ text: String) -> String?? {
        guard let first = text.first else { return nil }
        var rest: Substring
        if "-*+\u{2022}".contains(first), text.dropFirst().first == " " {
            rest = text.dropFirst(2)
        } else {
            let number = text.prefix { $0.isNumber }
            guard (1...2).contains(number.count), [".", ")"].contains(text[number.endIndex...].first) else {
                return nil
            }
            rest = text[number.endIndex...].dropFirst()
            guard rest.first == " " else { return nil }
        }
        rest = rest.drop { $0 == " " }
        if rest.hasPrefix("[ ]") { return .some(nil) }
        if rest.hasPrefix("[x]") || rest.hasPrefix("[X]") { rest = rest.dropFirst(3) }
        return .some(String(rest.trimmedWhitespace()))
    }
}
