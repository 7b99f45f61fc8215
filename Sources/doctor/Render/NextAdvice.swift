import JSONText
import Report

/// What to do next after a run: the first advice, and never a command of a later one, which may work against it.
struct NextAdvice: Sendable, Hashable {
    /// What to do, in a sentence or a few.
    let words: String?

    /// What to type, on one or several lines.
    let command: String?

    /// No more of an advice stands in the last line; the findings have it whole.
    private static let limit = 240

    init(words: String? = nil, command: String? = nil) {
        self.words = words
        self.command = command
    }

    /// The first of several remedies; `nil` where there is none.
    init?(_ remedies: [Remedy]) {
        // A text that only says what its command is for has nothing to say without it.
        guard let first = remedies.first(where: { $0.command != nil || $0.step == nil || !$0.isPointer }) else {
            return nil
        }
        command = first.command
        // What is to be changed comes before a command which only looks whether it was.
        let isLook = first.command.map { Self.only(looks: $0) } ?? true
        words =
            isLook && (command == nil || !first.isPointer || AdvisedAct(in: first.text) == .change)
            ? Self.lead(first.text) : nil
    }

    /// How commands begin that change nothing: each of ours, and those of other tools that show what is.
    private static let looks = [
        "doctor ", "kubectl explain ", "kubectl get ", "aws configure list", "aws configure get ", "grep ", "ls ",
        "aws sts get-caller-identity", "aws iam list-open-id-connect-providers",
    ]

    /// Whether a command only looks at something.
    private static func only(looks command: String) -> Bool { looks.contains(where: command.hasPrefix) }

    /// An advice, whole where it fits; else its sentences from the first that says what to do, one at least.
    private static func lead(_ text: String) -> String {
        let text = text.trimmedWhitespace()
        // A policy is of use as a whole.
        guard text.count > (text.contains("{\"") ? withPolicy : limit) else { return String(text) }
        let sentences = Self.sentences(of: text)
        // Why it is so stands in the finding; an advice that names no act in words known here is shown from its beginning.
        guard let act = sentences.firstIndex(where: { AdvisedAct(in: $0) != nil }) else {
            return run(of: sentences[...])
        }
        guard refersBack(sentences[act]) else { return run(of: sentences[act...]) }
        // What it speaks of stands before it.
        let start = sentences[..<act].lastIndex { !refersBack($0) } ?? 0
        let whole = sentences[start...act].joined(separator: " ")
        return whole.count <= withReference ? whole : run(of: sentences[act...])
    }

    /// More stands there where a sentence needs the one before it, and where a policy is part of the advice.
    private static let withReference = 420
    private static let withPolicy = 700

    /// As many whole sentences as fit; the first one behind a clause where even that does not.
    private static func run(of sentences: ArraySlice<Substring>) -> String {
        var lead = ""
        for sentence in sentences {
            let longer = lead.isEmpty ? String(sentence) : lead + " " + sentence
            if longer.count > limit { break }
            lead = longer
        }
        return lead.isEmpty ? cut(sentences.first ?? "") : lead
    }

    private static let conditions: Set<String> = ["if", "where", "when", "should", "unless", "once"]

    private static let references: Set<String> = [
        "it", "that", "this", "they", "them", "these", "those", "so", "such", "none", "neither", "both", "not",
    ]

    private static let continuations: Set<String> = [
        "else", "otherwise", "then", "or", "also", "again", "instead", "it", "that", "this", "they", "such", "its",
        "their",
        "afterwards", "and", "but",
    ]

    /// Words between a verb and what it is about that name nothing.
    private static let small: Set<String> = [
        "once", "without", "with", "from", "to", "for", "in", "of", "at", "by", "on", "away", "out", "up",
    ]

    /// Whether a sentence speaks of something that stands in the one before it, without which nobody understands it.
    ///
    /// `If it is right, sign last`, `Take it away`, `Call once without them`, `The failing call is such a one`.
    static func refersBack(_ sentence: some StringProtocol) -> Bool {
        let words = sentence.lowercased().split { !($0.isLetter || $0.isNumber || "'_-.".contains($0)) }
            .map { String($0) }
        guard let first = words.first else { return false }
        if continuations.contains(first) { return true }
        let second = words.dropFirst().first ?? ""
        if conditions.contains(first), references.contains(second) { return true }
        if zip(words, words.dropFirst()).contains(where: { $0 == "such" && $1 == "a" })
            && words.prefix(8).contains("one")
        {
            return true
        }
        let behind = words.dropFirst().drop { small.contains($0) }
        return behind.first.map { ["it", "them", "those", "these", "this", "its", "their"].contains($0) } ?? false
    }

    private static func sentences(of text: some StringProtocol) -> [Substring] {
        var sentences: [Substring] = []
        var rest = Substring(text)
        while let mark = rest.firstRange(of: ". ") {
            sentences.append(rest[..<rest.index(after: mark.lowerBound)])
            rest = rest[mark.upperBound...]
        }
        return rest.isEmpty && !sentences.isEmpty ? sentences : sentences + [rest]
    }

    /// A long sentence up to where a clause of it ends; whole where none does, since half of it may say something else.
    private static func cut(_ sentence: Substring) -> String {
        let head = sentence.prefix(limit)
        let ends = ["; ", ", since ", ", because "].flatMap { head.ranges(of: $0) }.map { head[..<$0.lowerBound] }
        let clauses = ends.filter { isWhole($0) && AdvisedAct(in: $0) != nil }
        return clauses.max { $0.endIndex < $1.endIndex }.map { String($0) + "." } ?? String(sentence)
    }

    /// Whether no parenthesis of a text is open at its end.
    private static func isWhole(_ text: Substring) -> Bool {
        text.count { $0 == "(" } == text.count { $0 == ")" }
    }
}
