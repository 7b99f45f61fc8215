import Report

/// A source of credentials, or a variable about one, that the AWS SDKs know and PRX does not.
struct UnusedSource {
    let code: String
    let variables: [String]
    var verb = "use"
    var status: Status = .warn
    let detail: String
    let remedy: String
    var command: String?

    /// Whether `aws configure export-credentials` can turn the source into variables.
    var isExportable = true

    /// Whether the value of a variable of the source is a secret.
    func isSecret(_ name: String) -> Bool { UnusedSource.secrets.contains(name) }

    private static let secrets: Set<String> = ["AWS_SECURITY_TOKEN", "AWS_CONTAINER_AUTHORIZATION_TOKEN"]

    static let all: [UnusedSource] = [
        UnusedSource(
            code: "credentials-profile-ignored", variables: ["AWS_PROFILE", "AWS_DEFAULT_PROFILE"],
            detail:
                "The AWS CLI and SDKs may take this profile's credentials while PRX signs with the keys of the environment: two tools, two identities.",
            remedy: "If the profile is not meant, take the variable away"),
        UnusedSource(
            code: "credentials-web-identity-ignored", variables: ["AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_ROLE_ARN"],
            detail:
                "The AWS SDKs exchange this token for a role's keys, as on EKS. PRX needs keys that are already exchanged.",
            remedy: "Exchange it, and export the keys",
            command: "eval \"$(aws configure export-credentials --format env)\""),
        UnusedSource(
            code: "credentials-container-ignored",
            variables: [
                "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                "AWS_CONTAINER_AUTHORIZATION_TOKEN", "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE",
            ],
            detail: "The AWS SDKs fetch a task role's keys from there, as on ECS. PRX does not fetch keys.",
            remedy: "Fetch them, and export the keys",
            command: "eval \"$(aws configure export-credentials --format env)\""),
        UnusedSource(
            code: "credentials-security-token-ignored", variables: ["AWS_SECURITY_TOKEN"], verb: "read",
            detail:
                "It is the old name of AWS_SESSION_TOKEN. botocore still reads it and PRX does not, so one of them signs with a token and the other without.",
            remedy: "Use the name that everything reads",
            command: "export AWS_SESSION_TOKEN=\"$AWS_SECURITY_TOKEN\"; unset AWS_SECURITY_TOKEN", isExportable: false),
        UnusedSource(
            code: "credentials-file-variable-ignored", variables: ["AWS_SHARED_CREDENTIALS_FILE", "AWS_CONFIG_FILE"],
            verb: "read",
            detail: "The AWS CLI and SDKs read their profiles from these files. PRX looks at ~/.aws at most.",
            remedy: "Export the profile that is meant",
            command: "eval \"$(aws configure export-credentials --format env)\""),
        UnusedSource(
            code: "credentials-metadata-variable", variables: ["AWS_EC2_METADATA_DISABLED"], verb: "need",
            status: .pass,
            detail: "It keeps the AWS SDKs from asking an instance for a role. PRX never asks.",
            remedy: "Nothing to do", isExportable: false),
    ]
}
