import SigV4

/// How a signer makes the string to sign; as it stands, it does so rightly.
struct TextModel: Sendable, Equatable {
    enum HashForm: Sendable, Hashable {
        case hexadecimal, capitalHexadecimal
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
        case .capitalHexadecimal:
            head + hash.hexBytes.map { (0x61...0x66).contains($0) ? $0 & ~0x20 : $0 } + ending
        case .canonicalRequest: head + canonicalRequest() + ending
        }
    }
}
