import JSONText
import WireText

/// Whether a line is one that a person wrote, and not a program.
enum ProseLine {
    static func isProse(_ text: String) -> Bool {
        let bytes = Array(text.utf8)[...]
        if isRecord(bytes) || heads.contains(where: text.hasPrefix) && !namesCommand(text) { return false }
        // A sentence of a service may end up beside a person's words.
        if FailureStatement.isOfService(text) { return false }
        let words = text.split(separator: " ", omittingEmptySubsequences: true)
        guard words.count > 1, let first = words.first, !isOfException(first) else { return false }
        // What stands in backticks is a name that a person mentions.
        var isQuoted = false
        var (plain, code, known) = (0, 0, 0)
        for word in words {
            let marks = word.count { $0 == "`" }
            if marks > 0 || isQuoted {
                if !marks.isMultiple(of: 2) { isQuoted.toggle() }
                continue
            }
            let bare = String(word.lowercased().trimmed(of: "()[]{}\"'*_.,;:!?"))
            if function.contains(bare) { known += 1 }
            if isCode(word) { code += 1 } else if bare.contains(where: \.isLetter) { plain += 1 }
        }
        return known > 0 && plain > 1 && plain >= 2 * code
    }

    /// `curl with the same key works`: a program that a sentence speaks of, and not one that is run.
    private static func namesCommand(_ text: String) -> Bool {
        guard text.hasPrefix("curl ") || text.hasPrefix("aws ") else { return false }
        let words = text.split(separator: " ").prefix(3).dropFirst().map { $0.lowercased() }
        return words.first.map { function.contains($0) || ["cli", "gets", "returns"].contains($0) } ?? false
    }

    /// A record of a log; a sentence may begin with the word that is the name of a level.
    private static func isRecord(_ line: ByteText) -> Bool {
        guard LogRecord.begins(line) else { return false }
        let word = line.prefix { $0.isLetter }
        return word.isEmpty || word.allSatisfy(\.isUppercaseLetter) || line.dropFirst(word.count).first != 0x20
    }

    /// `ValidationException:`, `botocore.exceptions.ClientError:`.
    private static func isOfException(_ word: Substring) -> Bool {
        word.hasSuffix(":") && word.count > 8
            && ["Error:", "Exception:", "Failure:", "Fault:"].contains(where: word.hasSuffix)
    }

    private static func isCode(_ word: Substring) -> Bool {
        if word.contains("://") { return false }
        return word.contains { "={};<>|\\@$".contains($0) } || word.contains("::") || word.contains("()")
            || word.hasSuffix("(") || word.contains("\":") || word.hasPrefix("--")
    }

    /// How lines begin that no person writes as a sentence.
    private static let heads = [
        "at ", "File \"", "Traceback", "Caused by", "During handling", "{", "}", "[", "]", "<", "|", "> ", ">>>", "$ ",
        "//", "/*", "#!", "import ", "const ", "let ", "var ", "def ", "class ", "return ", "export ", "set ", "curl ",
        "aws ",
        "HTTP/", "GET /", "POST /", "PUT /", "* ", "< ", "...", "+ ", "@", "\"",
    ]

    /// Words of sentences, one of which every sentence has.
    private static let function: Set<String> = [
        "a", "an", "the", "is", "are", "was", "were", "be", "been", "i", "we", "it", "this", "that", "these", "my",
        "our", "in",
        "on", "with", "for", "from", "to", "of", "and", "but", "not", "no", "if", "when", "while", "after", "since",
        "only",
        "works", "work", "worked", "working", "fails", "fail", "failed", "failing", "via", "through", "using",
        "doesn't",
        "don't", "can't", "same", "both", "broken", "breaks", "succeeds", "succeed", "yes", "ok", "fine", "does", "do",
        "as",
        "doesnt", "isn't",
    ]
}
