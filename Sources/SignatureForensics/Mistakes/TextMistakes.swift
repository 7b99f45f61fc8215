import Codes

/// What signers do wrong with the form of the string to sign, and with the method.
enum TextMistakes {
    static func all(_ model: SignerModel, keyID: String) -> [Mistake] {
        shapes(keyID: keyID) + HashMistakes.all + lines + LayoutMistakes.all + TextLayoutMistakes.all(model) + seals
            + methods(model.method)
    }

    private static func shapes(keyID: String) -> [Mistake] {
        func mistake(
            _ cause: FindingCode, _ words: String, _ knobs: Knobs,
            _ change: @escaping @Sendable (inout TextModel) -> Void
        ) -> Mistake {
            Mistake(cause, words, knobs, .text, .pairs) { change(&$0.text) }
        }
        let algorithms = [
            "AWS4-HMAC-SHA-256", "AWS4_HMAC_SHA256", "HMAC-SHA256", "aws4-hmac-sha256", "AWS4-HMAC-SHA1", "",
        ]
        let keyID = Array(keyID.utf8)
        return algorithms.map { name in
            mistake(.textAlgorithm, "the algorithm '\(name)' in the string to sign", .textAlgorithm) {
                $0.algorithm = Array(name.utf8)
            }
        } + [
            mistake(.textAlgorithm, "a string to sign without its first line, the algorithm", .textAlgorithm) {
                $0.algorithm = nil
            },
            mistake(.textEnd, "a string to sign with CR LF at its end", .textShape) { $0.ending = [0x0D, 0x0A] },
            mistake(.hashForm, "the canonical request itself in place of its hash", .textShape) {
                $0.hashForm = .canonicalRequest
            },
            mistake(.textEnd, "a string to sign with a line feed at its end", .textShape) { $0.ending = [0x0A] },
            mistake(.textLineEnds, "a string to sign with CR LF between its lines", .textShape) {
                $0.separator = [0x0D, 0x0A]
            },
            mistake(.scopeParts, "a string to sign whose scope begins with the key id", .textScope) {
                $0.scope.insert(keyID, at: 0)
            },
        ]
    }

    /// Ends of lines, which a text of several lines in a program's source gets easily.
    private static let lines: [Mistake] = {
        func mistake(
            _ cause: FindingCode, _ words: String, _ knobs: Knobs, _ sections: SignerModel.Sections,
            _ change: @escaping @Sendable (inout SignerModel) -> Void
        ) -> Mistake {
            Mistake(cause, words, knobs, sections, .triples, change)
        }
        let returns: @Sendable (inout SignerModel) -> Void = { model in
            model.lineEnd = [0x0D, 0x0A]
            model.headers.ending = .carriageReturnsThroughout
        }
        return [
            mistake(.textEnd, "a canonical request with a line feed at its end", .payload, .payload) {
                $0.payload.append(0x0A)
            },
            mistake(.textEnd, "a canonical request with CR LF at its end", .payload, .payload) {
                $0.payload += [0x0D, 0x0A]
            },
            mistake(
                .textLineEnds, "a canonical request with CR LF between its lines", .headerShape, [.target, .headers],
                returns),
            mistake(
                .textLineEnds, "both texts with CR LF between their lines", [.headerShape, .textShape],
                [.target, .headers, .text]
            ) { model in
                returns(&model)
                model.text.separator = [0x0D, 0x0A]
            },
            mistake(
                .textEnd, "both texts with a line feed at their end", [.payload, .textShape], [.payload, .text]
            ) { model in
                model.payload.append(0x0A)
                model.text.ending = [0x0A]
            },
            mistake(.textEnd, "a canonical request with a line feed before it", .method, .target) {
                $0.method.insert(0x0A, at: 0)
            },
        ]
    }()

    /// Functions that are taken for an HMAC.
    private static let seals: [Mistake] = {
        let functions: [(SealModel.Function, String)] = [
            (.swapped, "HMAC with key and message exchanged"),
            (.hashOfKeyAndMessage, "SHA-256 over key and message, which is no HMAC"),
            (.hashOfMessageAndKey, "SHA-256 over message and key, which is no HMAC"),
        ]
        return functions.flatMap { function, words in
            [(SealModel.Extent.last, "the last step made by"), (.throughout, "every step made by")].map {
                extent, place in
                Mistake(
                    function == .swapped ? .hmacSwapped : .hmacMissing, at: .key, "\(place) \(words)",
                    [.textShape, .keyChain], .text, .pairs
                ) {
                    $0.text.seal = SealModel(function: function, extent: extent)
                }
            }
        }
    }()

    private static func methods(_ sent: [UInt8]) -> [Mistake] {
        ["POST", "GET", "PUT", "HEAD", "DELETE", "PATCH", "post", "get", "Post", "Get", ""].filter {
            !sent.elementsEqual($0.utf8)
        }.map { name in
            Mistake(.methodWrong, "the method '\(name)'", .method, .target, .pairs) {
                $0.method = Array(name.utf8)
            }
        }
    }
}
