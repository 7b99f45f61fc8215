import JSONText
import Report

/// The report for a person: findings by check, cells, cases, and the most important line last.
struct TextReport {
    let report: Report
    let style: TextStyle
    let verbosity: Int

    /// Width of wrapped prose; commands are never wrapped.
    static let width = 92

    /// The whole text, ending in a line break.
    func rendered() -> String {
        var sections: [[String]] = []
        if let target = report.target {
            sections.append([
                style.dim("\(target.region)  \(target.endpoint)" + (target.mock ? "  (embedded mock)" : ""))
            ])
        }
        sections += findings()
        if !report.models.isEmpty {
            sections.append(TextMatrix(cells: report.models, style: style, verbosity: verbosity).lines())
        }
        if !report.cases.isEmpty {
            sections.append(TextCases(cases: report.cases, style: style, verbosity: verbosity).lines())
        }
        if !report.notes.isEmpty { sections.append(report.notes.map { "note: " + $0 }) }
        sections.append(TextConclusion(report: report, style: style).lines())
        return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    /// One block for each check, in the order in which the checks ran.
    private func findings() -> [[String]] {
        var order: [String] = []
        var byCheck: [String: [Finding]] = [:]
        for finding in report.findings {
            if byCheck[finding.check] == nil { order.append(finding.check) }
            byCheck[finding.check, default: []].append(finding)
        }
        return order.map { check in
            [style.bold(check)] + (byCheck[check] ?? []).flatMap(lines)
        }
    }

    private func lines(_ finding: Finding) -> [String] {
        let indent = "        "
        var lines = ["  \(style.mark(finding.status))  \(finding.title)"]
        let calm = (finding.status == .pass || finding.status == .skip) && verbosity == 0
        if !calm {
            var facts = [style.dim(finding.code)]
            if let confidence = finding.confidence { facts.append(style.dim(confidence.rawValue)) }
            lines[0] += "  " + facts.joined(separator: style.dim(", "))
        }
        if !calm, !finding.detail.isEmpty {
            lines += TextWrap.lines(finding.detail, width: TextReport.width - indent.count).map { indent + $0 }
        }
        if verbosity > 0 {
            for member in finding.evidence {
                let shown = member.value.stringValue ?? member.value.text(.compact)
                lines.append(indent + style.dim(member.name + ": ") + PrintableText.escaped(shown, limit: 400))
            }
        }
        if !calm, finding.status != .pass {
            for remedy in finding.remedies { lines += TextReport.lines(remedy, indent: indent, style: style) }
        }
        return lines
    }

    /// A remedy: what to do, and the command on a line of its own so that it can be copied.
    static func lines(_ remedy: Remedy, indent: String, style: TextStyle) -> [String] {
        var lines: [String] = []
        let prose = TextWrap.lines(remedy.text, width: width - indent.count - 2)
        for (index, line) in prose.enumerated() { lines.append(indent + (index == 0 ? "> " : "  ") + line) }
        if let command = remedy.command {
            for line in command.split(separator: "\n", omittingEmptySubsequences: false) {
                lines.append(indent + "    " + style.command(String(line)))
            }
        }
        return lines
    }
}
