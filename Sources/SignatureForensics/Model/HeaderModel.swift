import SigV4
import WireText

/// How a signer makes the canonical headers and their list; as it stands, it does so rightly.
struct HeaderModel: Sendable {
    /// The fields of one name.
    struct Entry: Sendable {
        /// The name as sent.
        let name: [UInt8]
        let lowerName: [UInt8]
        /// The name as `SignedHeaders` writes it.
        let listedName: [UInt8]
        /// The values of its fields as sent, in their order; none if it did not arrive.
        let values: [[UInt8]]
        /// The values as they must be signed, joined.
        let canonical: [UInt8]
        /// Where its first field stood among the fields of the request.
        let position: Int
        /// Where `SignedHeaders` names it; `Int.max` if it does not.
        let listPosition: Int
        /// What is signed in place of the values.
        var replacement: [UInt8]?
        /// Whether there is a line for it.
        var hasLine: Bool
        /// Whether the list names it.
        var isListed: Bool
    }

    enum Trim: Sendable, Hashable {
        case standard, none, outer, inner, outsideQuotes, allSpaces, spacesAlone, start, end
    }
    enum Join: Sendable, Hashable {
        case comma, commaSpace, first, last, sorted, sortedCommaSpace, separateLines, space, semicolon, reversed,
            reversedCommaSpace, nothing, lineFeed
    }
    enum Order: Sendable, Hashable {
        case lowerName, asSent, asListed, line, sentName, descending, length, hostFirst, hostLast, amzLast
        /// As collations of languages sort, for which a hyphen counts for nothing.
        case withoutHyphens
    }
    enum NameCase: Sendable, Hashable { case lower, asSent, asListed, capitals, title }
    enum Ending: Sendable, Hashable {
        case standard, noEmptyLine, twoEmptyLines, carriageReturns
        /// CR LF behind the list of names too.
        case carriageReturnsThroughout
        /// CR LF behind each header, and a line feed for the empty line.
        case carriageReturnsInLines
    }

    var entries: [Entry]
    var trim = Trim.standard
    var join = Join.comma
    var order = Order.lowerName
    var listOrder = Order.lowerName
    /// How names are written, in the lines and in the list.
    var lineCase = NameCase.lower
    var listCase = NameCase.lower
    var colon: [UInt8] = [UInt8(ascii: ":")]
    var listSeparator: [UInt8] = [UInt8(ascii: ";")]
    /// What stands before and behind the list of names.
    var listPrefix: [UInt8] = []
    var listSuffix: [UInt8] = []
    var ending = Ending.standard
    var lowersValues = false

    /// The places of the entries that mistakes are looked for in: all, or those of a name that is known to change, then
    /// others, as far as there may be so many.
    var examined: [Int] {
        guard entries.count > SearchBudget.places else { return Array(entries.indices) }
        let (known, others) = entries.indices.reduce(into: ([Int](), [Int]())) { places, index in
            let isKnown = HeaderKind(String(decoding: entries[index].lowerName, as: UTF8.self)) != .other
            if isKnown { places.0.append(index) } else { places.1.append(index) }
        }
        return (known + others).prefix(SearchBudget.places).sorted()
    }

    /// The lines, an empty line, and the list of names, each with a line feed at its end.
    var text: [UInt8] { isPlain ? plainText : otherText }

    /// Whether only values differ from what is right, and which lines there are: most often so.
    private var isPlain: Bool {
        trim == .standard && join == .comma && order == .lowerName && listOrder == .lowerName && lineCase == .lower
            && listCase == .lower && listPrefix.isEmpty && listSuffix.isEmpty && colon.count == 1
            && listSeparator.count == 1 && ending == .standard && !lowersValues
    }

    private var plainText: [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(1024)
        for index in entries.indices where entries[index].hasLine {
            text += entries[index].lowerName
            text += colon
            if let replacement = entries[index].replacement {
                text += replacement
            } else {
                text += entries[index].canonical
            }
            text.append(0x0A)
        }
        text.append(0x0A)
        var isFirst = true
        for index in entries.indices where entries[index].isListed {
            if !isFirst { text += listSeparator }
            isFirst = false
            text += entries[index].lowerName
        }
        text.append(0x0A)
        return text
    }

    private var otherText: [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(1024)
        let lines = sorted(entries.filter(\.hasLine), order)
        let hasReturns = ![.standard, .noEmptyLine, .twoEmptyLines].contains(ending)
        let lineEnd: [UInt8] = hasReturns ? [0x0D, 0x0A] : [0x0A]
        for entry in lines {
            if join == .separateLines, entry.values.count > 1, entry.replacement == nil {
                for value in entry.values { append(entry, trimmed(value), to: &text, lineEnd) }
                continue
            }
            append(entry, value(entry), to: &text, lineEnd)
        }
        switch ending {
        case .standard, .carriageReturnsInLines: text.append(0x0A)
        case .noEmptyLine: break
        case .twoEmptyLines: text += [0x0A, 0x0A]
        case .carriageReturns, .carriageReturnsThroughout: text += lineEnd
        }
        text += listPrefix
        var isFirst = true
        for entry in sorted(entries.filter(\.isListed), listOrder) {
            if !isFirst { text += listSeparator }
            isFirst = false
            text += entry.name(listCase)
        }
        text += listSuffix
        text += ending == .carriageReturnsThroughout ? lineEnd : [0x0A]
        return text
    }

    private func append(_ entry: Entry, _ value: [UInt8], to text: inout [UInt8], _ lineEnd: [UInt8]) {
        text += entry.name(lineCase)
        text += colon
        text += value
        text += lineEnd
    }

    private func value(_ entry: Entry) -> [UInt8] {
        if let replacement = entry.replacement { return replacement }
        let value = join == .comma && trim == .standard ? entry.canonical : joined(entry.values.map(trimmed))
        return lowersValues ? value.map(\.asciiLowercased) : value
    }

    private func joined(_ values: [[UInt8]]) -> [UInt8] {
        switch join {
        case .comma, .separateLines: Array(values.joined(separator: [UInt8(ascii: ",")]))
        case .commaSpace: Array(values.joined(separator: Array(", ".utf8)))
        case .first: values.first ?? []
        case .last: values.last ?? []
        case .sorted: Array(Self.sorted(values).joined(separator: [UInt8(ascii: ",")]))
        case .sortedCommaSpace: Array(Self.sorted(values).joined(separator: Array(", ".utf8)))
        case .space: Array(values.joined(separator: [UInt8(ascii: " ")]))
        case .semicolon: Array(values.joined(separator: [UInt8(ascii: ";")]))
        case .reversed: Array(values.reversed().joined(separator: [UInt8(ascii: ",")]))
        case .reversedCommaSpace: Array(values.reversed().joined(separator: Array(", ".utf8)))
        case .nothing: Array(values.joined())
        case .lineFeed: Array(values.joined(separator: [0x0A]))
        }
    }

    private static func sorted(_ values: [[UInt8]]) -> [[UInt8]] {
        values.sorted { $0.lexicographicallyPrecedes($1) }
    }

    private func trimmed(_ value: [UInt8]) -> [UInt8] {
        switch trim {
        case .standard: HeaderField(name: "", bytes: value).canonicalValue
        case .none: value
        case .outer: Self.outerTrimmed(value)
        case .inner: Self.collapsed(value, sparingQuotes: false)
        case .outsideQuotes: Self.collapsed(Self.outerTrimmed(value), sparingQuotes: true)
        case .allSpaces: value.filter { !$0.isWhitespace }
        case .spacesAlone: value.filter { $0 != 0x20 }
        case .start: Self.collapsed(Array(value.drop(while: \.isWhitespace)), sparingQuotes: false)
        case .end:
            Self.collapsed(Array(value.reversed().drop(while: \.isWhitespace).reversed()), sparingQuotes: false)
        }
    }

    private static func outerTrimmed(_ value: [UInt8]) -> [UInt8] {
        guard let first = value.firstIndex(where: { !$0.isWhitespace }),
            let last = value.lastIndex(where: { !$0.isWhitespace })
        else { return [] }
        return Array(value[first...last])
    }

    private static func collapsed(_ value: [UInt8], sparingQuotes: Bool) -> [UInt8] {
        var result: [UInt8] = []
        var isQuoted = false
        for byte in value {
            if byte == UInt8(ascii: "\""), sparingQuotes { isQuoted.toggle() }
            if byte.isWhitespace, !isQuoted {
                if result.last != 0x20 { result.append(0x20) }
            } else {
                result.append(byte)
            }
        }
        return result
    }

    private func sorted(_ entries: [Entry], _ order: Order) -> [Entry] {
        switch order {
        case .lowerName: entries
        case .asSent: entries.sorted { $0.position < $1.position }
        case .asListed: entries.sorted { ($0.listPosition, $0.position) < ($1.listPosition, $1.position) }
        case .line: entries.sorted { line($0).lexicographicallyPrecedes(line($1)) }
        case .sentName: entries.sorted { $0.name.lexicographicallyPrecedes($1.name) }
        case .descending: entries.reversed()
        case .length: entries.sorted { $0.lowerName.count < $1.lowerName.count }
        case .hostFirst:
            entries.filter { $0.lowerName.elementsEqual("host".utf8) }
                + entries.filter { !$0.lowerName.elementsEqual("host".utf8) }
        case .hostLast:
            entries.filter { !$0.lowerName.elementsEqual("host".utf8) }
                + entries.filter { $0.lowerName.elementsEqual("host".utf8) }
        case .amzLast:
            entries.filter { !$0.lowerName.starts(with: "x-amz-".utf8) }
                + entries.filter { $0.lowerName.starts(with: "x-amz-".utf8) }
        case .withoutHyphens:
            entries.sorted { left, right in
                let hyphen = UInt8(ascii: "-")
                return left.lowerName.filter { $0 != hyphen }.lexicographicallyPrecedes(
                    right.lowerName.filter { $0 != hyphen })
            }
        }
    }

    private func line(_ entry: Entry) -> [UInt8] { entry.lowerName + colon + value(entry) }
}

extension HeaderModel.Entry {
    /// The name as a signer writes it.
    fileprivate func name(_ style: HeaderModel.NameCase) -> [UInt8] {
        switch style {
        case .lower: lowerName
        case .asSent: name
        case .asListed: listedName
        case .capitals: lowerName.map(Self.capital)
        case .title: title
        }
    }

    private static func capital(_ byte: UInt8) -> UInt8 { (0x61...0x7A).contains(byte) ? byte & ~0x20 : byte }

    private var title: [UInt8] {
        var isFirst = true
        return lowerName.map { byte in
            defer { isFirst = byte == UInt8(ascii: "-") }
            return isFirst ? Self.capital(byte) : byte
        }
    }
}
