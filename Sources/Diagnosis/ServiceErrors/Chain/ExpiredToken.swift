import Codes
import Evidence
import Report
import WireText

/// Which of several tokens has expired: what renews one of them does not help with another.
///
/// Sources: <https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html>,
/// <https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html>,
/// <https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html>,
/// <https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetCredentialsForIdentity.html>,
/// <https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry_auth.html>.
enum ExpiredToken: Sendable {
    /// The token of an OpenID Connect issuer, which AWS STS was to exchange.
    case webIdentity
    /// The service account's token that the EKS Pod Identity agent was to exchange.
    case podIdentity
    case assertion
    /// The login of an identity pool of Amazon Cognito.
    case cognitoLogin
    case registry
    case consoleLogin
    /// The credentials that a URL was presigned with.
    case presigned
    /// The credentials that were to assume a role.
    case roleBase
    /// The role's credentials of a program that runs in AWS, which its SDK renews by itself.
    case ownRole

    /// Reads a failure; `nil` where the words show no more than that some token has expired.
    init?(_ call: FailedCall) {
        let text = String(call.message.prefix(16_384))
        let lower = text.lowercased()
        let operation = call.scene.operation?.value ?? call.answer.operation ?? ""
        func says(_ marks: String...) -> Bool { marks.contains(where: lower.contains) }
        if says("assumeroleforpodidentity", "169.254.170.23", "fd00:ec2::23") {
            self = .podIdentity
        } else if operation == "AssumeRoleWithSAML" || says("assumerolewithsaml", "must be redeemed within") {
            self = .assertion
        } else if operation == "AssumeRoleWithWebIdentity"
            || says(
                "assumerolewithwebidentity", "webidentitytoken", "webidentityerr",
                "must be before the expiration date/time", "with oidc")
        {
            self = .webIdentity
        } else if says("invalid login token") {
            self = .cognitoLogin
        } else if says("authorization token has expired"), says("reauthenticate") {
            self = .registry
        } else if says("aws login"), !says("aws sso login") {
            self = .consoleLogin
        } else if Self.isPresigned(lower + "\n" + call.answer.surroundings.lowercased()) {
            self = .presigned
        } else if operation == "AssumeRole" || says("securitytokenserviceclient.assumerole"), says("expiredtoken") {
            self = .roleBase
        } else if let place = call.scene.runtimePlace, [.lambda, .ecs, .serviceAccount, .podIdentity].contains(place) {
            self = .ownRole
        } else if Self.isToldOwnRole(lower + "\n" + call.answer.surroundings.lowercased()) {
            self = .ownRole
        } else {
            return nil
        }
    }

    /// How people name a role that a place gives to what runs in it.
    private static let ownRoles = [
        "task role", "instance profile", "instance role", "execution role", "irsa", "pod identity", "ec2 role",
        "iam role attached",
    ]

    /// Whether the reporter tells of such a role, or of ECS, and of no sign-on or keys of a person beside it.
    private static func isToldOwnRole(_ text: String) -> Bool {
        let text = text.prefix(32_768)
        return (ownRoles.contains(where: text.contains) || RuntimePlace.ecs.isTold(in: String(text)))
            && ![" sso", "sso_", "single sign-on", "aws_session_token=", "aws configure", "mfa", "laptop"].contains(
                where: text.contains)
            && !UseReader.uses(
                of: "task role", "instance profile", "instance role", "execution role", "irsa", "pod identity",
                "ec2 role", "iam role", "ecs", "fargate", in: String(text)
            ).contains(.absent)
    }

    /// Whether a presigned URL of S3's is what was called.
    private static func isPresigned(_ text: String) -> Bool {
        ["x-amz-expires=", "x-amz-signature=", "presigned", "pre-signed", "getsignedurl", "<token-0>"].contains(
            where: text.contains)
            && (text.contains("<token-0>") || text.contains("s3"))
    }

    /// What to do, for the token that it is.
    func remedies(_ call: FailedCall) -> [Remedy] {
        switch self {
        case .webIdentity: webIdentity(call)
        case .presigned:
            [
                Remedy(
                    """
                    A URL that is presigned with temporary credentials ends with them, whatever expiry it was given: with those of a role after an hour to \
                    twelve, of a Lambda function, a task or an instance often earlier. Presign shortly before the URL is used and for less time; for days \
                    presign with the keys of an IAM user (7 days at most), or use CloudFront's signed URLs.
                    """)
            ]
        case .podIdentity:
            [
                Remedy(
                    """
                    The service account's token that was handed to the EKS Pod Identity agent has expired, not an AWS session: the kubelet \
                    writes a new one into the file in AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE before that, and the client must read the file for \
                    each request. A client that read it once, or sends the token of a variable, keeps an old one: update its SDK, and restart \
                    the pod now. See the node's clock, too.
                    """,
                    command: "kubectl rollout restart deployment NAME")
            ]
        case .assertion:
            [
                Remedy(
                    """
                    The SAML assertion is too old: AWS STS takes one within five minutes of its issue. Sign in at the identity provider again and \
                    hand the new assertion on at once; if it is new, the clock of this machine or of the provider is off.
                    """)
            ]
        case .cognitoLogin:
            [
                Remedy(
                    """
                    The login token that was given to the Cognito identity pool (the id token of the user pool or provider, an hour by default) \
                    has expired: refresh it with the refresh token, or let the user sign in again, and put the new one into Logins. A client \
                    that caches the identity's credentials must be given the new login before it asks again.
                    """)
            ]
        case .registry:
            [
                Remedy(
                    """
                    The password of the container registry has expired: Amazon ECR's serves twelve hours. Log in anew, and let a job do so before \
                    each push or pull. The AWS credentials themselves may be good.
                    """,
                    command:
                        "aws ecr get-login-password | docker login --username AWS --password-stdin ACCOUNT.dkr.ecr.REGION.amazonaws.com"
                )
            ]
        case .consoleLogin:
            [
                Remedy(
                    "The session of aws login has expired: sign in again, for the same profile.", command: "aws login"
                )
                .about(.renewal, .login)
            ]
        case .roleBase:
            [
                Remedy(
                    """
                    AWS STS refused the credentials that were to assume the role, since they have expired: renew those of the base (source_profile, \
                    variables, the session of single sign-on, the job's own role), and start the program anew. The role's policies are not the \
                    problem.
                    """,
                    call.env)
            ]
        case .ownRole:
            [
                Remedy(
                    """
                    Make the client without keys, so that the SDK's own chain provides the role's credentials and renews them: this program runs in AWS and holds old ones. Do not copy credentials or a session out of the environment or into a cache, \
                    and remove AWS_* keys of another session from the function's, task's or pod's variables. A session that the program assumed \
                    itself must be assumed again, or by a provider that renews. Where the client takes fixed values only, let the SDK's provider give them before each call, or make the client anew \
                    before they end.
                    """)
            ]
        }
    }

    private func webIdentity(_ call: FailedCall) -> [Remedy] {
        let place = call.scene.runtime?.value
        let renewal: String
        if place == RuntimePlace.gitHubActions.name || call.message.lowercased().contains("with oidc") {
            renewal = """
                In GitHub Actions a token serves minutes: let the step that assumes the role request its own (permissions: id-token: write), \
                directly before it is used, and again in a long job; role-duration-seconds sets how long the role's session lasts.
                """
        } else if place == RuntimePlace.serviceAccount.name || place == RuntimePlace.kubernetes.name
            || call.message.contains("serviceaccount")
        {
            renewal = """
                In a pod the kubelet renews the file in AWS_WEB_IDENTITY_TOKEN_FILE: the client must read it each time. Update the SDK, and restart \
                the pod; a token that was copied out of the pod is not renewed.
                """
        } else {
            renewal = """
                Get a new one from its issuer directly before the exchange: in a pod the kubelet renews the file in AWS_WEB_IDENTITY_TOKEN_FILE, \
                which the client must read each time; in a CI job request it anew, since it serves minutes.
                """
        }
        return [
            Remedy(
                """
                The token of the web identity (OIDC) has expired, not an AWS session. \(renewal) If it is new, the clock of the machine that \
                issued it is off.
                """)
        ]
    }
}
