import WireText

/// A service's message in a form that may be shown: one line, of bounded length, without what the service echoed.
package enum SafeMessage {
    /// The message without its echoes.
    ///
    /// The echo of a canonical request holds every signed header, the session token among them; an echo of the
    /// `Authorization` header may hold a bearer token. Both are left out.
    package static func text(_ message: String, limit: Int = 400) -> String {
        var rest = message[...]
        for marker in [
            "The Canonical String for this request", "The String-to-Sign should have been", "x-amz-security-token",
        ] {
            if let range = rest.firstRange(of: marker) { rest = rest[..<range.lowerBound] }
        }
        if let range = rest.firstRange(of: "Authorization=") {
            rest = (rest[..<range.upperBound] + SecretsInText.mask)[...]
        }
        // No more is looked at than can be shown, but for blanks: a message may be megabytes.
        rest = rest.prefix(50 * limit)
        var words: [Substring] = []
        for word in SecretsInText.masked(String(rest)).split(whereSeparator: \.isWhitespace) {
            // What follows the scheme is the token itself, unless it is the end of an ordinary sentence.
            let looksSecret = word.utf8.count > 20 && words.last?.lowercased() == "bearer"
            words.append(looksSecret ? SecretsInText.mask : word)
        }
        return PrintableText.escaped(words.joined(separator: " "), limit: limit)
    }
}
