import JSONText
import Report
import WireText

/// How a variable is shown in evidence and in commands.
enum VariableView {
    /// The value of something that is not a secret: of a URL without user name, password and query, which may hold one.
    static func plain(_ value: String) -> JSONValue {
        guard let scheme = value.firstRange(of: "://") else { return .string(PrintableText.escaped(value)) }
        var rest = value[scheme.upperBound...]
        if let query = rest.firstIndex(of: "?") { rest = rest[..<query] + "?" + SecretsInText.mask }
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        if let sign = authority.lastIndex(of: "@") { rest = SecretsInText.mask + rest[sign...] }
        return .string(PrintableText.escaped(value[..<scheme.upperBound] + rest))
    }

    /// The value of something that is a secret: its last four characters at most, and its length.
    static func secret(_ value: String) -> JSONValue {
        .string("\(MaskedSecret.masked(value)) (\(value.unicodeScalars.count) characters)")
    }

    /// An access key id, which is not a secret unless it was swapped with one: its prefix and last four characters.
    static func accessKeyID(_ value: String) -> JSONValue {
        .string(accessKeyIDText(value))
    }

    static func accessKeyIDText(_ value: String) -> String {
        guard let prefix = AccessKeyID.knownPrefix(of: value), AccessKeyID.hasUsualShape(value) else {
            return "\(MaskedSecret.masked(value)) (\(value.unicodeScalars.count) characters)"
        }
        return prefix + MaskedSecret.masked(value)
    }

    /// `export NAME=VALUE`, or `nil` for a value that cannot be typed.
    static func export(_ name: String, _ value: String) -> String? {
        ShellWord.quoted(value).map { "export \(name)=\($0)" }
    }

    /// `unset A B`.
    static func unset(_ names: [String]) -> String? {
        let words = names.compactMap { isVariableName($0) ? $0 : nil }
        return words.count == names.count && !words.isEmpty ? "unset " + words.joined(separator: " ") : nil
    }

    /// A command that asks for a variable's value, which therefore does not reach the history.
    static func ask(_ name: String) -> String { SecretPrompt.command(name) }

    /// A command that asks for the id, and then without echo for the secret.
    static let askPair = SecretPrompt.pair

    /// Whether a shell takes the text as a variable's name.
    static func isVariableName(_ text: String) -> Bool {
        guard let first = text.utf8.first, !first.isDigit else {
            return false
        }
        return text.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") }
    }
}
