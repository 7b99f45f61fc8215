import Codes
import SigV4

/// What signers do wrong with the key.
enum KeyMistakes {
    static func all(_ model: SignerModel, others: [SigningCredentials], _ owner: SigningCredentials) -> [Mistake] {
        secrets(model.key.secret) + chains + wrong(model, others: others, owner)
    }

    private static func mistake(
        _ cause: FindingCode, _ words: String, _ knobs: Knobs, _ reach: Mistake.Reach,
        _ change: @escaping @Sendable (inout KeyModel) -> Void
    ) -> Mistake {
        Mistake(cause, at: .key, words, knobs, .key, reach) { change(&$0.key) }
    }

    private static func secrets(_ secret: [UInt8]) -> [Mistake] { mistakes(SecretForms.all(secret)) }

    private static func mistakes(_ forms: [SecretForms.Form]) -> [Mistake] {
        forms.map { form in
            let bytes = form.bytes
            return mistake(form.cause, "the secret in another form (\(form.words))", .keySecret, form.reach) {
                $0.secret = bytes
            }
        }
    }

    private static let chains: [Mistake] =
        [
            mistake(.keyDerivation, "a key derived from the secret without 'AWS4' before it", .keyChain, .triples) {
                $0.prefix = []
            },
            mistake(.keyDerivation, "a key derived with 'aws4' in small letters before the secret", .keyChain, .triples)
            {
                $0.prefix = Array("aws4".utf8)
            },
            mistake(.keyDerivation, "a key derived from the secret with 'AWS4' after it", .keyChain, .triples) {
                $0.prefix = []
                $0.suffix = Array("AWS4".utf8)
            },
            mistake(.hmacSwapped, "a key derived with key and message exchanged", .keyChain, .triples) {
                $0.chain = .swapped
            },
            mistake(.keyDerivation, "a key derived without the last step, 'aws4_request'", .keyChain, .triples) {
                $0.chain = .withoutTerminator
            },
            mistake(.keyDerivation, "a key derived with the region before the date", .keyChain, .triples) {
                $0.chain = .regionBeforeDate
            },
            mistake(.keyDerivation, "a key derived with the service before the region", .keyChain, .triples) {
                $0.chain = .serviceBeforeRegion
            },
            mistake(.keyDerivation, "the secret itself as the signing key, with 'AWS4' before it", .keyChain, .triples)
            {
                $0.chain = .none
            },
            mistake(.keyDerivation, "the secret itself as the signing key", .keyChain, .triples) {
                $0.chain = .none
                $0.prefix = []
            },
            mistake(.keyDerivation, "a key made in one step of the whole scope", .keyChain, .pairs) {
                $0.chain = .once(separator: "/")
            },
            mistake(.keyDerivation, "a key made in one step of the parts of the scope", .keyChain, .pairs) {
                $0.chain = .once(separator: "")
            },
        ] + passages
        + OtherDigest.allCases.map { other in
            mistake(.hashAlgorithm, "a key derived with HMAC-\(other.name)", .keyChain, .pairs) {
                $0.chain = .other(other)
            }
        }

    /// Bytes of a key that a program takes for text.
    private static let passages: [Mistake] = {
        let forms: [(KeyModel.Passage, String)] = [
            (.hexadecimal, "as hexadecimal text"), (.base64, "as base64"),
            (.letters, "as text, each byte a letter and written in UTF-8"),
            (.repaired, "as text of UTF-8, with what is none replaced"), (.untilZero, "up to its first byte of zero"),
        ]
        return forms.flatMap { form, words in
            [
                mistake(.keyDerivation, "a key derived with each step's result \(words)", .keyChain, .pairs) {
                    $0.passage = form
                },
                mistake(.keyDerivation, "a key whose last step's result is taken \(words)", .keyChain, .pairs) {
                    $0.lastPassage = form
                },
            ]
        }
    }()

    /// Secrets of published examples, and what a program has in hand when it has no secret.
    ///
    /// AWS's examples (in the IAM user guide and the signing documentation), LocalStack's and moto's (their "getting
    /// started"), MinIO's default; the words of languages for nothing; a variable that no shell expanded.
    private static let examples = [
        "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "test", "testing",
        "minioadmin", "None", "null", "undefined", "$AWS_SECRET_ACCESS_KEY", "${AWS_SECRET_ACCESS_KEY}",
        "AWS_SECRET_ACCESS_KEY",
    ]

    private static func wrong(
        _ model: SignerModel, others: [SigningCredentials], _ owner: SigningCredentials
    ) -> [Mistake] {
        var mistakes: [Mistake] = []
        func add(_ secret: [UInt8], _ words: String, _ reach: Mistake.Reach = .pairs) {
            guard secret != model.key.secret else { return }
            mistakes.append(mistake(.keyWrong, words, .keySecret, reach) { $0.secret = secret })
        }
        for other in others {
            add(
                other.secretAccessKey.exposedBytes,
                "the secret of another key id, \(MaskedKeyID(other.accessKeyID))", .triples)
        }
        add(Array(owner.accessKeyID.utf8), "the key id in place of the secret")
        if let token = owner.sessionToken { add(token.exposedBytes, "the session token in place of the secret") }
        for example in examples { add(Array(example.utf8), "a placeholder or an example's secret") }
        return mistakes
    }
}
