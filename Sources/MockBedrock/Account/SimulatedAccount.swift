/// An AWS account as the mock server plays it: which models it has where, and what stands in its way.
///
/// It answers what no recording answers. Its refusals have the status, type and text of the service; its successes
/// are authored, not generated.
public struct SimulatedAccount: Sendable, Hashable {
    /// The twelve digits of the account.
    public var accountID: String
    /// The ARN of the caller, as denials name it.
    public var principalARN: String
    /// The regions that the account may call.
    public var regions: [String]
    /// Its foundation models.
    public var models: [SimulatedModel]
    /// Its inference profiles.
    public var profiles: [SimulatedProfile]
    /// Its roles, which AssumeRole hands out.
    public var roles: [SimulatedRole]
    /// Quotas that hold for all models together.
    public var quotas: Quotas
    /// Seconds by which the service's clock is ahead of the clock given to the server.
    public var clockOffsetSeconds: Int64
    /// What goes wrong with which answers.
    public var faults: [FaultRule]
    /// The API keys that are accepted as bearer tokens.
    public var bearerKeys: [MockBearerKey]

    /// Quotas of an account; nil means that there is none.
    public struct Quotas: Sendable, Hashable {
        /// Calls that are answered in one simulated minute, in each region.
        public var requestsPerMinute: Int?
        /// Tokens, of prompts and answers together, that are served in one simulated day, in each region.
        public var tokensPerDay: Int?

        /// Makes a set of quotas.
        public init(requestsPerMinute: Int? = nil, tokensPerDay: Int? = nil) {
            self.requestsPerMinute = requestsPerMinute
            self.tokensPerDay = tokensPerDay
        }
    }

    /// Makes an account from its parts.
    public init(
        accountID: String = "123456789012",
        principalARN: String = "arn:aws:iam::123456789012:user/example-user",
        regions: [String],
        models: [SimulatedModel],
        profiles: [SimulatedProfile] = [],
        roles: [SimulatedRole] = [],
        quotas: Quotas = Quotas(),
        clockOffsetSeconds: Int64 = 0,
        faults: [FaultRule] = [],
        bearerKeys: [MockBearerKey] = []
    ) {
        self.accountID = accountID
        self.principalARN = principalARN
        self.regions = regions
        self.models = models
        self.profiles = profiles
        self.roles = roles
        self.quotas = quotas
        self.clockOffsetSeconds = clockOffsetSeconds
        self.faults = faults
        self.bearerKeys = bearerKeys
    }
}
