/// A role of a simulated account, as AssumeRole of AWS STS finds it.
///
/// <https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html>
public struct SimulatedRole: Sendable, Hashable {
    /// What the role's trust policy asks of a caller.
    public struct Trust: Sendable, Hashable {
        /// The external id that the call must bring; nil when the policy has no such condition.
        public var externalID: String?
        /// Who may assume the role: ARNs of callers, or the twelve digits of an account for everybody in it; nil for anybody.
        public var principals: [String]?

        /// Makes a trust policy; without conditions it trusts anybody.
        public init(externalID: String? = nil, principals: [String]? = nil) {
            self.externalID = externalID
            self.principals = principals
        }
    }

    /// How STS fails, whatever the trust policy says.
    public struct Refusal: Sendable, Hashable {
        /// The ways in which it fails.
        public enum Kind: String, Sendable, Hashable, CaseIterable {
            case accessDenied = "access-denied"
            case regionDisabled = "region-disabled"
            case expiredToken = "expired-token"
            case throttled
            case unavailable
        }

        /// How.
        public var kind: Kind
        /// How many calls fail before the role is handed out; nil for all.
        public var times: Int?

        /// Makes a refusal.
        public init(_ kind: Kind, times: Int? = nil) {
            self.kind = kind
            self.times = times
        }
    }

    /// The name, behind its path if it has one: `BedrockProbe`, `ci/BedrockProbe`.
    public var name: String
    /// Who may assume it.
    public var trust: Trust
    /// The longest that a session may last, in seconds: 3600 to 43200, as `MaxSessionDuration` of a role.
    public var longestSession: Int
    /// How its calls fail; nil if they do not.
    public var refusal: Refusal?

    /// Makes a role.
    public init(
        name: String, trust: Trust = Trust(), longestSession: Int = 3600, refusal: Refusal? = nil
    ) {
        self.name = name
        self.trust = trust
        self.longestSession = longestSession
        self.refusal = refusal
    }

    /// The name without its path, as the ARN of a session has it.
    var baseName: String { name.split(separator: "/").last.map(String.init) ?? name }
}
