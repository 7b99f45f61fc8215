import CLibCrypto

/// A running SHA-256, on libcrypto's low-level functions.
///
/// These need neither an allocation nor a provider look-up for each digest, which for a request of one kilobyte is
/// more work than the hashing itself.
struct SHA256Hasher: ~Copyable {
    private var context = SHA256_CTX()

    init() {
        _ = unsafe SHA256_Init(&context)
    }

    /// Continues from a state saved by ``savedState()``.
    init(resuming state: SHA256_CTX) {
        context = state
    }

    mutating func update(_ bytes: Span<UInt8>) {
        unsafe bytes.withUnsafeBytes { buffer in
            _ = unsafe SHA256_Update(&context, buffer.baseAddress, buffer.count)
        }
    }

    /// The state after what was hashed so far.
    func savedState() -> SHA256_CTX { context }

    /// Ends the hash.
    ///
    /// The hasher must not be used afterwards.
    mutating func finish() -> SHA256Digest {
        var digest = SHA256Digest()
        unsafe digest.withUnsafeOutput { output in
            _ = unsafe SHA256_Final(output, &context)
        }
        return digest
    }
}
