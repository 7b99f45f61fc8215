import SigV4
import WireText

/// How a signer makes the canonical query; as it stands, it does so rightly.
struct QueryModel: Sendable {
    /// A parameter as sent.
    struct Pair: Sendable {
        var name: [UInt8]
        var value: [UInt8]
        var hasEqualSign: Bool
    }

    enum Coding: Sendable, Hashable {
        /// Decoded, then encoded once.
        case normalized
        case asSent
        case decoded
        /// What was sent is encoded once more.
        case sentOnceMore
        case decodedThenTwice
    }

    enum Order: Sendable, Hashable {
        case encodedNameThenValue, asSent, decodedName, decodedPair, encodedPair, caseInsensitive, nameOnly, descending
        case value, nameLength, reversed
    }

    enum Empty: Sendable, Hashable { case withEqualSign, bare, asSent, leftOut }

    enum Repetition: Sendable, Hashable { case all, first, last, joined }

    enum Presence: Sendable, Hashable { case kept, leftOut }

    var pairs: [Pair]
    /// The text between question mark and end, as sent.
    let sent: [UInt8]
    var coding = Coding.normalized
    /// How names are coded; nil if as values are.
    var nameCoding: Coding?
    var alphabet = EscapeAlphabet.sigV4
    var order = Order.encodedNameThenValue
    var empty = Empty.withEqualSign
    var repetition = Repetition.all
    var presence = Presence.kept
    /// Whether a plus sign is read as a space before anything else.
    var readsPlusAsSpace = false
    var keepsSlash = false
    /// Names, decoded, of parameters that are left out.
    var excluded: [[UInt8]]
    /// What the line begins with besides the query.
    var prefix: [UInt8] = []
    /// What the line ends with besides the query.
    var suffix: [UInt8] = []
    var separator: [UInt8] = [UInt8(ascii: "&")]
    /// Whether every plus sign becomes a space, one that was sent as `%2B` as well.
    var losesPlus = false
    /// Whether the whole line is encoded, its `&` and `=` too.
    var encodesLine = false
    /// Whether the whole line is in small letters.
    var lowersLine = false

    /// Reads a query as sent.
    init(_ query: [UInt8], excluding excluded: [[UInt8]]) {
        sent = query
        self.excluded = excluded
        pairs = query.split(separator: UInt8(ascii: "&")).map { pair in
            let equals = pair.firstIndex(of: UInt8(ascii: "="))
            return Pair(
                name: Array(pair[..<(equals ?? pair.endIndex)]),
                value: equals.map { Array(pair[($0 + 1)...]) } ?? [], hasEqualSign: equals != nil)
        }
    }

    /// The line.
    var line: [UInt8] {
        guard presence == .kept else { return [] }
        var items: [Item] = []
        for pair in pairs {
            let item = item(pair)
            if excluded.contains(item.plainName) || empty == .leftOut && pair.value.isEmpty { continue }
            items.append(item)
        }
        items = repeated(items)
        sort(&items)
        let line = Array(items.map(\.text).joined(separator: separator))
        let text = prefix + (encodesLine ? alphabet.encoded(line, keepsSlash: false) : line) + suffix
        return lowersLine ? text.map(\.asciiLowercased) : text
    }

    private struct Item {
        let plainName: [UInt8]
        let plainValue: [UInt8]
        let name: [UInt8]
        var value: [UInt8]
        let hasEqualSign: Bool

        var text: [UInt8] { hasEqualSign ? name + [UInt8(ascii: "=")] + value : name }
    }

    private func item(_ pair: Pair) -> Item {
        let plainName = plain(pair.name)
        let plainValue = plain(pair.value)
        let hasEqualSign =
            switch empty {
            case .withEqualSign, .leftOut: true
            case .bare: !pair.value.isEmpty
            case .asSent: pair.hasEqualSign
            }
        return Item(
            plainName: plainName, plainValue: plainValue, name: coded(pair.name, plainName, nameCoding ?? coding),
            value: coded(pair.value, plainValue, coding), hasEqualSign: hasEqualSign)
    }

    private func plain(_ text: [UInt8]) -> [UInt8] {
        if losesPlus { return Escape.decoded(text).map { $0 == UInt8(ascii: "+") ? 0x20 : $0 } }
        guard readsPlusAsSpace else { return Escape.decoded(text) }
        return Escape.decoded(text.map { $0 == UInt8(ascii: "+") ? 0x20 : $0 })
    }

    private func coded(_ sent: [UInt8], _ plain: [UInt8], _ coding: Coding) -> [UInt8] {
        switch coding {
        case .normalized: alphabet.encoded(plain, keepsSlash: keepsSlash)
        case .asSent: sent
        case .decoded: plain
        case .sentOnceMore: alphabet.encoded(sent, keepsSlash: keepsSlash)
        case .decodedThenTwice:
            alphabet.encoded(alphabet.encoded(plain, keepsSlash: keepsSlash), keepsSlash: keepsSlash)
        }
    }

    private func repeated(_ items: [Item]) -> [Item] {
        guard repetition != .all else { return items }
        var result: [Item] = []
        var places: [[UInt8]: Int] = [:]
        for item in items {
            guard let index = places[item.name] else {
                places[item.name] = result.count
                result.append(item)
                continue
            }
            switch repetition {
            case .last: result[index] = item
            case .joined: result[index].value += [UInt8(ascii: ",")] + item.value
            case .first, .all: break
            }
        }
        return result
    }

    private func sort(_ items: inout [Item]) {
        // Swift's sort is stable, so equal keys keep the order in which they were sent.
        func by(_ key: (Item) -> [[UInt8]]) {
            items = items.map { (key($0), $0) }
                .sorted { left, right in
                    for (one, other) in zip(left.0, right.0) where one != other {
                        return one.lexicographicallyPrecedes(other)
                    }
                    return false
                }
                .map(\.1)
        }
        switch order {
        case .encodedNameThenValue: by { [$0.name, $0.value] }
        case .asSent: break
        case .decodedName: by { [$0.plainName, $0.plainValue] }
        case .decodedPair: by { [$0.plainName + [UInt8(ascii: "=")] + $0.plainValue] }
        case .encodedPair: by { [$0.text] }
        case .caseInsensitive: by { [$0.name.map(\.asciiLowercased), $0.value] }
        case .nameOnly: by { [$0.name] }
        case .descending:
            by { [$0.name, $0.value] }
            items.reverse()
        case .value: by { [$0.value, $0.name] }
        case .nameLength: by { [[UInt8(min($0.name.count, 255))]] }
        case .reversed: items.reverse()
        }
    }
}
