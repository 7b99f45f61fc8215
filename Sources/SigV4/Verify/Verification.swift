/// The outcome of verifying a request.
public enum Verification: Sendable {
    /// The signature is right.
    case accepted(AcceptedSignature)
    /// The request must be refused.
    case refused(SignatureRefusal)
}

/// A signature that was found to be right.
public struct AcceptedSignature: Sendable {
    /// Whose key signed.
    public let accessKeyID: String
    /// The scope it was signed for.
    public let scope: CredentialScope
    /// The moment of signing.
    public let signedAt: SigningTime
    /// Where the signature was found; in the query form with the lifetime that it asks for.
    public let location: SignatureLocation
    /// The stages as the verifier made them.
    public let stages: SigningStages
    /// What works and should still be done otherwise.
    public let advice: [SignatureAdvice]
}

/// Something about an accepted request that its sender should change.
public enum SignatureAdvice: Sendable, Hashable {
    /// The session token is sent but not covered by the signature, so it could be exchanged on the way.
    case tokenNotSigned
}
