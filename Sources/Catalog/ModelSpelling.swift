import JSONText
import WireText

/// A model's id, or what somebody wrote for one, taken apart: what it says, without how it says it.
///
/// `Claude 3.5 Sonnet`, `bedrock/anthropic.claude-3-5-sonnet-20241022-v2:0` and `anthropic/claude-3.5-sonnet` say the same
/// words and numbers.
struct ModelSpelling: Sendable {
    /// The prefix of a profile, the outermost one where several were written.
    private(set) var prefix: String?

    /// The provider written before the name, spelt as Bedrock spells it.
    private(set) var provider: String?

    /// Whether a provider's name stands anywhere.
    private(set) var namesProvider = false

    /// The words of the name in their order, without those of providers.
    private(set) var words: [String] = []

    /// The digits of the name in their order: they make it another model, so they are never guessed.
    private(set) var numbers = ""

    /// The digits with those of a version without a `v`, as in `gpt-oss-120b-1:0`.
    private(set) var numbersWithVersion = ""

    /// Eight digits of a date.
    private(set) var date: String?

    /// The number of a `-v2` at the end.
    private(set) var version: String?

    init(_ text: String) {
        var id = Self.plain(text)
        id = Self.withColon(id)
        let parts = id.split(separator: "/").map(String.init)
        id = parts.last ?? ""
        for outer in parts.dropLast().suffix(2) {
            if ModelName.providers.contains(outer) { provider = outer }
            if ModelPrefix.all.contains(outer) { prefix = outer }
        }
        id = Self.withoutWrapper(id)
        while let (outer, inner) = Self.prefixed(id) {
            prefix = prefix ?? outer
            id = inner
        }
        if let dot = id.firstIndex(of: "."), let known = Self.provider(String(id[..<dot])) {
            provider = known
            id = String(id[id.index(after: dot)...])
        }
        namesProvider = provider != nil
        readVersion(&id)
        readTokens(id)
    }

    /// The prefix of a profile, or what somebody took for one (`ap.`, `eu-north-1.`), and the id behind it.
    private static func prefixed(_ id: String) -> (prefix: String, rest: String)? {
        let (prefix, rest) = ModelPrefix.split(id)
        if let prefix { return (prefix, rest) }
        guard let dot = id.firstIndex(of: "."), RegionCatalog.isWellFormed(id[..<dot]) else { return nil }
        let geography = String(id.prefix { $0 != "-" })
        return (geography == "ap" ? "apac" : geography, String(id[id.index(after: dot)...]))
    }

    /// What is before `:0` or after `-v` at the end.
    private mutating func readVersion(_ id: inout String) {
        var bareVersion: Substring?
        if let colon = id.firstIndex(of: ":") {
            let isNumbered = id[colon...].dropFirst().first?.isNumber == true
            id = String(id[..<colon])
            // Of `-1:0` the number before the colon is a version too.
            if isNumbered, let dash = id.lastIndex(of: "-"), id[dash...].utf8.count == 2,
                id[dash...].dropFirst().allSatisfy(\.isNumber)
            {
                bareVersion = id[id.index(after: dash)...]
                id = String(id[..<dash])
            }
        }
        if let mark = id.ranges(of: "-v").last, !id[mark.upperBound...].isEmpty,
            id[mark.upperBound...].allSatisfy(\.isNumber)
        {
            version = String(id[mark.upperBound...])
            id = String(id[..<mark.lowerBound])
        }
        numbersWithVersion = bareVersion.map(String.init) ?? ""
    }

    private mutating func readTokens(_ id: String) {
        for token in Self.tokens(id) {
            if token.first?.isNumber == true {
                if token.utf8.count == 8 { date = token } else { numbers += token }
            } else if ModelName.providers.contains(token) {
                namesProvider = true
            } else if !Self.noise.contains(token) {
                words.append(token)
            }
        }
        numbersWithVersion = numbers + numbersWithVersion
    }

    /// Words that tell no model from another.
    private static let noise: Set<String> = ["bedrock", "aws", "ai", "latest", "model"]

    /// Words of an id that people leave out.
    private static let optional: Set<String> = ["instruct", "text", "chat", "it"]

    /// The words in the order of the alphabet, without those that are often left out.
    var wordSet: [String] { words.filter { !Self.optional.contains($0) }.sorted() }

    /// Whether there is enough to find a model by.
    var isTelling: Bool {
        !words.isEmpty && (namesProvider || words.reduce(0) { $0 + $1.utf8.count } >= 3)
    }

    /// Runs of letters and runs of digits.
    private static func tokens(_ text: String) -> [String] {
        var tokens: [String] = []
        var last: Character?
        for character in text {
            let continues = last.map { $0.isNumber == character.isNumber && $0.isLetter == character.isLetter } ?? false
            if character.isNumber || character.isLetter {
                if continues, let token = tokens.popLast() {
                    tokens.append(token + String(character))
                } else {
                    tokens.append(String(character))
                }
            }
            last = character
        }
        return tokens
    }

    // MARK: Other tools' dress

    /// Small letters, decoded once or twice, without quotes and what stands in brackets, hyphens for white space.
    private static func plain(_ text: String) -> String {
        let decoded = text.lowercased().replacing("%25", with: "%").replacing("%3a", with: ":")
            .replacing("%2f", with: "/").replacing("%20", with: " ")
        var id = String(decoded.trimmedWhitespace().trimmed(of: "\"'`"))
        if let bracket = id.firstIndex(of: "[") { id = String(id[..<bracket]) }
        return String(id.map { $0.isWhitespace || $0 == "_" || $0 == "@" ? "-" : $0 })
    }

    /// The id without `bedrock:` and the like before it.
    private static func withoutWrapper(_ id: String) -> String {
        for name in ["bedrock-converse", "aws-bedrock", "amazon-bedrock", "bedrock", "converse", "aws"] {
            for mark in [":", "."] where id.hasPrefix(name + mark) { return String(id.dropFirst(name.count + 1)) }
        }
        return id
    }

    /// The id with `-v1.0`, `-v1-0` or `-v1/0` at its end written as `-v1:0`.
    private static func withColon(_ id: String) -> String {
        guard let version = id.ranges(of: "-v").last else { return id }
        let tail = id[version.upperBound...]
        let parts = tail.split(omittingEmptySubsequences: false) { "./-;,".contains($0) }
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.count < 3 && $0.allSatisfy(\.isNumber) })
        else { return id }
        return "\(id[..<version.upperBound])\(parts[0]):\(parts[1])"
    }

    /// The provider, if it is at most one slip away from one that is known.
    private static func provider(_ name: String) -> String? {
        if ModelName.providers.contains(name) { return name }
        if name.utf8.count < 4 { return nil }
        return NearestName.nearest(to: name, among: ModelName.providers.sorted(), limit: 1)
    }
}
