import Codes
import SigV4

/// What signers do wrong with the form of the string to sign as a whole.
enum TextLayoutMistakes {
    static func all(_ model: SignerModel) -> [Mistake] {
        let separators = LayoutMistakes.separators.map { separator, words in
            mistake(.textLineEnds, "a string to sign with \(words) between its lines") { $0.separator = separator }
        }
        let layouts: [(TextModel.Layout, FindingCode, String)] = [
            (.withoutDate, .textForm, "a string to sign without the time"),
            (.withoutScope, .textForm, "a string to sign without the scope"),
            (.scopeBeforeDate, .textForm, "a string to sign with the scope before the time"),
            (.emptyLineSecond, .textForm, "a string to sign with an empty line behind the algorithm"),
            (.lineFeedFirst, .textEnd, "a string to sign with a line feed before it"),
            (.hashed, .textForm, "the hash of the string to sign in place of the text itself"),
            (.hashedBytes, .textForm, "the bytes of the string to sign's hash in place of the text itself"),
        ]
        let scope = model.text.scope
        return separators
            + layouts.map { layout, cause, words in mistake(cause, words) { $0.layout = layout } }
            + [
                mistake(.scopeParts, "a string to sign whose scope lacks its end") {
                    $0.scope = Array(scope.prefix(3))
                },
                mistake(.scopeParts, "a string to sign whose scope names the service before the region") {
                    if scope.count == 4 { $0.scope = [scope[0], scope[2], scope[1], scope[3]] }
                },
                mistake(.textForm, "a string to sign without the hash of the canonical request") {
                    $0.hashForm = .leftOut
                },
            ]
    }

    private static func mistake(
        _ cause: FindingCode, _ words: String, _ change: @escaping @Sendable (inout TextModel) -> Void
    ) -> Mistake {
        Mistake(cause, words, [.textShape, .textScope, .textDate], .text, .alone) { change(&$0.text) }
    }
}
