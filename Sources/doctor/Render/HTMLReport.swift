import JSONText
import Mustache
import Report

/// The report as one HTML page that needs nothing else: no script, no font, no picture from elsewhere.
///
/// The most important line comes first: whoever opens the page may read no further. Every value is escaped by Mustache.
struct HTMLReport {
    let report: Report

    func rendered() throws -> String { try MustacheTemplate(string: HTMLTemplate.text).render(page) }

    private var page: [String: Any] {
        let plain = TextStyle(colored: false)
        let conclusion = TextConclusion(report: report, style: plain).lines()
        return [
            "command": report.command,
            "version": report.tool.version,
            "startedAt": report.startedAt,
            "target": Self.said(
                report.target.map { "\($0.region)  \($0.endpoint)" + ($0.mock ? "  (embedded mock)" : "") }),
            "counts": conclusion.first ?? "",
            "conclusion": Self.said(conclusion.dropFirst().joined(separator: "\n")),
            "failed": report.summary.fail > 0,
            "checks": checks,
            "hasModels": !report.models.isEmpty,
            "matrix": matrix,
            "cells": report.models.filter { $0.status != .pass && $0.status != .skip }.map(cell),
            "hasCases": !report.cases.isEmpty,
            "cases": cases,
            "passedCases": report.cases.count { $0.status == .pass },
            "hasNotes": !report.notes.isEmpty,
            "notes": report.notes.map { VisibleText.of($0) },
        ]
    }

    // MARK: Findings

    private var checks: [[String: Any]] {
        var order: [String] = []
        var findings: [String: [[String: Any]]] = [:]
        for finding in report.findings {
            if findings[finding.check] == nil { order.append(finding.check) }
            findings[finding.check, default: []].append(self.finding(finding))
        }
        return order.map { ["name": VisibleText.of($0), "findings": findings[$0, default: []]] }
    }

    private func finding(_ finding: Finding) -> [String: Any] {
        let width = 100
        let plain = TextStyle(colored: false)
        let difference = DifferenceText(finding.evidence)?.lines(width: width, plain)
        let comparison = ComparisonText(finding.evidence).map { comparison in
            (comparison.differing(width: width, plain) + comparison.whole(plain)).joined(separator: "\n")
        }
        let evidence = finding.evidence.filter { $0.name != "difference" && $0.name != "comparison" }.map { member in
            [
                "name": member.name,
                "value": PrintableText.escaped(member.value.stringValue ?? member.value.text(.compact), limit: 2000),
            ]
        }
        return [
            "status": finding.status.rawValue, "mark": Self.mark(finding.status),
            "title": VisibleText.of(finding.title), "code": finding.code,
            "confidence": Self.said(finding.confidence?.rawValue),
            "detail": Self.said(finding.detail), "difference": Self.said(difference?.joined(separator: "\n")),
            "comparison": Self.said(comparison),
            "hasEvidence": !evidence.isEmpty, "evidence": evidence,
            "remedies": finding.status == .pass ? [] : finding.remedies.map(remedy),
        ]
    }

    private func remedy(_ remedy: Remedy) -> [String: Any] {
        ["text": VisibleText.of(remedy.text), "command": Self.said(remedy.command)]
    }

    // MARK: Models

    /// Models down, regions across: a page has room where a terminal has none.
    private var matrix: [String: Any] {
        let regions = ordered(report.models.map(\.region))
        let byPlace = Dictionary(
            report.models.map { ([$0.model, $0.region], $0) }, uniquingKeysWith: { first, _ in first })
        let rows = ordered(report.models.map(\.model)).map { model -> [String: Any] in
            let cells = regions.map { region -> [String: Any] in
                guard let cell = byPlace[[model, region]] else { return ["status": "", "verdict": ""] }
                return ["status": cell.status.rawValue, "verdict": cell.verdict.rawValue]
            }
            return ["model": VisibleText.of(model), "cells": cells]
        }
        return ["regions": regions.map { VisibleText.of($0) }, "rows": rows]
    }

    private func cell(_ cell: ModelCell) -> [String: Any] {
        let facts = [
            cell.gate.map { "gate: \($0)" }, cell.successor.map { "successor: \($0)" },
            cell.suggestion.map { "did you mean \($0)?" }, cell.httpStatus.map { "HTTP \($0)" },
            cell.requestId.map { "request \($0)" },
        ]
        return [
            "status": cell.status.rawValue, "mark": Self.mark(cell.status), "model": VisibleText.of(cell.model),
            "region": VisibleText.of(cell.region), "verdict": cell.verdict.rawValue,
            "facts": VisibleText.of(facts.compactMap { $0 }.joined(separator: ", ")),
            "message": Self.said(cell.message), "remedies": cell.remedies.map(remedy),
        ]
    }

    // MARK: Cases

    private var cases: [[String: Any]] {
        report.cases.filter { $0.status != .pass }.map { result in
            [
                "status": result.status.rawValue, "mark": Self.mark(result.status), "id": VisibleText.of(result.id),
                "stage": result.stage ?? "", "message": Self.said(result.message),
            ]
        }
    }

    private func ordered(_ values: [String]) -> [String] {
        var seen: Set<String> = []
        return values.filter { seen.insert($0).inserted }
    }

    /// A value that a section of the template is for; false, which leaves the section out, when there is nothing to say.
    ///
    /// Without a value of its own, Mustache would look for one of the same name further out.
    private static func said(_ text: String?) -> Any {
        guard let text, !text.isEmpty else { return false }
        return VisibleText.of(text)
    }

    private static func mark(_ status: Status) -> String {
        switch status {
        case .pass: "ok"
        case .warn: "warn"
        case .fail: "FAIL"
        case .skip: "skip"
        case .unknown: "?"
        }
    }
}
