/// The hashing at the core of signing and verifying, which both do alike.
struct SignatureCalculation {
    let canonicalRequestHash: SHA256Digest
    let signature: Signature

    /// Hashes the canonical request that `writer` holds, and signs its hash.
    @inline(__always)
    init(hashing writer: borrowing ByteWriter, key: DatedKey) {
        canonicalRequestHash = writer.withBytes { SHA256Digest.hash($0) }
        signature = key.sign(canonicalRequestHash)
    }
}
