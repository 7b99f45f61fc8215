package import SigV4

/// Settings that win over the environment: flags, and what the embedded mock brings along.
package struct SettingOverrides: Sendable {
    /// Credentials that are not the environment's, with their origin for the report.
    package struct Credentials: Sendable {
        package var value: SigningCredentials
        package var origin: String

        package init(_ value: SigningCredentials, origin: String) {
            self.value = value
            self.origin = origin
        }
    }

    /// An API key that is not the environment's, with its origin for the report.
    package struct APIKey: Sendable {
        package var value: BedrockAPIKey
        package var origin: String

        package init(_ value: BedrockAPIKey, origin: String) {
            self.value = value
            self.origin = origin
        }
    }

    package var credentials: Credentials?

    /// The key to send as bearer token, in place of any other credentials.
    package var apiKey: APIKey?

    /// `--auth`.
    package var auth = AuthChoice.auto

    /// What came of `--profile`, or of PRX's rule; it stands in place of the environment's credentials.
    package var profile: ProfileOutcome?

    /// Whether PRX's own rules were asked for, by `--prx`.
    package var speaksOfPRX = false

    /// `--region`, with the flag as origin.
    package var region: Setting?

    /// `--endpoint-url`, with the flag as origin.
    package var endpoint: Setting?

    package init(
        credentials: Credentials? = nil, profile: ProfileOutcome? = nil, region: Setting? = nil,
        endpoint: Setting? = nil
    ) {
        self.profile = profile
        self.credentials = credentials
        self.region = region
        self.endpoint = endpoint
    }
}

/// A value and where it came from.
package struct Setting: Sendable, Hashable {
    package var value: String

    /// A variable's name, a flag, a file and key, or `default`.
    package var origin: String

    package init(_ value: String, origin: String) {
        self.value = value
        self.origin = origin
    }
}
