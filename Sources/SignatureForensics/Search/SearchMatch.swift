import SigV4

extension SignatureSearch {
    /// The signature that these parts give is the one looked for.
    func matches(_ parts: RenderedSections) -> Bool {
        matches(parts, hash(parts))
    }

    func hash(_ parts: RenderedSections) -> SHA256Digest {
        let (target, headers) = (parts.target ?? base.target ?? [], parts.headers ?? base.headers ?? [])
        let payload = parts.payload ?? base.payload ?? []
        var state = SHA256State()
        state.update(target.span)
        state.update(headers.span)
        return state.digest(followedBy: payload.span)
    }

    /// How many bytes are hashed for the canonical request of these parts.
    func count(_ parts: RenderedSections) -> Int {
        (parts.target ?? base.target ?? []).count + (parts.headers ?? base.headers ?? []).count
            + (parts.payload ?? base.payload ?? []).count
    }

    func matches(hash: SHA256Digest, of count: Int) -> Bool {
        meter.countSignature(hashing: count)
        return base.key?.authenticate(after: baseState, hexOf: hash) == signature
    }

    /// Whether a canonical request with this hash has the signature, by a key that has begun with its string to sign.
    ///
    /// - Parameter count: how many bytes were hashed for it.
    func matches(hash: SHA256Digest, of count: Int, _ key: HMACKey, _ state: SHA256State) -> Bool {
        meter.countSignature(hashing: count)
        return key.authenticate(after: state, hexOf: hash) == signature
    }

    private func matches(_ parts: RenderedSections, _ hash: SHA256Digest) -> Bool {
        meter.countSignature(hashing: count(parts))
        guard let key = parts.key ?? base.key else { return false }
        if parts.text == nil, parts.key != nil, let head = base.head {
            return key.authenticate(after: key.state(after: head.span), hexOf: hash) == signature
        }
        if parts.key == nil, parts.text == nil { return key.authenticate(after: baseState, hexOf: hash) == signature }
        if let head = parts.head {
            return key.authenticate(after: key.state(after: head.span), hexOf: hash) == signature
        }
        let text = parts.text ?? right.text
        let message = text.text(hash) {
            (parts.target ?? base.target ?? []) + (parts.headers ?? base.headers ?? [])
                + (parts.payload ?? base.payload ?? [])
        }
        if let seal = text.seal { return parts.key == nil && seal.seal(message, right.key) == signature }
        return key.authenticate(message.span) == signature
    }
}

extension TextModel {
    /// Whether the text is its head and the hash in hexadecimal.
    var isPlain: Bool {
        hashForm == .hexadecimal && ending.isEmpty && seal == nil && layout != .hashed && layout != .hashedBytes
    }
}
