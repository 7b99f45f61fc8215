import WireText

/// Recognises a value that stands where a real one was meant to be put, by its structure.
enum Placeholder {
    /// How the value gives itself away, or `nil` when it does not.
    static func reason(_ value: String) -> String? {
        let text = ValueFlaw.cleaned(value)
        guard !text.isEmpty, text.utf8.count <= 512 else { return nil }
        if text.contains("...") || text.contains("\u{2026}") { return "it was shortened with dots" }
        if isBracketed(text) { return "it is a blank to be filled in" }
        if text.hasPrefix("$") { return "it is a variable's name that no shell expanded" }
        let marks = text.prefix { "*\u{2022}\u{25CF}#".contains($0) }.count
        if marks >= 4 { return "it was copied from a display that hides the value" }
        if isMonotonous(text) { return "it repeats one character or counts upwards" }
        if isMadeOfFillerWords(text) { return "it is made of words such as \"your\", \"key\" or \"changeme\"" }
        return nil
    }

    /// Whether the value is one of those in AWS's documentation, which all end in `EXAMPLE` or `EXAMPLEKEY`.
    static func isDocumentedExample(_ value: String) -> Bool {
        let text = ValueFlaw.cleaned(value).uppercased()
        return text.utf8.count > 8 && text.utf8.count <= 64
            && (text.hasSuffix("EXAMPLE") || text.hasSuffix("EXAMPLEKEY"))
    }

    private static func isBracketed(_ text: String) -> Bool {
        guard let first = text.first, let last = text.last, text.count >= 2 else { return false }
        return switch (first, last) {
        case ("<", ">"), ("{", "}"), ("[", "]"), ("(", ")"), ("%", "%"): true
        default: text.hasPrefix("${")
        }
    }

    /// `xxx`, `XXXX-XXXX`, `AKIAXXXXXXXXXXXXXXXX`, `0123456789`, `abcdefghij`.
    private static func isMonotonous(_ text: String) -> Bool {
        var body = Array(text.utf8.filter { $0.isLetter || $0.isDigit })
        if let prefix = AccessKeyID.knownPrefix(of: text), body.count > 12 { body.removeFirst(prefix.utf8.count) }
        guard body.count >= 3, body.count * 2 >= text.utf8.count else { return false }
        if Set(body.map { $0 | 0x20 }).count == 1 { return true }
        guard body.count >= 5 else { return false }
        return zip(body, body.dropFirst()).allSatisfy { left, right in
            right == left &+ 1 || (left == UInt8(ascii: "9") && right == UInt8(ascii: "0"))
        }
    }

    private static let fillerWords: Set<String> = [
        "your", "my", "the", "an", "a", "aws", "amazon", "bedrock", "iam", "user", "access", "secret", "session", "key",
        "keyid", "id", "token", "credential", "credentials", "value", "here", "goes", "placeholder", "change",
        "changeme",
        "changeit", "me", "this", "replace", "replaceme", "with", "enter", "insert", "put", "paste", "fill", "in",
        "example", "dummy", "fake", "sample", "test", "testing", "mock", "todo", "tbd", "fixme", "none", "null", "nil",
        "undefined", "unset", "empty", "redacted", "hidden", "masked", "foo", "bar", "baz", "real", "actual",
        "password",
        "string", "xxx", "region", "invalid", "abc", "temp", "to", "be", "set", "from", "for", "of",
    ]
    private static let longestFiller = 11

    /// Whether the letters, digits at the end left out, divide wholly into filler words: `YOUR_ACCESS_KEY`,
    /// `yourSecretAccessKeyHere`, `changeme123`.
    private static func isMadeOfFillerWords(_ text: String) -> Bool {
        guard text.utf8.count <= 80 else { return false }
        var letters: [UInt8] = []
        for byte in text.utf8 {
            if byte.isLetter {
                letters.append(byte.asciiLowercased)
            } else if !byte.isDigit, !"_-. !".utf8.contains(byte) {
                return false
            }
        }
        guard letters.count >= 3, letters.count * 2 >= text.utf8.count else { return false }
        var reachable = [Bool](repeating: false, count: letters.count + 1)
        reachable[0] = true
        for start in letters.indices where reachable[start] {
            for end in (start + 1)...min(start + longestFiller, letters.count)
            where fillerWords.contains(String(decoding: letters[start..<end], as: UTF8.self)) {
                reachable[end] = true
            }
        }
        return reachable[letters.count]
    }
}
