import Codes
import Evidence
import Report

/// Explained failures for a person: one block for each call, the cause first, and the pages of codes after them.
enum ExplainText {
    private static let indent = "        "

    /// Failures beyond these take a line each: nobody reads pages of them, and the last ones matter most.
    private static let wholeLimit = 6
    private static let briefLimit = 30

    /// Writes a report so; with more than the usual detail the texts that were compared stand there whole.
    static func renderer(verbosity: Int) -> TextRenderer {
        { render($0, $1, verbosity: verbosity) }
    }

    private static func render(_ report: Report, _ style: TextStyle, verbosity: Int) -> String {
        let pages = report.findings.filter { $0.kind == .page }
        let references = report.findings.filter { $0.asked != nil }
        let explained = report.findings.filter { $0.kind == .observation }
        var sections: [String] = []
        if !explained.isEmpty {
            if let scene = report.scene, let line = SceneText.line(scene) {
                sections.append(TextWrap.lines(line, width: style.width).map(style.dim).joined(separator: "\n") + "\n")
            }
            let all = calls(explained)
            // A single one over the limit is shown rather than counted; `-v` shows all.
            let shown = all.count > wholeLimit + 1 && verbosity == 0 ? wholeLimit : all.count
            for call in all.prefix(shown) {
                sections.append(block(call, style, verbosity).joined(separator: "\n") + "\n")
            }
            if shown < all.count { sections.append(brief(all.dropFirst(shown), style).joined(separator: "\n") + "\n") }
            if !report.notes.isEmpty {
                sections.append(TextReport.notes(report.notes, style).joined(separator: "\n") + "\n")
            }
            sections.append(TextConclusion(report: report, style: style).lines().joined(separator: "\n") + "\n")
        }
        if !references.isEmpty {
            sections.append(ReferenceText.lines(references, style, verbosity).joined(separator: "\n") + "\n")
        }
        if !pages.isEmpty {
            var only = report
            only.findings = pages
            sections.append(CodePageText.pages(only, style))
        }
        return sections.joined(separator: "\n")
    }

    /// The calls alone, without a conclusion.
    static func blocks(_ report: Report, _ style: TextStyle, verbosity: Int) -> String {
        calls(report.findings).map { block($0, style, verbosity).joined(separator: "\n") }.joined(separator: "\n\n")
    }

    /// The findings of each call together: those that stand at one place of one input.
    private static func calls(_ findings: [Finding]) -> [[Finding]] {
        var calls: [[Finding]] = []
        for finding in findings {
            if let last = calls.last?.first, last.isOfSameCall(as: finding) {
                calls[calls.count - 1].append(finding)
            } else {
                calls.append([finding])
            }
        }
        return calls
    }

    // MARK: One call

    private static func block(_ findings: [Finding], _ style: TextStyle, _ verbosity: Int) -> [String] {
        guard let first = findings.first else { return [] }
        var lines = heading(first, style)
        var printed: Set<String> = []
        for (index, finding) in findings.enumerated() {
            if index > 0, finding.confidence == .possible {
                lines += TextWrap.lines(finding.title, width: style.width, behind: "  or    ").map(style.dim)
                lines.append(indent + style.dim("\(finding.code), possible: doctor explain \(finding.code)"))
            } else {
                lines += self.lines(finding, &printed, style, verbosity)
            }
        }
        return lines
    }

    private static func heading(_ finding: Finding, _ style: TextStyle) -> [String] {
        let call = finding.call ?? CallPlace()
        var place = VisibleText.of(call.input ?? "")
        if let number = call.number {
            if call.unit == .line {
                if number > 1 { place += ", line \(number)" }
            } else {
                // Requests to a server of ours have no other place.
                let isServed = call.kind == InputKind.servedRequests.rawValue
                place = isServed || place.isEmpty ? "request \(number)" : place + ", request \(number)"
            }
        }
        if let kind = call.kind, call.unit == .line || call.number == nil { place += " (\(kind))" }
        var lines = TextWrap.lines(place, width: style.width).map(style.bold)
        if let target = call.call {
            let status = call.httpStatus.map { " -> \($0)" } ?? ""
            lines += TextWrap.lines(VisibleText.of(target) + status, width: style.width, behind: "  ")
        }
        if call.occurrences > 1 {
            let since = call.first.map { call.unit == .line ? ", first at line \($0)" : ", first as request \($0)" }
            lines.append("  " + style.dim("\(call.occurrences) times\(since ?? "")"))
        }
        return lines
    }

    /// The failures that are not shown in full: the place, the cause, how often.
    private static func brief(_ calls: ArraySlice<[Finding]>, _ style: TextStyle) -> [String] {
        var lines = TextWrap.flow(
            [style.bold("\(calls.count) earlier failures"), style.dim("-v shows them in full")], width: style.width)
        for call in calls.prefix(briefLimit) {
            guard let first = call.first else { continue }
            var place = VisibleText.of(first.call?.input ?? "")
            if let position = first.call?.position { place += ", \(position)" }
            if let count = first.call?.occurrences, count > 1 { place += ", \(count) times" }
            lines += TextWrap.lines(first.title, width: style.width, behind: "  \(style.mark(first.status))  ")
            lines += TextWrap.flow([first.code.spelling, place], width: style.width - indent.count)
                .map { indent + style.dim($0) }
        }
        if calls.count > briefLimit { lines.append(indent + style.dim("and \(calls.count - briefLimit) more")) }
        return lines
    }

    private static func lines(
        _ finding: Finding, _ printed: inout Set<String>, _ style: TextStyle, _ verbosity: Int
    ) -> [String] {
        let title = TextWrap.lines(finding.title, width: style.width - indent.count)
        var lines = title.enumerated().map { index, line in
            (index == 0 ? "  \(style.mark(finding.status))  " : indent) + style.bold(line)
        }
        let facts = [finding.code.spelling, finding.confidence?.rawValue].compactMap { $0 }.joined(separator: ", ")
        lines.append(indent + style.dim(facts))
        lines += prose(finding.detail, style)
        if let difference = finding.difference {
            lines += LineDifferenceText(difference: difference).lines(width: style.width - indent.count, style).map {
                indent + $0
            }
        }
        if let comparison = finding.comparison.flatMap(ComparisonText.init) {
            let drawn = comparison.differing(
                width: style.width - indent.count, style, hint: verbosity > 0 ? nil : "-v shows it")
            lines += (drawn + (verbosity > 0 ? comparison.whole(style) : [])).map { indent + $0 }
        }
        for fact in finding.rows where printed.insert(fact.name + fact.text).inserted {
            lines += row(fact.name, fact.text, style)
        }
        for remedy in finding.remedies {
            guard printed.insert(remedy.text + (remedy.command ?? "")).inserted else { continue }
            lines += TextReport.lines(remedy, indent: indent, style: style)
        }
        return lines
    }

    private static func prose(_ text: String, _ style: TextStyle) -> [String] {
        text.isEmpty ? [] : TextWrap.lines(text, width: style.width - indent.count).map { indent + $0 }
    }

    private static func row(_ name: String, _ text: String, _ style: TextStyle) -> [String] {
        TextWrap.lines(VisibleText.of(text), width: style.width, behind: indent + style.dim(name.padded(to: 11)))
    }
}
