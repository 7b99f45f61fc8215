import Evidence
import JSONText

/// A policy of IAM's as it stands in an input, statement by statement.
enum PastedPolicy {
    struct Statement: Sendable {
        let allows: Bool
        let actions: [String]
        let resources: [String]
        /// Where its actions, or else it itself, stand.
        let line: PastedLine

        /// Its condition, where the policy is JSON and the statement has one.
        var condition: JSONValue?

        /// Whether its condition compares a value with a wildcard letter by letter.
        var hasWildcardUnderEquals: Bool {
            (condition?.objectValue ?? [:]).contains { member in
                (ConditionOperator(member.name)?.comparesByLetter ?? false)
                    && (member.value.objectValue ?? [:]).contains { key in
                        PastedPolicy.strings(key.value).contains { $0.contains("*") && !$0.contains("**") }
                    }
            }
        }

        /// Whether its condition lets regions through by a list: what to do about that depends on the profile that was called.
        var listsRegions: Bool {
            (condition?.objectValue ?? [:]).contains { member in
                (member.value.objectValue ?? [:]).contains { $0.name.lowercased() == "aws:requestedregion" }
            }
        }

        /// Whether one of its resources is of a kind.
        func mentions(_ kind: String) -> Bool { resources.contains { $0.contains(kind) } }

        /// Whether one of its actions is this one; letters' case does not count.
        func covers(action: String) -> Bool {
            actions.contains { Wildcard.fits($0.lowercased(), action.lowercased()) }
        }

        /// Whether one of its resources is this one; a resource that is not known is taken to be.
        func covers(resource: String?) -> Bool {
            guard let resource else { return true }
            return resources.contains { Wildcard.fits($0, resource) }
        }

        func isOfService(_ action: String) -> Bool {
            let service = action.prefix { $0 != ":" }.lowercased() + ":"
            return actions.contains { $0.lowercased().hasPrefix(service) }
        }
    }

    /// No more lines begin an object that is tried.
    private static let attempts = 16
    private static let reach = 400

    /// The statements of the policies in an input: each is JSON that stands there whole.
    static func statements(in lines: [PastedLine]) -> [Statement] {
        guard lines.contains(where: { $0.text.contains("\"Statement\"") || $0.text.contains("\"Effect\"") }) else {
            return PolicyYAML.statements(in: lines)
        }
        var found: [Statement] = []
        var place = 0
        var tried = 0
        while place < lines.count, tried < attempts {
            let text = lines[place].text.trimmedWhitespace()
            guard text.hasPrefix("{") || text.hasPrefix("["), let (value, count) = object(lines[place...]) else {
                place += 1
                continue
            }
            tried += 1
            found += statements(of: value, in: lines[place..<(place + count)])
            place += count
        }
        return found
    }

    /// The JSON that begins in the first line, and how many lines it has.
    private static func object(_ lines: ArraySlice<PastedLine>) -> (JSONValue, Int)? {
        var depth = 0
        var text = ""
        for (count, line) in lines.prefix(reach).enumerated() {
            text += line.text + "\n"
            for byte in line.text.utf8 {
                if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") { depth += 1 }
                if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") { depth -= 1 }
            }
            if depth <= 0 { return (try? JSONValue(parsing: text)).map { ($0, count + 1) } }
        }
        return nil
    }

    private static func statements(of value: JSONValue, in lines: ArraySlice<PastedLine>) -> [Statement] {
        let list = value.objectValue?["Statement"] ?? value
        let members = list.arrayValue ?? [list]
        return members.compactMap { member in
            guard let object = member.objectValue, let effect = object["Effect"]?.stringValue, let first = lines.first
            else { return nil }
            let actions = strings(object["Action"])
            let resources = strings(object["Resource"])
            guard !actions.isEmpty, !resources.isEmpty else { return nil }
            let line = lines.first { $0.text.contains("\"\(actions[0])\"") } ?? first
            return Statement(
                allows: effect == "Allow", actions: actions, resources: resources, line: line,
                condition: object["Condition"])
        }
    }

    fileprivate static func strings(_ value: JSONValue?) -> [String] {
        guard let value else { return [] }
        return value.stringValue.map { [$0] } ?? value.arrayValue?.compactMap(\.stringValue) ?? []
    }
}

/// IAM's wildcards: `*` for any characters, `?` for one.
enum Wildcard {
    /// Whether a pattern fits a text, in time that grows with the product of their lengths at most.
    static func fits(_ pattern: String, _ text: String) -> Bool {
        let (pattern, text) = (Array(pattern.utf8.prefix(2_048)), Array(text.utf8.prefix(2_048)))
        var (place, index) = (0, 0)
        var star: (place: Int, index: Int)?
        while index < text.count {
            if place < pattern.count, pattern[place] == UInt8(ascii: "*") {
                star = (place, index)
                place += 1
            } else if place < pattern.count, pattern[place] == text[index] || pattern[place] == UInt8(ascii: "?") {
                place += 1
                index += 1
            } else if let last = star {
                star = (last.place, last.index + 1)
                place = last.place + 1
                index = last.index + 1
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
