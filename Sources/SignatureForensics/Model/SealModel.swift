import SigV4

/// A way to compute the signature that is no HMAC with the derived key; rightly there is none.
///
/// Programs without a library for HMAC take one of these for it, or give key and message in the wrong order.
struct SealModel: Sendable, Hashable {
    enum Function: Sendable, Hashable {
        /// HMAC with key and message exchanged.
        case swapped
        /// SHA-256 over the key and then the message (RFC 2104 says why that is none).
        case hashOfKeyAndMessage
        case hashOfMessageAndKey
    }

    enum Extent: Sendable, Hashable {
        /// The last step only; the key is derived rightly.
        case last
        /// Every step of the key's derivation too.
        case throughout
    }

    let function: Function
    let extent: Extent

    /// The signature of a string to sign.
    func seal(_ message: [UInt8], _ key: KeyModel) -> SHA256Digest {
        var last = key.prefix + key.secret + key.suffix
        for step in [key.date, key.region, key.service, key.terminator] {
            last =
                switch extent {
                case .last: HMACKey(last.span).authenticate(step.span).bytes
                case .throughout: apply(last, step).bytes
                }
        }
        return apply(last, message)
    }

    private func apply(_ key: [UInt8], _ message: [UInt8]) -> SHA256Digest {
        switch function {
        case .swapped: HMACKey(message.span).authenticate(key.span)
        case .hashOfKeyAndMessage: SHA256Digest.hash(key + message)
        case .hashOfMessageAndKey: SHA256Digest.hash(message + key)
        }
    }
}
