import JSONText
import WireText

/// Redacts the strings of a JSON value: those of members named as secrets wholly, all others by what they hold.
enum SecretMembers {
    static func redact(_ value: JSONValue) -> JSONValue { changed(value) ?? value }

    /// The value without secrets, or nil if it holds none: then nothing is copied.
    private static func changed(_ value: JSONValue) -> JSONValue? {
        switch value {
        case .string(let text): return SecretText.changed(text).map { .string($0) }
        case .array(let elements):
            var copy: [JSONValue]?
            // Through spans: nearly all that is looked at is kept, and need not be retained for that.
            let span = elements.span
            for place in span.indices {
                guard let new = changed(span[place]) else { continue }
                copy = copy ?? elements
                copy?[place] = new
            }
            return copy.map { .array($0) }
        case .object(let object):
            var copy: JSONObject?
            let members = object.members.span
            for place in members.indices {
                guard let new = changed(members[place]) else { continue }
                copy = copy ?? object
                copy?[members[place].name] = new
            }
            return copy.map { .object($0) }
        case .null, .bool, .number: return nil
        }
    }

    private static func changed(_ member: JSONMember) -> JSONValue? {
        if case .string(let text) = member.value, SensitiveNames.isMember(member.name) {
            return text == Redactor.replacement ? nil : .string(Redactor.replacement)
        }
        return changed(member.value)
    }
}
