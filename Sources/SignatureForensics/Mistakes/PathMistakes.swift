import Codes
import SigV4

/// What signers do wrong with the path.
enum PathMistakes {
    static func all(_ path: PathModel, _ facts: RequestFacts) -> [Mistake] {
        coding + alphabets + text(path) + PathForms.all(path.sent) + normalization(path) + PathEnds.all(path, facts)
    }

    static func mistake(
        _ cause: FindingCode, at place: FaultPlace = .client, _ words: String, _ knobs: Knobs,
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
        let cause: FindingCode
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
        let form = EscapeAlphabet(sparing: "*", escaping: "~").with { $0.writesSpaceAsPlus = true }
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
            Encoder(
                alphabet: EscapeAlphabet(sparing: ":"), cause: .pathColon,
                words: "an encoder that leaves the colon bare"),
            escaped("~", "an encoder that writes ~ as %7E"),
            escaped("~_", "an encoder that writes ~ and _ as escapes"),
            escaped("-", "an encoder that writes - as %2D"),
            escaped(".", "an encoder that writes . as %2E"),
            escaped("_", "an encoder that writes _ as %5F"),
            escaped("-._~", "an encoder that escapes all but letters and digits"),
            Encoder(
                alphabet: .lowerHex, cause: .pathHexCase, words: "escapes with small hexadecimal letters",
                knob: .pathHex),
            Encoder(alphabet: .bareHighBytes, cause: .pathUnicode, words: "bytes above 0x7F left bare"),
            Encoder(alphabet: form, cause: .pathReserved, words: "a form encoder, which leaves * bare and escapes ~"),
            Encoder(alphabet: .plusForSpace, cause: .queryPlus, words: "a space written as + in the path"),
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
        let names: [(Transcoding, FindingCode, String)] = [
            (.toLatin1, .pathUnicode, "the path's text as Latin-1"),
            (.fromLatin1, .pathUnicode, "the path's bytes taken for Latin-1 and encoded as UTF-8"),
            (.composed, .pathNFC, "the path's letters composed (NFC)"),
            (.decomposed, .pathNFC, "the path's letters decomposed (NFD)"),
        ]
        if path.sent.contains(where: { $0 >= 0x80 }) || path.sent.contains(UInt8(ascii: "%")) {
            for (transcoding, cause, words) in names {
                // Made once: what is composed of marks is slow to find.
                let changed = transcoding.applied(to: path.sent)
                guard changed != path.sent else { continue }
                mistakes.append(mistake(cause, words, .pathText) { $0.sent = changed })
            }
        }
        return mistakes
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
            mistake(
                .pathNorm, "the path without its segments '..', and with those before them", .pathNormalization
            ) { $0.normalization = .dotsAlike },
            mistake(.pathNorm, "the path as Python's posixpath.normpath leaves it", .pathNormalization) {
                $0.normalization = .python
            },
        ]
        // What an HTTP library may have removed after signing: a signer that does not normalise signed it.
        for index in path.slashes {
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
            mistakes.append(
                mistake(.pathNorm, "the path without its slash at the end", .pathNormalization) {
                    $0.losesLastSlash = true
                })
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
}

extension EscapeAlphabet {
    /// Takes another list over, but not the case of its hexadecimal letters.
    fileprivate mutating func become(_ other: EscapeAlphabet) {
        let lower = hasLowerHex
        self = other
        hasLowerHex = lower
    }
}
