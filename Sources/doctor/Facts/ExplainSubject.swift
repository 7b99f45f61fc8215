import Codes
import Diagnosis
import Evidence
import JSONText
import Report

/// What an argument of `doctor explain` names: a code, a file, standard input, or the message itself.
enum ExplainSubject: Sendable {
    case page(FindingCode)
    /// A status or an error's name alone.
    case reference(FailureReference)
    case input(name: String, content: InputContent)

    /// The most bytes of a file that are read.
    static let limit = 256 << 20

    /// Finds out what the argument is.
    ///
    /// A code wins over a file of the same name; the file can be given as `./NAME`. A word that is neither is taken
    /// for a mistyped code when it looks like one, and for a missing file otherwise; several words are a message.
    ///
    /// - Throws: ``InputProblem`` when a file cannot be read, ``UnknownWord`` when the word is neither.
    static func of(_ argument: String) throws -> ExplainSubject {
        if argument == "-" {
            return .input(name: "standard input", content: try FileSystem.readCondensed("-", upTo: limit))
        }
        if let code = CodeRegistry.code(spelled: argument.lowercased()) { return .page(code) }
        if FileSystem.exists(argument) {
            return .input(name: argument, content: try FileSystem.readCondensed(argument, upTo: limit))
        }
        if let reference = reference(argument) { return .reference(reference) }
        if isMessage(argument) || isKnownText(argument) {
            return .input(name: "the message", content: InputContent(Array(argument.utf8)))
        }
        if argument.contains("/") || argument.contains(".") {
            throw InputProblem(file: argument, message: "there is no such file")
        }
        throw UnknownWord(word: argument)
    }

    /// A message has several words, or is an error body.
    static func isMessage(_ argument: String) -> Bool {
        argument.contains(where: \.isWhitespace) || argument.hasPrefix("{") || argument.hasPrefix("<")
            || argument.hasSuffix("Exception") || argument.hasSuffix("Error")
    }

    /// Whether one word is all that a program says of a failure: `ECONNREFUSED`.
    private static func isKnownText(_ word: String) -> Bool {
        guard word.utf8.count <= 60, word == word.uppercased(), !word.contains("/") else { return false }
        return !ErrorDiagnosis(ServiceAnswer(content: .message(word))).candidates.isEmpty
    }

    /// What can be behind a text that is nothing but a status or an error's name; `nil` where the registry knows none.
    static func reference(_ text: String) -> FailureReference? {
        guard let reference = BareFailure(text).map(FailureReference.init), !reference.codes.isEmpty else { return nil }
        return reference
    }

    /// What can be behind the one error's name, or the one reason of a status, among the few words of a text that was cut.
    ///
    /// A sentence says more than the name in it, and a call that failed is a failure.
    static func named(in text: String) -> FailureReference? {
        let all = text.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }.map(String.init)
        let isCut = text.trimmedWhitespace().hasSuffix("...") || text.trimmedWhitespace().hasSuffix("\u{2026}")
        guard isCut || all.count <= nameWords && !BareFailure.tellsOfCall(text) else { return nil }
        let words = Set(all)
        let found = words.filter { $0.utf8.count >= 6 && !$0.allSatisfy(\.isNumber) }.compactMap(reference)
        return found.count == 1 ? found.first : nil
    }

    /// More words are a sentence.
    private static let nameWords = 8

    /// What to say of a number that no failure of Bedrock has as its status; `nil` of any other word.
    static func noFailure(_ word: String) -> String? {
        guard word.utf8.count == 3, let status = Int(word), reference(word) == nil else { return nil }
        return (200..<300).contains(status)
            ? "\(status) is the status of a success: there is nothing to explain."
            : "No failure of Bedrock that is known has the status \(status)."
    }

    /// A word that is neither a code nor a file.
    struct UnknownWord: Error {
        let word: String
    }
}
