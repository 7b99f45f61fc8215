import SigV4
import WireText

/// A JSON text taken apart just far enough to be written in another style.
///
/// Strings and numbers keep the bytes that they are written with. What is no JSON, or is nested deeper than Bedrock takes,
/// gives none.
indirect enum JSONTree: Sendable {
    case object([(name: [UInt8], value: JSONTree)])
    case array([JSONTree])
    /// The contents of a string, escapes as written, without its quotes.
    case string([UInt8])
    case literal([UInt8])

    init?(_ text: [UInt8]) {
        var reader = Reader(text: text)
        guard let value = reader.value(depth: 0) else { return nil }
        reader.skipBlanks()
        guard reader.index == text.count else { return nil }
        switch value {
        case .object, .array: self = value
        case .string, .literal: return nil
        }
    }

    private struct Reader {
        let text: [UInt8]
        var index = 0

        mutating func skipBlanks() {
            while index < text.count, text[index].isWhitespace { index += 1 }
        }

        private mutating func take(_ byte: UInt8) -> Bool {
            skipBlanks()
            guard index < text.count, text[index] == byte else { return false }
            index += 1
            return true
        }

        mutating func value(depth: Int) -> JSONTree? {
            guard depth < 256 else { return nil }
            if take(UInt8(ascii: "{")) { return object(depth) }
            if take(UInt8(ascii: "[")) { return array(depth) }
            if let string = string() { return .string(string) }
            let start = index
            while index < text.count, ![0x2C, 0x5D, 0x7D, 0x3A].contains(text[index]), !text[index].isWhitespace {
                index += 1
            }
            return index > start ? .literal(Array(text[start..<index])) : nil
        }

        private mutating func object(_ depth: Int) -> JSONTree? {
            var members: [(name: [UInt8], value: JSONTree)] = []
            if take(UInt8(ascii: "}")) { return .object([]) }
            repeat {
                guard let name = string(), take(UInt8(ascii: ":")), let value = value(depth: depth + 1) else {
                    return nil
                }
                members.append((name, value))
            } while take(UInt8(ascii: ","))
            return take(UInt8(ascii: "}")) ? .object(members) : nil
        }

        private mutating func array(_ depth: Int) -> JSONTree? {
            var items: [JSONTree] = []
            if take(UInt8(ascii: "]")) { return .array([]) }
            repeat {
                guard let value = value(depth: depth + 1) else { return nil }
                items.append(value)
            } while take(UInt8(ascii: ","))
            return take(UInt8(ascii: "]")) ? .array(items) : nil
        }

        private mutating func string() -> [UInt8]? {
            guard take(UInt8(ascii: "\"")) else { return nil }
            let start = index
            while index < text.count, text[index] != UInt8(ascii: "\"") {
                index += text[index] == UInt8(ascii: "\\") ? 2 : 1
            }
            guard index < text.count else { return nil }
            index += 1
            return Array(text[start..<(index - 1)])
        }
    }

    /// The JSON without one of the members of its outermost object, for each of them.
    var withoutEachMember: [(name: String, JSONTree)] {
        guard case .object(let members) = self, members.count <= 16 else { return [] }
        return members.indices.map { index in
            var fewer = members
            fewer.remove(at: index)
            return (VisibleBytes.text(members[index].name), .object(fewer))
        }
    }

    /// The JSON with the members of its outermost object in the reverse order; nil if there are not two.
    var reversed: JSONTree? {
        guard case .object(let members) = self, members.count > 1 else { return nil }
        return .object(members.reversed())
    }

    /// The members of its outermost object.
    var members: [(name: String, value: JSONTree)] {
        guard case .object(let members) = self, members.count <= 16 else { return [] }
        return members.map { (VisibleBytes.text($0.name), $0.value) }
    }

    /// The JSON with the members of its outermost object in every other order; none if there are too many.
    var permuted: [JSONTree] {
        guard case .object(let members) = self, (2...4).contains(members.count) else { return [] }
        var orders: [[Int]] = [[]]
        for index in members.indices {
            orders = orders.flatMap { order in
                (0...order.count).map { place in
                    var longer = order
                    longer.insert(index, at: place)
                    return longer
                }
            }
        }
        return orders.map { .object($0.map { members[$0] }) }
    }

    /// The JSON with the members of each object in the order of some names; the others behind them, as they stand.
    func sorted(by names: [String]) -> JSONTree {
        switch self {
        case .object(let members):
            let places = members.map { member in
                names.firstIndex { member.name.elementsEqual($0.utf8) } ?? names.count
            }
            return .object(
                members.indices.sorted { (places[$0], $0) < (places[$1], $1) }
                    .map { (members[$0].name, members[$0].value.sorted(by: names)) })
        case .array(let items): return .array(items.map { $0.sorted(by: names) })
        case .string, .literal: return self
        }
    }

    /// The members of a Converse request in the order in which the API's documentation, and most who follow it, write them.
    static let converseOrder = [
        "modelId", "messages", "system", "role", "content", "text", "source", "inferenceConfig", "maxTokens",
        "temperature",
        "topP", "stopSequences", "toolConfig", "tools", "toolSpec", "name", "description", "inputSchema", "json",
        "type",
        "properties", "required", "toolChoice", "guardrailConfig", "additionalModelRequestFields",
    ]

    /// A text with all but ASCII as `\uXXXX`.
    static func asciiEscaped(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        escape(text, lowerHex: true, to: &result)
        return result
    }

    /// A text as a JSON string, quotes included.
    static func quoted(_ text: [UInt8]) -> [UInt8] {
        [0x22]
            + text.flatMap { byte -> [UInt8] in
                switch byte {
                case 0x22, 0x5C: [0x5C, byte]
                case 0x0A: Array("\\n".utf8)
                case 0x0D: Array("\\r".utf8)
                case 0x09: Array("\\t".utf8)
                default: [byte]
                }
            } + [0x22]
    }
}
