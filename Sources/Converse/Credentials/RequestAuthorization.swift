import ConverseAPI
public import SigV4

/// How requests show who sends them.
public enum RequestAuthorization: Sendable {
    /// By a signature that is made with a key pair.
    case signature(SigningCredentials)
    /// By an API key as bearer token, which is sent over TLS, and in clear to this machine only.
    case bearer(BedrockAPIKey)

    /// The key pair of the environment, else its API key.
    ///
    /// - Throws: ``CredentialsError`` when there is neither.
    public init(environment: [String: String]) throws(CredentialsError) {
        do {
            self = .signature(try SigningCredentials(environment: environment))
        } catch {
            // Half a pair is a slip, which another identity must not hide.
            guard error.missing.count == 2,
                let key = EnvironmentText.value(BedrockAPIKey.variable, in: environment)
            else { throw error }
            self = .bearer(BedrockAPIKey(key))
        }
    }

    /// The key pair; nil where nothing is signed.
    public var credentials: SigningCredentials? {
        if case .signature(let credentials) = self { credentials } else { nil }
    }

    /// What must not be shown where a service or a gateway echoes it.
    var secrets: [[UInt8]] {
        switch self {
        case .signature(let credentials):
            [credentials.secretAccessKey, credentials.sessionToken].compactMap { $0?.exposedBytes }
        case .bearer(let key): [key.secret.exposedBytes] + key.innerSecrets.map { Array($0.utf8) }
        }
    }
}
