import Report

/// Vectors, recordings and scenarios for the page: what did not pass in full, what passed as a list to open; of several
/// adapters a table before them, and of a comparison what became of each result.
struct HTMLCases {
    let report: Report

    private var cases: [CaseResult] { report.cases }

    var values: HTMLValues {
        if report.command == "diff" { return ["title": "Changes", "changes": changes] }
        let passed = cases.filter { $0.status == .pass }
        let duration = HTMLDuration(passed.map(\.durationMs))
        let list = passed.map { ["id": VisibleText.of($0.name), "time": duration.values($0.durationMs)] as HTMLValues }
        return HTMLValues(present: [
            "title": "Cases",
            "matrix": CaseMatrix(report).map(matrix),
            "wanting": cases.enumerated().filter { $0.element.status != .pass }.map { wanting($0.element, $0.offset) },
            "passed": passed.isEmpty ? nil : ["count": "\(passed.count)", "list": list] as HTMLValues,
        ])
    }

    private func wanting(_ result: CaseResult, _ place: Int) -> HTMLValues {
        HTMLValues(present: [
            "status": result.status.rawValue, "mark": TextStyle.word(result.status), "id": VisibleText.of(result.name),
            "anchor": Self.anchor(place),
            "stage": result.stage.map { VisibleText.of($0) }, "duration": HTMLDuration.text(result.durationMs),
            "message": result.message.map { VisibleText.of($0) },
            "again": CaseMatrix.reproduction(of: result, in: report),
        ])
    }

    private static func anchor(_ place: Int) -> String { "case-\(place + 1)" }

    // MARK: Several adapters

    private func matrix(_ matrix: CaseMatrix) -> HTMLValues {
        let adapters = matrix.adapters.map { head($0, in: matrix) }
        let families = matrix.families.map { rows($0, in: matrix) }
        return ["adapters": adapters, "families": families, "noun": matrix.noun]
    }

    private func head(_ adapter: AdapterIdentity, in matrix: CaseMatrix) -> HTMLValues {
        let counts = [Status.fail, .warn, .unknown, .skip, .pass].compactMap { status -> String? in
            let count = matrix.count(status, of: adapter)
            return count > 0 ? "\(count) \(ReportConclusion.word(status, count: count))" : nil
        }
        return HTMLValues(present: [
            "name": VisibleText.of(adapter.name), "version": adapter.version.map { VisibleText.of($0) },
            "language": adapter.language.map { VisibleText.of($0) }, "date": VisibleText.of(adapter.startedAt),
            "counts": counts.joined(separator: ", "),
        ])
    }

    private func rows(_ family: CaseMatrix.Family, in matrix: CaseMatrix) -> HTMLValues {
        let rows = family.ids.map { id -> HTMLValues in
            let cells = matrix.adapters.map { cell(matrix.result(id, of: $0), of: $0) }
            return ["id": VisibleText.of(id), "cells": cells]
        }
        return HTMLValues(present: [
            "name": VisibleText.of(family.name), "span": "\(matrix.adapters.count + 1)", "rows": rows,
        ])
    }

    private func cell(_ found: (result: CaseResult, place: Int)?, of adapter: AdapterIdentity) -> HTMLValues {
        guard let (result, place) = found else { return ["status": "none"] }
        return HTMLValues(present: [
            "status": result.status.rawValue, "mark": TextStyle.word(result.status),
            "link": result.status == .pass ? nil : Self.anchor(place),
            "words": VisibleText.of("\(adapter.label): \(result.stage ?? result.status.rawValue)"),
        ])
    }

    // MARK: A comparison

    private var changes: [HTMLValues] {
        let byChange = Dictionary(grouping: cases) { $0.stage ?? "" }
        return ReportDifference.order.compactMap { change -> HTMLValues? in
            guard let changed = byChange[change.rawValue] else { return nil }
            return ["name": change.heading, "count": "\(changed.count)", "rows": changed.map(row)]
        }
    }

    private func row(_ changed: CaseResult) -> HTMLValues {
        let (before, after) = Self.sides(changed.message ?? "")
        return HTMLValues(present: [
            "status": changed.status.rawValue, "mark": TextStyle.word(changed.status),
            "id": VisibleText.of(changed.name), "before": VisibleText.of(before), "after": VisibleText.of(after),
        ])
    }

    /// What a change's words say of before and after.
    private static func sides(_ words: String) -> (before: String, after: String) {
        let separator = " -> "
        var rest = words[...]
        var before = ""
        while !rest.isEmpty {
            if rest.hasPrefix(separator) { return (before, String(rest.dropFirst(separator.count))) }
            before.append(rest.removeFirst())
        }
        return (before, "")
    }
}
