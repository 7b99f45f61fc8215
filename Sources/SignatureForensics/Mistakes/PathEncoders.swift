import Codes
import SigV4

/// Encoders whose list of what stays bare is not SigV4's.
enum PathEncoders {
    /// An encoder's own list of what stays bare, with the code that it is named by.
    struct Encoder {
        let alphabet: EscapeAlphabet
        let cause: FindingCode
        let words: String
        var knob = Knobs.pathAlphabet
    }

    static let encoders: [Encoder] = {
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
            Encoder(alphabet: .plusForSpace, cause: .queryPlus, words: "a space written as + in the path"),
            Encoder(alphabet: form, cause: .pathReserved, words: "a form encoder, which leaves * bare and escapes ~"),
        ]
    }()

    /// Each list applied to the path as sent, and to its decoded segments, encoded twice: a path that is sent encoded comes out
    /// the same but for what the list spares.
    static let all: [Mistake] = encoders.flatMap { encoder in
        let (alphabet, isHex) = (encoder.alphabet, encoder.knob == .pathHex)
        let change: @Sendable (inout PathModel) -> Void = { path in
            if isHex { path.alphabet.hasLowerHex = true } else { path.alphabet.become(alphabet) }
        }
        return [
            PathMistakes.mistake(encoder.cause, encoder.words, encoder.knob, .triples, change),
            PathMistakes.mistake(
                encoder.cause, encoder.words + ", each segment decoded and encoded twice", [encoder.knob, .pathCoding]
            ) {
                change(&$0)
                $0.source = .recoded
            },
        ]
    }

    /// Each list applied to the decoded path as a whole, once: it leaves its mark even where the path as sent has none.
    static func decodedOnce(_ path: PathModel) -> [Mistake] {
        guard !path.keepsEscapes, path.sent.contains(UInt8(ascii: "%")) else { return [] }
        return encoders.map { encoder in
            let (alphabet, isHex) = (encoder.alphabet, encoder.knob == .pathHex)
            var mistake = PathMistakes.mistake(
                encoder.cause, encoder.words + ", the path decoded and encoded once", [encoder.knob, .pathCoding],
                .alone
            ) {
                if isHex { $0.alphabet.hasLowerHex = true } else { $0.alphabet.become(alphabet) }
                $0.source = .decoded(1)
            }
            mistake.also = .pathDouble
            return mistake
        }
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
