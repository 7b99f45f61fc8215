import Codes
import JSONText
import Report

/// The report for a person: findings by check, cells, cases, and the most important line last.
struct TextReport {
    let report: Report
    let style: TextStyle
    let verbosity: Int

    /// The whole text, ending in a line break.
    func rendered() -> String {
        var sections: [[String]] = []
        if let target = report.target {
            let parts = [target.region, target.endpoint, target.mock ? "(embedded mock)" : ""]
            sections.append(TextWrap.flow(parts, width: style.width).map(style.dim))
        }
        sections += findings()
        if !report.models.isEmpty {
            sections.append(TextMatrix(cells: report.models, style: style, verbosity: verbosity).lines())
        }
        if !report.cases.isEmpty {
            sections.append(TextCases(cases: report.cases, style: style, verbosity: verbosity).lines())
        }
        sections.append(TextReport.notes(report.notes, style))
        sections.append(TextConclusion(report: report, style: style).lines())
        return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    static func notes(_ notes: [String], _ style: TextStyle) -> [String] {
        notes.flatMap { TextWrap.lines(VisibleText.of($0), width: style.width, behind: "note: ") }
    }

    /// The checks in the order of a whole run, for those that found nothing to say.
    private static let checkOrder: [Check] = [
        .credentials, .region, .configuration, .endpoint, .network, .clock,
    ]

    /// One block for each check: those with something wrong first, as the report orders them, then the calm ones.
    private func findings() -> [[String]] {
        var order: [Check] = []
        var byCheck: [Check: [Finding]] = [:]
        for finding in report.findings {
            if byCheck[finding.check] == nil { order.append(finding.check) }
            byCheck[finding.check, default: []].append(finding)
        }
        let isCalm = { (check: Check) in
            byCheck[check, default: []].allSatisfy { $0.status == .pass || $0.status == .skip }
        }
        let place = { (check: Check) in TextReport.checkOrder.firstIndex(of: check) ?? TextReport.checkOrder.count }
        let calm = order.enumerated().filter { isCalm($0.element) }
            .sorted { (place($0.element), $0.offset) < (place($1.element), $1.offset) }
        var printed: Set<Remedy> = []
        return (order.filter { !isCalm($0) } + calm.map(\.element)).map { check in
            [style.bold(check.rawValue)] + byCheck[check, default: []].flatMap { lines($0, &printed) }
        }
    }

    private func lines(_ finding: Finding, _ printed: inout Set<Remedy>) -> [String] {
        let indent = "        "
        var lines = TextWrap.lines(
            finding.title, width: style.width, behind: "  \(style.mark(finding.status))  ")
        let calm = (finding.status == .pass || finding.status == .skip) && verbosity == 0
        if !calm {
            let facts = finding.code.spelling + (finding.confidence.map { ", \($0.rawValue)" } ?? "")
            if lines.count == 1, lines[0].columns + 2 + facts.columns <= style.width {
                lines[0] += "  " + style.dim(facts)
            } else {
                lines += TextWrap.lines(facts, width: style.width - indent.count).map { indent + style.dim($0) }
            }
        }
        if calm, let reason = finding.reasonAside {
            lines += TextWrap.lines(VisibleText.of(reason), width: style.width - indent.count)
                .map { indent + style.dim($0) }
        }
        if !calm, !finding.detail.isEmpty {
            lines += TextWrap.lines(finding.detail, width: style.width - indent.count).map { indent + $0 }
        }
        if !calm, let difference = finding.difference {
            lines += LineDifferenceText(difference: difference).lines(width: style.width - indent.count, style).map {
                indent + $0
            }
        }
        if !calm, let comparison = finding.comparison.flatMap(ComparisonText.init) {
            let drawn = comparison.differing(
                width: style.width - indent.count, style, hint: verbosity > 0 ? nil : "-v shows it")
            lines += (drawn + (verbosity > 0 ? comparison.whole(style) : [])).map { indent + $0 }
        }
        if verbosity > 0 {
            for member in finding.listedFacts {
                let shown = member.value.stringValue ?? member.value.text(.compact)
                lines += TextWrap.lines(
                    PrintableText.escaped(shown, limit: 400), width: style.width,
                    behind: indent + style.dim(member.name + ": "))
            }
        }
        if !calm, finding.status != .pass {
            for remedy in finding.remedies where printed.insert(remedy).inserted {
                lines += TextReport.lines(remedy, indent: indent, style: style)
            }
        }
        return lines
    }

    /// A remedy: what to do, and the command on a line of its own so that it can be copied.
    static func lines(_ remedy: Remedy, indent: String, style: TextStyle) -> [String] {
        var lines = TextWrap.lines(remedy.text, width: style.width, behind: indent + "> ")
        if let command = remedy.command {
            for line in command.split(separator: "\n", omittingEmptySubsequences: false) {
                lines.append(indent + "    " + style.command(String(line)))
            }
        }
        return lines
    }
}

/// Writes a report as text in a command's own way.
typealias TextRenderer = @Sendable (Report, TextStyle) -> String
