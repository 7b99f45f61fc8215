/// Which cause a denial by IAM has: the action first, where it says more than the policy, then the layer.
enum DenialCause {
    /// The causes that denials have.
    static let all = [
        "marketplace-subscription", "bearer-iam-denied", "scp-denied", "rcp-denied", "permissions-boundary-denied",
        "session-policy-denied", "vpc-endpoint-policy-denied", "cross-account-denied", "explicit-deny", "iam-denied",
    ]

    /// The causes that fit a denial, the likeliest first.
    static func causes(_ denial: AccessDenial) -> [String] {
        let action = denial.action?.lowercased() ?? ""
        if action.hasPrefix("aws-marketplace:") { return ["marketplace-subscription"] }
        if action == "bedrock:callwithbearertoken", denial.policy == nil || denial.policy == .identity {
            return ["bearer-iam-denied"]
        }
        switch denial.policy {
        case .serviceControl: return ["scp-denied"]
        case .resourceControl: return ["rcp-denied"]
        case .permissionsBoundary: return ["permissions-boundary-denied"]
        case .session: return ["session-policy-denied"]
        case .vpcEndpoint: return ["vpc-endpoint-policy-denied"]
        case .resource:
            if denial.crossesAccounts { return ["cross-account-denied"] }
            return denial.effect == .explicitDeny ? ["explicit-deny"] : ["iam-denied", "cross-account-denied"]
        case .identity:
            return denial.effect == .explicitDeny ? ["explicit-deny"] : ["iam-denied"]
        case nil:
            // Cut off before it said what: most denials come from these two.
            if denial.action == nil { return ["iam-denied", "scp-denied"] }
            if denial.effect == .explicitDeny { return ["explicit-deny", "scp-denied"] }
            // IAM leaves the layer out across accounts; within one, most often an allow is missing.
            return denial.crossesAccounts ? ["cross-account-denied", "iam-denied"] : ["iam-denied"]
        }
    }
}
