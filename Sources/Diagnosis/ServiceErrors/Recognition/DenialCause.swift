import Codes
import Evidence

/// Which cause a denial by IAM has: the action first, where it says more than the policy, then the layer.
enum DenialCause {
    /// The causes that fit a denial, the likeliest first.
    static func causes(_ denial: AccessDenial) -> [FindingCode] {
        let action = denial.action?.lowercased() ?? ""
        if action.hasPrefix("aws-marketplace:") { return [.marketplaceSubscription] }
        if denial.isAnonymous {
            return action.hasPrefix("execute-api:") ? [.answerNotFromService] : [.missingAuthToken]
        }
        if action == "bedrock:callwithbearertoken", denial.policy == nil || denial.policy == .identity {
            return [.bearerIAMDenied]
        }
        switch denial.policy {
        case .serviceControl: return [.scpDenied]
        case .resourceControl: return [.rcpDenied]
        case .permissionsBoundary: return [.permissionsBoundaryDenied]
        case .session: return [.sessionPolicyDenied]
        case .vpcEndpoint: return [.vpcEndpointPolicyDenied]
        case .resource:
            if denial.crossesAccounts { return [.crossAccountDenied] }
            return denial.effect == .explicitDeny ? [.explicitDeny] : [.iamDenied]
        case .identity:
            return denial.effect == .explicitDeny ? [.explicitDeny] : [.iamDenied]
        case nil:
            // Cut off before it said what: most denials come from these two.
            if denial.action == nil { return [.iamDenied, .scpDenied] }
            if denial.effect == .explicitDeny { return [.explicitDeny, .scpDenied] }
            // IAM leaves the layer out across accounts; within one, most often an allow is missing.
            return denial.crossesAccounts ? [.crossAccountDenied, .iamDenied] : [.iamDenied]
        }
    }
}
