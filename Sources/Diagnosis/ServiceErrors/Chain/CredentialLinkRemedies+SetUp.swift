import Report

extension CredentialLink {
    /// What to set up where a link of the chain lacks a part that somebody has to make once.
    ///
    /// Sources: <https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html>,
    /// <https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sign-in.html>,
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html>,
    /// <https://docs.aws.amazon.com/sdkref/latest/guide/feature-assume-role-credentials.html>,
    /// <https://github.com/aws-actions/configure-aws-credentials>.
    var setUp: [Remedy] {
        switch self {
        case .consoleSignIn:
            [
                Remedy(
                    """
                    aws login wants signin:AuthorizeOAuth2Access and signin:CreateOAuth2Token for the user or role that signs in: attach the managed \
                    policy SignInLocalDevelopmentAccess, or sign in by IAM Identity Center (aws sso login).
                    """)
            ]
        case .podTrust:
            [
                Remedy(
                    """
                    The role's trust policy must let the service principal pods.eks.amazonaws.com call both sts:AssumeRole and sts:TagSession; one made \
                    for IAM roles for service accounts (a federated OIDC provider) does not. No permission policy of the role changes that.
                    """,
                    command: "aws iam get-role --role-name ROLE --query Role.AssumeRolePolicyDocument")
            ]
        case .podAssociation:
            [
                Remedy(
                    """
                    Associate a role with the service account of the pod, in this cluster and namespace, and start the pod anew: EKS hands the \
                    token to pods that start after that.
                    """,
                    command: "aws eks list-pod-identity-associations --cluster-name CLUSTER")
            ]
        case .assertion:
            [
                Remedy(
                    """
                    The assertion does not fit the identity provider in IAM: its Issuer must be the entity id in the provider's metadata (upload the \
                    metadata anew after a change of certificate or issuer), the provider's ARN must stand with the role in the attribute Role, \
                    and the role's trust policy must name that provider and allow sts:AssumeRoleWithSAML.
                    """,
                    command: "aws iam list-saml-providers")
            ]
        case .sourceProfile:
            [
                Remedy(
                    """
                    source_profile must name a profile that has credentials of its own (keys, credential_process, sso_session, or a role with another \
                    source), and must not lead back to the profile that names it. Correct source_profile in ~/.aws/config; a profile of keys alone stands in \
                    ~/.aws/credentials under the same name.
                    """,
                    command: "aws configure list-profiles")
            ]
        default:
            [
                Remedy(
                    """
                    The step was given no credentials: with role-to-assume let the job request a token (permissions: id-token: write, beside contents: \
                    read; a called workflow needs them from its caller); with keys see that the secrets have values here: workflows of forks \
                    and of Dependabot get none, and a name that does not exist is empty.
                    """)
            ]
        }
    }
}
