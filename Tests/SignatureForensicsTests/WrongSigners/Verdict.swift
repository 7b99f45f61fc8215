import Codes
import SignatureForensics

/// What became of a cause: named first, something else named, or nothing named.
enum Verdict: String {
    case right, wrong, unnamed

    /// Codes that say as much, because the bytes allow no decision between them and the cause.
    private static let equivalents: [FindingCode: Set<FindingCode>] = [
        // A path with a colon for its only reserved character is the same bytes in all of these.
        .pathColon: [.pathDouble, .pathRawSign],
        .pathDouble: [.pathColon],
        // A path signed raw and a path encoded too few times differ in nothing where one layer was all that there was.
        .pathRawSign: [.pathColon, .pathDouble, .pathARN],
        // What is left bare may be all that there is to encode.
        .pathReserved: [.pathDouble, .pathColon, .pathRawSign],
        // A client that signs another time than it sends has two times, or sends an old signature again.
        .timeTwo: [.timeReuse],
        // A secret that leaves no trace cannot be told from a rule that nobody knows: it is named behind the mismatch.
        .keyWrong: [.signatureMismatch],
    ]

    private static func fits(_ code: FindingCode, _ cause: FindingCode) -> Bool {
        code == cause || equivalents[cause]?.contains(code) == true
    }

    /// The verdict on the first findings, as many as there are mistakes.
    init(_ findings: [CauseFinding], _ wrong: [WrongSigner]) {
        let first = findings.prefix(wrong.count).map(\.cause)
        let namesAll = wrong.allSatisfy { each in first.contains { Self.fits($0, each.cause) } }
        // Behind a mismatch stands what is only possible: that names nothing.
        let isNamed = first.first.map { $0 != .signatureMismatch } ?? false
        let isAstray = isNamed && first.contains { code in !wrong.contains { Self.fits(code, $0.cause) } }
        self = namesAll ? .right : isAstray ? .wrong : .unnamed
    }
}
