import JSONText
import WireText

/// The name of an error as AWS or an SDK writes it, freed from what surrounds it.
package struct ErrorTypeName: Sendable, Hashable {
    package let name: String

    /// What followed the first `:` of `x-amzn-ErrorType`, or stood before `#` in `__type`.
    package let namespace: String?

    /// Cuts `AccessDeniedException:http://internal.amazon.com/…` at the colon and `com.amazon.coral#X` before the `#`.
    package init(written: String) {
        // A type has no control characters; behind one stands damage.
        let text = ErrorTypeText(String(written.trimmedWhitespace().prefix { $0 >= " " && $0 != "\u{7F}" }))
        name = text.name.lastIndex(of: ".").map { String(text.name[text.name.index(after: $0)...]) } ?? text.name
        namespace = text.namespace
    }

    /// Whether the name is one that AWS's services or the core of an AWS SDK give, rather than a wrapper's own.
    package static func isFromAWS(_ name: String) -> Bool { AWSErrorType(named: name) != nil }

    /// Names without the usual ending that are error types all the same.
    package static func isErrorType(_ word: some StringProtocol) -> Bool {
        if isFromAWS(String(word)) { return true }
        guard let first = word.unicodeScalars.first, first.properties.isUppercase, word.utf8.count > 8 else {
            return false
        }
        return word.hasSuffix("Exception") || word.hasSuffix("Error") || word.hasSuffix("Fault")
    }
}
