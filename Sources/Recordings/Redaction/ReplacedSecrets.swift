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
        case .string(let text): stand(in: text)
        case .array(let elements): elements.contains { stand(in: $0) }
        case .object(let members): members.contains { stand(in: $0.value) }
        case .null, .bool, .number: false
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
