import JSONText
import WireText

/// Why a tool gave up a resource that it made or waited for: the sentence that the service noted with the resource's state.
///
/// What stands before it is the tool's (`unexpected state 'FAILED', wanted target 'PREPARED'`), and no word of it says what failed. Terminals
/// break the lines of such reports at their width, and tools draw a rail before each, so the sentence is read from joined lines.
///
/// Sources: <https://github.com/hashicorp/terraform-plugin-sdk/blob/main/helper/retry/error.go> (`UnexpectedStateError`),
/// <https://github.com/hashicorp/terraform-provider-awscc/blob/main/internal/generic/resource.go>,
/// <https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-test-contract-errors.html> (handler error codes).
package struct WaitedReason: Sendable, Hashable {
    /// The service's sentence, in one line.
    package let sentence: String

    /// What the handler of the resource calls the kind of failure, such as `InvalidRequest`.
    package let code: String?

    /// Whether a state that was waited for did not come, so that all around the sentence is the tool's own.
    package let isOfState: Bool

    /// No such report is longer.
    private static let limit = 32_768

    /// `nil` where no tool speaks so.
    package init?(_ text: String) {
        guard ["wanted", "StatusMessage:", "handler"].contains(where: text.contains) else { return nil }
        let joined = Self.joined(String(text.prefix(Self.limit)))
        if let state = joined.firstRange(of: "unexpected state '"),
            let mark = joined[state.upperBound...].prefix(400).firstRange(of: "last error: ")
        {
            self.init(joined[mark.upperBound...], code: nil, isOfState: true)
        } else if let state = joined.firstRange(of: "transitioned to FAILED"),
            let mark = joined[state.upperBound...].prefix(200).firstRange(of: "StatusMessage: ")
        {
            let rest = joined[mark.upperBound...]
            let end = rest.firstRange(of: " ErrorCode: ")
            let code = end.map { rest[$0.upperBound...].prefix(while: \.isLetter) }
            self.init(rest[..<(end?.lowerBound ?? rest.endIndex)], code: code, isOfState: true)
        } else if let mark = joined.firstRange(of: "Resource handler returned message: \"") {
            let rest = joined[mark.upperBound...]
            guard let end = rest.firstRange(of: "\" (RequestToken") else { return nil }
            let code = rest[end.upperBound...].firstRange(of: "HandlerErrorCode: ")
                .map { rest[$0.upperBound...].prefix(while: \.isLetter) }
            self.init(rest[..<end.lowerBound], code: code, isOfState: false)
        } else {
            return nil
        }
    }

    /// What stands behind a mark, to the end of its paragraph, without the SDK's words about the answer.
    private init?(_ text: Substring, code: Substring?, isOfState: Bool) {
        var text = text.prefix { !$0.isNewline }
        if let service = text.firstRange(of: "(Service: ") { text = text[..<service.lowerBound] }
        // The name of no error in particular.
        if text.hasPrefix("Exception: ") { text = text.dropFirst("Exception: ".count) }
        let sentence = text.trimmed(of: " ")
        guard sentence.utf8.count > 8 else { return nil }
        self.sentence = String(sentence.prefix(1_000))
        self.code = code.flatMap { $0.isEmpty ? nil : String($0) }
        self.isOfState = isOfState
    }

    /// The paragraphs of a text, each in one line and without the rails of a box.
    private static func joined(_ text: String) -> String {
        let rails: Set<Character> = ["\u{2502}", "\u{2503}", "\u{2575}", "\u{2577}"]
        var paragraphs: [String] = [""]
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let words = line.split { $0.isWhitespace || rails.contains($0) }
            if words.isEmpty || words.first?.hasPrefix("```") ?? false {
                paragraphs.append("")
            } else {
                let blank = paragraphs[paragraphs.count - 1].isEmpty ? "" : " "
                paragraphs[paragraphs.count - 1] += blank + words.joined(separator: " ")
            }
        }
        return paragraphs.filter { !$0.isEmpty }.joined(separator: "\n")
    }
}
