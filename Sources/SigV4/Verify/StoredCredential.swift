/// What a service knows about an access key id.
public struct StoredCredential: Sendable, Equatable {
    /// The secret access key.
    public let secretAccessKey: Secret
    /// The session token that must come with a temporary key; nil for a long-lived one.
    public let sessionToken: Secret?
    /// The moment from which on the session token is refused.
    public let tokenExpiration: SigningTime?

    /// Makes a credential; an empty session token counts as none.
    public init(secretAccessKey: Secret, sessionToken: Secret? = nil, tokenExpiration: SigningTime? = nil) {
        self.secretAccessKey = secretAccessKey
        self.sessionToken = sessionToken.flatMap { $0.isEmpty ? nil : $0 }
        self.tokenExpiration = tokenExpiration
    }
}
