import Report

/// The cells of one model that one account covers: everything that was said of them is the same but for the region's name.
struct CellGroup {
    let first: ModelCell
    private(set) var cells: [ModelCell]

    /// Whether several regions share texts that name the region of the first.
    var isRegional: Bool {
        cells.count > 1
            && ([first.message ?? ""] + first.remedies.flatMap { [$0.text, $0.command ?? ""] })
                .contains { $0.contains(first.region) }
    }

    /// The groups in the order of their first cells.
    static func all(_ cells: [ModelCell]) -> [CellGroup] {
        var groups: [CellGroup] = []
        var places: [ModelCell: Int] = [:]
        for cell in cells {
            let kind = kind(cell)
            if let place = places[kind] {
                groups[place].cells.append(cell)
            } else {
                places[kind] = groups.count
                groups.append(CellGroup(first: cell, cells: [cell]))
            }
        }
        return groups
    }

    /// The cell without what every call has of its own, and with a mark for its region's name.
    private static func kind(_ cell: ModelCell) -> ModelCell {
        let general = { (text: String) in
            cell.region.isEmpty
                ? text
                : text.split(separator: cell.region, omittingEmptySubsequences: false)
                    .joined(separator: "\u{0}")
        }
        var kind = cell
        kind.region = ""
        kind.requestId = nil
        kind.latencyMs = nil
        kind.tokens = nil
        kind.route = nil
        kind.message = cell.message.map(general)
        kind.remedies = cell.remedies.map { Remedy(general($0.text), command: $0.command.map(general)) }
        return kind
    }
}
