import WireText

/// Events as rows below the names of their columns: Athena's and Lake's CSV, tabs, or columns padded with blanks.
enum TrailTable {
    static func exchanges(_ lines: InputLines) -> [ObservedExchange]? {
        let full = lines.lazy.filter { !$0.bytes.isBlank && !isRule($0.bytes) }
        guard let head = full.first, let separator = separator(of: head.bytes) else { return nil }
        let names = cells(head.bytes, separator, starts: nil)
        guard names.contains(where: { $0.lowercased().hasSuffix("eventname") || $0.lowercased() == "event_name" })
        else {
            return nil
        }
        let starts = separator == .blanks ? columns(head.bytes) : nil
        let found = full.dropFirst().compactMap { line in
            event(cells(line.bytes, separator, starts: starts), names).map {
                ObservedExchange(line: line.number, record: $0)
            }
        }
        return found.isEmpty ? nil : Array(found)
    }

    /// The event of a row.
    static func event(_ cells: [String], _ names: [String]) -> TrailEvent? {
        var fields = TrailFields()
        for (name, cell) in zip(names, cells) { fields.add(cell, path: name) }
        return TrailEvent(fields)
    }

    // MARK: Cells

    private enum Separator {
        case comma
        case tab
        case bar
        case blanks
    }

    private static func separator(of head: ByteText) -> Separator? {
        if head.contains(0x09) { return .tab }
        if head.contains(UInt8(ascii: "|")) { return .bar }
        if head.contains(UInt8(ascii: ",")) { return .comma }
        return head.contains("  ") ? .blanks : nil
    }

    /// Whether a line is a rule of a drawn table.
    private static func isRule(_ line: ByteText) -> Bool { line.allSatisfy { "+-|= ".utf8.contains($0) } }

    /// Where each column begins: a name behind two blanks.
    private static func columns(_ head: ByteText) -> [Int] {
        var starts: [Int] = []
        for index in head.indices where head[index] != 0x20 {
            let place = index - head.startIndex
            let isFirst = place == 0 || place > 1 && head[index - 1] == 0x20 && head[index - 2] == 0x20
            if isFirst || starts.isEmpty { starts.append(place) }
        }
        return starts
    }

    private static func cells(_ line: ByteText, _ separator: Separator, starts: [Int]?) -> [String] {
        switch separator {
        case .tab:
            return line.split(separator: 0x09, omittingEmptySubsequences: false).map { unquoted($0.trimmed.text) }
        case .bar:
            return line.trimmed.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
                .map { unquoted($0.trimmed.text) }
        case .comma: return commaSeparated(line)
        case .blanks:
            let starts = starts ?? columns(line)
            return starts.indices.map { index in
                let start = min(line.startIndex + starts[index], line.endIndex)
                let next = index + 1 < starts.count ? line.startIndex + starts[index + 1] : line.endIndex
                return line[start..<max(start, min(next, line.endIndex))].trimmed.text
            }
        }
    }

    private static func unquoted(_ cell: String) -> String {
        cell.count > 1 && cell.hasPrefix("\"") && cell.hasSuffix("\"") ? String(cell.dropFirst().dropLast()) : cell
    }

    /// The cells of a line of CSV (RFC 4180): quotes around a cell, doubled within it.
    private static func commaSeparated(_ line: ByteText) -> [String] {
        var cells: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        var rest = line
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\"") {
                if isQuoted, rest.first == byte {
                    cell.append(byte)
                    rest.removeFirst()
                } else {
                    isQuoted.toggle()
                }
            } else if byte == UInt8(ascii: ","), !isQuoted {
                cells.append(String(decoding: cell, as: UTF8.self))
                cell = []
            } else {
                cell.append(byte)
            }
        }
        return cells + [String(decoding: cell, as: UTF8.self)]
    }
}
