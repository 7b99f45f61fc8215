import Codes
import Evidence
import Report
import WireText

/// Several sentences by which Bedrock refused requests, in the rows of a table or in lines below each other: each has a cure of its own.
enum SeveralRefusals {
    /// No more are told.
    private static let limit = 6

    /// Advice about the form of a request, whose words stand in the refusal itself.
    private static let advice = Advice.turns + Advice.mediaRefused + Advice.conversation

    /// The remedies in the order of the sentences; `nil` where there are not several kinds.
    static func remedies(for code: FindingCode, _ call: FailedCall) -> [Remedy]? {
        guard [.validationMessages, .validationRequest].contains(code) else { return nil }
        var found: [Remedy] = []
        for passage in passages(call.text) where found.count < limit {
            let words = WordText(passage)
            let fitting = advice.first { advice in
                (advice.codes.isEmpty || advice.codes.contains(code)) && !advice.all.isEmpty
                    && words.has(all: advice.all, none: advice.none)
            }
            guard let remedy = fitting?.remedies(call).first, !found.contains(remedy) else { continue }
            found.append(remedy)
        }
        guard found.count > 1 else { return nil }
        return found.enumerated().map { index, remedy in
            var told = remedy
            told.text = "\(remedy.text) (\(index + 1) of \(found.count) refusals in the text.)"
            return told
        }
    }

    /// Lines that are a refusal by themselves: cells of a table, and lines that tell an error or quote a sentence.
    private static func passages(_ text: String) -> [Substring] {
        let lines = text.prefix(16_384).split(whereSeparator: \.isNewline)
        let marked = lines.flatMap { line -> [Substring] in
            line.hasPrefix("|") ? line.split(separator: "|") : [line]
        }
        return marked.filter { passage in
            passage.utf8.count < 600 && passage.utf8.count > 20
                && marks.contains(where: passage.contains)
        }
    }

    /// How such sentences speak: of a request, of what it may not or must hold.
    private static let marks = [
        "can't", "can\u{2019}t", "cannot", "must", "Exception", "rror", "not allowed", "is blank", "is empty",
        "expected", "Expected",
    ]
}
