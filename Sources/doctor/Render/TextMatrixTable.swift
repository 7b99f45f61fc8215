import Report

/// Regions down, models across under a letter each; below it each letter with its model and the ids to use instead.
///
/// As many models stand beside each other as the width allows. Of many regions, those with the same verdicts share a row.
struct TextMatrixTable {
    /// Fewer regions than these have a row each: whoever named them wants to see them.
    private static let fewRegions = 12

    /// Fewer equal rows than these are not a burden.
    private static let fewRows = 4

    /// More regions than these are counted where a note would name them.
    private static let namedRegions = 8

    /// A row of the table: the regions it is for, and their name there.
    private struct Row {
        var name: String
        var regions: [String]
        var mark: String?
    }

    private let style: TextStyle
    private let verbosity: Int
    private let regions: [String]
    private let models: [String]
    private let cells: [ModelCell]
    private let byPlace: [[String]: ModelCell]

    init(cells: [ModelCell], style: TextStyle, verbosity: Int) {
        self.cells = cells
        self.style = style
        self.verbosity = verbosity
        regions = Self.ordered(cells.map(\.region))
        models = Self.ordered(cells.map(\.model))
        byPlace = Dictionary(cells.map { ([$0.region, $0.model], $0) }, uniquingKeysWith: { first, _ in first })
    }

    func lines() -> [String] {
        let blocks = blocks()
        return blocks.flatMap { block($0) + [""] } + models.indices.flatMap(note) + key()
    }

    // MARK: The table

    /// The models that stand beside each other; those that do not fit go into a block below, and so on.
    private func blocks() -> [Range<Int>] {
        let room = style.width - nameWidth - 4
        var blocks: [Range<Int>] = []
        var start = 0
        var used = 0
        for index in models.indices {
            let width = columnWidth(index)
            if index > start, used + width > room {
                blocks.append(start..<index)
                start = index
                used = 0
            }
            used += width + 2
        }
        return blocks + [start..<models.count]
    }

    private func block(_ block: Range<Int>) -> [String] {
        let rows = rows(block)
        var lines = [line("", block.map { letter($0).padded(to: columnWidth($0)) })]
        for row in rows {
            let labels = block.map { index in
                row.regions.first.flatMap { cell($0, index) }.map { colored($0) } ?? ""
            }
            lines.append(line(row.name, zip(labels, block).map { $0.padded(to: columnWidth($1)) }))
        }
        for row in rows {
            guard let mark = row.mark else { continue }
            lines += TextWrap.lines(row.regions.joined(separator: ", "), width: style.width, behind: "  \(mark) ")
                .map(style.dim)
        }
        return lines
    }

    private func line(_ name: String, _ columns: [String]) -> String {
        "  \(name.padded(to: nameWidth))  \(columns.joined(separator: "  "))".withoutTrailingSpaces()
    }

    /// The regions of a block, those that show the same together where there are many.
    ///
    /// The largest group is "the others"; a further one gets a mark, with its regions under the table.
    private func rows(_ block: Range<Int>) -> [Row] {
        guard isMerging else { return regions.map { Row(name: $0, regions: [$0]) } }
        let shown = { (region: String) in block.map { cell(region, $0).map(label) ?? "" } }
        let groups = Dictionary(grouping: regions, by: shown)
        let largest = groups.max { $0.value.count < $1.value.count }
        guard let largest, largest.value.count >= Self.fewRows else {
            return regions.map { Row(name: $0, regions: [$0]) }
        }
        if groups.count == 1 { return [Row(name: "all \(regions.count) regions", regions: regions)] }
        var rows: [Row] = []
        var printed: Set<[String]> = [largest.key]
        var marks = 0
        for region in regions where shown(region) != largest.key {
            let group = groups[shown(region), default: []]
            if group.count < Self.fewRows {
                rows.append(Row(name: region, regions: [region]))
            } else if printed.insert(shown(region)).inserted {
                marks += 1
                rows.append(Row(name: "\(group.count) regions [\(marks)]", regions: group, mark: "[\(marks)]"))
            }
        }
        return rows + [Row(name: "\(largest.value.count) others", regions: largest.value)]
    }

    private var isMerging: Bool { regions.count > Self.fewRegions && verbosity == 0 }

    private var nameWidth: Int {
        max(regions.map(\.columns).max() ?? 0, isMerging ? "\(regions.count) regions [9]".count : 0)
    }

    private func columnWidth(_ index: Int) -> Int {
        let labels = regions.compactMap { cell($0, index) }.map { label($0).columns }
        return max(labels.max() ?? 0, letter(index).count)
    }

    // MARK: The models

    /// A letter with its model, and the ids that a call should use instead.
    private func note(_ index: Int) -> [String] {
        let indent = String(repeating: " ", count: letterWidth + 4)
        let own = regions.compactMap { cell($0, index) }
        var regionsOf: [Advice: [String]] = [:]
        var order: [Advice] = []
        for cell in own {
            guard let advice = advice(cell) else { continue }
            if regionsOf[advice] == nil { order.append(advice) }
            regionsOf[advice, default: []].append(cell.region)
        }
        let lines = order.flatMap { advice in
            TextWrap.lines(
                advice.state + places(regionsOf[advice, default: []]) + advice.cure, width: style.width,
                behind: indent)
        }
        return ["  \(letter(index).padded(to: letterWidth))  \(models[index])"] + lines.map(style.dim)
    }

    /// How a model is to be called, or what to use instead: the words before and after the regions for which it is so.
    private struct Advice: Hashable {
        var state: String
        var cure = ""
    }

    private func advice(_ cell: ModelCell) -> Advice? {
        switch (cell.status, cell.verdict) {
        case (.pass, .accessibleViaProfile): cell.profile.map { Advice(state: "profile \($0)") }
        case (.warn, .retired): Advice(state: "retired", cure: cell.successor.map { "; successor: \($0)" } ?? "")
        case (.warn, .unknownModel):
            Advice(state: "no such id", cure: cell.suggestion.map { "; did you mean \($0)?" } ?? "")
        case (.warn, .throttled): Advice(state: "throttled", cure: "; access works")
        case (.warn, _): Advice(state: cell.verdict.rawValue)
        default: nil
        }
    }

    /// Where something is so; nothing to say when it is so everywhere.
    private func places(_ regions: [String]) -> String {
        if regions.count == self.regions.count { return "" }
        let isCounted = isMerging && regions.count > Self.namedRegions
        return " in " + (isCounted ? "\(regions.count) regions" : regions.joined(separator: ", "))
    }

    /// What the table's signs mean, and what it leaves out.
    private func key() -> [String] {
        var key: [String] = []
        if cells.contains(where: { $0.verdict == .notInRegion }) {
            key.append("  \("-".padded(to: letterWidth))  " + style.dim("the region does not offer the model"))
        }
        if cells.contains(where: \.contradictsList) {
            key.append("  " + style.dim("passes: listed as failing, and it does not fail"))
        }
        guard isMerging else { return key }
        return key + ["", "  " + style.dim("-v shows a row for each region.")]
    }

    private var letterWidth: Int { letter(max(0, models.count - 1)).count }

    // MARK: Words

    private func cell(_ region: String, _ index: Int) -> ModelCell? { byPlace[[region, models[index]]] }

    private func label(_ cell: ModelCell) -> String { cell.tableLabel }

    private func colored(_ cell: ModelCell) -> String {
        switch cell.status {
        case .pass: label(cell)
        case .skip: style.dim(label(cell))
        default: style.bold(label(cell))
        }
    }

    /// The letter of a column: after Z comes AA.
    private func letter(_ index: Int) -> String {
        let letter = Unicode.Scalar(UInt8(ascii: "A") + UInt8(index % 26))
        return (index >= 26 ? self.letter(index / 26 - 1) : "") + String(Character(letter))
    }

    private static func ordered(_ values: [String]) -> [String] {
        var seen: Set<String> = []
        return values.filter { seen.insert($0).inserted }
    }
}
