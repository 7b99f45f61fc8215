/// The hashing at the core of signing and verifying, which both do alike.
struct SignatureCalculation {
    let canonicalRequestHash: SHA256Digest
    let signature: Signature

    /// Hashes the canonical request that `writer` holds and signs the string to sign, which is taken off again.
    @inline(__always)
    init(hashing writer: inout ByteWriter, date: AmzDate, key: SigningKey) {
        canonicalRequestHash = writer.withBytes { SHA256Digest.hash($0) }
        let end = writer.count
        writer.appendStringToSign(time: date, scopeText: key.scopeText, canonicalRequestHash: canonicalRequestHash)
        signature = writer.withBytes(from: end) { key.sign($0) }
        writer.removeAll(from: end)
    }
}
