import CLibCrypto

/// An HMAC-SHA256 key whose two padded blocks are hashed already (RFC 2104, section 4).
///
/// A MAC with a prepared key costs two hash blocks less in each direction, and the key itself need not be kept.
/// The saved states are as good as the key, so they are cleared when the last reference goes.
@safe
package final class HMACKey: @unchecked Sendable {
    // Written in `init`, read-only until `deinit`: safe to share between threads, and never accessed while written.
    @exclusivity(unchecked) private var inner: SHA256_CTX
    @exclusivity(unchecked) private var outer: SHA256_CTX

    /// Prepares `key`; one longer than a block of 64 bytes is hashed first.
    package init(_ key: Span<UInt8>) {
        var block = InlineArray<64, UInt8>(repeating: 0)
        if key.count > block.count {
            SHA256Digest.hash(key).withBytes { digest in
                for index in digest.indices { block[index] = digest[index] }
            }
        } else {
            for index in key.indices { block[index] = key[index] }
        }
        for index in block.indices { block[index] ^= 0x36 }
        var hasher = SHA256Hasher()
        hasher.update(block.span)
        unsafe inner = hasher.savedState()
        for index in block.indices { block[index] ^= 0x36 ^ 0x5c }
        hasher = SHA256Hasher()
        hasher.update(block.span)
        unsafe outer = hasher.savedState()
        unsafe OPENSSL_cleanse(&block, MemoryLayout<InlineArray<64, UInt8>>.size)
    }

    package convenience init(_ key: SHA256Digest) {
        self.init(key.bytes.span)
    }

    /// The MAC of `message`.
    package func authenticate(_ message: Span<UInt8>) -> SHA256Digest {
        var hasher = unsafe SHA256Hasher(resuming: inner)
        hasher.update(message)
        let digest = hasher.finish()
        hasher = unsafe SHA256Hasher(resuming: outer)
        digest.withBytes { hasher.update($0) }
        return hasher.finish()
    }

    /// The state after the beginning of a message: many messages can go on from it.
    package func state(after beginning: Span<UInt8>) -> SHA256State {
        var state = unsafe SHA256State(inner)
        state.update(beginning)
        return state
    }

    /// The MAC of a message that ends with a digest in hexadecimal, as a string to sign does.
    package func authenticate(after state: SHA256State, hexOf hash: SHA256Digest) -> SHA256Digest {
        let innerDigest = state.digest(followedByHexOf: hash)
        var hasher = unsafe SHA256Hasher(resuming: outer)
        innerDigest.withBytes { hasher.update($0) }
        return hasher.finish()
    }

    deinit {
        unsafe OPENSSL_cleanse(&inner, MemoryLayout<SHA256_CTX>.size)
        unsafe OPENSSL_cleanse(&outer, MemoryLayout<SHA256_CTX>.size)
    }
}
