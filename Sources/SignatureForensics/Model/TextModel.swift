import SigV4
import WireText

/// How a signer makes the string to sign; as it stands, it does so rightly.
struct TextModel: Sendable, Equatable {
    enum HashForm: Sendable, Hashable {
        case hexadecimal
        case spelled(DigestSpelling)
        /// Its bytes, not in digits.
        case bytes
        /// Another digest of the canonical request.
        case other(OtherDigest)
        /// The digest was hashed once more: its bytes, or its digits.
        case hashedAgain, digitsHashed
        /// The canonical request itself stands in place of its hash.
        case canonicalRequest
        /// Nothing stands there, not even the end of the line before.
        case leftOut
    }

    /// Its lines but for the last, where they are not in their order, and what else is done to the text as a whole.
    enum Layout: Sendable, Hashable {
        case standard, withoutDate, withoutScope, scopeBeforeDate, lineFeedFirst, emptyLineSecond
        /// The text's hash stands for it, in digits or in bytes.
        case hashed, hashedBytes
    }

    /// The first line; `nil` when it is left out.
    var algorithm: [UInt8]? = Array(StringToSign.algorithm.utf8)
    var date: [UInt8]
    /// Date, region, service and terminator.
    var scope: [[UInt8]]
    var hashForm = HashForm.hexadecimal
    var separator: [UInt8] = [0x0A]
    var layout = Layout.standard
    var ending: [UInt8] = []
    /// What takes the place of the HMAC over the text; rightly nothing.
    var seal: SealModel?

    /// Everything before the hash.
    var head: [UInt8] {
        let algorithm = algorithm.map { $0 + separator } ?? []
        let scope = Array(scope.joined(separator: [UInt8(ascii: "/")]))
        return switch layout {
        case .standard, .hashed, .hashedBytes: algorithm + date + separator + scope + separator
        case .withoutDate: algorithm + scope + separator
        case .withoutScope: algorithm + date + separator
        case .scopeBeforeDate: algorithm + scope + separator + date + separator
        case .emptyLineSecond: algorithm + separator + date + separator + scope + separator
        case .lineFeedFirst: [0x0A] + algorithm + date + separator + scope + separator
        }
    }

    /// The string to sign over a canonical request.
    func text(_ hash: SHA256Digest, _ canonicalRequest: () -> [UInt8]) -> [UInt8] {
        let text = lines(hash, canonicalRequest)
        return switch layout {
        case .hashed: SHA256Digest.hash(text.span).hexBytes
        case .hashedBytes: SHA256Digest.hash(text.span).bytes
        case .standard, .withoutDate, .withoutScope, .scopeBeforeDate, .lineFeedFirst, .emptyLineSecond: text
        }
    }

    private func lines(_ hash: SHA256Digest, _ canonicalRequest: () -> [UInt8]) -> [UInt8] {
        switch hashForm {
        case .hexadecimal: head + hash.hexBytes + ending
        case .bytes: head + hash.bytes + ending
        case .spelled(let spelling): head + spelling.written(hash.bytes) + ending
        case .other(let digest): head + Hexadecimal.encode(digest.hash(canonicalRequest())) + ending
        case .hashedAgain: head + SHA256Digest.hash(hash.bytes).hexBytes + ending
        case .digitsHashed: head + SHA256Digest.hash(hash.hexBytes).hexBytes + ending
        case .canonicalRequest: head + canonicalRequest() + ending
        case .leftOut: head.dropLast(separator.count) + ending
        }
    }
}
