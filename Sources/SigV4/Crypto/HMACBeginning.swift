import CLibCrypto

/// HMACs of many messages that begin alike, whose beginning is hashed once.
///
/// The saved state is half of the key's, so it is cleared when the last reference goes.
@safe
final class HMACBeginning: @unchecked Sendable {
    private let key: HMACKey
    // Written in `init`, read-only until `deinit`: safe to share between threads, and never accessed while written.
    @exclusivity(unchecked) private var state: SHA256State

    init(_ key: HMACKey, _ beginning: Span<UInt8>) {
        self.key = key
        unsafe state = key.state(after: beginning)
    }

    /// The MAC of the message that ends with a digest in hexadecimal, as a string to sign does.
    @inline(__always)
    func authenticate(hexOf digest: SHA256Digest) -> SHA256Digest {
        key.authenticate(after: unsafe state, hexOf: digest)
    }

    deinit { unsafe OPENSSL_cleanse(&state, MemoryLayout<SHA256State>.size) }
}
