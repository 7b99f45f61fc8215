import Codes
import Diagnosis
import Report

/// A message that was given without quotes, put together again.
enum ExplainWords {
    /// The inputs as they are where one of them names something by itself, else as one message.
    static func inputs(_ words: [String]) -> [String] {
        guard words.count > 1, !words.contains(where: namesSomething) else { return words }
        let whole = words.joined(separator: " ")
        if ExplainSubject.reference(whole) != nil { return [whole] }
        // `403 429`: several questions.
        if words.allSatisfy({ ExplainSubject.reference($0) != nil }) { return words }
        // Names of files that are not there are no words of a message.
        return words.allSatisfy { $0.contains("/") || $0.contains(".") } ? words : [whole]
    }

    private static func namesSomething(_ word: String) -> Bool {
        word == "-" || CodeRegistry.code(spelled: word.lowercased()) != nil || FileSystem.exists(word)
    }
}
