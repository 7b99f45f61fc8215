import JSONText
import WireText

/// The words in which services, SDKs and programs state a failure: no person writes so.
///
/// The one place that says it, for the readers that look for a failure in a report and for those that look for its reporter's words.
enum FailureStatement {
    /// What stands in sentences of services, and in what SDKs write around them.
    private static let sentences = [
        "An error occurred (", "not authorized to perform", "The request signature we calculated",
        "failed to satisfy constraint", "Malformed input request", "(Service: ", "https response error",
        "operation error ",
    ]

    /// The members of a body that hold such a sentence.
    private static let members = [
        "\"message\"", "\"Message\"", "\"errorMessage\"", "<Message>", "<Code>",
    ]

    /// What stands in the head of an answer, or in an SDK's print of it.
    private static let heads = ["statusCode", "requestId", "HTTP/2 ", "HTTP/1."]

    private static let endings = ["Error", "Exception", "Fault", "Failure"]

    // MARK: Lines

    /// Whether a line states a failure: a type of an error before a colon or in botocore's brackets, a refusal by IAM, a body's member.
    static func stands(in line: String) -> Bool {
        // What a frame of a stack names was called and has not failed.
        if line.hasPrefix("at ") { return false }
        return (sentences + members).contains(where: line.contains) || !labels(in: line).isEmpty
    }

    /// Whether a line is an answer's or a service's, whoever pasted it beside his own words.
    static func isOfService(_ line: String) -> Bool { (sentences + heads).contains(where: line.contains) }

    // MARK: Statements

    /// Whether a text names an exception of AWS and goes on with a sentence.
    static func isNamed(in text: String) -> Bool {
        if text.contains("An error occurred (") || text.contains("not authorized to perform") { return true }
        return text.ranges(of: "Exception").contains { place in
            let name = text[..<place.lowerBound].reversed().prefix { $0.isLetter }.reversed()
            let rest = text[place.upperBound...].prefix(120)
            return ErrorTypeName.isFromAWS(String(name) + "Exception")
                && rest.first.map { ":)`*\" -\u{2014},".contains($0) } ?? false && isSentence(rest)
        }
    }

    /// Whether a text states a failure and says of it what is to be known: a name and a sentence, or a body with one.
    static func isComplete(in text: String) -> Bool {
        if isNamed(in: text) { return true }
        return text.split(whereSeparator: \.isNewline).contains { line in
            let line = String(line.trimmedWhitespace())
            guard stands(in: line) else { return false }
            if let label = labels(in: line).first { return isSentence(line[label...].dropFirst()) }
            return isSentence(line[...])
        }
    }

    private static func isSentence(_ text: Substring) -> Bool { text.split(separator: " ").count > 4 }

    /// The colons of a line behind the names of errors.
    private static func labels(in line: String) -> [String.Index] {
        line.ranges(of: ":").map(\.lowerBound).filter { colon in
            // .NET sets a blank before the colon.
            let before = line[..<colon].trimmed(of: " ")
            let start = before.lastIndex { !$0.isLetter && !$0.isNumber }.map(before.index(after:))
            let name = before[(start ?? before.startIndex)...]
            // In small letters it is a label, which may stand above what it announces.
            let isLabel = ["error", "ERROR"].contains(name)
            return isLabel
                ? line[line.index(after: colon)...].contains(where: \.isLetter)
                : endings.contains(where: name.hasSuffix)
        }
    }
}
