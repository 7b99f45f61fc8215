import Codes
import Evidence
import JSONText

/// An exception that a program's own code threw, in the words of its language's runtime: it is no answer of a service,
/// whatever status a gateway gives it, and the names in it are those of variables.
struct OwnException: Sendable {
    private let read: ReadAnswer

    /// Whether the sentence of an answer is such an exception's, and no type of AWS's stands beside it.
    let stands: Bool

    /// Reads an answer, once for all who ask.
    init(_ read: ReadAnswer) {
        self.read = read
        let isOfAWS = read.errorType.map(ErrorTypeName.isFromAWS) ?? false
        stands = !isOfAWS && (OwnExceptionWords.stand(in: read.message) || Self.isOfEnumeration(read.message))
    }

    /// Whether such a sentence stands anywhere in what was said.
    var isNamed: Bool { OwnExceptionWords.stand(in: read.whole) }

    /// Whether Python says that an enumeration of the program's has no such member: `'embeddings' is not a valid CallTypes`.
    private static func isOfEnumeration(_ message: String) -> Bool {
        message.ranges(of: "' is not a valid ").contains { mark in
            let name = message[mark.upperBound...].prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
            return name.first?.isUppercase ?? false && name.count(where: \.isUppercase) > 1
                && name.contains(where: \.isLowercase)
        }
    }

    /// Whether the exception's class is one that only a program's own mistakes have, whatever its words.
    ///
    /// JavaScript's `fetch` throws a `TypeError` for a network that failed, and `URL` for a text that is none.
    var isOfOwnClass: Bool {
        guard let type = read.errorType, Self.classes.contains(type) else { return false }
        let words = WordText(read.message)
        return type != "TypeError"
            || !["fetch", "url|xurl", "terminated", "network", "load failed"].contains(where: words.has)
    }

    private static let classes: Set<String> = [
        "AttributeError", "IndexError", "NameError", "ReferenceError", "RecursionError", "TypeError",
        "UnboundLocalError",
        "ClassCastException", "ClassNotFoundException", "NoClassDefFoundError", "IndexOutOfRangeException",
        "InvalidCastException",
        "NullPointerException",
        "NullReferenceException",
    ]

    /// Whether Python says that a function was called with other arguments than it takes: always a fault of the program, whatever
    /// the function is called.
    var isOfArguments: Bool {
        guard stands else { return false }
        let text = read.message
        return text.contains("() got an unexpected keyword argument '")
            || text.contains(" required positional argument")
            || text.contains(" required keyword-only argument")
            || text.contains("() takes ") && text.contains(" positional argument") && text.contains(" given")
    }

    /// Whether a value that is there lacks what the program asked of it: the opposite of credentials that are missing.
    var isOfValue: Bool {
        read.message.contains("' object has no attribute '") && !read.message.contains("'NoneType' object")
    }

    /// Whether a gateway hands on the text of a KeyError of its own as if Bedrock had said it: a quoted name and nothing more.
    ///
    /// `ServiceUnavailableError: BedrockException - 'text'`.
    var isKeyAlone: Bool {
        guard let mark = read.whole.ranges(of: "BedrockException - '").last else { return false }
        let line = read.whole[mark.upperBound...].prefix { !$0.isNewline }.trimmedWhitespace()
        guard line.hasSuffix("'") else { return false }
        let name = line.dropLast()
        return !name.isEmpty && name.utf8.count < 60
            && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    }

    /// Whether a cause is a refusal by AWS, which such an exception never is.
    static func excludes(_ cause: FindingCode) -> Bool {
        switch ErrorCauseGroup(cause) {
        // A client object that lacks an operation may be one of another service.
        case .request: cause != .wrongEndpoint
        case .account, .policy, .model, .busy, .serviceFault: true
        default: false
        }
    }
}
