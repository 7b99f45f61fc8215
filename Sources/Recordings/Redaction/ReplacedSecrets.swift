import JSONText

/// Whether something stands in place of a secret: what was redacted holds one of the replacements, and nothing else need.
enum ReplacedSecrets {
    private static let words = [Redactor.replacement, SecretText.keyIDReplacement].map { SecretWord($0, .exact) }

    static func stand(in request: RecordedRequest) -> Bool {
        if stand(in: request.target) { return true }
        switch request.body {
        case .json(let value): return stand(in: value)
        case .text(let text): return stand(in: text)
        case .none, .bytes: return false
        // Its frames would have to be read.
        case .stream: return true
        }
    }

    private static func stand(in value: JSONValue) -> Bool {
        switch value {
        case .string(let text): return stand(in: text)
        case .array(let elements):
            let elements = elements.span
            for place in elements.indices where stand(in: elements[place]) { return true }
            return false
        case .object(let object):
            let members = object.members.span
            for place in members.indices where stand(in: members[place].value) { return true }
            return false
        case .null, .bool, .number: return false
        }
    }

    private static func stand(in text: String) -> Bool {
        let bytes = text.utf8.span
        for place in bytes.indices where bytes[place] == UInt8(ascii: "<") || bytes[place] == UInt8(ascii: "*") {
            if words.contains(where: { SecretScan.matches($0, at: place, in: bytes) }) { return true }
        }
        return false
    }
}
