import JSONText
import WireText

/// A sentence which says that the address of a host was not found: `Failed to resolve 'api.example.com'`, `could not resolve host`.
///
/// Registries, bundlers, package managers and settings files "resolve" as well. What is to be resolved decides: a host by its
/// form, or by the word for one. `failed to resolve import "./x.js"` names neither.
package enum HostLookup {
    /// Whether a text says that a lookup failed.
    package static func failed(in text: String) -> Bool {
        let bytes = Array(text.utf8.prefix(limit))[...]
        return verbs.contains { verb in
            var rest = bytes
            while let found = rest.range(of: verb) {
                rest = bytes[found.upperBound...]
                if isOfHost(String(decoding: rest.prefix(reach), as: UTF8.self)) { return true }
            }
            return false
        }
    }

    /// Behind any of them stands what was looked for.
    private static let verbs = [
        "ailed to resolve ", "ould not resolve ", "ouldn't resolve ", "annot resolve ", "an't resolve ",
        "nable to resolve ",
    ]

    /// No refusal is longer, and no name of a host.
    private static let limit = 65_536
    private static let reach = 320

    /// What a resolver is asked for, in words.
    private static let nouns: Set<String> = [
        "host", "hosts", "hostname", "hostnames", "host name", "domain", "domain name", "dns", "dns name", "address",
        "ip address", "server name", "name of host",
    ]

    private static func isOfHost(_ object: String) -> Bool {
        var rest = object.prefix { !$0.isNewline }.drop(while: isQuote)
        for article in ["the ", "an ", "a "] where rest.lowercased().hasPrefix(article) {
            rest = rest.dropFirst(article.count).drop(while: isQuote)
        }
        if isHost(rest.prefix { !$0.isWhitespace && !isQuote($0) && !"()[]{},;".contains($0) }) { return true }
        let said = rest.prefix(24).lowercased()
        guard let noun = nouns.filter({ said.hasPrefix($0) }).max(by: { $0.utf8.count < $1.utf8.count }) else {
            return false
        }
        // `host configuration` is no host: behind the word stands the name of one, a word that leads to it, or nothing.
        let behind = rest.dropFirst(noun.count)
        guard let mark = behind.first, mark == " " else {
            return behind.first.map { !$0.isLetter && $0 != "-" } ?? true
        }
        let next = behind.dropFirst()
        let word = next.prefix { $0.isLetter }
        // `ssh: Could not resolve hostname a: ...`
        if next.drop(while: { $0.isLetter || $0.isNumber || "-_".contains($0) }).hasPrefix(": ") { return true }
        return word.isEmpty
            || ["for", "of", "from", "in", "on", "to", "at", "with", "by", "because", "due"].contains(word)
            || isHost(next.prefix { !$0.isWhitespace && !isQuote($0) && !"()[]{},;".contains($0) })
    }

    private static func isQuote(_ character: Character) -> Bool {
        "'\"`\u{201C}\u{201D}\u{2018}\u{2019}\\".contains(character)
    }

    /// Endings of names of two parts; the name of a package or a file has others.
    private static let endings: Set<String> = [
        "com", "net", "org", "io", "dev", "ai", "cloud", "app", "internal", "local", "localdomain", "lan", "corp",
        "aws",
        "test", "invalid", "example",
    ]

    /// Whether a word is the name of a host, with a port or in a URL: parts in small letters behind dots, the last of them letters alone.
    private static func isHost(_ word: Substring) -> Bool {
        var name = word.trimmed(of: ".:")
        for scheme in ["https://", "http://", "wss://"] where name.hasPrefix(scheme) {
            name = name.dropFirst(scheme.count).prefix { $0 != "/" && $0 != "?" }
            return !name.isEmpty
        }
        if let colon = name.lastIndex(of: ":") {
            guard name[colon...].dropFirst().allSatisfy(\.isNumber) else { return false }
            name = name[..<colon]
        }
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        let isName = labels.allSatisfy { label in
            !label.isEmpty && label.utf8.count < 64
                && label.utf8.allSatisfy { $0.isLowercaseLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
        }
        guard isName, labels.count > 1, let last = labels.last, last.utf8.allSatisfy(\.isLetter), last.utf8.count > 1
        else {
            return false
        }
        return labels.count > 2 || endings.contains(String(last))
    }
}
