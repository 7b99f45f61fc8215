import CLibCrypto

/// A SHA-256 that has been fed the beginning of many texts: hashing goes on from it as often as one likes.
@safe
package struct SHA256State: Sendable {
    private var context: SHA256_CTX

    /// The state before the first byte.
    package init() {
        context = SHA256Hasher().savedState()
    }

    /// Goes on from a state of libcrypto.
    init(_ context: SHA256_CTX) {
        self.context = context
    }

    /// Feeds more of the common beginning.
    package mutating func update(_ bytes: Span<UInt8>) {
        var hasher = SHA256Hasher(resuming: context)
        hasher.update(bytes)
        context = hasher.savedState()
    }

    /// The digest of the common beginning and what follows it.
    package func digest(followedBy bytes: Span<UInt8>) -> SHA256Digest {
        var hasher = SHA256Hasher(resuming: context)
        hasher.update(bytes)
        return hasher.finish()
    }

    /// The digest of the common beginning and another digest in hexadecimal.
    func digest(followedByHexOf hash: SHA256Digest) -> SHA256Digest {
        ByteWriter.withTemporary(capacity: 64) { writer in
            writer.append(hexOf: hash)
            return writer.withBytes { digest(followedBy: $0) }
        }
    }
}
