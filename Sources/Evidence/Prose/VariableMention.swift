import JSONText
import WireText

/// A variable of the environment that stands in a paste with its value: set where the program ran, as far as the reporter knows.
package struct VariableMention: Sendable, Hashable {
    package let name: String

    /// As it stands there, a mask included.
    package let value: String
    package let line: Int

    /// Whether it stands there without a value: `AWS_PROFILE=`, `(empty)`.
    package var isBlank: Bool {
        [
            "", "(empty)", "empty", "<empty>", "(unset)", "unset", "null", "none", "(none)", "nil", "undefined",
            "(not set)", "not set",
        ]
        .contains(value.lowercased())
    }

    // MARK: Lines

    /// What stands before the name of a variable that is set.
    private static let openings = [
        "export ", "set ", "setx ", "$env:", "ENV ", "ARG ", "env ", "- name: ", "- ", "-e ", "--env ", "os.environ[",
        "process.env.",
        "$ ", "\"", "'", "declare -x ", "#", "* ",
    ]

    /// The mention of a variable in a text that was cut out of another: one with a value, else one without; a line that sets it, else any
    /// words that do.
    package static func of(_ name: String, in text: String) -> VariableMention? {
        let mentions = all(in: InputLines(Array(text.utf8))).filter { $0.name == name }
        if let mention = mentions.first(where: { !$0.isBlank }) ?? mentions.first { return mention }
        guard let place = text.firstRange(of: name + "=") else { return nil }
        let value = text[place.upperBound...].prefix { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
        return VariableMention(name: name, value: String(value.trimmed(of: ".,;:)`")), line: 0)
    }

    /// The variables that lines set: `NAME=value`, `NAME: value`, `"NAME": "value"`, and the forms of shells and manifests.
    static func all(in lines: some Collection<InputLines.Line>) -> [VariableMention] {
        var found: [VariableMention] = []
        for line in lines.prefix(2_000) {
            let bytes = line.bytes.prefix(400)
            guard bytes.contains(UInt8(ascii: "_")) else { continue }
            let text = bytes.text
            if let mention = opening(text, line.number) { found.append(mention) }
            found += given(text, line.number) + led(text, line.number)
        }
        return found
    }

    private static func opening(_ text: String, _ line: Int) -> VariableMention? {
        var rest = text[...].trimmedWhitespace()
        var isStripped = true
        while isStripped {
            isStripped = false
            // A comment that is no setting, and a setting that is commented out, set nothing.
            for opening in openings where opening != "#" && rest.hasPrefix(opening) {
                rest = rest.dropFirst(opening.count).drop { $0 == " " }
                isStripped = true
            }
        }
        return assigned(rest, line)
    }

    /// `docker run -e NAME=value`, `env NAME=value program`, anywhere in a line.
    private static func given(_ text: String, _ line: Int) -> [VariableMention] {
        guard text.contains("-e ") || text.contains("--env ") else { return [] }
        let words = text.split(separator: " ")
        return zip(words, words.dropFirst()).compactMap { option, word in
            ["-e", "--env"].contains(option) ? assigned(word, line) : nil
        }
    }

    /// `` `NAME=value OTHER=value program` ``: what stands before a program, behind the first of them.
    private static func led(_ text: String, _ line: Int) -> [VariableMention] {
        let words = text.split(separator: " ").map { $0.trimmed(of: "`") }
        guard let start = words.firstIndex(where: { assigned($0, line) != nil && $0.contains("=") }) else { return [] }
        let run = words[start...].prefix { assigned($0, line) != nil && $0.contains("=") }
        guard run.count > 1 || text.contains("`") else { return [] }
        return run.compactMap { assigned($0, line) }
    }

    private static func assigned(_ text: Substring, _ line: Int) -> VariableMention? {
        let name = text.prefix { isOfName($0) }
        guard isName(name) else { return nil }
        var rest = text[name.endIndex...].drop { "\"']".contains($0) }.drop { $0 == " " }
        guard let mark = rest.first, mark == "=" || mark == ":" else { return nil }
        rest = rest.dropFirst().drop { $0 == " " }
        guard !rest.hasPrefix("="), !rest.hasPrefix("//") else { return nil }
        let value: Substring
        if let quote = rest.first, quote == "\"" || quote == "'" {
            value = rest.dropFirst().prefix { $0 != quote }
        } else {
            value = rest.prefix { !$0.isWhitespace && $0 != "," && $0 != ";" }
        }
        return VariableMention(name: String(name), value: String(value), line: line)
    }

    private static func isOfName(_ character: Character) -> Bool {
        character.isASCII && (character.isUppercase || character.isNumber || character == "_")
    }

    static func isName(_ name: some StringProtocol) -> Bool {
        name.utf8.count > 5 && name.contains("_") && name.first?.isUppercase ?? false && name.last != "_"
            && name.allSatisfy(isOfName) && !name.contains("ERROR")
    }

    // MARK: Sentences

    private static let doing: Set<String> = [
        "set", "exported", "added", "tried", "using", "configured", "passed", "defined", "setting", "have", "with",
        "enabled", "use",
        "put", "specified", "unset", "present", "exporting", "passing", "adding",
    ]

    /// The variables of which a sentence says that they are set or were tried.
    static func told(in sentence: ProseSentence) -> [String] {
        let words = sentence.words[...]
        return words.indices.compactMap { place in
            let written = words[place].written.prefix { isOfName($0) }
            guard isName(written) else { return nil }
            let near = max(words.startIndex, place - 6)..<min(words.endIndex, place + 5)
            // The nearest decides: `have not set` has two words of doing, and the second one is negated.
            let done = near.filter { doing.contains(words[$0].text) && $0 != place }
                .min { abs($0 - place) < abs($1 - place) }
            guard let done, !Negation.stands(before: done, in: words),
                Assertion.holds(of: done, in: words, isGood: true)
            else { return nil }
            return String(written)
        }
    }
}
