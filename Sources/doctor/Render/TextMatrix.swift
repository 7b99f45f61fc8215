import Codes
import Report

/// The verdicts of `models`: one entry for each model in a single region, a table when there are several regions; of
/// several accounts each has its own.
struct TextMatrix {
    private static let indent = "        "

    let cells: [ModelCell]
    let style: TextStyle
    let verbosity: Int
    private var account: String?

    /// The ids and regions may come from the command line, so they are made fit to be shown first.
    init(cells: [ModelCell], style: TextStyle, verbosity: Int) {
        self.cells = cells.map { cell in
            var shown = cell
            shown.model = VisibleText.of(cell.model)
            shown.region = VisibleText.of(cell.region)
            shown.account = cell.account.map { VisibleText.of($0) }
            shown.gate = cell.gate.map { VisibleText.of($0) }
            shown.profile = cell.profile.map { VisibleText.of($0) }
            shown.successor = cell.successor.map { VisibleText.of($0) }
            shown.suggestion = cell.suggestion.map { VisibleText.of($0) }
            return shown
        }
        self.style = style
        self.verbosity = verbosity
    }

    func lines() -> [String] {
        let parts = parts()
        let isTable = parts.contains { $0.isTable }
        return Array(parts.map { $0.section() }.joined(separator: [""])) + (isTable ? unsaid(parts) : [])
    }

    /// What belongs to one account, whose name is then said once for all; everything where there is one account only.
    private func parts() -> [TextMatrix] {
        guard cells.contains(where: { $0.account != nil }) else { return [self] }
        var seen: Set<String?> = []
        let accounts = cells.map(\.account).filter { seen.insert($0).inserted }
        let byAccount = Dictionary(grouping: cells, by: \.account)
        return accounts.map { account in
            var part = TextMatrix(cells: byAccount[account, default: []], style: style, verbosity: verbosity)
            part.account = account
            return part
        }
    }

    private var isTable: Bool { Set(cells.map(\.region)).count > 1 }

    /// A heading, the verdicts, and what wants attention.
    private func section() -> [String] {
        let heading = style.bold(account.map { "models of \($0)" } ?? "models")
        if let fault = commonFault { return [heading] + fault }
        guard isTable else { return [heading] + list() }
        let table = TextMatrixTable(cells: cells, style: style, verbosity: verbosity)
        let wanting = wanting() + known()
        return [heading] + table.lines() + (wanting.isEmpty ? [] : [""]) + wanting
    }

    /// The one entry of an account whose credentials are refused for everything.
    private var commonFault: [String]? {
        guard account != nil, cells.count > 1, let first = cells.first,
            first.verdict == .credentialFault || first.code?.group == .identity,
            cells.allSatisfy({ $0.verdict == first.verdict && $0.code == first.code && $0.status == first.status })
        else { return nil }
        var printed: Set<[Remedy]> = []
        let head = "  \(style.mark(first.status))  all \(cells.count)  "
        return TextWrap.lines(facts(first).joined(separator: "  "), width: style.width, behind: head)
            + remedies(first, &printed)
    }

    // MARK: One region

    private func list() -> [String] {
        let modelWidth = cells.map(\.model.columns).max() ?? 0
        let indent = Self.indent
        var printed: Set<[Remedy]> = []
        return cells.flatMap { cell -> [String] in
            let head = "  \(style.mark(cell.status))  \(cell.model.padded(to: modelWidth))  "
            let facts = facts(cell)
            let room = style.width - head.columns
            var lines: [String]
            if facts.columns(apart: 2) <= room {
                lines = [head + facts.joined(separator: "  ")]
            } else if room >= cell.verdict.rawValue.columns, room >= 24 {
                // The verdict beside the model; the ids that help, which are long, below it.
                let brief = TextWrap.flow(self.facts(cell, .brief), width: room)
                lines = [head + (brief.first ?? "")]
                let rest = TextWrap.flow(Array(brief.dropFirst()) + ids(cell), width: style.width - indent.count)
                lines += rest.map { indent + $0 }
            } else {
                lines = [head.withoutTrailingSpaces()]
                lines += TextWrap.flow(facts, width: style.width - indent.count).map { indent + $0 }
            }
            return lines + remedies(cell, &printed)
        }
    }

    private enum Detail {
        case brief
        case whole
    }

    /// The verdict with what belongs to it, in phrases.
    private func facts(_ cell: ModelCell, _ detail: Detail = .whole) -> [String] {
        var facts = [cell.verdict.rawValue]
        if let gate = cell.gate { facts.append("gate: \(gate)") }
        if detail == .whole { facts += ids(cell) }
        if let status = cell.httpStatus, cell.status != .pass { facts.append(style.dim("HTTP \(status)")) }
        // The usual one is not worth a word.
        if let version = cell.httpVersion, version != "HTTP/1.1" { facts.append(style.dim("over \(version)")) }
        if let latency = cell.latencyMs { facts.append(style.dim("\(Int(latency.rounded())) ms")) }
        return facts
    }

    /// The ids to use instead.
    private func ids(_ cell: ModelCell) -> [String] {
        var ids: [String] = []
        if let profile = cell.profile, cell.verdict == .accessibleViaProfile { ids.append("with \(profile)") }
        if let successor = cell.successor { ids.append("successor: \(successor)") }
        if let suggestion = cell.suggestion { ids.append("nearest: \(suggestion)") }
        return ids
    }

    /// What the service said, and what to do; advice that a cell above has given is not repeated.
    private func remedies(_ cell: ModelCell, _ printed: inout Set<[Remedy]>) -> [String] {
        guard cell.status != .pass else { return [] }
        let indent = Self.indent
        if !cell.remedies.isEmpty, !printed.insert(cell.remedies).inserted {
            return [indent + style.dim("as above")]
        }
        var lines: [String] = []
        if let message = cell.message {
            lines += TextWrap.lines(VisibleText.of(message), width: style.width - indent.count)
                .map { indent + style.dim($0) }
        }
        for remedy in cell.remedies { lines += TextReport.lines(remedy, indent: indent, style: style) }
        return lines
    }

    // MARK: Several regions

    /// The cells that want attention, each with what the service said and what to do.
    private func wanting() -> [String] {
        let wanting = cells.filter {
            $0.status == .fail || $0.status == .unknown || ($0.status == .warn && verbosity > 0)
        }
        let groups = alike(wanting)
        // A single one over the limit is shown rather than counted; `-v` shows all.
        let isWhole = verbosity > 0 || groups.count <= Self.wholeLimit + 1
        let shown = isWhole ? groups.count : Self.wholeLimit
        var printed: Set<[Remedy]> = []
        return groups.prefix(shown).flatMap { whole($0, &printed) } + groups.dropFirst(shown).flatMap(brief)
    }

    /// Further groups have one line each: nobody reads pages of them.
    private static let wholeLimit = 8

    /// Why cells that failed do not count.
    private func known() -> [String] {
        KnownFailureReasons(of: cells).all.flatMap { reason in
            TextWrap.lines(
                "\(reason.results): \(reason.words)", width: style.width, behind: "  \(style.mark(.skip))  ")
        }
    }

    private func whole(_ group: [ModelCell], _ printed: inout Set<[Remedy]>) -> [String] {
        guard let cell = group.first else { return [] }
        let head = TextWrap.lines(
            "\(cell.model) in \(cell.region)", width: style.width, behind: "  \(style.mark(cell.status))  ")
        let facts = TextWrap.flow(facts(cell), width: style.width - Self.indent.count)
        return head + facts.map { Self.indent + $0 } + remedies(cell, &printed) + others(group.dropFirst())
    }

    private func brief(_ group: [ModelCell]) -> [String] {
        guard let cell = group.first else { return [] }
        let gate = cell.gate.map { " (\($0))" } ?? ""
        let more = group.count > 1 ? " and \(group.count - 1) more" : ""
        return TextWrap.lines(
            "\(cell.model): \(cell.verdict.rawValue)\(gate) in \(cell.region)\(more)", width: style.width,
            behind: "  \(style.mark(cell.status))  ")
    }

    /// What is not explained, and how to see it.
    private func unsaid(_ parts: [TextMatrix]) -> [String] {
        guard verbosity == 0 else { return [] }
        let warnings = cells.count { $0.status == .warn }
        let failures = parts.reduce(0) { $0 + ($1.commonFault == nil ? $1.briefCount : 0) }
        let parts = [
            warnings == 0 ? nil : warnings == 1 ? "1 warning" : "\(warnings) warnings",
            failures == 0 ? nil : "\(failures) failures",
        ].compactMap(\.self)
        guard !parts.isEmpty else { return [] }
        let words = parts.joined(separator: " and ") + (parts == ["1 warning"] ? " is" : " are")
        let text = "\(words) not explained here; -v shows what the service said and what to do."
        return [""] + TextWrap.lines(text, width: style.width - 2).map { "  " + style.dim($0) }
    }

    /// How many kinds of failure have one line only.
    private var briefCount: Int {
        let failures = alike(cells.filter { $0.status == .fail || $0.status == .unknown }).count
        return failures <= Self.wholeLimit + 1 ? 0 : failures - Self.wholeLimit
    }

    /// The cells that one explanation covers: a model's in several regions, or all that gave no verdict for one reason.
    private func alike(_ cells: [ModelCell]) -> [[ModelCell]] {
        let key = { (cell: ModelCell) in
            [cell.verdict.rawValue]
                + (cell.status == .unknown ? [] : [cell.model, cell.gate ?? "", cell.code?.spelling ?? ""])
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
        return TextWrap.lines(words, width: style.width - Self.indent.count).map { Self.indent + style.dim($0) }
    }
}

extension [String] {
    /// The columns that the phrases take beside each other.
    fileprivate func columns(apart gap: Int) -> Int {
        reduce(0) { $0 + $1.columns } + gap * Swift.max(0, count - 1)
    }
}
