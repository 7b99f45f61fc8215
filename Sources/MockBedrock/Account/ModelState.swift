/// What an account finds when it calls a model in one region.
public struct ModelState: Sendable, Hashable {
    /// How the model can be called in the region.
    public enum Route: String, Sendable, Hashable, CaseIterable {
        /// By its own id.
        case onDemand = "on-demand"
        /// Only by the id or ARN of an inference profile.
        case profileOnly = "profile-only"
    }

    /// How the model is called in the region.
    public var route: Route
    /// What the account may do with it.
    public var access: ModelAccess

    /// Makes a state; by default the model answers by its own id.
    public init(route: Route = .onDemand, access: ModelAccess = .granted) {
        self.route = route
        self.access = access
    }
}

/// What an account may do with a model, and if it may not, which gate is shut.
public enum ModelAccess: Sendable, Hashable {
    /// Calls are answered.
    case granted
    /// Calls are throttled.
    case throttled(Throttling)
    /// The account has no access yet, or never will.
    case gated(AccessGate)
    /// A policy denies the call.
    case denied(PolicyDenial)
    /// The provider marked the model as legacy and this account did not use it lately.
    case legacyLocked
    /// The model has reached the end of its life, whatever its lifecycle dates say.
    case endOfLife
}

/// A throttle on a model: which limit, and for how many calls.
public struct Throttling: Sendable, Hashable {
    /// The limit that is hit; each has its own text.
    public enum Limit: String, Sendable, Hashable, CaseIterable {
        /// Requests a minute.
        case requests
        /// Tokens a minute.
        case tokens
        /// Tokens a day; on every model of a new account it means that the account is not usable yet.
        case tokensPerDay = "tokens-per-day"
    }

    /// The limit that is hit.
    public var limit: Limit
    /// How many calls are throttled before the model answers; nil throttles every call.
    public var times: Int?

    /// Makes a throttle; by default every call hits the limit on requests.
    public init(limit: Limit = .requests, times: Int? = nil) {
        self.limit = limit
        self.times = times
    }
}

/// A gate between an account and a model that no IAM policy opens.
public enum AccessGate: String, Sendable, Hashable, CaseIterable {
    /// The model's agreement was not accepted.
    case agreement
    /// The provider's first-time-use form was not sent in.
    case useCaseForm = "use-case-form"
    /// The caller lacks the AWS Marketplace actions that start a subscription.
    case marketplace
    /// The account has no valid payment instrument.
    case payment
    /// The account as a whole is not entitled to the model.
    case account
}

/// A policy that denies a call.
public struct PolicyDenial: Sendable, Hashable {
    /// The kind of policy; it shows in the tail of the message.
    public enum Policy: String, Sendable, Hashable, CaseIterable {
        /// No identity-based policy allows the action.
        case identityPolicy = "identity-policy"
        /// An identity-based policy denies it explicitly.
        case explicitDeny = "explicit-deny"
        /// A service control policy of the organization denies it.
        case serviceControlPolicy = "service-control-policy"
        /// A resource control policy of the organization denies it.
        case resourceControlPolicy = "resource-control-policy"
        /// No permissions boundary allows it.
        case permissionsBoundary = "permissions-boundary"
        /// No VPC endpoint policy allows it.
        case vpcEndpointPolicy = "vpc-endpoint-policy"
        /// No session policy allows it.
        case sessionPolicy = "session-policy"
    }

    /// The kind of policy.
    public var policy: Policy
    /// The policy's ARN, which the service adds to explicit denials in the same organization.
    public var policyARN: String?

    /// Makes a denial by a kind of policy.
    public init(policy: Policy, policyARN: String? = nil) {
        self.policy = policy
        self.policyARN = policyARN
    }
}
