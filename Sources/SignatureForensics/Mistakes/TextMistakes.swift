/// What signers do wrong with the form of the string to sign, and with the method.
///
/// No code is named after these.
enum TextMistakes {
    static func all(_ model: SignerModel, keyID: String) -> [Mistake] {
        shapes(keyID: keyID) + methods(model.method)
    }

    private static func shapes(keyID: String) -> [Mistake] {
        func mistake(
            _ words: String, _ knobs: Knobs, _ change: @escaping @Sendable (inout TextModel) -> Void
        ) -> Mistake {
            Mistake(.signatureMismatch, words, knobs, .text, .pairs) { change(&$0.text) }
        }
        let algorithms = [
            "AWS4-HMAC-SHA-256", "AWS4_HMAC_SHA256", "HMAC-SHA256", "aws4-hmac-sha256", "AWS4-HMAC-SHA1", "",
        ]
        let keyID = Array(keyID.utf8)
        return algorithms.map { name in
            mistake("the algorithm '\(name)' in the string to sign", .textAlgorithm) { $0.algorithm = Array(name.utf8) }
        } + [
            mistake("the hash of the canonical request in capital digits", .textShape) {
                $0.hashForm = .capitalHexadecimal
            },
            mistake("the canonical request itself in place of its hash", .textShape) {
                $0.hashForm = .canonicalRequest
            },
            mistake("a string to sign with a line feed at its end", .textShape) { $0.ending = [0x0A] },
            mistake("a string to sign with CR LF between its lines", .textShape) { $0.separator = [0x0D, 0x0A] },
            mistake("a string to sign whose scope begins with the key id", .textScope) {
                $0.scope.insert(keyID, at: 0)
            },
        ]
    }

    private static func methods(_ sent: [UInt8]) -> [Mistake] {
        ["POST", "GET", "PUT", "HEAD", "DELETE", "PATCH", "post", "get", "Post", "Get", ""].filter {
            !sent.elementsEqual($0.utf8)
        }.map { name in
            Mistake(.signatureMismatch, "the method '\(name)'", .method, .target, .pairs) {
                $0.method = Array(name.utf8)
            }
        }
    }
}
