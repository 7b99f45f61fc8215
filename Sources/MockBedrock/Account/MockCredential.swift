public import SigV4

/// A key pair that the mock server accepts.
///
/// A pair with a session token is a temporary credential: requests must bring the token. A pair without one is
/// long-lived: a request that brings a token is refused, as the service refuses it.
public struct MockCredential: Sendable {
    /// The access key id, as sent in the credential scope.
    public let accessKeyID: String
    /// The secret access key.
    public let secretAccessKey: Secret
    /// The session token of a temporary credential.
    public let sessionToken: Secret?
    /// The moment from which the session token is refused as expired.
    public let expiration: SigningTime?
    /// The twelve digits of the account that it belongs to; nil for the server's first one.
    public let accountID: String?

    /// Makes a credential from its parts.
    public init(
        accessKeyID: String,
        secretAccessKey: Secret,
        sessionToken: Secret? = nil,
        expiration: SigningTime? = nil,
        accountID: String? = nil
    ) {
        self.accessKeyID = accessKeyID
        self.secretAccessKey = secretAccessKey
        self.sessionToken = sessionToken
        self.expiration = expiration
        self.accountID = accountID
    }
}

extension MockCredential: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The masked key id; never the secret or the token.
    public var description: String {
        "MockCredential(\(MaskedKeyID(accessKeyID)))"
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// A mirror without children, so that a debug dump shows no secret.
    public var customMirror: Mirror {
        Mirror(self, children: ["accessKeyID": MaskedKeyID(accessKeyID).description])
    }
}
