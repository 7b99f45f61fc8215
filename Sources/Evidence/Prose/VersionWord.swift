/// The name of a version in a sentence, with the program before it where one is named: `v1.0.90`, `litellm 1.79.0`.
struct VersionWord {
    let label: String
    let place: Int

    /// The versions in a clause.
    static func all(in words: ArraySlice<ProseSentence.Word>) -> [VersionWord] {
        words.indices.compactMap { place in
            if let package = package(words[place].written) { return VersionWord(label: package, place: place) }
            guard isVersion(words, place) else { return nil }
            let isCommit = place > words.startIndex && words[place - 1].text == "commit"
            let name = isCommit ? "commit " : program(words, before: place).map { $0 + " " } ?? ""
            return VersionWord(label: name + words[place].written, place: place)
        }
    }

    /// A package with its version, as package managers write it: `@scope/name@1.2.3`, `name==1.2.3`.
    private static func package(_ word: String) -> String? {
        guard let mark = word.ranges(of: "==").last ?? word.ranges(of: "@").last, mark.lowerBound > word.startIndex
        else { return nil }
        let (name, version) = (word[..<mark.lowerBound], word[mark.upperBound...])
        let parts = version.prefix { $0.isNumber || $0 == "." }.split(separator: ".", omittingEmptySubsequences: false)
        guard (2...4).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }), name.contains(where: \.isLetter) else {
            return nil
        }
        return "\(name) \(version)"
    }

    private static let introducing: Set<String> = [
        "version", "versions", "release", "v", "tag", "commit", "build", "ver",
    ]

    private static let placing: Set<String> = [
        "at", "to", "from", "with", "version", "in", "until", "since", "on", "using", "bug", "after",
    ]

    static func isVersion(_ words: ArraySlice<ProseSentence.Word>, _ place: Int) -> Bool {
        let text = words[place].text
        let before = place > words.startIndex ? words[place - 1].text : ""
        if before == "commit" { return (7...40).contains(text.utf8.count) && text.allSatisfy(\.isHexDigit) }
        var rest = text[...]
        let isMarked = rest.first == "v" && rest.dropFirst().first?.isNumber ?? false
        if isMarked { rest = rest.dropFirst() }
        let numbers = rest.prefix { $0.isNumber || $0 == "." }
        let parts = numbers.split(separator: ".", omittingEmptySubsequences: false)
        guard let first = parts.first, !first.isEmpty, first.count <= 4, parts.allSatisfy({ $0.count <= 6 }) else {
            return false
        }
        let suffix = rest[numbers.endIndex...]
        let isSuffixed =
            suffix.isEmpty
            || suffix.utf8.count < 16
                && (["-", "+", "rc", "a", "b", ".x", "x"].contains { suffix.hasPrefix($0) })
        guard isSuffixed, numbers.last != "." || suffix.hasPrefix("x") else { return false }
        // `v1` alone may be that of a model.
        if isMarked { return (2...4).contains(parts.count) || parts.count == 1 && placing.contains(before) }
        // An address has four parts, and a size a unit behind it.
        let next = words[(place + 1)...].first?.text ?? ""
        if ContrastTerm.isUnit(next) || ["times", "minutes", "hours", "seconds", "%", "percent"].contains(next) {
            return false
        }
        if introducing.contains(before) { return true }
        if Self.isModelFamily(before) { return false }
        guard (2...3).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }) else { return false }
        return parts.count == 3 || program(words, before: place) != nil || isRaised(words, place)
    }

    /// `upgraded to 2.3`.
    private static func isRaised(_ words: ArraySlice<ProseSentence.Word>, _ place: Int) -> Bool {
        guard place - 2 >= words.startIndex, ["to", "from"].contains(words[place - 1].text) else { return false }
        return VersionContrastReader.isRaiseOrFall(words[place - 2].text)
    }

    /// `Claude 3.5`, `Sonnet 4.5`: a model, and no version of a program.
    private static func isModelFamily(_ word: String) -> Bool {
        [
            "claude", "sonnet", "haiku", "opus", "nova", "llama", "titan", "fable", "http", "tls", "gpt", "version-3",
            "deepseek",
        ]
        .contains(word)
    }

    /// The program whose version it is: the word before, where it is a name and none of the language.
    private static func program(_ words: ArraySlice<ProseSentence.Word>, before place: Int) -> String? {
        guard place > words.startIndex else { return nil }
        var index = place - 1
        while index > words.startIndex, introducing.contains(words[index].text) { index -= 1 }
        let word = words[index]
        guard word.ending == .blank, !common.contains(word.text), !introducing.contains(word.text),
            word.text.utf8.count > 2,
            word.text.allSatisfy({ $0.isLetter || $0.isNumber || "-_@/.".contains($0) }),
            word.text.first?.isLetter ?? false,
            !isModelFamily(word.text)
        else { return nil }
        // `Claude Code 1.2`, `Java SDK 2.3`: the last word of such a name names nothing by itself.
        guard general.contains(word.text), index > words.startIndex else { return word.written }
        let maker = words[index - 1]
        guard maker.ending == .blank, maker.written.first?.isUppercase ?? false, !common.contains(maker.text) else {
            return word.written
        }
        return maker.written + " " + word.written
    }

    private static let general: Set<String> = [
        "code", "sdk", "cli", "desktop", "extension", "plugin", "studio", "gateway", "proxy", "agents", "toolkit",
    ]

    private static let common: Set<String> = [
        "with", "in", "on", "to", "from", "at", "until", "since", "after", "before", "than", "and", "or", "the", "is",
        "was",
        "back", "by", "under", "using", "when", "works", "work", "worked", "fails", "broke", "breaks", "like", "upto",
        "till",
        "for", "a", "an", "of", "action", "latest", "old", "older", "new", "newer", "previous", "not", "only", "but",
        "bug",
        "still", "was", "were", "are", "did", "does", "upgraded", "updated", "bumped", "error", "it", "this", "that",
        "between",
        "up", "even", "both", "have", "has", "had", "running", "tried", "upgrade", "update", "downgraded", "if", "now",
        "then",
        "pinning", "downgrading", "upgrading", "updating", "through", "via", "while",
    ]
}
