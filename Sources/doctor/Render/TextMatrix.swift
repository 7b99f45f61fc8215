import Report

/// The verdicts of `models`: one line for each model in a single region, a table when there are several regions.
struct TextMatrix {
    let cells: [ModelCell]
    let style: TextStyle
    let verbosity: Int

    /// The ids and regions may come from the command line, so they are made fit to be shown first.
    init(cells: [ModelCell], style: TextStyle, verbosity: Int) {
        self.cells = cells.map { cell in
            var shown = cell
            shown.model = VisibleText.of(cell.model)
            shown.region = VisibleText.of(cell.region)
            return shown
        }
        self.style = style
        self.verbosity = verbosity
    }

    func lines() -> [String] {
        let regions = ordered(cells.map(\.region))
        return [style.bold("models")] + (regions.count > 1 ? table(regions) : list())
    }

    // MARK: One region

    private func list() -> [String] {
        let modelWidth = cells.map(\.model.count).max() ?? 0
        var told: Set<[Remedy]> = []
        return cells.flatMap { cell -> [String] in
            let head = "  \(style.mark(cell.status))  \(cell.model.padded(to: modelWidth))  \(summary(cell))"
            return [head] + remedies(cell, &told)
        }
    }

    /// What the service said, and what to do; advice that a cell above has given is not repeated.
    private func remedies(_ cell: ModelCell, _ told: inout Set<[Remedy]>) -> [String] {
        guard cell.status != .pass else { return [] }
        if !cell.remedies.isEmpty, !told.insert(cell.remedies).inserted {
            return ["        " + style.dim("as above")]
        }
        var lines: [String] = []
        if let message = cell.message {
            lines += TextWrap.lines(PrintableText.escaped(message, limit: 300), width: TextReport.width - 8)
                .map { "        " + style.dim($0) }
        }
        for remedy in cell.remedies { lines += TextReport.lines(remedy, indent: "        ", style: style) }
        return lines
    }

    private func summary(_ cell: ModelCell) -> String {
        var parts = [cell.verdict.rawValue]
        if let gate = cell.gate { parts.append("gate: \(gate)") }
        if let profile = cell.profile, cell.verdict == .accessibleViaProfile { parts.append("with \(profile)") }
        if let successor = cell.successor { parts.append("successor: \(successor)") }
        if let suggestion = cell.suggestion { parts.append("did you mean \(suggestion)?") }
        if let status = cell.httpStatus, cell.status != .pass { parts.append(style.dim("HTTP \(status)")) }
        if let latency = cell.latencyMs { parts.append(style.dim("\(Int(latency.rounded())) ms")) }
        return parts.joined(separator: "  ")
    }

    // MARK: Several regions

    /// Regions down, models across under a letter each, the letters explained below; then the cells that failed.
    private func table(_ regions: [String]) -> [String] {
        let models = ordered(cells.map(\.model))
        let byPlace = Dictionary(
            cells.map { ("\($0.region) \($0.model)", $0) }, uniquingKeysWith: { first, _ in first })
        let regionWidth = regions.map(\.count).max() ?? 0
        let columnWidth = (cells.map { label($0).count }.max() ?? 0) + 2
        let columns = max(1, (TextReport.width - regionWidth - 4) / max(1, columnWidth))
        var lines: [String] = []
        // More models than fit beside each other go into a second block below, and so on.
        for start in stride(from: 0, to: models.count, by: columns) {
            let block = start..<min(start + columns, models.count)
            let letters = block.map { letter($0).padded(to: columnWidth) }.joined()
            lines.append(("  " + "".padded(to: regionWidth) + "  " + letters).withoutTrailingSpaces())
            for region in regions {
                let row = models[block].map { model -> String in
                    guard let cell = byPlace["\(region) \(model)"] else { return "".padded(to: columnWidth) }
                    return colored(cell, label(cell).padded(to: columnWidth))
                }
                lines.append(("  " + region.padded(to: regionWidth) + "  " + row.joined()).withoutTrailingSpaces())
            }
            lines.append("")
        }
        lines += models.enumerated().map { "  \(letter($0.offset))  \($0.element)" }
        let failed = cells.filter {
            $0.status == .fail || $0.status == .unknown || ($0.status == .warn && verbosity > 0)
        }
        if !failed.isEmpty { lines.append("") }
        var told: Set<[Remedy]> = []
        for group in alike(failed) {
            guard let cell = group.first else { continue }
            lines.append("  \(style.mark(cell.status))  \(cell.model) in \(cell.region)")
            lines.append("        \(summary(cell))")
            lines += remedies(cell, &told)
            lines += others(group.dropFirst())
        }
        return lines
    }

    /// The cells that one account covers: a model's in several regions, or all that gave no verdict for one reason.
    private func alike(_ cells: [ModelCell]) -> [[ModelCell]] {
        let key = { (cell: ModelCell) in
            [cell.verdict.rawValue] + (cell.status == .unknown ? [] : [cell.model, cell.gate ?? "", cell.code ?? ""])
        }
        let groups = Dictionary(grouping: cells, by: key)
        var seen: Set<[String]> = []
        return cells.compactMap { seen.insert(key($0)).inserted ? groups[key($0)] : nil }
    }

    private func others(_ cells: ArraySlice<ModelCell>) -> [String] {
        guard let first = cells.first else { return [] }
        let words =
            first.status == .unknown
            ? "and \(cells.count) more like it" : "the same in " + cells.map(\.region).joined(separator: ", ")
        return TextWrap.lines(words, width: TextReport.width - 8).map { "        " + style.dim($0) }
    }

    private func label(_ cell: ModelCell) -> String {
        switch cell.verdict {
        case .accessible: "ok"
        case .accessibleViaProfile: "profile"
        case .notInRegion: "-"
        case .unknownModel: "unknown"
        case .credentialFault: "credentials"
        default: cell.verdict.rawValue
        }
    }

    private func colored(_ cell: ModelCell, _ text: String) -> String {
        switch cell.status {
        case .pass: text
        case .skip: style.dim(text)
        default: style.bold(text)
        }
    }

    /// The letter of a column: after Z comes AA.
    private func letter(_ index: Int) -> String {
        let letter = Unicode.Scalar(UInt8(ascii: "A") + UInt8(index % 26))
        return (index >= 26 ? self.letter(index / 26 - 1) : "") + String(Character(letter))
    }

    private func ordered(_ values: [String]) -> [String] {
        var seen: Set<String> = []
        return values.filter { seen.insert($0).inserted }
    }
}
