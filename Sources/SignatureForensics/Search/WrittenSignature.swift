import Codes
import SigV4
import WireText

/// A signature that is not written as 64 small hexadecimal digits.
///
/// From most spellings its 32 bytes can be read, and then the search goes on as ever. What can be read in several ways, has
/// another length, or is of another hash is made again from the right texts, and those with their hashes in the same spelling.
struct WrittenSignature {
    let text: [UInt8]

    /// Its bytes, each with the spelling that they are read by: nil for the right one.
    var readings: [(digest: SHA256Digest, spelling: DigestSpelling?)] {
        let spelled = DigestSpelling.allCases.compactMap { spelling in
            spelling.read(text).map { (digest: $0, spelling: Optional(spelling)) }
        }
        guard spelled.isEmpty, text.count == 64 else { return spelled }
        let digest = Hexadecimal.decode(text.span).flatMap { SHA256Digest(bytes: $0) }
        return digest.map { [($0, nil)] } ?? []
    }

    /// How the signature is made of the right texts; nil if in no known way.
    func remade(_ right: SignerModel, _ meter: SearchMeter) -> CauseFinding? {
        guard text.count != 64, !text.isEmpty else { return nil }
        return spelled(right, meter) ?? cut(right, meter) ?? ofOtherHash(right, meter)
    }

    private func spelled(_ right: SignerModel, _ meter: SearchMeter) -> CauseFinding? {
        for spelling in DigestSpelling.allCases {
            let payload = Hexadecimal.decode(right.payload.span).map(spelling.written) ?? right.payload
            for isBodys in [false, true] {
                for isCanonical in [false, true] {
                    var model = right
                    if isBodys { model.payload = payload }
                    if isCanonical { model.text.hashForm = .spelled(spelling) }
                    let message = model.stringToSign
                    meter.countSignature(hashing: 2 * message.count)
                    let signature = right.key.key.authenticate(message.span).bytes
                    guard spelling.written(signature) == text else { continue }
                    return Self.finding(spelling, hasHashes: isBodys || isCanonical)
                }
            }
        }
        return nil
    }

    /// The first digits only, as a field of a fixed length keeps them.
    private func cut(_ right: SignerModel, _ meter: SearchMeter) -> CauseFinding? {
        guard (16..<64).contains(text.count) else { return nil }
        meter.countSignature(hashing: 0)
        let digits = right.key.key.authenticate(right.stringToSign.span).hexBytes
        guard digits.starts(with: text) else { return nil }
        return Self.finding(.hashForm, "only the first \(text.count) digits of the signature", "sent")
    }

    private func ofOtherHash(_ right: SignerModel, _ meter: SearchMeter) -> CauseFinding? {
        let key = right.key
        for other in OtherDigest.allCases {
            for isThroughout in [true, false] {
                for isCanonical in [false, true] {
                    var model = right
                    if isCanonical { model.text.hashForm = .other(other) }
                    var last = key.prefix + key.secret + key.suffix
                    for step in [key.date, key.region, key.service, key.terminator] {
                        last =
                            isThroughout
                            ? other.authenticate(last, step) : HMACKey(last.span).authenticate(step.span).bytes
                    }
                    meter.countSignature(hashing: 0)
                    let signature = other.authenticate(last, model.stringToSign)
                    guard Hexadecimal.encode(signature) == text || Base64.encode(signature) == text else { continue }
                    return Self.finding(
                        .hashAlgorithm,
                        isThroughout ? "HMAC-\(other.name) in every step" : "HMAC-\(other.name) in the last step",
                        "used")
                }
            }
        }
        return nil
    }

    /// The finding of a spelling with which the signature was made again.
    static func finding(_ spelling: DigestSpelling, hasHashes: Bool = false) -> CauseFinding {
        guard spelling != .capitals || hasHashes else { return capitals }
        return finding(.hashForm, "the signature \(spelling.words)\(hasHashes ? ", and hashes too" : "")", "wrote")
    }

    private static func finding(_ cause: FindingCode, _ words: String, _ verb: String) -> CauseFinding {
        CauseFinding(
            cause, at: .client, .proven, summary: "\(cause.title): the client \(verb) \(words).", transformation: words)
    }

    private static let capitals = CauseFinding(
        .hashForm, at: .client, .proven,
        summary: "The signature is right but for its capital digits: services want small ones.",
        transformation: "the signature in capital hexadecimal digits", fix: "Write the signature in lower case.")

    /// What a verifier saw of a signature that nothing gives.
    var shape: CauseFinding? {
        // One that is not there has no form.
        guard !text.isEmpty, text.count != 64 || Hexadecimal.decode(text.span) == nil else { return nil }
        let name = Self.names[text.count].flatMap { text.allSatisfy { $0.hexDigit != nil } ? $0 : nil }
        return CauseFinding(
            name == nil ? .hashForm : .hashAlgorithm, at: .client, name == nil ? .certain : .likely,
            summary:
                "The signature has \(Counted.words(text.count, "character")), and 64 small hexadecimal digits are wanted"
                + (name.map { ": it has the length of \($0)." } ?? "."))
    }

    private static let names = [32: "MD5", 40: "SHA-1", 96: "SHA-384", 128: "SHA-512"]
}
