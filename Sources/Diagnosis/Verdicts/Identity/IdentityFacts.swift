package import NetworkTerms
package import SigV4

/// What came of asking STS who the caller is.
package struct IdentityFacts: Sendable {
    package enum Outcome: Sendable {
        case answered(status: Int, body: [UInt8])
        case failed(NetworkFailure, message: String)
    }

    package var outcome: Outcome

    /// Where the question went, `https://sts.us-east-1.amazonaws.com`.
    package var origin: String
    package var region: String
    package var credentials: SigningCredentials

    /// The profile that the credentials are of; `nil` for those of the environment.
    package var profile: ProfileOutcome?
    package var durationMs: Double

    package init(
        outcome: Outcome, origin: String, region: String, credentials: SigningCredentials,
        profile: ProfileOutcome? = nil, durationMs: Double
    ) {
        self.outcome = outcome
        self.origin = origin
        self.region = region
        self.credentials = credentials
        self.profile = profile
        self.durationMs = durationMs
    }
}
