import WireText

/// The turns of a conversation that a paste shows, in whatever notation: JSON, what Python or JavaScript print, a part of either.
///
/// Such text is seldom whole, and a bare apostrophe makes it unreadable to a parser; braces and names are enough to see which blocks
/// stand in which turn.
package struct ShownConversation: Sendable, Hashable {
    package struct Turn: Sendable, Hashable {
        package let role: String
        package var calls: [String] = []
        package var results: [String] = []

        /// Whether blocks of another kind than calls and results of tools stand in it, and whether one stands before them.
        package var hasOther = false
        package var beginsWithOther = false

        /// Whether a document, an image or a video stands in it beside the results.
        package var hasMedia = false
        package let line: Int
    }

    package let turns: [Turn]

    private static let limit = 100
    private static let reach = 1 << 14

    /// - Returns: `nil` where the text shows no two turns.
    package init?(in text: String) {
        let bytes = Array(text.utf8.prefix(1 << 16))
        var turns: [Turn] = []
        var end = 0
        var rest = bytes[...]
        while turns.count < Self.limit, let mark = rest.range(of: "role") {
            rest = bytes[mark.upperBound...]
            guard mark.lowerBound >= end, let role = Self.role(behind: rest),
                let object = Self.object(around: mark.lowerBound, in: bytes), object.lowerBound >= end
            else { continue }
            turns.append(Self.turn(role, bytes[object], line: bytes[..<object.lowerBound].count { $0 == 0x0A } + 1))
            end = object.upperBound
        }
        guard turns.count > 1 else { return nil }
        self.turns = turns
    }

    // MARK: What the turns show

    /// The first of several messages in a row, each of which has results of tools.
    package var spread: Turn? {
        zip(turns, turns.dropFirst()).first {
            $0.role == "user" && $1.role == "user" && !$0.results.isEmpty && !$1.results.isEmpty
        }?.0
    }

    /// A message without results that follows one with results, both the user's.
    package var following: Turn? {
        zip(turns, turns.dropFirst()).first {
            $0.role == "user" && $1.role == "user" && !$0.results.isEmpty && $1.results.isEmpty
        }?.1
    }

    /// A user's message in which something stands before the results.
    package var late: Turn? { turns.first { $0.role == "user" && !$0.results.isEmpty && $0.beginsWithOther } }

    /// A user's message in which something stands beside the results.
    package var mixed: Turn? { turns.first { $0.role == "user" && !$0.results.isEmpty && $0.hasOther } }

    /// Whether each of some calls has its result in the message right behind it.
    package func answers(_ ids: [String]) -> Bool {
        !ids.isEmpty
            && ids.allSatisfy { id in
                guard let place = turns.lastIndex(where: { $0.calls.contains(id) }) else {
                    return turns.contains { $0.results.contains(id) }
                }
                return place + 1 < turns.count && turns[place + 1].results.contains(id)
            }
    }

    // MARK: Reading

    /// `"role": "user"`, `'role': 'assistant'`, `role: "user"`, `role="user"`.
    private static func role(behind rest: ArraySlice<UInt8>) -> String? {
        let mark = rest.prefix(12).drop { " \t\"'`\\:=".utf8.contains($0) }
        let head = rest.prefix(mark.startIndex - rest.startIndex)
        guard head.contains(UInt8(ascii: ":")) || head.contains(UInt8(ascii: "=")) else { return nil }
        return ["user", "assistant"].first { rest[mark.startIndex...].hasPrefix($0) }
    }

    /// The braces that enclose a place.
    private static func object(around place: Int, in bytes: [UInt8]) -> Range<Int>? {
        guard let start = unmatched(stride(from: place - 1, through: max(0, place - reach), by: -1), 0x7B, 0x7D, bytes),
            let end = unmatched(stride(from: place, to: min(bytes.count, place + reach), by: 1), 0x7D, 0x7B, bytes)
        else { return nil }
        return start..<(end + 1)
    }

    private static func unmatched(_ places: some Sequence<Int>, _ wanted: UInt8, _ other: UInt8, _ bytes: [UInt8])
        -> Int?
    {
        var depth = 0
        for place in places {
            if bytes[place] == other { depth += 1 }
            guard bytes[place] == wanted else { continue }
            if depth == 0 { return place }
            depth -= 1
        }
        return nil
    }

    private static let results = ["toolResult", "tool_result"]
    private static let calls = ["toolUse", "tool_use"]
    private static let media = ["document", "image", "video"]

    /// What stands in a message: the names of its blocks, and the ids behind those of tools.
    private static func turn(_ role: String, _ object: ArraySlice<UInt8>, line: Int) -> Turn {
        var turn = Turn(role: role, line: line)
        var depth = 0
        var place = object.startIndex
        var isBehindTool = false
        while place < object.endIndex {
            let byte = object[place]
            if byte == 0x7B { depth += 1 }
            if byte == 0x7D { depth -= 1 }
            guard byte.isLetter, place == object.startIndex || !isNamePart(object[place - 1]) else {
                place += 1
                continue
            }
            let end = object[place...].firstIndex { !isNamePart($0) } ?? object.endIndex
            let word = String(decoding: object[place..<end], as: UTF8.self)
            let rest = object[end...]
            if results.contains(word) {
                turn.results += [id(around: place, in: object)].compactMap { $0 }
                isBehindTool = true
            } else if calls.contains(word) {
                turn.calls += [id(around: place, in: object)].compactMap { $0 }
                isBehindTool = true
            } else if depth == 2, word == "text" || media.contains(word), isKey(rest) {
                turn.hasOther = true
                if media.contains(word) { turn.hasMedia = true }
                if !isBehindTool { turn.beginsWithOther = true }
            }
            place = end
        }
        return turn
    }

    /// Whether a word is the name of a member: a colon or a sign of equality follows, perhaps behind a quote.
    private static func isKey(_ rest: ArraySlice<UInt8>) -> Bool {
        rest.drop { "\"'` ".utf8.contains($0) }.first.map { ":=".utf8.contains($0) } ?? false
    }

    /// The id of a block: behind its name, or, as Anthropic's form may have it, before.
    private static func id(around place: Int, in object: ArraySlice<UInt8>) -> String? {
        let behind = object[place...].prefix(4_096)
        let next = behind.dropFirst(8)
        let stop = (results + calls).compactMap { name in
            next.range(of: "\(name)\"")?.lowerBound ?? next.range(of: "\(name)'")?.lowerBound
        }.min()
        let own = stop.map { object[place..<$0] } ?? behind
        return identifier(in: own) ?? identifier(in: object[..<place].suffix(160))
    }

    private static func identifier(in text: ArraySlice<UInt8>) -> String? {
        for name in ["toolUseId", "tool_use_id", "\"id\"", "'id'"] {
            guard let mark = text.range(of: name) else { continue }
            let value = text[mark.upperBound...].prefix(160).drop { "\"' :=\\".utf8.contains($0) }
                .prefix { isNamePart($0) || $0 == UInt8(ascii: "-") }
            if value.count > 2 { return String(decoding: value, as: UTF8.self) }
        }
        return nil
    }

    private static func isNamePart(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_") }
}
