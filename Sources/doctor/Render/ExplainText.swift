import Codes
import JSONText
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
        let pages = report.findings.filter { $0.status == .pass && $0.evidence["looksLike"] != nil }
        let references = report.findings.filter { $0.evidence["asked"] != nil }
        let explained = report.findings.filter { $0.evidence["looksLike"] == nil && $0.evidence["asked"] == nil }
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
            if let last = calls.last?.first, place(last) == place(finding) {
                calls[calls.count - 1].append(finding)
            } else {
                calls.append([finding])
            }
        }
        return calls
    }

    private static func place(_ finding: Finding) -> [JSONValue?] {
        ["input", "line", "request"].map { finding.evidence[$0] }
    }

    // MARK: One call

    private static func block(_ findings: [Finding], _ style: TextStyle, _ verbosity: Int) -> [String] {
        guard let first = findings.first else { return [] }
        var lines = heading(first, style)
        var told: Set<String> = []
        for (index, finding) in findings.enumerated() {
            if index > 0, finding.confidence == .possible {
                lines += TextWrap.lines(finding.title, width: style.width, behind: "  or    ").map(style.dim)
                lines.append(indent + style.dim("\(finding.code), possible: doctor explain \(finding.code)"))
            } else {
                lines += self.lines(finding, &told, style, verbosity)
            }
        }
        return lines
    }

    private static func heading(_ finding: Finding, _ style: TextStyle) -> [String] {
        var place = VisibleText.of(finding.evidence["input"]?.stringValue ?? "")
        if let line = finding.evidence["line"]?.numberValue?.int64, line > 1 { place += ", line \(line)" }
        if let number = finding.evidence["request"]?.numberValue?.int64 {
            let isServed = finding.evidence["kind"]?.stringValue == "requests to the mock server"
            place = isServed ? "request \(number)" : place + ", request \(number)"
        } else if let kind = finding.evidence["kind"]?.stringValue {
            place += " (\(kind))"
        }
        var lines = TextWrap.lines(place, width: style.width).map(style.bold)
        if let call = finding.evidence["call"]?.stringValue {
            let status = finding.evidence["httpStatus"]?.numberValue?.int64.map { " -> \($0)" } ?? ""
            lines += TextWrap.lines(VisibleText.of(call) + status, width: style.width, behind: "  ")
        }
        if let count = finding.evidence["occurrences"]?.numberValue?.int64 {
            let line = finding.evidence["firstLine"]?.numberValue?.int64.map { ", first at line \($0)" }
            let request = finding.evidence["firstRequest"]?.numberValue?.int64.map { ", first as request \($0)" }
            let since = line ?? request ?? ""
            lines.append("  " + style.dim("\(count) times\(since)"))
        }
        return lines
    }

    /// The failures that are not shown in full: the place, the cause, how often.
    private static func brief(_ calls: ArraySlice<[Finding]>, _ style: TextStyle) -> [String] {
        var lines = TextWrap.flow(
            [style.bold("\(calls.count) earlier failures"), style.dim("-v shows them in full")], width: style.width)
        for call in calls.prefix(briefLimit) {
            guard let first = call.first else { continue }
            let evidence = first.evidence
            var place = VisibleText.of(evidence["input"]?.stringValue ?? "")
            for unit in ["line", "request"] {
                if let number = evidence[unit]?.numberValue?.int64 { place += ", \(unit) \(number)" }
            }
            if let count = evidence["occurrences"]?.numberValue?.int64 { place += ", \(count) times" }
            lines += TextWrap.lines(first.title, width: style.width, behind: "  \(style.mark(first.status))  ")
            lines += TextWrap.flow([first.code.spelling, place], width: style.width - indent.count)
                .map { indent + style.dim($0) }
        }
        if calls.count > briefLimit { lines.append(indent + style.dim("and \(calls.count - briefLimit) more")) }
        return lines
    }

    private static func lines(
        _ finding: Finding, _ told: inout Set<String>, _ style: TextStyle, _ verbosity: Int
    ) -> [String] {
        let title = TextWrap.lines(finding.title, width: style.width - indent.count)
        var lines = title.enumerated().map { index, line in
            (index == 0 ? "  \(style.mark(finding.status))  " : indent) + style.bold(line)
        }
        let facts = [finding.code.spelling, finding.confidence?.rawValue].compactMap { $0 }.joined(separator: ", ")
        lines.append(indent + style.dim(facts))
        lines += prose(finding.detail, style)
        if let difference = DifferenceText(finding.evidence) {
            lines += difference.lines(width: style.width - indent.count, style).map { indent + $0 }
        }
        if let comparison = ComparisonText(finding.evidence) {
            let drawn = comparison.differing(
                width: style.width - indent.count, style, hint: verbosity > 0 ? nil : "-v shows it")
            lines += (drawn + (verbosity > 0 ? comparison.whole(style) : [])).map { indent + $0 }
        }
        for (name, text) in EvidenceRows.rows(finding.evidence) where told.insert(name + text).inserted {
            lines += row(name, text, style)
        }
        for remedy in finding.remedies {
            guard told.insert(remedy.text + (remedy.command ?? "")).inserted else { continue }
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
