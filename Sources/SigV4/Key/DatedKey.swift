/// A signing key made ready for one second: of a string to sign, all but the hash of the canonical request is hashed.
///
/// Whoever signs or verifies much does so many times in a second; each time, a block less is hashed and nothing but the hash
/// is written. A class: a signature hands it on several times, each for one reference instead of one for each part.
final class DatedKey: Sendable {
    /// The second.
    let time: SigningTime
    /// The text of the scope that the key is for.
    let scopeText: [UInt8]
    private let beginning: HMACBeginning

    init(_ key: SigningKey, _ time: WrittenTime) {
        self.time = time.time
        scopeText = key.scopeText
        beginning = ByteWriter.withTemporary(capacity: 96 + key.scopeText.count) { writer in
            writer.appendStringToSign(time: time.date, scopeText: key.scopeText)
            return writer.withBytes { key.beginning($0) }
        }
    }

    /// Signs a canonical request.
    @inline(__always)
    func sign(_ canonicalRequestHash: SHA256Digest) -> Signature {
        Signature(beginning.authenticate(hexOf: canonicalRequestHash))
    }
}
