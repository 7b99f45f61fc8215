import Codes
import Evidence

/// Refusals by policies in other words than the grammar of IAM's denials, which ``AccessDenial`` reads.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html>.
enum DenialRules {
    static let rules: [CauseRule] = [
        CauseRule(.scpDenied, .fitting, "service control policy|policies"),
        CauseRule(.rcpDenied, .fitting, "resource control policy|policies"),
        CauseRule(.vpcEndpointPolicyDenied, .fitting, "vpc endpoint|endpoints policy|policies"),
        CauseRule(.permissionsBoundaryDenied, .fitting, "permission|permissions boundary"),
        CauseRule(.sessionPolicyDenied, .fitting, "session policy|policies"),
        CauseRule(.explicitDeny, .fitting, "explicit deny", also: [.scpDenied]),
        CauseRule(.bearerIAMDenied, .fitting, "callwithbearertoken"),
        CauseRule(
            .iamDenied, .fitting,
            "dont|not have|sufficient|required|enough|necessary permission|permissions|access|privileges",
            "perform|action|operation|call", none: ["marketplace", "access model", "access to the model"]),
        CauseRule(
            .iamDenied, .fitting, "insufficient|missing|lacks|lack permission|permissions|privileges",
            none: ["marketplace"]),

        CauseRule(.iamDenied, .fitting, "role|roles not|cannot|cant assumed|assume", none: ["cross account"]),

        // Across accounts
        CauseRule(
            .crossAccountDenied, .peculiar, "cross account",
            "not|isnt|denied|allowed|supported|permitted|cannot|unauthorized|forbidden"),
        CauseRule(
            .crossAccountDenied, .fitting, "another|different|other|owning account|accounts",
            "belong*|own*|resource|model|role|arn|access|profile", none: ["model access page", "marketplace"]),
        CauseRule(
            .crossAccountDenied, .fitting, "account|accounts id|ids|arn not|doesnt|dont|mismatch match|mismatch|same"
        ),
    ]
}
