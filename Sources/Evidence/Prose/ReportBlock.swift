/// A stretch of a report between empty lines: a paragraph with its items, or what a fence holds, empty lines included.
struct ReportBlock {
    let isFenced: Bool
    let lines: [ReportLine]

    /// The number of its first line in the input.
    var number: Int { lines.first?.number ?? 0 }

    var text: String { lines.map(\.text).joined(separator: "\n") }

    /// Whether its reporter speaks in it.
    var isTold: Bool { !isFenced && lines.contains(where: Self.isTold) }

    /// Whether a line that no fence holds is its reporter's: a sentence, or a heading.
    static func isTold(_ line: ReportLine) -> Bool {
        if case .heading = line.form { return true }
        return line.form != .fenced && ProseLine.isProse(line.text)
    }

    /// The blocks of a report in their order.
    ///
    /// - Parameter isBoundary: Whether a line that no fence holds parts two blocks and belongs to neither.
    static func all(
        of lines: [ReportLine], partedBy isBoundary: (ReportLine) -> Bool = { _ in false }
    ) -> [ReportBlock] {
        var blocks: [ReportBlock] = []
        var current: [ReportLine] = []
        func end(isFenced: Bool) {
            if !current.isEmpty { blocks.append(ReportBlock(isFenced: isFenced, lines: current)) }
            current = []
        }
        for line in lines {
            switch line.form {
            case .opening, .blank: end(isFenced: false)
            case .closing: end(isFenced: true)
            case .fenced: current.append(line)
            case .heading, .item, .words:
                if isBoundary(line) { end(isFenced: false) } else { current.append(line) }
            }
        }
        end(isFenced: current.last?.form == .fenced)
        return blocks
    }
}
