import Report
import WireText

/// What a pattern of one or two character classes allows, in words: `[a-zA-Z][a-zA-Z0-9_]*`.
struct CharacterSetWords {
    private let classes: [Substring]

    /// The one length that is allowed, where the pattern names it: `[a-z]{9}`.
    let length: Int?

    /// `nil` for a pattern of another form.
    init?(_ pattern: String) {
        var classes: [Substring] = []
        var rest = pattern.drop { "^(".contains($0) }
        while rest.first == "[", let end = rest.dropFirst(2).firstIndex(of: "]") {
            classes.append(rest[rest.index(after: rest.startIndex)..<end])
            rest = rest[rest.index(after: end)...].drop { "+*?".contains($0) }
        }
        guard (1...2).contains(classes.count), rest.allSatisfy({ "$).{}, 0123456789".contains($0) }) else { return nil }
        self.classes = classes
        let count = rest.drop { $0 != "{" }.dropFirst().prefix { $0 != "}" }
        length = Int(count)
    }

    /// `letters, digits, _ and -`, with the rule for the first character where it has one of its own.
    var description: String {
        let all = Self.words(classes[classes.count - 1])
        return classes.count == 1 ? all : "\(all), beginning with \(Self.words(classes[0]))"
    }

    /// The characters of a value that are not allowed.
    func offenders(in value: String) -> String {
        var seen: [Character] = []
        for character in value where !allows(character) && !seen.contains(character) { seen.append(character) }
        return seen.prefix(6).map { $0 == " " ? "a blank" : "\($0)" }.joined(separator: " ")
    }

    private func allows(_ character: Character) -> Bool {
        guard character.isASCII else { return false }
        let set = classes[classes.count - 1]
        if character.isNumber { return set.contains("0-9") }
        if character.isLowercase { return set.contains("a-z") }
        if character.isUppercase { return set.contains("A-Z") }
        return Self.signs(set).contains(character)
    }

    private static func words(_ set: Substring) -> String {
        var parts: [String] = []
        if set.contains("a-z") { parts.append(set.contains("A-Z") ? "letters" : "lower-case letters") }
        if set.contains("0-9") { parts.append("digits") }
        parts += signs(set).map { $0 == "_" ? "_ (underscore)" : $0 == "-" ? "- (hyphen)" : "\($0)" }
        return Enumeration.words(parts)
    }

    private static func signs(_ set: Substring) -> [Character] {
        var rest = String(set)
        for range in ["a-z", "A-Z", "0-9"] { rest = rest.replacing(range, with: "") }
        return rest.filter { $0 != "\\" }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
