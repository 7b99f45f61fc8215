import Codes
import Evidence
import Report
import WireText

extension CredentialLink {
    /// What to do about a link that failed: in its own place, never with keys of one's own in place of a role.
    func ownRemedies(_ call: FailedCall) -> [Remedy] {
        switch self {
        case .brokenFile: brokenFile(call)
        case .loginLibrary:
            [
                Remedy(
                    """
                    The profile signs in by aws login, for which this SDK needs the library awscrt: install botocore[crt] into the \
                    environment that runs (an image, a virtual environment, uvx --with). A new sign-in does not help.
                    """,
                    command: "pip install 'botocore[crt]'"
                ).about(.instruction),
                Remedy(
                    "Or give the program the credentials that the AWS CLI 2 has.", command: ProfileCommand.export()
                ).about(.renewal),
            ]
        case .roleCallback:
            [
                Remedy(
                    """
                    The client handed the SDK a provider that cannot assume the role itself: in JavaScript use \
                    fromNodeProviderChain() or fromTokenFile() of @aws-sdk/credential-providers, which bring that along, in place of \
                    fromWebToken or fromIni of a package alone (or pass roleAssumerWithWebIdentity or roleAssumer), and keep the SDK's \
                    packages at one version. In a finished program: update it. The role and its trust policy are not the problem yet.
                    """),
                Remedy(
                    "Until then, give it the role's credentials as variables.", command: ProfileCommand.export()
                ).about(.renewal),
            ]
        case .multiFactor:
            [
                Remedy(
                    """
                    The role of the profile wants an MFA code, which this program does not ask for: let the AWS CLI make the session \
                    (it asks), and give the program its credentials.
                    """,
                    // The words are those of the SDK for JavaScript alone.
                    command: (ProfileCommand.export(call.profileWord == "NAME" ? nil : call.profileWord)
                        ?? ProfileCommand.export()).map {
                            call.text.contains("callback") ? ProfileCommand.forJavaScript($0) : $0
                        }
                ).about(.renewal)
            ]
        case .credentialProcess: process(call)
        case .buildFeature:
            [
                Remedy(
                    """
                    The profile needs a feature of the SDK (credentials-process for credential_process, sso for single sign-on) that \
                    this program was built without: use a newer or other build of it, or give it credentials in another way, as \
                    variables or a role.
                    """,
                    command: ProfileCommand.export()
                ).about(.renewal)
            ]
        case .consoleSignIn, .podTrust, .podAssociation, .assertion, .sourceProfile, .actionInputs: setUp
        case .roleBase: roleBase(call)
        case .providerRefused:
            [
                Remedy(
                    """
                    AWS STS asked the identity provider (its host stands in the message) about the token, and it refused: the token \
                    has expired, was revoked, or is one of another app. Sign in there again and hand over the new token.
                    """)
            ]
        case .tokenNotValid:
            [
                Remedy(
                    """
                    The role's account has no IAM OIDC identity provider for the issuer of this token, or one for another cluster or \
                    URL, or the token has expired. Create the provider in that account with exactly the issuer's URL (of EKS: \
                    cluster.identity.oidc.issuer). A trust policy that does not fit would be AccessDenied instead.
                    """,
                    command: "aws iam list-open-id-connect-providers")
            ]
        case .webIdentity:
            [
                Remedy(
                    """
                    The web identity could not be exchanged: see that the file in AWS_WEB_IDENTITY_TOKEN_FILE is there and readable, \
                    that the trust policy of the role in AWS_ROLE_ARN names the service account, and that the process reaches AWS STS \
                    (its region, a proxy). The cause stands in the innermost error, which is not shown here.
                    """,
                    command: "aws sts get-caller-identity --debug")
            ]
        case .podTokenEmpty:
            [
                Remedy(
                    """
                    Hand the token to the process that calls: the agent answered, so it runs and is reached, and the request brought none. The process does not have AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE (php-fpm takes \
                    the variables away unless clear_env = no, sudo and cron do, too), or cannot read that file as its user, or its SDK is of before EKS Pod Identity: update it. Role, association and agent are not \
                    the problem.
                    """),
                Remedy(
                    "Look from inside that very process, not from another shell of the pod.",
                    command: "kubectl exec POD -- sh -c 'ls -lL \"$AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE\"; id'"),
            ]
        case .podToken:
            [
                Remedy(
                    """
                    The agent could not parse the token: it wants the content of AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE alone as the \
                    Authorization header, without a word before it such as Bearer, and without quotes or a line break. Update the client \
                    or its SDK; its own code must send the file's content as it is.
                    """)
            ]
        case .trustPolicy:
            [
                Remedy(
                    """
                    The role's trust policy does not accept this token: the principal must be the OIDC provider of its issuer, the \
                    condition on aud must have its audience (sts.amazonaws.com), and the one on sub its subject \
                    (repo:OWNER/NAME:ref:..., system:serviceaccount:NAMESPACE:NAME; case counts). No permission policy of the role \
                    changes that.
                    """),
                Remedy(
                    "See the trust policy.",
                    command: "aws iam get-role --role-name ROLE --query Role.AssumeRolePolicyDocument"),
            ]
        case .identityProvider:
            (partitionOfIssuer(call).map { [$0] } ?? []) + [
                Remedy(
                    """
                    The account of the role has no IAM OIDC identity provider for the issuer in the message: create it in that account \
                    with exactly that URL and the audience sts.amazonaws.com, or correct the account in the role's ARN.
                    """,
                    command: "aws iam list-open-id-connect-providers")
            ]
        case .identityProviderKeys where Chance.isTold(in: WordText(call.shown)):
            [
                Remedy(
                    """
                    Try again, with a wait between: AWS STS fetches the issuer's keys over the internet, and now and then does not get them in time. Since the same call gets through at other times, provider, role and trust policy are right. Let the job \
                    repeat this step by itself (a retry around the assuming of the role), and see the issuer's page of incidents where it goes on.
                    """)
            ]
        case .identityProviderKeys:
            [
                Remedy(
                    """
                    AWS STS could not fetch the keys of the OIDC identity provider: its issuer URL must be reachable from the internet, \
                    its configuration and keys must be served there, and its certificate must be trusted. See the issuer of the token \
                    and the provider's URL; for a new cluster or issuer wait some minutes and try again.
                    """,
                    command: "aws iam list-open-id-connect-providers")
            ]
        case .tokenAudience:
            [
                Remedy(
                    """
                    AWS STS refused the token's audience (aud): request the token for an audience that the IAM OIDC provider lists as a \
                    client id (sts.amazonaws.com for EKS and GitHub), or add the token's audience to the provider.
                    """,
                    command: "aws iam list-open-id-connect-providers")
            ]
        case .tokenFile where call.text.lowercased().contains("permission denied"):
            [
                Remedy(
                    """
                    The token of the service account is there, and the process may not read it: it runs as a user that the file does not belong \
                    to. Set securityContext.fsGroup of the pod to that user's group (or any, such as 65534), or run as the user that the \
                    image was made for.
                    """)
            ]
        case .tokenFile:
            [
                Remedy(
                    """
                    AWS_WEB_IDENTITY_TOKEN_FILE names a file that is not there, or cannot be read: the pod runs without the service \
                    account's role. Annotate the service account with eks.amazonaws.com/role-arn, let the pod use it, and restart the \
                    pod; outside a pod, unset the variable.
                    """,
                    command: "kubectl get serviceaccount -o yaml | grep eks.amazonaws.com/role-arn")
            ]
        case .tokenModule:
            [
                Remedy(
                    """
                    A web identity is set up, and the SDK for Java lacks its STS module: add the dependency \
                    software.amazon.awssdk:sts, in the SDK's own version, to the class path. The other links of the chain are empty, as \
                    they should be.
                    """)
            ]
        case .sessionFromSession:
            [
                Remedy(
                    """
                    GetSessionToken takes the long-lived keys of a user, and no session. You have a session already: use its \
                    credentials as they are.
                    """,
                    command: ProfileCommand.export()
                ).about(.renewal)
            ]
        case .permissionSet, .singleSignOn: signOn(call)
        case .podIdentity, .podIdentityUnknown:
            [
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
        case .container:
            [
                Remedy(
                    """
                    The container's credentials endpoint gave none: give the task a task role (not the execution role), \
                    and pass AWS_CONTAINER_CREDENTIALS_RELATIVE_URI on to the process. Keep proxies out of it: \
                    NO_PROXY=169.254.170.2. For EKS Pod Identity (169.254.170.23) update the SDK to a newer version.
                    """),
                Remedy(
                    """
                    If it says that the id or the credentials are not found, the agent no longer knows the task: see that the task \
                    role exists, update the ECS agent, and start the task anew.
                    """),
            ]
        case .instanceWithoutRole:
            [
                Remedy(
                    """
                    Instance metadata answered, and has no role: attach an instance profile with a role to the instance. In a pod of \
                    EKS the role is the service account's, in a task of ECS the task role.
                    """)
            ]
        case .instanceMetadata: metadata(call)
        case .profile: profile(call)
        }
    }

    /// A token of an EKS cluster in a partition of its own, whose AWS STS alone knows the account and its provider.
    private func partitionOfIssuer(_ call: FailedCall) -> Remedy? {
        guard let mark = call.message.firstRange(of: "oidc.eks."),
            let region = call.message[mark.upperBound...].split(separator: ".").first,
            region.hasPrefix("cn-") || region.hasPrefix("us-gov-") || region.hasPrefix("us-iso")
        else { return nil }
        return Remedy(
            """
            The token's issuer is in \(PrintableText.escaped(String(region), limit: 24)), another partition than AWS STS of the default region (us-east-1), \
            which knows no provider of that account. Set the region of the client and of its STS to the cluster's where the program runs; then see \
            whether the provider is there.
            """,
            command: ShellWord.quoted(String(region)).map { "export AWS_REGION=\($0) AWS_DEFAULT_REGION=\($0)" })
    }

    private func metadata(_ call: FailedCall) -> [Remedy] {
        if let distant = DistantMetadata(call) { return distant.remedies }
        let place = ProgramPlace(call)?.remedies ?? KeyHolder(call)?.remedies(.credentialsMissing) ?? []
        let last = Remedy(
            """
            Set up the link of the chain that is meant to provide: that instance metadata was asked, the last one, says that those before it (variables, the profile, the web identity, the container) gave nothing. \
            On your own machine it is a profile, named by AWS_PROFILE, single sign-on or variables; in a task of ECS or Fargate the task role; in EKS the service account's role.
            """,
            call.env)
        let instance = Remedy(
            """
            On EC2 the instance's role is meant: attach an instance profile, from a container raise the hop limit of IMDSv2 to 2, and keep proxies out of it \
            (NO_PROXY=169.254.169.254, over http://, port 80).
            """)
        return place + [last, instance]
    }
}
