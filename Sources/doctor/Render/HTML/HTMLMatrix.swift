import Codes
import Report

/// The cells of `models` for the page: a table of models and regions, and below it each model's verdicts.
struct HTMLMatrix {
    /// More regions than these leave a cell no room for a word.
    private static let wordyRegions = 8

    private let cells: [ModelCell]
    /// The regions, or those of each of several accounts.
    private let places: [String]
    /// A cell of each place, in their order.
    private let heads: [ModelCell]
    private let models: [String]
    private let groups: [CellGroup]
    private let duration: HTMLDuration

    init(_ cells: [ModelCell]) {
        self.cells = cells
        // The regions of an account stand beside each other.
        let accounts = Self.ordered(cells.map { $0.account ?? "" })
        let byAccount = Dictionary(grouping: cells) { $0.account ?? "" }
        heads = accounts.flatMap { account in
            var seen: Set<String> = []
            return byAccount[account, default: []].filter { seen.insert($0.place).inserted }
        }
        places = heads.map(\.place)
        models = Self.ordered(cells.map(\.model))
        groups = CellGroup.all(cells)
        duration = HTMLDuration(cells.compactMap(\.latencyMs))
    }

    var values: HTMLValues {
        HTMLValues(present: [
            "dense": isDense ? true : nil, "legend": legend, "regions": heads.map(head),
            "several": accounts.isEmpty ? nil : ["accounts": accounts] as HTMLValues,
            "rows": rows, "models": byModel,
        ])
    }

    private func head(_ cell: ModelCell) -> HTMLValues {
        [
            "place": VisibleText.of(cell.place), "region": VisibleText.of(cell.region),
            "account": VisibleText.of(cell.account ?? ""),
        ]
    }

    /// The accounts over their regions, where there are several.
    private var accounts: [HTMLValues] {
        guard heads.contains(where: { $0.account != nil }) else { return [] }
        let counts = Dictionary(grouping: heads) { $0.account ?? "" }.mapValues(\.count)
        return Self.ordered(heads.map { $0.account ?? "" }).map {
            ["account": VisibleText.of($0), "count": "\(counts[$0] ?? 0)"]
        }
    }

    /// Whether a cell has room for a sign only.
    var isDense: Bool { places.count > Self.wordyRegions }

    // MARK: The table

    private var legend: [HTMLValues] {
        let verdicts = ModelVerdict.allCases.compactMap { verdict in
            cells.first { $0.verdict == verdict && !$0.contradictsList }
        }
        return (verdicts + [cells.first(where: \.contradictsList)].compactMap(\.self)).map { cell in
            ["look": look(cell), "mark": mark(cell), "label": cell.tableWords]
        }
    }

    private var rows: [HTMLValues] {
        var byPlace: [String: [String: (cell: ModelCell, group: Int)]] = [:]
        for (index, group) in groups.enumerated() {
            for cell in group.cells { byPlace[cell.model, default: [:]][cell.place] = (cell, index) }
        }
        return models.map { model in
            let row = byPlace[model, default: [:]]
            let cells = places.map { place -> HTMLValues in
                guard let (cell, group) = row[place] else { return [:] }
                return [
                    "look": look(cell), "status": cell.status.rawValue,
                    "group": [
                        "id": id(group), "label": cell.tableWords, "mark": mark(cell),
                    ],
                ]
            }
            let median = Self.median(row.values.compactMap(\.cell.latencyMs))
            return HTMLValues(present: [
                "model": VisibleText.of(model), "cells": cells, "median": median.map(duration.values),
            ])
        }
    }

    private func mark(_ cell: ModelCell) -> String { isDense ? cell.tableSign : cell.tableLabel }

    /// The class that colours a cell: its status, and one of its own for an answer through a profile.
    private func look(_ cell: ModelCell) -> String {
        cell.verdict == .accessibleViaProfile && cell.status == .pass ? "profile" : cell.status.rawValue
    }

    private func id(_ group: Int) -> String { "cells-\(group + 1)" }

    private static func median(_ values: [Double]) -> Double? {
        values.isEmpty ? nil : values.sorted()[values.count / 2]
    }

    // MARK: The verdicts of each model

    private var byModel: [HTMLValues] {
        let failures = groups.count { $0.first.status == .fail || $0.first.status == .unknown }
        let numbered = Dictionary(grouping: groups.enumerated(), by: \.element.first.model)
        return models.map { model in
            let groups = numbered[model, default: []].map { index, group in
                values(group, id: id(index), areFailuresOpen: failures <= 6)
            }
            return ["name": VisibleText.of(model), "groups": groups]
        }
    }

    private func values(_ group: CellGroup, id: String, areFailuresOpen: Bool) -> HTMLValues {
        let cell = group.first
        let isFailure = cell.status == .fail || cell.status == .unknown
        let mark = TextStyle.word(cell.status)
        return HTMLValues(present: [
            "id": id, "status": cell.status.rawValue, "look": look(cell), "mark": mark,
            "model": VisibleText.of(cell.model) + (cell.code.map { " \($0)" } ?? ""),
            "region": VisibleText.of(cell.place), "open": isFailure && areFailuresOpen ? true : nil,
            "verdict": cell.verdict.rawValue, "places": words(group),
            "use": use(cell),
            "facts": facts(cell), "advice": advice(group), "rows": group.cells.map(row),
        ])
    }

    /// The id to call instead of the model's own.
    private func use(_ cell: ModelCell) -> HTMLValues? {
        let ids = [
            ("as", cell.verdict == .accessibleViaProfile ? cell.profile : nil), ("successor:", cell.successor),
            ("did you mean", cell.suggestion),
        ]
        return ids.lazy.compactMap { words, id in id.map { ["words": words, "id": VisibleText.of($0)] } }.first
    }

    private func words(_ group: CellGroup) -> String {
        if places.count > 1, group.cells.count == places.count { return "in all \(places.count) regions" }
        if group.cells.count > 4 { return "in \(group.cells.count) regions" }
        return "in " + group.cells.map { VisibleText.of($0.place) }.joined(separator: ", ")
    }

    private func facts(_ cell: ModelCell) -> [HTMLValues] {
        let facts: [(String, String?)] = [
            ("verdict", cell.verdict.rawValue), ("code", cell.code?.spelling), ("gate", cell.gate),
            ("profile", cell.profile),
            ("successor", cell.successor), ("did you mean", cell.suggestion),
            ("HTTP status", cell.httpStatus.map { "\($0)" }), ("error type", cell.errorType),
        ]
        return facts.compactMap { name, value in value.map { ["name": name, "value": VisibleText.of($0)] } }
    }

    private func advice(_ group: CellGroup) -> HTMLValues? {
        let cell = group.first
        let remedies = cell.status == .pass ? [] : cell.remedies
        guard cell.message != nil || !remedies.isEmpty else { return nil }
        return HTMLValues(present: [
            "message": cell.message.map { VisibleText.of($0) }, "remedies": remedies.map(HTMLRemedy.values),
            "shownFor": group.isRegional ? VisibleText.of(cell.region) : nil,
        ])
    }

    private func row(_ cell: ModelCell) -> HTMLValues {
        HTMLValues(present: [
            "region": VisibleText.of(cell.place), "latency": cell.latencyMs.map(duration.values),
            "tokens": cell.tokens.map { "\($0.input) in, \($0.output) out" },
            "requestId": cell.requestId.map { VisibleText.of($0) },
        ])
    }

    private static func ordered(_ values: [String]) -> [String] {
        var seen: Set<String> = []
        return values.filter { seen.insert($0).inserted }
    }
}
