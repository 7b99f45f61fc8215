/// Whether the name of a field, a parameter or a setting says that its value is a secret.
///
/// Gateways, proxies and other services have names of their own for what they admit by, and no list has them all: what the
/// words of a name say is what counts. A value that is masked without need costs less than one that is shown.
enum SecretName {
    /// What a word of such a name holds.
    private static let stems = [
        "secret", "passw", "passphrase", "authoriz", "cookie", "credential", "session", "apikey",
    ]

    /// What a word of such a name is.
    private static let words: Set<String> = ["auth", "bearer", "jwt", "pass", "pwd", "sig", "signature"]

    /// What a word of such a name ends in; the plural counts what models read.
    private static let endings = ["token", "key"]

    /// Names that say as much of values that are none: places in a list, counts, names of keys, names of calls.
    private static let harmless: Set<String> = [
        "accesskeyid", "clientrequesttoken", "continuationtoken", "idempotencykey", "nexttoken", "pagetoken",
        "secwebsocketkey", "xamzserversideencryptionawskmskeyid",
    ]

    /// What the last word of a name may say: then the value is about the secret, and not it.
    private static let descriptions: Set<String> = [
        "count", "endpoint", "expiration", "file", "format", "length", "method", "name", "path", "type", "uri", "url",
    ]

    /// What the last word of a name says of a setting that holds a command: what gets a secret is none.
    private static let commands: Set<String> = [
        "command", "export", "helper", "process", "program", "refresh", "script",
    ]

    /// Whether a name is that of a setting which holds a command, such as `credential_process`.
    static func isOfCommand(_ name: some StringProtocol) -> Bool {
        let words = words(of: name)
        return words.count > 1 && words.last.map(commands.contains) ?? false
    }

    /// Words that stand before a colon in ordinary sentences.
    private static let ordinary: Set<String> = [
        "auth", "authorization", "bearer", "cookie", "credential", "credentials", "key", "pass", "secret", "session",
        "sessions", "sig", "signature", "token",
    ]

    /// Those of them that stand before a sign of equality in what services say of signatures.
    private static let quoted: Set<String> = ["authorization", "bearer", "credential", "key", "signature"]

    /// Where a name stands.
    enum Place {
        /// It is the name of a field, a parameter or a setting.
        case field
        /// Somewhere in a text, with a colon and perhaps quotes behind it.
        case text
        /// Somewhere in a text, with a sign of equality and a value right behind it.
        case assignment
    }

    /// Whether the name says so; `-`, `_` and a capital behind a small letter are between words.
    static func says(_ name: some StringProtocol, in place: Place = .field) -> Bool {
        let words = words(of: name)
        guard words.contains(where: isSecret), let last = words.last else { return false }
        guard !descriptions.contains(last), !harmless.contains(words.joined()) else { return false }
        guard words.count == 1 else { return true }
        return switch place {
        case .field: true
        case .text: !ordinary.contains(last)
        case .assignment: !quoted.contains(last)
        }
    }

    private static func isSecret(_ word: String) -> Bool {
        words.contains(word) || stems.contains { word.contains($0) } || endings.contains { word.hasSuffix($0) }
    }

    private static func words(of name: some StringProtocol) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        for byte in name.utf8 {
            let beginsNew = byte.isUppercaseLetter && word.last.map { !$0.isUppercaseLetter } ?? false
            if beginsNew || !byte.isLetter {
                if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self).asciiLowercased) }
                word = []
            }
            if byte.isLetter { word.append(byte) }
        }
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self).asciiLowercased) }
        return words
    }
}
