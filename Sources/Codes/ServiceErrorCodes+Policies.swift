/// Refusals by IAM, distinguished by the last clause of the message.
extension FindingCode {
    package static let iamDenied = FindingCode(
        "iam-denied", in: .service,
        title: "No policy of the caller allows the action",
        meaning: "None of the policies that count for the caller allows this action on this resource.",
        looksLike: """
            403 AccessDeniedException: User: ARN is not authorized to perform: bedrock:InvokeModel on resource: \
            ARN because no identity-based policy allows ...
            """,
        why: """
            The policy is missing, or it names the model but not the inference profile (or the other way \
            round), or another region.
            """,
        fix: """
            Allow bedrock:InvokeModel (and InvokeModelWithResponseStream) on the profile's ARN and on the \
            foundation model's ARN in every destination region. Converse needs no action of its own.
            """,
        detection: """
            The denial's grammar: principal, action, resource, and a tail that names an identity-based policy \
            or none.
            """,
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html")

    package static let explicitDeny = FindingCode(
        "explicit-deny", in: .service,
        title: "A Deny statement refuses the call",
        meaning: "Some policy holds a Deny that matches. No Allow outweighs it.",
        looksLike: "403 AccessDeniedException: ... with an explicit deny in an identity-based policy",
        why: "A Deny on regions, on models or on calls without MFA, often by NotAction.",
        fix: """
            Find the Deny statement: `aws iam simulate-principal-policy` names it, and newer messages give its \
            ARN.
            """,
        detection: """
            The words explicit deny with an identity- or resource-based policy, or with no policy kind; then \
            scp-denied is named as well.
            """,
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html")

    package static let scpDenied = FindingCode(
        "scp-denied", in: .service,
        title: "A service control policy of the organization refuses the call",
        meaning: "The account's organization forbids it, whatever the account allows.",
        looksLike: """
            403 AccessDeniedException: ... with an explicit deny in a service control policy, or: because no \
            service control policy allows ...
            """,
        why: """
            Usually a rule about regions. A geographic profile (us., eu.) sends calls to several regions and \
            fails if one is forbidden; a global. profile needs aws:RequestedRegion "unspecified".
            """,
        fix: """
            Only the organization's management account can change it. Ask for every destination region of the \
            profile, or use a profile or model that stays within the allowed ones.
            """,
        detection: """
            The policy kind in the tail. The region in the refused ARN shows the route: another region is a \
            geographic profile, an empty one a global profile.
            """,
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html")

    package static let rcpDenied = FindingCode(
        "rcp-denied", in: .service,
        title: "A resource control policy of the organization refuses the call",
        meaning: "The organization that owns the resource forbids it.",
        looksLike: "403 AccessDeniedException: ... with an explicit deny in a resource control policy",
        why: "A data perimeter: only identities of the organization may use its resources.",
        fix: "Only the organization's management account can change it.",
        detection: "The policy kind in the tail of the denial.",
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html")

    package static let permissionsBoundaryDenied = FindingCode(
        "permissions-boundary-denied", in: .service,
        title: "The caller's permissions boundary leaves the action out",
        meaning: "A boundary caps what the identity's policies can give.",
        looksLike: """
            403 AccessDeniedException: ... because no permissions boundary allows the bedrock:InvokeModel action
            """,
        why: "The role was made with a boundary by a platform team, and Bedrock is not in it.",
        fix: """
            Add the action to the boundary; the policies alone do not help. `aws iam get-role --role-name R \
            --query Role.PermissionsBoundary` shows which it is.
            """,
        detection: "The policy kind in the tail of the denial.",
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html")

    package static let sessionPolicyDenied = FindingCode(
        "session-policy-denied", in: .service,
        title: "The session's own policy leaves the action out",
        meaning: "The credentials were issued with a narrower policy than the role has.",
        looksLike: "403 AccessDeniedException: ... because no session policy allows the bedrock:InvokeModel action",
        why: "AssumeRole or federation passed a policy; tools that hand out credentials do so.",
        fix: """
            Get new credentials without the session policy, or with the action in it. The role's policies are \
            not the cause.
            """,
        detection: "The policy kind in the tail of the denial.",
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html")

    package static let vpcEndpointPolicyDenied = FindingCode(
        "vpc-endpoint-policy-denied", in: .service,
        title: "The VPC endpoint's policy refuses the call",
        meaning: "The call went through a VPC endpoint whose policy does not let it pass.",
        looksLike: """
            403 AccessDeniedException: ... because no VPC endpoint policy allows the bedrock:InvokeModel action
            """,
        why: """
            An endpoint policy that lists models or actions; on laptops, a VPN or split DNS that resolves \
            Bedrock's host to the company's endpoint.
            """,
        fix: "Change the endpoint's policy, not IAM. On a laptop compare with the VPN off.",
        detection: "The policy kind in the tail of the denial.",
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html")

    package static let crossAccountDenied = FindingCode(
        "cross-account-denied", in: .service,
        title: "The resource belongs to another account that does not allow the call",
        meaning: "Caller and resource are in different accounts; both sides must allow.",
        looksLike: """
            403 AccessDeniedException: a denial whose principal and resource name different 12-digit account ids.
            """,
        why: """
            A wrong account id in a profile's or model's ARN, credentials of the wrong account, or a resource \
            policy that is missing.
            """,
        fix: """
            Compare `aws sts get-caller-identity` with the account in the ARN. If both are meant, let the \
            resource's policy allow the caller.
            """,
        detection: """
            The two account ids in the denial differ and the tail names no policy or a resource-based one.
            """,
        source: """
            https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
            """)

    package static let bearerIAMDenied = FindingCode(
        "bearer-iam-denied", in: .service,
        title: "The identity behind the API key may not use API keys",
        meaning: "A Bedrock API key acts for an IAM identity, which must allow bedrock:CallWithBearerToken.",
        looksLike: "403 AccessDeniedException: ... is not authorized to perform: bedrock:CallWithBearerToken",
        why: "The key was made for a role or user without that action.",
        fix: "Allow bedrock:CallWithBearerToken, or unset AWS_BEARER_TOKEN_BEDROCK and sign with access keys.",
        detection: "The denial names bedrock:CallWithBearerToken as the action.",
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-use.html")

    package static let serviceRoleDenied = FindingCode(
        "service-role-denied", in: .service,
        title: "A role that the request hands over lacks a permission",
        meaning: "The service checked the request, and may not do with the given role what the request asks for.",
        looksLike: """
            400 ValidationException: Failed to validate permissions for log group: NAME, with role: ARN. Verify the IAM role \
            permissions are correct.
            """,
        why: """
            The policies of an execution or service role lack an action or a resource, its trust policy does not name the \
            service, it was made a moment ago, or it is another role than was meant. The caller's own policies say nothing of it.
            """,
        fix: """
            Add the actions in the message to the role's policy, on the resource in the message, and let its trust policy name \
            the service as principal. `aws iam get-role --role-name R --query Role.AssumeRolePolicyDocument` shows whom it trusts.
            """,
        detection:
            "The words about a role and a permission in an error of the request; IAM's own sentence is iam-denied.",
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/security-iam-sr.html")

    static let servicePolicies: [FindingCode] = [
        iamDenied, explicitDeny, scpDenied, rcpDenied, permissionsBoundaryDenied, sessionPolicyDenied,
        vpcEndpointPolicyDenied, crossAccountDenied, bearerIAMDenied, serviceRoleDenied,
    ]
}
