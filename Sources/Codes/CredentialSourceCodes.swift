/// The pages about sources of credentials that a run does not use by itself, and names that nothing reads.
extension FindingCode {
    package static let credentialsBearerTokenIgnored = FindingCode(
        "credentials-bearer-token-ignored", in: .credentials,
        title: "A Bedrock API key is set and not used",
        meaning:
            "AWS_BEARER_TOKEN_BEDROCK is in the environment. This run signs with a key pair; tools built on "
            + "the AWS SDKs send the token instead.",
        looksLike:
            "Two tools in one shell, with different rights. Or: \"Authentication failed\" from one "
            + "although the keys are good.",
        why:
            "The SDKs prefer the token as soon as the variable exists, even an empty one, and even to "
            + "keys given to the client.",
        fix: "To have one identity everywhere: unset AWS_BEARER_TOKEN_BEDROCK",
        detection:
            "AWS_BEARER_TOKEN_BEDROCK is set, and the run signs: it has a key pair, or was told to (--auth sigv4).",
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-use.html")

    package static let credentialsProfileFiles = FindingCode(
        "credentials-profile-files", in: .credentials,
        title: "AWS profile files are present",
        meaning: "~/.aws/credentials or ~/.aws/config, or their stand-ins, exist.",
        looksLike: "The AWS CLI works, and a tool that reads the environment only finds no credentials.",
        why:
            "PRX's documentation says that it takes credentials from the environment only. Its newer "
            + "source falls back to the [default] profile of ~/.aws/credentials, with the region of "
            + "~/.aws/config; other profiles, roles and single sign-on it never uses.",
        fix: "eval \"$(aws configure export-credentials --profile NAME --format env)\"",
        detection: "The files, by their profiles' names; no value of theirs is read for the report.",
        source: "PRX's Bedrock page and its Bedrock provider's source")

    package static let credentialsProfileUnknown = FindingCode(
        "credentials-profile-unknown", in: .credentials,
        title: "There is no profile of that name",
        meaning:
            "Neither ~/.aws/credentials nor ~/.aws/config, or the files that stand in for them, has the profile.",
        looksLike: "\"The config profile (NAME) could not be found\" from the AWS CLI and boto3.",
        why:
            "A typing error, another home directory (sudo, a container, a service), or a profile of another machine.",
        fix: "Name one of the profiles that the finding lists, or make it: aws configure --profile NAME",
        detection: "The headings of the two files: [NAME] in the first, [profile NAME] in the second.",
        source: "https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html")

    package static let credentialsProfileIncomplete = FindingCode(
        "credentials-profile-incomplete", in: .credentials,
        title: "The profile has no whole set of credentials",
        meaning: "One half of its key pair is missing, or it has no source of credentials at all.",
        looksLike: "\"Partial credentials found in shared-credentials-file\" from boto3.",
        why: "The setting was left out or misspelt, or the profile holds a region and output form only.",
        fix: "Add aws_access_key_id and aws_secret_access_key, both in one file, or single sign-on or a role.",
        detection: "The profile's settings, read from the files; none of their values is shown.",
        source: "https://docs.aws.amazon.com/sdkref/latest/guide/feature-static-credentials.html")

    package static let credentialsProfileNeedsCLI = FindingCode(
        "credentials-profile-needs-cli", in: .credentials,
        title: "The profile needs the AWS CLI 2",
        meaning:
            "Its credentials come from single sign-on, a role, a console login or a credential process, for which "
            + "this tool asks `aws configure export-credentials`.",
        looksLike: "A failure with --profile on a machine without the AWS CLI, or with its version 1.",
        why: "This tool starts no login and runs no credential process of its own.",
        fix: "Install the AWS CLI 2, or export the keys where it is and bring them here.",
        detection: "`aws` is not on the path, or does not know the subcommand.",
        source: "https://docs.aws.amazon.com/cli/latest/reference/configure/export-credentials.html")

    package static let credentialsProfileFailed = FindingCode(
        "credentials-profile-failed", in: .credentials,
        title: "The profile gave no credentials",
        meaning: "The AWS CLI could not get them, or the profile files cannot be read.",
        looksLike: "\"Error when retrieving token from sso: Token has expired\", \"Unable to locate credentials\".",
        why: "An expired login, a role that may not be assumed, or a credential process that failed.",
        fix:
            "For single sign-on: aws sso login --profile NAME. Otherwise see what the AWS CLI says; the finding quotes it.",
        detection: "The exit status of `aws configure export-credentials`, which may take as long as a call may.",
        source: "https://docs.aws.amazon.com/cli/latest/reference/configure/export-credentials.html")

    package static let credentialsProfileIgnored = FindingCode(
        "credentials-profile-ignored", in: .credentials,
        title: "A profile is selected and not used",
        meaning: "AWS_PROFILE or AWS_DEFAULT_PROFILE is set.",
        looksLike: "The AWS CLI acts as one identity, a tool that reads the environment only as another.",
        why: "The variable steers the AWS tools; without --profile the key pair of the environment counts.",
        fix:
            "Export the profile's keys: eval \"$(aws configure export-credentials --profile NAME "
            + "--format env)\", or unset AWS_PROFILE",
        detection: "The variable is set and not blank.",
        source: "https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-envvars.html")

    package static let credentialsWebIdentityIgnored = FindingCode(
        "credentials-web-identity-ignored", in: .credentials,
        title: "A web identity is set up and not used",
        meaning: "AWS_WEB_IDENTITY_TOKEN_FILE or AWS_ROLE_ARN is set, as on EKS.",
        looksLike: "Pods whose AWS SDK calls work while other tools find no credentials.",
        why: "The SDKs exchange the token for keys at STS; a tool that reads only the environment needs keys.",
        fix:
            "eval \"$(aws configure export-credentials --format env)\" before the program starts, again whenever "
            + "they expire.",
        detection: "AWS_WEB_IDENTITY_TOKEN_FILE or AWS_ROLE_ARN is set.",
        source: "https://docs.aws.amazon.com/sdkref/latest/guide/feature-assume-role-credentials.html")

    package static let credentialsContainerIgnored = FindingCode(
        "credentials-container-ignored", in: .credentials,
        title: "A container's role is set up and not used",
        meaning: "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI or _FULL_URI is set, as on ECS.",
        looksLike: "Tasks whose AWS SDK calls work while other tools find no credentials.",
        why: "The SDKs fetch keys from that address; a tool that reads the environment only does not.",
        fix:
            "eval \"$(aws configure export-credentials --format env)\" in the container, again whenever "
            + "they expire.",
        detection: "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI or AWS_CONTAINER_CREDENTIALS_FULL_URI is set.",
        source: "https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html")

    package static let credentialsSecurityTokenIgnored = FindingCode(
        "credentials-security-token-ignored", in: .credentials,
        title: "The session token has its old name",
        meaning: "AWS_SECURITY_TOKEN is set. botocore still reads it; newer SDKs do not.",
        looksLike: "\"The security token included in the request is invalid\" from some tools only.",
        why: "An old script set it.",
        fix: "export AWS_SESSION_TOKEN=\"$AWS_SECURITY_TOKEN\"; unset AWS_SECURITY_TOKEN",
        detection: "The variable is set and not blank.",
        source: "botocore's credential provider for the environment")

    package static let credentialsFileVariableIgnored = FindingCode(
        "credentials-file-variable-ignored", in: .credentials,
        title: "Other profile files are named and not read",
        meaning: "AWS_SHARED_CREDENTIALS_FILE or AWS_CONFIG_FILE is set.",
        looksLike: "The AWS CLI finds a profile that a tool which looks at ~/.aws only does not.",
        why: "The variables move the files for AWS's tools only.",
        fix:
            "Export the profile you want: eval \"$(aws configure export-credentials --profile NAME "
            + "--format env)\"",
        detection: "One of the variables is set.",
        source: "https://docs.aws.amazon.com/sdkref/latest/guide/file-location.html")

    package static let credentialsMetadataVariable = FindingCode(
        "credentials-metadata-variable", in: .credentials,
        title: "Instance metadata is turned off",
        meaning:
            "AWS_EC2_METADATA_DISABLED is set. It means nothing to this tool, which never asks an instance "
            + "for a role.",
        looksLike: "A pass line; SDKs that rely on an instance's role find no credentials.",
        why: "It keeps SDKs from waiting for an address that does not answer.",
        fix: "Leave it, unless the machine is an EC2 instance whose role you want to use: then unset it.",
        detection: "AWS_EC2_METADATA_DISABLED is set and not blank.",
        source: "https://docs.aws.amazon.com/sdkref/latest/guide/feature-imds-credentials.html")

    package static let credentialsVariableMisnamed = FindingCode(
        "credentials-variable-misnamed", in: .credentials,
        title: "A credential is set under a name that nothing reads",
        meaning: "A variable's name is close to that of a credential.",
        looksLike: "\"Credentials not set\", though they seem to be.",
        why: "A typo, lower case, or the name from another tool (AWS_ACCESS_KEY, AWS_SECRET_KEY).",
        fix: "Rename it; the finding has the command.",
        detection:
            "The name differs in case only, is a known wrong one, or is at most two edits away from a "
            + "right one.",
        source: "https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html#EVarSettings")

    static let credentialSourceCodes: [FindingCode] = [
        credentialsBearerTokenIgnored, credentialsBearerTokenFound, credentialsBearerTokenMalformed,
        credentialsBearerTokenExpired, credentialsBearerTokenRegion, credentialsBearerTokenPlaintext,
        credentialsProfileFiles, credentialsProfileUnknown, credentialsProfileIncomplete,
        credentialsProfileNeedsCLI, credentialsProfileFailed, credentialsProfileIgnored, credentialsWebIdentityIgnored,
        credentialsContainerIgnored, credentialsSecurityTokenIgnored, credentialsFileVariableIgnored,
        credentialsMetadataVariable, credentialsVariableMisnamed,
    ]
}
