import Catalog
import JSONText
import WireText

/// A message whose lines were broken on its way, by a terminal, a mail or an issue, put together again.
///
/// Words in a broken line matter little, but an ARN or an id that lost its second half is another one: it is joined where the
/// text tells how it goes on, and left out where it does not.
package struct LineBreaks {
    /// The text with its lines joined where a name or a word was broken.
    package private(set) var text: String

    /// Whether a name was left out because nothing tells where it ends.
    package private(set) var hasPieces = false

    /// A line of a terminal or a mail is hardly shorter, and one that is shorter was not broken for its length.
    private static let leastWidth = 36

    /// What stands in place of a name that may be incomplete.
    static let piece = "<broken>"

    package init(_ glued: String) {
        let written = GluedWords.apart(glued)
        text = written
        guard written.contains(where: \.isNewline) else { return }
        let lines = Self.withoutPrefixes(written.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline))
        let widths = lines.dropLast().map(\.count)
        let width = widths.max() ?? 0
        guard width >= Self.leastWidth else { return }
        // A terminal breaks every line at the same column, whatever stands there.
        let isHard = widths.count > 1 && widths.filter { $0 == width }.count * 4 >= widths.count * 3
        var joined = [String(lines[0])]
        for (index, line) in lines.enumerated().dropFirst() {
            let before = lines[index - 1]
            switch Self.join(before, line, width: width, isHard: isHard) {
            case .nothing: joined[joined.count - 1] += line.drop { $0 == " " || $0 == "\t" }
            case .asIs: joined[joined.count - 1] += line
            case .newline: joined.append(String(line))
            case .piece:
                hasPieces = true
                let known = joined.removeLast()
                joined += [Self.withoutLastWord(known) + Self.piece, String(Self.withoutFirstWord(line))]
            }
        }
        text = joined.joined(separator: "\n")
    }

    private enum Join {
        case nothing
        case asIs
        case newline
        case piece
    }

    private static func join(_ before: Substring, _ after: Substring, width: Int, isHard: Bool) -> Join {
        guard let last = before.last, let first = after.first, !after.allSatisfy(\.isWhitespace) else {
            return .newline
        }
        if isHard, before.count == width {
            let (tail, head) = (lastWord(before), firstWord(after))
            guard !tail.isEmpty, isWord(head), !isCamel(tail, head) else { return .asIs }
            // Two whole words that met at the column had a blank between them, which the copy has lost.
            if isWord(tail) { return .newline }
            guard isNameLike(tail) else { return .asIs }
            // `...-functi` and `on`: only a long word cannot be part of the name.
            let isShown = tail.contains("arn:") || ModelName.looksLikeID(tail.trimmed(of: ".:-"))
            return isShown && head.count < 4 && !isWhole(tail) ? .piece : .newline
        }
        // The next entry of a list goes on with nothing.
        if after.hasPrefix("- ") || after.hasPrefix("* ") || after.hasPrefix("+ ") { return .newline }
        guard isOfName(last) else { return .newline }
        let tail = lastWord(before)
        let head = firstWord(after.drop { $0 == " " || $0 == "\t" })
        // The name of a type ends a sentence, and goes on nowhere.
        if last == ".", ErrorTypeName.isFromAWS(String(tail.dropLast())) { return .newline }
        // A sentence ends with a stop behind a word of a language; behind a provider's name an id goes on.
        let stem = tail.dropLast()
        if last == ".", stem.allSatisfy(\.isLetter), !providers.contains(String(stem)) { return .newline }
        let isName = isNameLike(tail)
        let goesOn =
            !head.isEmpty && !isWord(head) && !isLabel(after, head) && !first.isUppercase || isCamel(tail, head)
        // A line that is broken at a hyphen, as mail programs do: no name ends with one.
        if last == "-", tail.count > 1, !head.isEmpty, !isLabel(after, head) { return .nothing }
        // `arn` and `:aws:bedrock`, `.../my-role` and `/session`: no word begins so.
        if ":/.@_".contains(first), before.count + 1 >= width { return .nothing }
        let isShown = tail.contains("arn:") || ModelName.looksLikeID(tail.trimmed(of: ".:-"))
        guard isName, isShown || goesOn else { return .newline }
        if isWhole(tail) { return .newline }
        guard goesOn else { return isEnd(after, head) || !isShown ? .newline : .piece }
        // Only a line that reached the edge was broken there.
        if before.count + 1 >= width { return .nothing }
        return isShown ? .piece : .newline
    }

    /// What may stand before the first stop of an id.
    private static let providers: Set<String> = [
        "anthropic", "amazon", "meta", "mistral", "cohere", "stability", "deepseek", "openai", "qwen", "zai", "minimax",
        "nvidia",
        "google", "twelvelabs", "writer", "luma", "moonshot", "xai", "us", "eu", "apac", "global", "jp", "au", "ca",
        "in", "us-gov",
    ]

    // MARK: Words

    private static func isOfName(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || ":/._-@+=*".contains(character))
    }

    private static func lastWord(_ line: Substring) -> Substring {
        let start = line.lastIndex { !isOfName($0) }.map { line.index(after: $0) } ?? line.startIndex
        return line[start...]
    }

    private static func firstWord(_ line: Substring) -> Substring { line.prefix(while: isOfName) }

    private static func withoutLastWord(_ text: String) -> String { String(text.dropLast(lastWord(text[...]).count)) }

    private static func withoutFirstWord(_ line: Substring) -> Substring {
        let rest = line.drop { $0 == " " || $0 == "\t" }
        return rest.dropFirst(firstWord(rest).count)
    }

    /// An ARN, a host, an id, an action: letters with signs between them.
    private static func isNameLike(_ word: Substring) -> Bool {
        word.contains("arn:")
            || word.contains { ":/._".contains($0) } && word.count > 4
                && word.contains { $0.isLetter }
    }

    /// `bedrock:Invoke` and `ModelWithResponseStream`: an action, or an operation, of which both are halves.
    private static func isCamel(_ tail: Substring, _ head: Substring) -> Bool {
        let start = tail.lastIndex(of: ":").map { tail.index(after: $0) } ?? tail.startIndex
        let (first, second) = (tail[start...], head.prefix { $0.isLetter })
        guard first.count > 2, !second.isEmpty else { return false }
        return WrapperText.operations.contains { $0.hasPrefix(first + second) }
    }

    /// A word of the sentences in which names stand: what follows a name that has ended.
    private static func isWord(_ word: Substring) -> Bool {
        let bare = word.trimmed(of: ".:").lowercased()
        return words.contains(bare)
    }

    private static let words: Set<String> = [
        "user", "is", "not", "authorized", "to", "perform", "on", "resource", "because", "no", "identity-based",
        "resource-based", "policy", "policies", "allows", "allow", "the", "action", "with", "an", "a", "explicit",
        "deny",
        "denied", "in", "service", "control", "permissions", "boundary", "session", "vpc", "endpoint", "for", "and",
        "or",
        "of", "from", "at", "by", "as", "be", "when", "calling", "operation", "an", "error", "occurred", "request",
        "id",
        "status", "code", "message", "model", "region", "account", "access", "your", "you", "this", "that", "it", "its",
        "please", "try", "again", "retry", "see", "use", "using", "was", "were", "are", "has", "have", "but", "does",
        "doesnt", "only", "host", "url", "type", "requestid", "caused", "via", "after", "before", "while", "during",
    ]

    /// `region: ...`, `model=...`, `"x":` at the beginning of a line.
    private static func isLabel(_ line: Substring, _ head: Substring) -> Bool {
        if head.hasSuffix(":") || head.contains("=") { return true }
        let rest = line.drop { $0 == " " || $0 == "\t" }.dropFirst(head.count)
        // `app-1  | text`: a container's name before its line.
        if rest.drop(while: { $0 == " " }).first == "|" { return true }
        return rest.hasPrefix(" =") || rest.hasPrefix(" :") || rest.hasPrefix("\":")
    }

    /// Whether what follows cannot be the rest of a name: a word of the sentence, a label, another sentence, a bracket.
    private static func isEnd(_ line: Substring, _ head: Substring) -> Bool {
        head.isEmpty || isWord(head) || isLabel(line, head) || head.first?.isUppercase == true
    }

    /// Whether a name is one that is known, so that it has ended.
    private static func isWhole(_ word: Substring) -> Bool {
        WholeModelName.isWhole(String(word.trimmed(of: ".:"))) && !word.hasSuffix("-")
    }

    // MARK: Quotations

    private static let prefixes = [
        "> > ", ">> ", "> ", ">", "| ", "\u{2502} ", "\u{2502}", "\u{2503} ", "# ", "// ", "* ",
    ]

    /// Without what a mail, a table or a comment wrote before every line but perhaps the first.
    private static func withoutPrefixes(_ lines: [Substring]) -> [Substring] {
        let rest = lines.dropFirst().filter { !$0.allSatisfy(\.isWhitespace) }
        guard
            let prefix = prefixes.first(where: { prefix in !rest.isEmpty && rest.allSatisfy { $0.hasPrefix(prefix) } })
        else { return lines.map(withoutEdge) }
        return lines.map { withoutEdge($0.hasPrefix(prefix) ? $0.dropFirst(prefix.count) : $0) }
    }

    /// Without the right edge of a box, and the blanks before it.
    private static func withoutEdge(_ line: Substring) -> Substring {
        var line = line
        guard line.hasSuffix(" \u{2502}") || line.hasSuffix(" |") || line.hasSuffix(" \u{2503}") else {
            return line
        }
        line.removeLast()
        while line.last == " " { line.removeLast() }
        return line
    }
}
