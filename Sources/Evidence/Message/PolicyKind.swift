/// The layer of policies that refused a call, as the last clause of IAM's message names it.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html>.
package enum PolicyKind: String, Sendable, Hashable, CaseIterable {
    case identity = "identity-based-policy"
    case resource = "resource-based-policy"
    case serviceControl = "service-control-policy"
    case resourceControl = "resource-control-policy"
    case permissionsBoundary = "permissions-boundary"
    case session = "session-policy"
    case vpcEndpoint = "vpc-endpoint-policy"

    /// As a sentence calls it.
    package var title: String {
        switch self {
        case .identity: "an identity-based policy"
        case .resource: "a resource-based policy"
        case .serviceControl: "a service control policy (SCP)"
        case .resourceControl: "a resource control policy (RCP)"
        case .permissionsBoundary: "a permissions boundary"
        case .session: "a session policy"
        case .vpcEndpoint: "a VPC endpoint policy"
        }
    }

    /// The kind that a text names; the order tells apart those that share words.
    package init?(in words: WordText) {
        let phrases: [(PolicyKind, [WordPhrase])] = [
            (.serviceControl, ["service control policy|policies", "scp|scps"]),
            (.resourceControl, ["resource control policy|policies", "rcp|rcps"]),
            (.permissionsBoundary, ["permission|permissions boundary|boundaries"]),
            (.session, ["session policy|policies"]),
            (.vpcEndpoint, ["vpc endpoint|endpoints policy|policies", "vpce policy", "endpoint policy"]),
            (.identity, ["identity based policy|policies"]),
            // After it: "on resource" stands in every denial, near the words of the others.
            (.resource, ["resource based policy|policies"]),
        ]
        guard let found = phrases.first(where: { _, phrases in phrases.contains { words.has($0) } }) else { return nil }
        self = found.0
    }
}
