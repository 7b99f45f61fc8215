import Codes
import SigV4
import WireText

/// What signers do wrong with the hash of the canonical request, alone or, where they have one function for all hashes, with
/// the body's as well.
enum HashMistakes {
    static let all: [Mistake] =
        DigestSpelling.allCases.flatMap { spelling in
            [
                canonical(
                    .hashForm, "the hash of the canonical request \(spelling.words)", .spelled(spelling), spelling.reach
                ),
                both("every hash \(spelling.words)", spelling),
            ]
        }
        + OtherDigest.allCases.map { other in
            canonical(
                .hashAlgorithm, "the \(other.name) of the canonical request in place of its SHA-256", .other(other),
                .alone)
        } + [
            canonical(.hashForm, "the bytes of the canonical request's hash", .bytes, .alone),
            canonical(.hashForm, "the hash of the canonical request's hash", .hashedAgain, .alone),
            canonical(.hashForm, "the hash of the digits of the canonical request's hash", .digitsHashed, .alone),
        ]

    private static func canonical(
        _ cause: FindingCode, _ words: String, _ form: TextModel.HashForm, _ reach: Mistake.Reach
    ) -> Mistake {
        Mistake(cause, words, .textShape, .text, reach) { $0.text.hashForm = form }
    }

    /// The same in both places.
    private static func both(_ words: String, _ spelling: DigestSpelling) -> Mistake {
        Mistake(.hashForm, words, [.textShape, .payload], [.text, .payload], .alone) { model in
            guard let digest = Hexadecimal.decode(model.payload.span) else { return }
            model.payload = spelling.written(digest)
            model.text.hashForm = .spelled(spelling)
        }
    }
}

extension DigestSpelling {
    /// Those that stand in many signers are tried with other mistakes.
    var reach: Mistake.Reach { self == .capitals || self == .base64 ? .pairs : .alone }
}
