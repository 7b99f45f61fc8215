import Codes
import Report

/// The report as Markdown: the summary of a job, a comment, a page of a wiki.
///
/// What wants attention comes first, because a summary may be cut: the conclusion, findings, the table of models, cells and
/// cases that did not pass, then the rest.
struct MarkdownReport {
    /// More regions than these make a table that no page has room for.
    private static let tableRegions = 8

    /// More regions than these are counted where a row would name them.
    private static let namedRegions = 6

    let report: Report

    func rendered() -> String {
        var page = MarkdownPage()
        let conclusion = ReportConclusion(report)
        page.add("## doctor \(MarkdownText.inline(report.command)): \(MarkdownText.inline(conclusion.counts))")
        if let target = report.target {
            page.add(
                MarkdownText.paragraph(
                    "\(target.region), \(target.endpoint)" + (target.mock ? " (embedded mock)" : "")))
        }
        lead(conclusion, &page)
        findings(&page)
        models(&page)
        cases(&page)
        known(&page)
        notes(&page)
        calm(&page)
        page.end(
            "<sub>doctor \(MarkdownText.inline(report.tool.version)), \(MarkdownText.inline(report.startedAt)), "
                + "\(HTMLDuration.text(report.durationMs))</sub>")
        return page.text
    }

    private func lead(_ conclusion: ReportConclusion, _ page: inout MarkdownPage) {
        if let subject = conclusion.subject {
            let words = subject.rawValue.prefix(1).uppercased() + subject.rawValue.dropFirst()
            page.add(
                "**\(words):** \(MarkdownText.inline(conclusion.sentence))"
                    + (conclusion.code.map { " \(MarkdownText.code($0))" } ?? ""))
        }
        guard let next = conclusion.next else { return }
        page.add("Next:" + (next.words.map { " " + MarkdownText.inline($0) } ?? ""))
        if let command = next.command { page.add(MarkdownText.block(command)) }
    }

    private static func isCalm(_ status: Status) -> Bool { status == .pass || status == .skip }

    private static func mark(_ status: Status) -> String {
        status == .fail ? "**FAIL**" : status == .unknown ? "no verdict" : TextStyle.word(status)
    }

    // MARK: Findings

    private func findings(_ page: inout MarkdownPage) {
        let wanting = report.findings.filter { !Self.isCalm($0.status) }
        var left = 0
        for finding in wanting where !page.add(Self.text(finding)) { left += 1 }
        if left > 0 { page.end("\(left) more findings: no room is left in a summary.") }
    }

    private static func text(_ finding: Finding) -> String {
        let facts = [MarkdownText.code(finding.code.spelling), finding.check.rawValue, finding.confidence?.rawValue]
        var parts = ["### \(mark(finding.status)): \(MarkdownText.inline(finding.title))"]
        parts.append(facts.compactMap(\.self).joined(separator: ", "))
        if let call = finding.call {
            let place = [call.input, call.position, call.call].compactMap(\.self).joined(separator: ", ")
            if !place.isEmpty { parts.append(MarkdownText.paragraph(place)) }
        }
        if !finding.detail.isEmpty { parts.append(MarkdownText.paragraph(finding.detail)) }
        let plain = TextStyle(colored: false)
        let lines =
            (finding.difference.map(LineDifferenceText.init)?.lines(width: 100, plain) ?? [])
            + (finding.comparison.flatMap(ComparisonText.init)?.differing(width: 100, plain) ?? [])
        if !lines.isEmpty { parts.append(MarkdownText.block(lines.joined(separator: "\n"))) }
        for remedy in finding.remedies {
            parts.append("> " + MarkdownText.inline(remedy.text))
            if let command = remedy.command { parts.append(MarkdownText.block(command)) }
        }
        return parts.joined(separator: "\n\n")
    }

    /// What is well, or was left out on purpose, to open.
    private func calm(_ page: inout MarkdownPage) {
        let calm = report.findings.filter { Self.isCalm($0.status) }
        guard !calm.isEmpty else { return }
        page.add("<details><summary>\(calm.count) without a fault</summary>")
        page.table(
            ["", "check", "finding"],
            calm.map { [Self.mark($0.status), $0.check.rawValue, MarkdownText.inline($0.title)] }, of: "finding")
        page.end("</details>")
    }

    // MARK: Cells

    private func models(_ page: inout MarkdownPage) {
        guard !report.models.isEmpty else { return }
        var seen: Set<String> = []
        let regions = report.models.map(\.place).filter { seen.insert($0).inserted }
        if regions.count <= Self.tableRegions { table(regions, &page) }
        let groups = CellGroup.all(report.models)
        let wanted = regions.count <= Self.tableRegions ? groups.filter { !Self.isCalm($0.first.status) } : groups
        let shown = [Status.fail, .unknown, .warn, .skip, .pass].flatMap { status in
            wanted.filter { $0.first.status == status }
        }
        page.table(
            ["", "model", "regions", "verdict", "code", "message"], shown.map { Self.row($0, of: regions.count) },
            of: "verdict")
    }

    private func table(_ regions: [String], _ page: inout MarkdownPage) {
        var models: [String] = []
        var rows: [String: [String: ModelCell]] = [:]
        for cell in report.models {
            if rows[cell.model] == nil { models.append(cell.model) }
            rows[cell.model, default: [:]][cell.place] = cell
        }
        page.table(
            ["model"] + regions.map { MarkdownText.inline($0) },
            models.map { model in
                [MarkdownText.code(model)]
                    + regions.map { region in
                        rows[model]?[region].map { cell in
                            cell.status != .fail || cell.contradictsList
                                ? cell.tableLabel : "**\(cell.verdict.rawValue)**"
                        } ?? ""
                    }
            }, of: "model")
    }

    private static func row(_ group: CellGroup, of regions: Int) -> [String] {
        let cell = group.first
        let names = group.cells.prefix(namedRegions).map { MarkdownText.inline($0.place) }.joined(separator: ", ")
        let places =
            regions > 1 && group.cells.count == regions
            ? "all \(regions)"
            : group.cells.count > namedRegions ? "\(names) and \(group.cells.count - namedRegions) more" : names
        return [
            mark(cell.status), MarkdownText.code(cell.model), places,
            cell.verdict.rawValue + (cell.gate.map { ", gate: " + MarkdownText.inline($0) } ?? ""),
            cell.code.map { MarkdownText.code($0.spelling) } ?? "", MarkdownText.inline(cell.message ?? "", limit: 400),
        ]
    }

    /// Why findings and cells that failed do not count; cases say it themselves.
    private func known(_ page: inout MarkdownPage) {
        var judged = report
        judged.cases = []
        page.list(KnownFailureReasons(of: judged).all, of: "known failure") { reason in
            "- skipped: \(MarkdownText.inline(reason.results)): \(MarkdownText.inline(reason.words, limit: 300))"
        }
    }

    // MARK: Cases

    /// Several adapters: who they are, and what each made of each scenario.
    private func matrix(_ matrix: CaseMatrix, _ page: inout MarkdownPage) {
        page.table(
            ["software", "version", "language", "date", "failed", "warnings", "no verdict", "skipped", "passed"],
            matrix.adapters.map { adapter in
                let names = [adapter.name, adapter.version ?? "", adapter.language ?? "", adapter.startedAt]
                let counts = [Status.fail, .warn, .unknown, .skip, .pass].map { "\(matrix.count($0, of: adapter))" }
                return names.map { MarkdownText.inline($0) } + counts
            }, of: "adapter")
        for family in matrix.families {
            if !family.name.isEmpty { page.add("### \(MarkdownText.inline(family.name))") }
            page.table(
                [matrix.noun] + matrix.adapters.map { MarkdownText.inline($0.label) },
                family.ids.map { id in
                    [MarkdownText.code(id)]
                        + matrix.adapters.map { adapter in
                            matrix.result(id, of: adapter).map { Self.mark($0.result.status) } ?? ""
                        }
                }, of: matrix.noun)
        }
    }

    /// What shows each failure again, where the cases are of adapters.
    private func reproductions(_ page: inout MarkdownPage) {
        var left = 0
        for result in report.cases where result.status == .fail {
            guard let again = CaseMatrix.reproduction(of: result, in: report) else { continue }
            let block = [
                "**FAIL** \(MarkdownText.code(result.name))", MarkdownText.block(result.message ?? ""),
                MarkdownText.block(again),
            ]
            if !page.add(block.joined(separator: "\n\n")) { left += 1 }
        }
        if left > 0 { page.end("\(left) more failures: no room is left in a summary.") }
    }

    private func cases(_ page: inout MarkdownPage) {
        if let matrix = CaseMatrix(report) { self.matrix(matrix, &page) }
        let wanting = report.cases.filter { !Self.isCalm($0.status) }
        page.table(
            ["", "case", "stage", "message"],
            wanting.map { result in
                [
                    Self.mark(result.status), MarkdownText.code(result.name), MarkdownText.inline(result.stage ?? ""),
                    MarkdownText.inline(result.message ?? "", limit: 600)
                        + (result.code.map { "<br>" + MarkdownText.code($0.spelling) } ?? ""),
                ]
            }, of: "case")
        reproductions(&page)
        var reasons: [String] = []
        var counts: [String: Int] = [:]
        for result in report.cases where result.status == .skip {
            let reason = result.message ?? ""
            if counts[reason] == nil { reasons.append(reason) }
            counts[reason, default: 0] += 1
        }
        page.list(reasons, of: "reason to skip") {
            "- \(counts[$0] ?? 0) skipped: " + MarkdownText.inline($0, limit: 300)
        }
    }

    private func notes(_ page: inout MarkdownPage) {
        page.list(report.notes, of: "note") { "- note: " + MarkdownText.inline($0) }
    }
}
