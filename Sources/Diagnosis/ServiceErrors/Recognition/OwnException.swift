import Codes
import Evidence
import JSONText

/// An exception that a program's own code threw, in the words of its language's runtime: it is no answer of a service,
/// whatever status a gateway gives it, and the names in it are those of variables.
enum OwnException {
    private static let marks = [
        // Python
        "' object has no attribute '", "object is not subscriptable", "object is not iterable",
        "object is not callable",
        "got an unexpected keyword argument", "required positional argument", "required keyword-only argument",
        "positional argument but ", "positional arguments but ", "cannot import name ", "No module named ",
        "list index out of range", "is not JSON serializable", "KeyError: '", "local variable '",
        "is not associated with a value",
        // pydantic, over the arguments of a class
        "validation errors for ", "validation error for ",
        // JavaScript, in V8 and JavaScriptCore
        "Cannot read propert", "undefined is not an object", "null is not an object", "is not a function",
        "is not a constructor", "is not iterable", "is not an entry object",
        // Java and Kotlin, .NET, Go, Rust, Ruby, PHP
        "NoSuchMethodError", "NoSuchFieldError", "NoClassDefFoundError", "AbstractMethodError",
        "IncompatibleClassChangeError", "IllegalAccessError", "NullPointerException", "ClassCastException",
        "Object reference not set to an instance",
        "nil pointer dereference", "on a `None` value", "undefined method `", "undefined method '",
        "Call to a member function", "Undefined array key",
    ]

    /// Whether such a sentence stands anywhere in a text.
    static func isNamed(in text: String) -> Bool { marks.contains { text.contains($0) } }

    /// Whether the sentence of an answer is such an exception's, and no type of AWS's stands beside it.
    static func stands(in read: ReadAnswer) -> Bool {
        if read.errorType.map(ErrorTypeName.isFromAWS) ?? false { return false }
        return marks.contains { read.message.contains($0) }
    }

    /// Whether Python says that a function was called with other arguments than it takes: always a fault of the program, whatever
    /// the function is called.
    static func isOfArguments(_ read: ReadAnswer) -> Bool {
        guard stands(in: read) else { return false }
        let text = read.message
        return text.contains("() got an unexpected keyword argument '")
            || text.contains(" required positional argument")
            || text.contains(" required keyword-only argument")
            || text.contains("() takes ") && text.contains(" positional argument") && text.contains(" given")
    }

    /// Whether a value that is there lacks what the program asked of it: the opposite of credentials that are missing.
    static func isOfValue(_ read: ReadAnswer) -> Bool {
        read.message.contains("' object has no attribute '") && !read.message.contains("'NoneType' object")
    }

    /// Whether a gateway hands on the text of a KeyError of its own as if Bedrock had said it: a quoted name and nothing more.
    ///
    /// `ServiceUnavailableError: BedrockException - 'text'`.
    static func isKeyAlone(_ read: ReadAnswer) -> Bool {
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
