import SigV4

/// What signers do wrong with the path.
enum PathMistakes {
    static func all(_ path: PathModel, host: String) -> [Mistake] {
        coding + alphabets + text(path) + normalization(path) + ends(path, host: host)
    }

    private static func mistake(
        _ cause: SignatureCause, at place: FaultPlace = .client, _ words: String, _ knobs: Knobs,
        _ reach: Mistake.Reach = .triples, _ change: @escaping @Sendable (inout PathModel) -> Void
    ) -> Mistake {
        Mistake(cause, at: place, words, knobs, .target, reach) { change(&$0.path) }
    }

    /// How often the path is decoded and encoded; ``PathNaming`` tells the colon and the slash of an ARN apart.
    private static let coding: [Mistake] = [
        mistake(.pathDouble, "the path as sent, not encoded once more", .pathCoding) { $0.rounds = 0 },
        mistake(.pathDouble, "the decoded path, encoded once", .pathCoding) { $0.source = .decoded(1) },
        mistake(.pathDouble, "the decoded path, encoded twice", .pathCoding) {
            $0.source = .decoded(1)
            $0.rounds = 2
        },
        mistake(.pathRawSign, at: .inProcess, "the decoded path, without any encoding", .pathCoding) {
            $0.source = .decoded(1)
            $0.rounds = 0
        },
        mistake(.pathDouble, "each segment of the path decoded and encoded twice", .pathCoding) {
            $0.source = .recoded
        },
        mistake(.pathDouble, "each segment of the path decoded and encoded once", .pathCoding) {
            $0.source = .recoded
            $0.rounds = 0
        },
        mistake(.pathDouble, "the path as sent, encoded twice more", .pathCoding) { $0.rounds = 2 },
        mistake(.pathDouble, "the path as sent, encoded three times more", .pathCoding, .pairs) { $0.rounds = 3 },
        mistake(.pathDouble, "the decoded path, encoded three times", .pathCoding, .pairs) {
            $0.source = .decoded(1)
            $0.rounds = 3
        },
        mistake(.pathDouble, "the path decoded twice, then encoded once", .pathCoding, .pairs) {
            $0.source = .decoded(2)
        },
        mistake(.pathDouble, "the path decoded twice, then encoded twice", .pathCoding, .pairs) {
            $0.source = .decoded(2)
            $0.rounds = 2
        },
        mistake(.pathRawSign, at: .inProcess, "the path decoded twice, without any encoding", .pathCoding, .pairs) {
            $0.source = .decoded(2)
            $0.rounds = 0
        },
        mistake(.pathTilde, "the path with the escapes of unreserved characters decoded", .pathCoding) {
            $0.source = .unreservedDecoded
        },
        mistake(.pathDouble, "the path with its slashes encoded as well", .pathCoding, .pairs) {
            $0.keepsSlash = false
        },
        mistake(.pathDouble, "the decoded path, encoded once with its slashes", .pathCoding, .pairs) {
            $0.source = .decoded(1)
            $0.keepsSlash = false
        },
    ]

    /// An encoder's own list of what stays bare, with the code that it is named by.
    private struct Encoder {
        let alphabet: EscapeAlphabet
        let cause: SignatureCause
        let words: String
        var knob = Knobs.pathAlphabet
    }

    private static let encoders: [Encoder] = {
        func spared(_ text: String, _ words: String) -> Encoder {
            Encoder(alphabet: EscapeAlphabet(sparing: text), cause: .pathReserved, words: words)
        }
        func escaped(_ text: String, _ words: String) -> Encoder {
            Encoder(alphabet: EscapeAlphabet(escaping: text), cause: .pathTilde, words: words)
        }
        var lower = EscapeAlphabet.sigV4
        lower.hasLowerHex = true
        var bareHigh = EscapeAlphabet.sigV4
        bareHigh.sparesHighBytes = true
        var form = EscapeAlphabet(sparing: "*", escaping: "~")
        form.writesSpaceAsPlus = true
        var plus = EscapeAlphabet.sigV4
        plus.writesSpaceAsPlus = true
        return [
            spared("!'()*", "an encoder that leaves ! ' ( ) * bare, as JavaScript's encodeURIComponent does"),
            spared("!$&'()*+,;=:@", "an encoder that leaves !$&'()*+,;=:@ bare, as URL libraries do in paths"),
            spared("!$&'()*+,;=@", "an encoder that leaves !$&'()*+,;=@ bare, but not the colon"),
            spared("$&+=:@", "an encoder that leaves $ & + = : @ bare, as Go's PathEscape does"),
            spared(";,?:@&=+$!*'()#", "an encoder that leaves the reserved characters bare, as encodeURI does"),
            spared("=", "an encoder that leaves = bare"),
            spared("@", "an encoder that leaves @ bare"),
            spared(",", "an encoder that leaves the comma bare"),
            spared("*", "an encoder that leaves * bare"),
            spared("!", "an encoder that leaves ! bare"),
            spared("()", "an encoder that leaves parentheses bare"),
            spared("'", "an encoder that leaves the apostrophe bare"),
            spared("+", "an encoder that leaves + bare"),
            spared("$", "an encoder that leaves $ bare"),
            spared("&", "an encoder that leaves & bare"),
            spared(";", "an encoder that leaves ; bare"),
            spared("=@,", "an encoder that leaves = @ , bare"),
            spared("=@,!'()*", "an encoder that leaves = @ , ! ' ( ) * bare"),
            spared("=@,!'()*:", "an encoder that leaves = @ , : ! ' ( ) * bare"),
            spared(":", "an encoder that leaves the colon bare"),
            escaped("~", "an encoder that writes ~ as %7E"),
            escaped("~_", "an encoder that writes ~ and _ as escapes"),
            escaped("-", "an encoder that writes - as %2D"),
            escaped(".", "an encoder that writes . as %2E"),
            escaped("_", "an encoder that writes _ as %5F"),
            escaped("-._~", "an encoder that escapes all but letters and digits"),
            Encoder(
                alphabet: lower, cause: .pathHexCase, words: "escapes with small hexadecimal letters", knob: .pathHex),
            Encoder(alphabet: bareHigh, cause: .pathUnicode, words: "bytes above 0x7F left bare"),
            Encoder(alphabet: form, cause: .pathReserved, words: "a form encoder, which leaves * bare and escapes ~"),
            Encoder(alphabet: plus, cause: .queryPlus, words: "a space written as + in the path"),
        ]
    }()

    /// Each list applied to the path as sent, and to its decoded segments, encoded twice: a path that is sent encoded comes out
    /// the same but for what the list spares.
    private static let alphabets: [Mistake] = encoders.flatMap { encoder in
        let (alphabet, isHex) = (encoder.alphabet, encoder.knob == .pathHex)
        let change: @Sendable (inout PathModel) -> Void = { path in
            if isHex { path.alphabet.hasLowerHex = true } else { path.alphabet.become(alphabet) }
        }
        return [
            mistake(encoder.cause, encoder.words, encoder.knob, .triples, change),
            mistake(
                encoder.cause, encoder.words + ", each segment decoded and encoded twice", [encoder.knob, .pathCoding]
            ) {
                change(&$0)
                $0.source = .recoded
            },
        ]
    }

    private static func text(_ path: PathModel) -> [Mistake] {
        var mistakes: [Mistake] = []
        let names: [(Transcoding, SignatureCause, String)] = [
            (.toLatin1, .pathUnicode, "the path's text as Latin-1"),
            (.fromLatin1, .pathUnicode, "the path's bytes taken for Latin-1 and encoded as UTF-8"),
            (.composed, .pathNFC, "the path's letters composed (NFC)"),
            (.decomposed, .pathNFC, "the path's letters decomposed (NFD)"),
        ]
        if path.sent.contains(where: { $0 >= 0x80 }) || path.sent.contains(UInt8(ascii: "%")) {
            for (transcoding, cause, words) in names where transcoding.applied(to: path.sent) != path.sent {
                mistakes.append(mistake(cause, words, .pathText) { $0.transcoding = transcoding })
            }
        }
        return mistakes + colons(path.sent) + arnSlashes(path.sent)
    }

    /// Colons signed in their other form beside escapes that stay, as the slash of an ARN does.
    ///
    /// Without such escapes the path was simply encoded once too often or too seldom.
    private static func colons(_ sent: [UInt8]) -> [Mistake] {
        let text = String(decoding: sent, as: UTF8.self)
        let bare = text.replacing("%3A", with: ":").replacing("%3a", with: ":")
        let escaped = text.replacing(":", with: "%3A")
        guard bare.utf8.contains(UInt8(ascii: "%")) else { return [] }
        return [(bare, "the path with its colons bare"), (escaped, "the path with its colons as %3A")]
            .filter { $0.0 != text }
            .map { form, words in
                let path = Array(form.utf8)
                return mistake(.pathColon, at: .inProcess, words, .pathText) { $0.sent = path }
            }
    }

    /// An ARN whose slash came as a separator: the client may have signed it encoded.
    private static func arnSlashes(_ sent: [UInt8]) -> [Mistake] {
        let text = String(decoding: sent, as: UTF8.self)
        guard let start = ["/arn:", "/arn%3A", "/arn%3a"].compactMap({ text.utf8.firstRange(of: $0.utf8) }).first
        else { return [] }
        let tail = text[start.lowerBound...].dropFirst()
        guard let operation = tail.lastIndex(of: "/"), tail[..<operation].contains("/") else { return [] }
        let (head, arn, end) = (text[...start.lowerBound], String(tail[..<operation]), tail[operation...])
        return ["%2F", "%252F"].flatMap { slash in
            [false, true].map { encodesColon in
                var whole = arn.replacing("/", with: slash)
                if encodesColon { whole = whole.replacing(":", with: "%3A") }
                let path = Array((head + whole + end).utf8)
                return mistake(
                    .pathARN, at: .inProcess,
                    "the ARN as one segment, its slash as \(slash)\(encodesColon ? " and its colons as %3A" : "")",
                    .pathText
                ) { $0.sent = path }
            }
        }
    }

    private static func normalization(_ path: PathModel) -> [Mistake] {
        var mistakes = [
            mistake(.pathNorm, "the path with its dot segments and empty segments", .pathNormalization) {
                $0.normalization = .none
            },
            mistake(.pathNorm, "the path with its dot segments", .pathNormalization) {
                $0.normalization = .slashesOnly
            },
            mistake(.pathNorm, "the path with its empty segments", .pathNormalization) { $0.normalization = .dotsOnly },
        ]
        // What an HTTP library may have removed after signing: a signer that does not normalise signed it.
        for index in path.sent.indices where path.sent[index] == UInt8(ascii: "/") {
            for (insert, words) in [("/", "an empty segment"), ("/.", "a segment '.'")] {
                var sent = path.sent
                sent.insert(contentsOf: insert.utf8, at: index)
                let changed = sent
                mistakes.append(
                    mistake(
                        .pathNorm, at: .inProcess, "the path with \(words) at byte \(index), which was not sent",
                        [.pathNormalization, .pathText], .pairs
                    ) {
                        $0.sent = changed
                        $0.normalization = .none
                    })
            }
        }
        if path.sent.count > 1, path.sent.last == UInt8(ascii: "/") {
            let shorter = Array(path.sent.dropLast())
            mistakes.append(
                mistake(.pathNorm, "the path without its slash at the end", .pathNormalization) { $0.sent = shorter })
        } else if path.sent.count > 1 {
            let longer = path.sent + [UInt8(ascii: "/")]
            mistakes.append(
                mistake(.pathNorm, "the path with a slash at its end", .pathNormalization) { $0.sent = longer })
        }
        mistakes.append(
            mistake(.pathNorm, "the path without its slash at the beginning", .pathEnds) {
                $0.losesLeadingSlash = true
            })
        return mistakes
    }

    /// Words that gateways put before a path.
    private static let prefixes = [
        "bedrock", "bedrock-runtime", "aws", "aws-bedrock", "api", "v1", "proxy", "gateway", "llm", "prod", "dev",
        "stage",
        "staging", "test", "default", "runtime", "model-gateway", "ai", "bedrock/v1", "v1/bedrock", "api/bedrock",
        "api/v1", "aws/bedrock", "proxy/bedrock", "gateway/bedrock", "llm/bedrock", "bedrock-proxy", "us-east-1",
        "us-west-2", "prefix", "service", "internal", "mock", "bedrock-mock",
    ]

    private static func ends(_ path: PathModel, host: String) -> [Mistake] {
        var mistakes: [Mistake] = []
        let known = ["/model/", "/foundation-models", "/inference-profiles", "/guardrail", "/async-invoke", "/agents"]
        let text = String(decoding: path.sent, as: UTF8.self)
        for index in path.sent.indices.dropFirst() where path.sent[index] == UInt8(ascii: "/") {
            let (cut, rest) = (text.utf8.prefix(index), Array(path.sent[index...]))
            let prefix = String(decoding: cut, as: UTF8.self)
            let isKnown = known.contains { String(decoding: rest, as: UTF8.self).hasPrefix($0) }
            mistakes.append(
                mistake(
                    .pathPrefix, at: .inFlight, "the path without '\(prefix)'", .pathEnds, isKnown ? .triples : .pairs
                ) { $0.sent = rest })
        }
        mistakes.append(
            mistake(.pathPrefix, "only '/', without the path", .pathEnds) { $0.sent = [UInt8(ascii: "/")] })
        for prefix in prefixes {
            let longer = Array("/\(prefix)".utf8) + path.sent
            mistakes.append(
                mistake(.pathPrefix, at: .inFlight, "the path with '/\(prefix)' before it", .pathEnds, .pairs) {
                    $0.sent = longer
                })
        }
        for scheme in ["https://", "http://"] {
            mistakes.append(
                mistake(.pathPrefix, "the whole URL in place of the path", .pathEnds, .pairs) {
                    $0.prefix = Array((scheme + host).utf8)
                })
        }
        return mistakes
    }
}

extension EscapeAlphabet {
    /// Takes another list over, but not the case of its hexadecimal letters.
    fileprivate mutating func become(_ other: EscapeAlphabet) {
        let lower = hasLowerHex
        self = other
        hasLowerHex = lower
    }
}
