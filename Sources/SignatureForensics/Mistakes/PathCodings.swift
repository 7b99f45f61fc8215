import Codes
import SigV4

/// How often signers decode and encode the path, where it is another number of times than the service does.
enum PathCodings {
    static func all(_ path: PathModel) -> [Mistake] { (path.keepsEscapes ? once : usual) + late(path) }

    /// How often the path is decoded and encoded; ``PathNaming`` tells the colon and the slash of an ARN apart.
    private static let usual: [Mistake] = [
        PathMistakes.mistake(.pathDouble, "the path as sent, not encoded once more", .pathCoding) { $0.rounds = 0 },
        PathMistakes.mistake(.pathDouble, "the decoded path, encoded once", .pathCoding) { $0.source = .decoded(1) },
        PathMistakes.mistake(.pathDouble, "the decoded path, encoded twice", .pathCoding) {
            $0.source = .decoded(1)
            $0.rounds = 2
        },
        PathMistakes.mistake(.pathRawSign, at: .inProcess, "the decoded path, without any encoding", .pathCoding) {
            $0.source = .decoded(1)
            $0.rounds = 0
        },
        PathMistakes.mistake(.pathDouble, "each segment of the path decoded and encoded twice", .pathCoding) {
            $0.source = .recoded
        },
        PathMistakes.mistake(.pathDouble, "each segment of the path decoded and encoded once", .pathCoding) {
            $0.source = .recoded
            $0.rounds = 0
        },
        PathMistakes.mistake(.pathDouble, "the path as sent, encoded twice more", .pathCoding) { $0.rounds = 2 },
        PathMistakes.mistake(.pathDouble, "the path as sent, encoded three times more", .pathCoding, .pairs) {
            $0.rounds = 3
        },
        PathMistakes.mistake(.pathDouble, "the decoded path, encoded three times", .pathCoding, .pairs) {
            $0.source = .decoded(1)
            $0.rounds = 3
        },
        PathMistakes.mistake(.pathDouble, "the path decoded twice, then encoded once", .pathCoding, .pairs) {
            $0.source = .decoded(2)
        },
        PathMistakes.mistake(.pathDouble, "the path decoded twice, then encoded twice", .pathCoding, .pairs) {
            $0.source = .decoded(2)
            $0.rounds = 2
        },
        PathMistakes.mistake(
            .pathRawSign, at: .inProcess, "the path decoded twice, without any encoding", .pathCoding, .pairs
        ) {
            $0.source = .decoded(2)
            $0.rounds = 0
        },
        PathMistakes.mistake(.pathTilde, "the path with the escapes of unreserved characters decoded", .pathCoding) {
            $0.source = .unreservedDecoded
        },
        PathMistakes.mistake(.pathARN, "the path encoded once more, but for its %2F", .pathCoding, .alone) {
            $0.keepsEncodedSlashes = true
        },
        PathMistakes.mistake(.pathDouble, "the path with its slashes encoded as well", .pathCoding, .pairs) {
            $0.keepsSlash = false
        },
        PathMistakes.mistake(.pathDouble, "the decoded path, encoded once with its slashes", .pathCoding, .pairs) {
            $0.source = .decoded(1)
            $0.keepsSlash = false
        },
    ]

    /// The same where the path is encoded once, as at S3: each segment keeps its escapes, in their normal form.
    private static let once: [Mistake] = {
        func mistake(
            _ words: String, _ source: PathModel.Source, _ rounds: Int, _ cause: FindingCode = .pathDouble
        ) -> Mistake {
            PathMistakes.mistake(cause, words, .pathCoding) { ($0.source, $0.rounds) = (source, rounds) }
        }
        return [
            mistake("the path encoded once more than it was sent", .asSent, 1),
            mistake("the path as sent, with escapes in another form", .asSent, 0),
            mistake("the decoded path, encoded once as a whole", .decoded(1), 1),
            mistake("the decoded path, without any encoding", .decoded(1), 0, .pathRawSign),
            mistake("the decoded path, encoded twice", .decoded(1), 2),
            mistake("each segment of the path decoded and encoded twice", .recoded, 1),
            mistake("the path with the escapes of unreserved characters decoded", .unreservedDecoded, 0, .pathTilde),
            PathMistakes.mistake(.pathDouble, "the path as one segment, its slashes encoded", .pathCoding, .pairs) {
                ($0.source, $0.rounds, $0.keepsSlash) = (.decoded(1), 1, false)
            },
            PathMistakes.mistake(.pathDouble, "the path with its slashes encoded as well", .pathCoding, .pairs) {
                ($0.source, $0.rounds, $0.keepsSlash) = (.asSent, 1, false)
            },
        ]
    }()

    /// The path normalised before it is decoded: what its escapes hide, dots and slashes, is not resolved then.
    private static func late(_ path: PathModel) -> [Mistake] {
        let decoded = Escape.decoded(path.sent)
        guard decoded != path.sent, path.normalization == .standard,
            CanonicalPath.normalized(decoded, in: decoded.indices) != decoded
        else { return [] }
        let sent = CanonicalPath.normalized(path.sent, in: path.sent.indices)
        let ways: [(Int, FindingCode, String)] = [
            (0, .pathRawSign, "without any encoding"), (1, .pathDouble, "encoded once"),
            (2, .pathDouble, "encoded twice"),
        ]
        return ways.map { rounds, cause, words in
            PathMistakes.mistake(
                cause, "the path normalised, then decoded, \(words)", [.pathCoding, .pathNormalization, .pathText],
                .pairs
            ) {
                $0.sent = sent
                ($0.source, $0.rounds, $0.normalization) = (.decoded(1), rounds, .none)
            }
        }
    }
}
