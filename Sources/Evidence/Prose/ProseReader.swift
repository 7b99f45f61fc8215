import JSONText
import WireText

/// Takes out of a paste the sentences that its reporter wrote.
///
/// Logs, code, bodies, traces, quotations and the sentences of services are none: what stands in them nobody asserts of this call.
package enum ProseReader {
    /// Reports begin with their words; a long paste has them at its end, too.
    private static let headLimit = 1 << 15
    private static let tailLimit = 1 << 13

    /// A longer line is a dump.
    private static let lineLimit = 2_000

    /// The sentences of an input, in their order.
    package static func sentences(of excerpt: InputExcerpt) -> [ProseSentence] {
        let lines = excerpt.numbered
        var (size, end) = (0, 0)
        while end < lines.count, size < headLimit {
            size += lines[end].bytes.count + 1
            end += 1
        }
        if end == lines.count { return sentences(of: Array(lines), fences: excerpt.fences) }
        // Of a text with a gap nobody can tell which mark opens a fence and which closes one.
        var (tail, start) = (0, lines.count)
        while start > end, tail < tailLimit {
            start -= 1
            tail += lines[start].bytes.count + 1
        }
        return sentences(of: Array(lines[..<end]) + Array(lines[start...]))
    }

    /// - Parameter fences: The marks of fences that were taken off the lines, by their numbers.
    static func sentences(of lines: [InputLines.Line], fences: [Int: ByteText] = [:]) -> [ProseSentence] {
        var reading = Reading()
        for line in ReportLine.all(in: lines, fences: fences, width: lineLimit) { reading.read(line) }
        reading.flush()
        return reading.sentences
    }

    /// A reading of lines, one after the other.
    private struct Reading {
        var sentences: [ProseSentence] = []
        private var paragraph: [(line: Int, text: String)] = []
        private var part = ReportPart.told
        /// What the words above a list say of its entries.
        private var lead: Outcome?
        private var hasBegun = false
        /// Whether the paragraph is an answer that the reporter repeats.
        private var isOthers = false
        /// Whether the code that was read last is the subject of a verb that may stand below it.
        private var isSubject = false

        mutating func read(_ line: ReportLine) {
            switch line.form {
            case .opening:
                if !isOpen { flush() }
            case .closing:
                if !isSubject { flush() }
            case .fenced:
                if isSubject { return }
                complete(by: line.text, line.number)
                if !line.text.isEmpty, !isSubject { flush() }
            case .blank:
                isOthers = false
                flush()
            case .heading, .item, .words:
                if isSubject, !StandIn.isVerb(line.text) { flush() }
                isSubject = false
                readOwn(line)
            }
        }

        /// Reads a line that no fence holds.
        private mutating func readOwn(_ line: ReportLine) {
            // A backtick alone opens a block, which ends with another.
            if line.text == "`" { return }
            if QuotedSpeech.begins(line.text) {
                flush()
                isOthers = true
            }
            if isOthers { return }
            let text = hasBegun ? line.text : IssueTag.removed(from: line.text)
            let form = hasBegun ? line.form : ReportLine.form(of: text)
            hasBegun = true
            if let value = ReportPart.lastGoodValue(in: text) {
                flush()
                sentences += SentenceSplit.sentences(of: [(line.number, String(value))], part: .lastGood)
                return
            }
            if case .heading(let heading) = form {
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
            if case .item(let item) = form {
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
            guard isOpen, !code.isEmpty, let word = StandIn.word(forCode: code) else { return }
            isSubject = paragraph.last.map { StandIn.awaitsVerb($0.text) } ?? false
            add(word, line)
        }

        mutating func flush() {
            isSubject = false
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
    }
}
