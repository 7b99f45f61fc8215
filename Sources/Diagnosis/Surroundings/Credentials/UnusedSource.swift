import Codes
import Report

/// A source of credentials, or a variable about one, that the AWS SDKs know and PRX does not.
struct UnusedSource {
    let code: FindingCode
    let variables: [String]
    var verb = "use"
    var status: Status = .warn
    let detail: String
    let fix: Fix

    /// What brings the source and the environment together.
    enum Fix {
        /// Export the profile; or, beside a key pair that is meant, unset the variable.
        case profile

        /// Let the AWS CLI fetch a role's keys, which it does only where no keys are set and no profile is named.
        case role

        /// Rename the variable, or take it away where the right name is in use.
        case rename(to: String)
        case nothing
    }

    /// Whether the value of a variable of the source is a secret.
    func isSecret(_ name: String) -> Bool { UnusedSource.secrets.contains(name) }

    private static let secrets: Set<String> = ["AWS_SECURITY_TOKEN", "AWS_CONTAINER_AUTHORIZATION_TOKEN"]

    static let all: [UnusedSource] = [
        UnusedSource(
            code: .credentialsProfileIgnored, variables: ["AWS_PROFILE", "AWS_DEFAULT_PROFILE"],
            detail:
                "The AWS CLI and SDKs may take this profile's credentials, while the keys of the environment count here: two tools, two identities.",
            fix: .profile),
        UnusedSource(
            code: .credentialsWebIdentityIgnored, variables: ["AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_ROLE_ARN"],
            detail:
                "The AWS SDKs exchange this token for a role's keys, as on EKS. Here only keys that are already exchanged count.",
            fix: .role),
        UnusedSource(
            code: .credentialsContainerIgnored,
            variables: [
                "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                "AWS_CONTAINER_AUTHORIZATION_TOKEN", "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE",
            ],
            detail: "The AWS SDKs fetch a task role's keys from there, as on ECS. Here no keys are fetched.",
            fix: .role),
        UnusedSource(
            code: .credentialsSecurityTokenIgnored, variables: ["AWS_SECURITY_TOKEN"], verb: "read",
            detail:
                "It is the old name of AWS_SESSION_TOKEN. botocore still reads it and newer tools do not, so one of them signs with a token and the other without.",
            fix: .rename(to: CredentialVariables.sessionToken)),
        UnusedSource(
            code: .credentialsFileVariableIgnored, variables: ["AWS_SHARED_CREDENTIALS_FILE", "AWS_CONFIG_FILE"],
            verb: "read",
            detail:
                "The AWS CLI and SDKs read their profiles from these files. Without --profile they do not count here.",
            fix: .profile),
        UnusedSource(
            code: .credentialsMetadataVariable, variables: ["AWS_EC2_METADATA_DISABLED"], verb: "need",
            status: .pass,
            detail: "It keeps the AWS SDKs from asking an instance for a role.",
            fix: .nothing),
    ]
}
