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
            for (place, element) in elements.enumerated() {
                guard let new = changed(element) else { continue }
                copy = copy ?? elements
                copy?[place] = new
            }
            return copy.map { .array($0) }
        case .object(let object):
            var copy: JSONObject?
            for member in object {
                guard let new = changed(member) else { continue }
                copy = copy ?? object
                copy?[member.name] = new
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
