import Codes
import SigV4

/// What signers do wrong with the path.
enum PathMistakes {
    static func all(_ path: PathModel, _ facts: RequestFacts) -> [Mistake] {
        PathCodings.all(path) + PathEncoders.all + text(path) + PathForms.all(path.sent) + normalization(path)
            + PathEnds.all(path, facts)
    }

    static func mistake(
        _ cause: FindingCode, at place: FaultPlace = .client, _ words: String, _ knobs: Knobs,
        _ reach: Mistake.Reach = .triples, _ change: @escaping @Sendable (inout PathModel) -> Void
    ) -> Mistake {
        Mistake(cause, at: place, words, knobs, .target, reach) { change(&$0.path) }
    }

    private static func text(_ path: PathModel) -> [Mistake] {
        var mistakes: [Mistake] = []
        let names: [(Transcoding, FindingCode, String)] = [
            (.toLatin1, .pathUnicode, "the path's text as Latin-1"),
            (.toLatin1WithMarks, .pathUnicode, "the path's text as Latin-1, with ? for what that lacks"),
            (.toASCIIWithMarks, .pathUnicode, "the path's text as ASCII, with ? for what that lacks"),
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
            mistake(.pathNorm, "the path without its dot segments and empty segments", .pathNormalization) {
                $0.normalization = .standard
            },
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
