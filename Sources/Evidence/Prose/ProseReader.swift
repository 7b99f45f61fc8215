import JSONText
import WireText

/// Takes out of a paste the sentences that its reporter wrote.
///
/// Logs, code, bodies, traces, quotations and the sentences of services are none: what stands in them nobody asserts of this call.
package enum ProseReader {
    /// Reports begin with their words; a long paste has them at its end, too.
    private static let headLimit = 1 << 15
    private static let tailLimit = 1 << 13

    /// The sentences of an input, in their order.
    package static func sentences(of excerpt: InputExcerpt) -> [ProseSentence] {
        let lines = excerpt.numbered
        var (size, end) = (0, 0)
        while end < lines.count, size < headLimit {
            size += lines[end].bytes.count + 1
            end += 1
        }
        var (tail, start) = (0, lines.count)
        while start > end, tail < tailLimit {
            start -= 1
            tail += lines[start].bytes.count + 1
        }
        return sentences(of: Array(lines[..<end]) + Array(lines[start...]))
    }

    static func sentences(of lines: [InputLines.Line]) -> [ProseSentence] {
        var reading = Reading()
        for line in lines { reading.read(line) }
        reading.flush()
        return reading.sentences
    }

    /// A reading of lines, one after the other.
    private struct Reading {
        var sentences: [ProseSentence] = []
        private var paragraph: [(line: Int, text: String)] = []
        private var part = ReportPart.told
        private var fence: String?
        /// What the words above a list say of its entries.
        private var lead: Outcome?
        private var hasBegun = false
        /// Whether the paragraph is an answer that the reporter repeats.
        private var isOthers = false

        mutating func read(_ line: InputLines.Line) {
            var text = String(line.bytes.prefix(2_000).text.trimmedWhitespace())
            if let open = fence {
                if text.hasPrefix(open) { fence = nil } else if !text.isEmpty { complete(by: text, line.number) }
                if !text.isEmpty { flush() }
                return
            }
            if let mark = ["```", "~~~"].first(where: text.hasPrefix) {
                // A fence that opens and closes in one line is an inline span.
                if !text.dropFirst(3).contains(mark) { fence = mark }
                if fence == nil || !isOpen { flush() }
                return
            }
            guard !text.isEmpty else {
                isOthers = false
                return flush()
            }
            // A backtick alone opens a block, which ends with another.
            if text == "`" { return }
            if QuotedSpeech.begins(text) {
                flush()
                isOthers = true
            }
            if isOthers { return }
            let isTitle = !hasBegun
            hasBegun = true
            if isTitle { text = IssueTag.removed(from: text) }
            if let value = ReportPart.lastGoodValue(in: text) {
                flush()
                sentences += SentenceSplit.sentences(of: [(line.number, String(value))], part: .lastGood)
                return
            }
            if let heading = Self.heading(text) {
                flush()
                lead = nil
                part = ReportPart(heading: heading)
                add(heading, line.number)
                return flush()
            }
            if let opened = ReportPart(plainHeading: text) {
                flush()
                lead = nil
                part = opened
                return
            }
            if let item = Self.item(text) {
                flush()
                if let item { readItem(item, line.number) }
                return
            }
            if let told = TickedLine(text).told {
                flush()
                addItem(told, line.number)
                return
            }
            guard part == .lastGood || part == .regression || ProseLine.isProse(text) else {
                complete(by: text, line.number)
                return flush()
            }
            add(text, line.number)
        }

        private mutating func add(_ text: String, _ line: Int) { paragraph.append((line, text)) }

        /// A line of a list: a sentence, a ticked one, or a name of which the words above the list speak.
        private mutating func readItem(_ item: String, _ line: Int) {
            if let told = TickedLine(item).told {
                addItem(told, line)
            } else if part == .lastGood || ProseLine.isProse(item) {
                addItem(item, line)
            } else if let lead, item.split(separator: " ").count <= 3 {
                addItem("\(StandIn.word(for: lead)) \(item)", line)
            }
        }

        private mutating func addItem(_ text: String, _ line: Int) {
            sentences += SentenceSplit.sentences(of: [(line, text)], part: part)
        }

        private var isOpen: Bool { paragraph.last.map { StandIn.isOpen($0.text) } ?? false }

        /// Ends a sentence that goes on in code by what the code shows.
        private mutating func complete(by code: String, _ line: Int) {
            guard isOpen, let word = StandIn.word(forCode: code) else { return }
            add(word, line)
        }

        mutating func flush() {
            guard !paragraph.isEmpty else { return }
            let read = SentenceSplit.sentences(of: paragraph, part: part)
            sentences += read
            lead = Self.lead(of: read)
            paragraph = []
        }

        /// What a paragraph says of the list behind it: that it fails where it says so first, that it works where it says nothing else.
        private static func lead(of sentences: [ProseSentence]) -> Outcome? {
            let outcomes = sentences.filter(Assertion.isStatement).flatMap { Clause.all(of: $0).compactMap(\.outcome) }
            guard let first = outcomes.first, first != .workedBefore else { return nil }
            return first == .fails || outcomes.allSatisfy { $0 == .works } ? first : nil
        }

        /// The words of a heading in Markdown: `## Expected behavior`, `**Expected behavior**`.
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
}
