import SigV4
import WireText

/// How a signer makes the string to sign; as it stands, it does so rightly.
struct TextModel: Sendable, Equatable {
    enum HashForm: Sendable, Hashable {
        case hexadecimal
        case spelled(DigestSpelling)
        /// Another digest of the canonical request.
        case other(OtherDigest)
        /// The digest was hashed once more: its bytes, or its digits.
        case hashedAgain, digitsHashed
        /// The canonical request itself stands in place of its hash.
        case canonicalRequest
    }

    /// The first line; `nil` when it is left out.
    var algorithm: [UInt8]? = Array(StringToSign.algorithm.utf8)
    var date: [UInt8]
    /// Date, region, service and terminator.
    var scope: [[UInt8]]
    var hashForm = HashForm.hexadecimal
    var separator: [UInt8] = [0x0A]
    var ending: [UInt8] = []
    /// What takes the place of the HMAC over the text; rightly nothing.
    var seal: SealModel?

    /// Everything before the hash.
    var head: [UInt8] {
        (algorithm.map { $0 + separator } ?? []) + date + separator
            + Array(scope.joined(separator: [UInt8(ascii: "/")])) + separator
    }

    /// The string to sign over a canonical request.
    func text(_ hash: SHA256Digest, _ canonicalRequest: () -> [UInt8]) -> [UInt8] {
        switch hashForm {
        case .hexadecimal: head + hash.hexBytes + ending
        case .spelled(let spelling): head + spelling.written(hash.bytes) + ending
        case .other(let digest): head + Hexadecimal.encode(digest.hash(canonicalRequest())) + ending
        case .hashedAgain: head + SHA256Digest.hash(hash.bytes).hexBytes + ending
        case .digitsHashed: head + SHA256Digest.hash(hash.hexBytes).hexBytes + ending
        case .canonicalRequest: head + canonicalRequest() + ending
        }
    }
}
