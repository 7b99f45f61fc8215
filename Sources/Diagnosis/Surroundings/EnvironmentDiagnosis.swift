package import ConverseAPI
package import Report
package import SigV4

/// What the environment check found, and the settings that follow.
package struct EnvironmentDiagnosis: Sendable {
    /// The cause first; a good environment gives a few passes.
    package var findings: [Finding]
    package var settings: ResolvedSettings

    /// The profile that the credentials are of; `nil` for those of the environment.
    package var profile: ProfileOutcome?
}

/// What the other commands work with, each value with its origin.
package struct ResolvedSettings: Sendable {
    /// The credentials as PRX would take them: from the environment, nothing trimmed, blank ones not counted.
    ///
    /// `nil` when they are missing or half-set, hold a character that no HTTP header can carry, or have the secret in the
    /// place of the key id, which every request shows.
    package var credentials: SigningCredentials?

    /// Where the credentials come from; `nil` without credentials.
    package var credentialsOrigin: String?

    /// The API key that calls are made with; `nil` where they are signed with ``credentials``.
    package var apiKey: BedrockAPIKey?

    package var region: Setting

    /// Where requests go; `nil` when the override or the region makes no URL, so that nothing is sent elsewhere.
    package var endpoint: ResolvedEndpoint?

    /// The model that PRX's configuration names.
    package var model: Setting?
}
