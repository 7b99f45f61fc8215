import Codes
import SigV4
import WireText

extension StructureFacts {
    /// What is wrong with the key id and the session token.
    mutating func token() {
        // An empty token is none: a variable that is set to nothing sends a header with nothing in it.
        let sent =
            (request.values(of: "x-amz-security-token").first.map { HeaderField(name: "", bytes: $0).canonicalValue }
            ?? ClaimedSignature.query(request.target)["X-Amz-Security-Token"]).flatMap { $0.isEmpty ? nil : $0 }
        keyID()
        let isTemporary = claim.keyID.hasPrefix("ASIA")
        let isLongLived = claim.keyID.hasPrefix("AKIA")
        // That a token is not at hand says nothing of a temporary key: only who stores the pair knows that it has none.
        let hasNone = owner != nil && owner?.sessionToken == nil && !isTemporary || isRefused(.tokenNotExpected)
        if sent == nil, isTemporary || owner?.sessionToken != nil && !isLongLived || isRefused(.tokenMissing) {
            decisive.append(
                finding(
                    .tokenMissing, at: .key, absence,
                    "The key is a temporary one, and no session token was sent with it."))
        } else if let sent, let expected = owner?.sessionToken, !isHidden(sent), !expected.matches(sent) {
            decisive.append(changed(sent, from: expected.exposedBytes))
        } else if sent != nil, isLongLived || hasNone {
            // People write AKIA for any key id that they hide.
            decisive.append(
                finding(
                    .tokenStale, at: .key, absence,
                    "The key is a long-lived one, and a session token was sent with it."))
        } else if case .tokenExpired(let expiration, let now)? = forensicCase.refusal?.reason {
            decisive.append(
                finding(
                    .tokenStale, at: .key,
                    "The session token expired at \(expiration); the server's time was \(now)."))
        } else if case .tokenMismatch? = forensicCase.refusal?.reason {
            decisive.append(finding(.tokenStale, at: .key, "The session token does not belong to this key."))
        }
    }

    private func isRefused(_ reason: SignatureRefusal.Reason) -> Bool { forensicCase.refusal?.reason == reason }

    /// Whether a token stands for one that is not shown; what a verifier of ours refused is what arrived.
    private func isHidden(_ token: [UInt8]) -> Bool { forensicCase.refusal == nil && MaskedTokens.isMasked(token) }

    /// A token that is not the one of the key: another one, or the right one changed.
    private func changed(_ sent: [UInt8], from expected: [UInt8]) -> CauseFinding {
        // The longest form first: a token is cut anywhere.
        for form in SecretForms.all(expected) where form.bytes == sent || trimmed(form.bytes) == sent {
            return finding(form.cause, at: .key, "The session token was changed: \(form.words).")
        }
        if !sent.isEmpty, expected.starts(with: sent) {
            return finding(
                .keyCut, at: .key,
                "The session token was cut: \(sent.count) of its \(expected.count) characters were sent.")
        }
        return finding(.tokenStale, at: .key, "The session token that was sent is not the one of this key.")
    }

    private func trimmed(_ bytes: [UInt8]) -> [UInt8] { HeaderField(name: "", bytes: bytes).canonicalValue }

    /// A key id that is none, or belongs to nobody.
    private mutating func keyID() {
        let id = claim.keyID
        guard !id.isEmpty, claim.scheme == StringToSign.algorithm else { return }
        if forensicCase.credentials.contains(where: { $0.secretAccessKey.matches(Array(id.utf8)) }) || id.contains("/")
        {
            decisive.append(
                finding(.keySwapped, at: .key, "The secret is where the key id belongs: the two were swapped."))
            return
        }
        if !SigningCredentials.isKeyID(id) {
            let plain = id.filter { $0.isLetter || $0.isNumber }
            if owner == nil, SigningCredentials.isKeyID(plain) {
                decisive.append(
                    finding(.keyWhitespace, at: .key, "The key id has something around it that does not belong to it."))
            }
            return
        }
        if owner == nil, case .unknownAccessKey? = forensicCase.refusal?.reason {
            decisive.append(
                finding(
                    .environmentOverride, at: .key, .possible,
                    "The key id \(MaskedKeyID(id)) is not known here: other credentials may have been used than intended."
                ))
        }
    }
}
