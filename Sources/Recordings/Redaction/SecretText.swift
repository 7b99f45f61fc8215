/// Finds secrets in text by the labels they stand behind and the forms they have.
enum SecretText {
    /// What stands in place of an access key id, before its last four characters.
    static let keyIDReplacement = String(repeating: "*", count: 16)

    static func redact(_ text: String) -> String { changed(text) ?? text }

    /// The text without secrets, or nil if it holds none.
    static func changed(_ text: String) -> String? {
        let secrets = find(text.utf8.span)
        guard !secrets.isEmpty else { return nil }
        let source = Array(text.utf8)
        var bytes: [UInt8] = []
        var copied = 0
        for secret in secrets {
            bytes.append(contentsOf: source[copied..<secret.range.lowerBound])
            bytes.append(contentsOf: secret.replacement.utf8)
            copied = secret.range.upperBound
        }
        bytes.append(contentsOf: source[copied...])
        return String(decoding: bytes, as: UTF8.self)
    }

    private struct Secret {
        let range: Range<Int>
        let replacement: String
    }

    private static func find(_ text: borrowing Span<UInt8>) -> [Secret] {
        var secrets: [Secret] = []
        var place = 0
        while place < text.count {
            let secret: Secret?
            // Two letters rule out most places of a text, before any word is compared.
            switch (text[place] | 0x20, place + 1 < text.count ? text[place + 1] | 0x20 : 0) {
            case (UInt8(ascii: "a"), UInt8(ascii: "k")), (UInt8(ascii: "a"), UInt8(ascii: "s")):
                secret = keyID(at: place, in: text)
            case (UInt8(ascii: "a"), UInt8(ascii: "b")): secret = apiKey(at: place, in: text)
            case (UInt8(ascii: "b"), UInt8(ascii: "e")):
                secret = bearer(at: place, in: text) ?? apiKey(at: place, in: text)
            case (UInt8(ascii: "s"), UInt8(ascii: "i")): secret = labelled(signatureLabels, at: place, in: text)
            case (UInt8(ascii: "s"), UInt8(ascii: "e")): secret = labelled(secretLabels, at: place, in: text)
            case (UInt8(ascii: "x"), UInt8(ascii: "-")): secret = labelled(headerLabels, at: place, in: text)
            default: secret = nil
            }
            if let secret {
                secrets.append(secret)
                place = secret.range.upperBound
            } else {
                place &+= 1
            }
        }
        return secrets
    }

    /// An access key id: `AKIA` or `ASIA` and sixteen capitals or digits, standing alone.
    ///
    /// Its last four stay.
    private static func keyID(at start: Int, in text: borrowing Span<UInt8>) -> Secret? {
        guard
            SecretScan.matches(.longTermKeyID, at: start, in: text)
                || SecretScan.matches(.temporaryKeyID, at: start, in: text),
            !SecretScan.isWord(at: start - 1, in: text)
        else { return nil }
        let end = SecretScan.end(from: start, in: text) { 65...90 ~= $0 || 48...57 ~= $0 }
        guard end - start == 20, !SecretScan.isWord(at: end, in: text) else { return nil }
        return Secret(range: start..<(end - 4), replacement: keyIDReplacement)
    }

    /// `Bearer TOKEN`, where the token does not look like a word of prose.
    private static func bearer(at start: Int, in text: borrowing Span<UInt8>) -> Secret? {
        guard SecretScan.matches(.bearer, at: start, in: text),
            !SecretScan.isWord(at: start - 1, in: text)
        else { return nil }
        let token = SecretScan.value(from: start + 7, in: text)
        guard token.count >= 16, SecretScan.looksRandom(token, in: text) else { return nil }
        return Secret(range: token, replacement: Redactor.replacement)
    }

    /// A Bedrock API key: long-term ones begin with `ABSK`, short-term ones with `bedrock-api-key-`.
    private static func apiKey(at start: Int, in text: borrowing Span<UInt8>) -> Secret? {
        guard
            SecretScan.matches(.longTermAPIKey, at: start, in: text)
                || SecretScan.matches(.shortTermAPIKey, at: start, in: text),
            !SecretScan.isWord(at: start - 1, in: text)
        else { return nil }
        let token = SecretScan.value(from: start, in: text)
        guard token.count >= 40, SecretScan.looksRandom(token, in: text) else { return nil }
        return Secret(range: token, replacement: Redactor.replacement)
    }

    /// What a label may announce.
    private struct Label {
        let name: SecretWord
        /// A shorter value is not a secret but prose about one.
        let leastLength: Int
    }

    private static let headerLabels = [
        Label(name: SecretWord("x-amz-security-token"), leastLength: 1),
        Label(name: SecretWord("x-amz-signature"), leastLength: 1),
        Label(name: SecretWord("x-api-key"), leastLength: 1),
    ]

    private static let signatureLabels = [Label(name: SecretWord("signature"), leastLength: 64)]

    private static let secretLabels = [
        Label(name: SecretWord("secret_access_key"), leastLength: 16),
        Label(name: SecretWord("secretaccesskey"), leastLength: 16),
        Label(name: SecretWord("session_token"), leastLength: 16),
        Label(name: SecretWord("sessiontoken"), leastLength: 16),
    ]

    /// `LABEL:VALUE` or `LABEL=VALUE`, with spaces, quotes and percent-encoding as headers, queries and JSON have them.
    private static func labelled(
        _ labels: [Label], at start: Int, in text: borrowing Span<UInt8>
    ) -> Secret? {
        for label in labels where SecretScan.matches(label.name, at: start, in: text) {
            guard let from = SecretScan.valueStart(after: start + label.name.bytes.count, in: text) else {
                continue
            }
            let value = SecretScan.value(from: from, in: text)
            guard value.count >= label.leastLength else { continue }
            return Secret(range: value, replacement: Redactor.replacement)
        }
        return nil
    }
}
