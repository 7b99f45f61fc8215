import Catalog
import JSONText
import WireText

/// A thing that a clause names, in one of the dimensions in which calls differ.
struct ContrastTerm: Hashable {
    /// Which side of a contrast a term can be on by itself.
    enum Side: Hashable {
        /// Names one thing among others: it is on the side of its clause.
        case either
        /// The usual, simple way, which is worth a word only where it works.
        case plain
        /// What is worth a word only where it fails.
        case special
    }

    let dimension: Contrast.Dimension
    /// The name in a sentence: `the AWS CLI`.
    let label: String
    let side: Side
    let place: Int

    /// The terms in a clause, none of them within another.
    static func all(in words: ArraySlice<ProseSentence.Word>) -> [ContrastTerm] {
        var terms: [ContrastTerm] = []
        var place = words.startIndex
        // Where the last name ended: `Claude Code CLI` is one.
        var named = place
        while place < words.endIndex {
            if let (entry, length) = ContrastTerms.entry(at: place, in: words) {
                // `works without S3` says nothing of S3.
                let before = place > words.startIndex ? words[place - 1].text : ""
                if !["without", "no", "disabling", "removing"].contains(before) {
                    terms.append(
                        ContrastTerm(dimension: entry.dimension, label: entry.label, side: entry.side, place: place))
                }
                place += length
                named = place
            } else {
                // `the gemini CLI` is a program, and none of Gemini's calls.
                let isOther = words[place].text == "cli" && named == place && terms.last?.dimension != .client
                if isOther, !terms.isEmpty { terms.removeLast() }
                if let term = commandLine(
                    words, place, isNamed: named == place && place > words.startIndex && !isOther)
                    ?? shaped(words, place)
                {
                    terms.append(term)
                }
                place += 1
            }
        }
        return terms
    }

    // MARK: Command lines

    /// Words before `CLI` that name no other program than AWS's.
    private static let plainBefore: Set<String> = [
        "the", "a", "an", "my", "via", "with", "in", "on", "using", "from", "through", "by", "and", "or", "but", "aws",
        "bedrock", "amazon", "official", "plain", "normal", "v1", "v2", "same", "regular", "local", "when", "for", "to",
        "this", "that", "if", "works", "work", "working", "both", "even", "also", "not", "works:", "raw", "our", "than",
        "while", "where", "native", "direct", "standard",
    ]

    /// The AWS CLI, by its name or by one of its commands; another program by the name before `CLI`.
    ///
    /// `aws bedrock` alone is the service: only behind it, what it is to do makes a command of it.
    private static func commandLine(
        _ words: ArraySlice<ProseSentence.Word>, _ place: Int, isNamed: Bool
    ) -> ContrastTerm? {
        func term(_ label: String) -> ContrastTerm {
            ContrastTerm(dimension: .client, label: label, side: .either, place: place)
        }
        let text = words[place].text
        if text == "aws", words.endIndex - place > 2, isService(words[place + 1].text), isCommand(words[place + 2].text)
        {
            return term("the AWS CLI")
        }
        guard text == "cli", !isNamed else { return nil }
        guard place > words.startIndex, words[place - 1].ending == .blank,
            !plainBefore.contains(words[place - 1].text),
            words[place - 1].text.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" })
        else { return term("the AWS CLI") }
        let name = words[place - 1]
        return term(name.text == "claude" ? "Claude Code" : "the \(name.written) CLI")
    }

    private static func isService(_ word: String) -> Bool {
        word.hasPrefix("bedrock")
            || ["sts", "s3", "s3api", "iam", "ec2", "lambda", "dynamodb", "sqs", "sns"].contains(word)
    }

    /// `invoke-model`, `list-foundation-models`, `converse`, `ls`.
    private static func isCommand(_ word: String) -> Bool {
        if ["converse", "converse-stream", "ls", "cp", "sync", "mb", "presign", "publish", "invoke"].contains(word) {
            return true
        }
        return word.contains("-") && verbs.contains { word.hasPrefix($0.lowercased() + "-") }
    }

    // MARK: Shapes

    /// What is told by its form: a region, a model id, an operation, a method, a size, a client by the word behind it.
    private static func shaped(_ words: ArraySlice<ProseSentence.Word>, _ place: Int) -> ContrastTerm? {
        let word = words[place]
        func term(_ dimension: Contrast.Dimension, _ label: String, _ side: Side = .either) -> ContrastTerm {
            ContrastTerm(dimension: dimension, label: label, side: side, place: place)
        }
        let next = words[(place + 1)...].first
        if RegionCatalog.looksLikeRegion(word.text) { return term(.region, word.text) }
        if ["GET", "HEAD", "PUT", "POST", "DELETE", "PATCH", "LIST"].contains(word.written) {
            let isPlain = ["GET", "HEAD"].contains(word.written)
            return term(.method, word.written, isPlain ? .plain : .either)
        }
        if ModelName.looksLikeID(word.text) { return term(.model, word.written) }
        if isOperation(word.written) {
            let isStream = word.written.hasSuffix("Stream")
            return isStream ? term(.streaming, word.written, .special) : term(.operation, word.written)
        }
        if let next, ["client", "clients", "library", "script"].contains(next.text), !Self.general.contains(word.text),
            word.text.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" })
        {
            return term(.client, "the \(word.written) \(next.written)")
        }
        if let next, isOwnProgram(words, place) { return term(.client, "the \(word.written) \(next.written)") }
        return size(words, place)
    }

    private static let languages: Set<String> = [
        "go", "golang", "java", "rust", "php", "ruby", "c#", ".net", "dotnet", "node", "node.js", "javascript",
        "typescript", "kotlin", "swift", "scala", "elixir",
    ]
    private static let programs: Set<String> = [
        "code", "app", "application", "program", "service", "backend", "project",
    ]

    /// `my Go code`, `our Java service`: a program without a name.
    private static func isOwnProgram(_ words: ArraySlice<ProseSentence.Word>, _ place: Int) -> Bool {
        guard languages.contains(words[place].text), let next = words[(place + 1)...].first else { return false }
        return programs.contains(next.text) && words[place].ending == .blank
    }

    /// Words before `client` that name none.
    private static let general: Set<String> = [
        "the", "a", "an", "my", "our", "this", "that", "bedrock", "bedrock-runtime", "runtime", "s3", "each", "same",
        "http",
        "new", "create", "aws", "your", "any", "all", "of", "only", "sdk", "api", "rest", "every", "build", "their",
        "its",
    ]

    private static let verbs = [
        "Get", "List", "Put", "Create", "Delete", "Describe", "Invoke", "Converse", "Update", "Start", "Stop", "Assume",
        "Retrieve", "Head", "Query", "Scan", "Send", "Publish", "Receive", "Upload", "Copy", "Count", "Apply", "Batch",
    ]

    private static let snakeVerbs = verbs.map { $0.lowercased() + "_" }

    private static func isOperation(_ word: String) -> Bool {
        if word == "Converse" { return true }
        if snakeVerbs.contains(where: word.hasPrefix) {
            return word.allSatisfy { $0.isLowercase || $0 == "_" || $0.isNumber }
        }
        guard let verb = verbs.first(where: word.hasPrefix), word.count > verb.count else { return false }
        let rest = word.dropFirst(verb.count)
        return rest.first?.isUppercase ?? false && rest.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
            && rest.contains(where: \.isLowercase)
    }

    private static let units: Set<String> = [
        "kb", "mb", "gb", "kib", "mib", "bytes", "characters", "chars", "tokens", "k", "rows", "items", "documents",
        "lines",
    ]
    static func isUnit(_ word: String) -> Bool { units.contains(word) }

    private static let below: Set<String> = ["under", "below", "than", "to", "within"]
    private static let above: Set<String> = ["over", "above", "than", "exceeding", "beyond", "of"]

    /// `under 8 MB`, `larger than 1MB`, `over 100 characters`.
    private static func size(_ words: ArraySlice<ProseSentence.Word>, _ place: Int) -> ContrastTerm? {
        let text = words[place].text
        guard text.first?.isNumber ?? false, place > words.startIndex else { return nil }
        let figure = text.prefix { $0.isNumber || ".,".contains($0) }
        let glued = text.dropFirst(figure.count).drop { $0 == "-" }
        let unit = glued.isEmpty ? words[(place + 1)...].first?.text ?? "" : String(glued)
        guard units.contains(unit) else { return nil }
        let before = words[max(words.startIndex, place - 3)..<place].map(\.text)
        let last = before.last ?? ""
        let shown = glued.isEmpty ? "\(figure) \(words[place + 1].written)" : words[place].written
        let isLess = before.contains {
            ["less", "smaller", "fewer", "shorter", "up", "under", "below", "within"].contains($0)
        }
        let isMore = before.contains {
            ["more", "larger", "bigger", "longer", "greater", "over", "above", "exceeding", "beyond"].contains($0)
        }
        if isLess, below.contains(last) {
            return ContrastTerm(dimension: .size, label: "what is under \(shown)", side: .plain, place: place)
        }
        if isMore, above.contains(last) {
            return ContrastTerm(dimension: .size, label: "what is over \(shown)", side: .special, place: place)
        }
        return nil
    }
}
