import Evidence

/// Refusals by policies in other words than the grammar of IAM's denials, which ``AccessDenial`` reads.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html>.
enum DenialRules {
    static let rules: [CauseRule] = [
        CauseRule("scp-denied", .fitting, "service control policy|policies"),
        CauseRule("rcp-denied", .fitting, "resource control policy|policies"),
        CauseRule("vpc-endpoint-policy-denied", .fitting, "vpc endpoint|endpoints policy|policies"),
        CauseRule("permissions-boundary-denied", .fitting, "permission|permissions boundary"),
        CauseRule("session-policy-denied", .fitting, "session policy|policies"),
        CauseRule("explicit-deny", .fitting, "explicit deny", also: ["scp-denied"]),
        CauseRule("bearer-iam-denied", .fitting, "callwithbearertoken"),
        CauseRule(
            "iam-denied", .fitting,
            "dont|not have|sufficient|required|enough|necessary permission|permissions|access|privileges",
            "perform|action|operation|call", none: ["marketplace", "access model", "access to the model"]),
        CauseRule(
            "iam-denied", .fitting, "insufficient|missing|lacks|lack permission|permissions|privileges",
            none: ["marketplace"]),

        CauseRule("iam-denied", .fitting, "role|roles not|cannot|cant assumed|assume", none: ["cross account"]),

        // Across accounts
        CauseRule(
            "cross-account-denied", .peculiar, "cross account",
            "not|isnt|denied|allowed|supported|permitted|cannot|unauthorized|forbidden"),
        CauseRule(
            "cross-account-denied", .fitting, "another|different|other|owning account|accounts",
            "belong*|own*|resource|model|role|arn|access|profile", none: ["model access page", "marketplace"]),
        CauseRule(
            "cross-account-denied", .fitting, "account|accounts id|ids|arn not|doesnt|dont|mismatch match|mismatch|same"
        ),
    ]
}
