import Codes
import Evidence
import Report

extension FailedCall {
    /// What to do where a service that hands out credentials gave none: in its own place, never with keys of one's own.
    func credentialSource(_ code: FindingCode) -> [Remedy]? {
        let isOfSource =
            code == .credentialsMissing || code == .credentialsServiceUnreachable || code == .tokenInvalid
        guard isOfSource, let source = answer.service.flatMap(CredentialSource.init(service:)) else { return nil }
        switch source {
        case .identityCenter:
            return [
                Remedy(
                    """
                    IAM Identity Center refused, not Bedrock: the session is over, or the profile names an account, a \
                    permission set (sso_role_name) or an sso_region that it does not have for you. Sign in again.
                    """,
                    command: "aws sso login"),
                Remedy(
                    """
                    See which permission sets are assigned to you in the access portal; sso_role_name is the name of a \
                    permission set, not of an IAM role, and sso_region is the region of Identity Center, not of Bedrock.
                    """),
            ]
        case .podIdentity:
            return [
                Remedy(
                    """
                    The EKS Pod Identity agent gives the credentials: update the SDK to a version that knows its address \
                    169.254.170.23, and see that the agent runs on the node and can reach EKS Auth.
                    """,
                    command: "kubectl get pods -n kube-system -l app.kubernetes.io/name=eks-pod-identity-agent"),
                Remedy(
                    """
                    The client must send the token in AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE as its Authorization header; \
                    an SDK does.
                    """),
            ]
        case .instanceMetadata:
            return [
                Remedy(
                    """
                    No role came from instance metadata, which is the last place an SDK looks. On EC2, attach an instance \
                    profile; from a container on EC2, raise the hop limit of IMDSv2 to 2. Keep proxies out of it: \
                    NO_PROXY=169.254.169.254.
                    """),
                Remedy(
                    """
                    Elsewhere nothing answers at that address: the places before it were empty. In a container of ECS it \
                    is the task role, by AWS_CONTAINER_CREDENTIALS_RELATIVE_URI; in EKS the service account's role.
                    """,
                    env),
            ]
        case .container:
            return [
                Remedy(
                    """
                    The container's credentials endpoint gave none: give the task a task role (not the execution role), \
                    and pass AWS_CONTAINER_CREDENTIALS_RELATIVE_URI on to the process. Keep proxies out of it: \
                    NO_PROXY=169.254.170.2. For EKS Pod Identity (169.254.170.23) update the SDK to a newer version.
                    """)
            ]
        case .tokenService:
            guard code == .credentialsMissing else { return nil }
            return [
                Remedy(
                    """
                    AWS STS refused to give credentials, not Bedrock. For a web identity see the role's trust policy: the \
                    OIDC provider, its audience (sts.amazonaws.com for EKS) and the subject must be those of the token.
                    """),
                Remedy(
                    """
                    GetSessionToken takes long-lived keys of a user, and no temporary ones: use those you have, or assume \
                    a role with them.
                    """),
            ]
        }
    }
}
