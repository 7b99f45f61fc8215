/// A word that stands in a sentence for what is no word: a quotation, a tick, a block of code that ends the sentence.
enum StandIn {
    /// How it is written; a reader sees dots.
    static let mark = "xquote"

    /// What works, by a tick, or fails, by a cross, as a word.
    static func word(for outcome: Outcome) -> String { mark + (outcome == .works ? "works" : "error") }

    private static let meanings = [
        "xquoteworks": "works", "xquoteerror": "error", "xquotecli": "aws-cli", "xquotecurl": "curl",
        "xquoteboto3": "boto3",
    ]

    /// The word that counts in its place.
    static func meaning(of word: String) -> String { meanings[word] ?? word }

    private static let failures = ["error", "exception", "denied", "forbidden", "failed", "not authorized"]

    /// The word for a line of code by which a sentence goes on: `it works with`, then a command; `I get`, then an error.
    static func word(forCode line: String) -> String? {
        let bare = line.drop { "$>`# ".contains($0) }
        if bare.hasPrefix("aws ") { return "xquotecli" }
        if bare.hasPrefix("curl ") { return "xquotecurl" }
        if bare.hasPrefix("import boto3") || bare.contains("boto3.client(") { return "xquoteboto3" }
        let text = bare.lowercased()
        return failures.contains(where: text.contains) ? "xquoteerror" : nil
    }

    private static let leading: Set<String> = [
        "with", "get", "gets", "got", "getting", "using", "by", "via", "run", "running", "see", "returns", "receive",
        "throws", "shows", "says", "is", "this",
    ]

    /// Words behind which code is the subject of a verb that stands below it: `while`, then a command, then `works`.
    private static let subordinating: Set<String> = ["while", "whereas", "but", "although", "though"]

    /// Whether the words behind a block of code go on with a sentence that it is the subject of.
    static func awaitsVerb(_ text: String) -> Bool {
        text.split(separator: " ").last.map { subordinating.contains($0.lowercased()) } ?? false
    }

    private static let verbs: Set<String> = [
        "works", "succeeds", "returns", "produces", "gives", "yields", "responds", "answers", "runs", "does", "fails",
        "is", "gets", "goes", "also", "still", "worked", "succeeded", "returned",
    ]

    static func isVerb(_ text: String) -> Bool {
        text.split(separator: " ").first.map { verbs.contains(String($0)) } ?? false
    }

    /// Whether a line of prose has no end, so that the code behind it belongs to its sentence.
    static func isOpen(_ text: String) -> Bool {
        guard let last = text.last, !".!?".contains(last) else { return false }
        if last == ":" { return true }
        return text.split(separator: " ").last.map { leading.contains($0.lowercased()) } ?? false || awaitsVerb(text)
    }
}
