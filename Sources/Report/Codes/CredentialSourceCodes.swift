/// The pages about sources of credentials that PRX does not use, and names that nothing reads.
enum CredentialSourceCodes {
    static let pages: [CodePage] = [
        CodePage(
            code: "credentials-bearer-token-ignored",
            title: "A Bedrock API key is set, which PRX does not use",
            meaning:
                "AWS_BEARER_TOKEN_BEDROCK is in the environment. PRX signs with a key pair; tools built on "
                + "the AWS SDKs send the token instead.",
            looksLike:
                "Two tools in one shell, with different rights. Or: \"Authentication failed\" from one "
                + "although the keys are good.",
            why:
                "The SDKs prefer the token as soon as the variable exists, even an empty one, and even to "
                + "keys given to the client.",
            mend: "To have one identity everywhere: unset AWS_BEARER_TOKEN_BEDROCK",
            detection: "AWS_BEARER_TOKEN_BEDROCK is set and not blank.",
            source: "https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-use.html"),
        CodePage(
            code: "credentials-profile-files",
            title: "AWS profile files are present",
            meaning: "~/.aws/credentials or ~/.aws/config, or their stand-ins, exist.",
            looksLike: "The AWS CLI works, and PRX says that credentials are not set.",
            why:
                "PRX's documentation says that it takes credentials from the environment only. Its newer "
                + "source falls back to the [default] profile of ~/.aws/credentials, with the region of "
                + "~/.aws/config; other profiles, roles and single sign-on it never uses.",
            mend: "eval \"$(aws configure export-credentials --profile NAME --format env)\"",
            detection: "The files, by their profiles' names; no value of theirs is read for the report.",
            source: "PRX's Bedrock page and its Bedrock provider's source"),
        CodePage(
            code: "credentials-profile-ignored",
            title: "A profile is chosen, which PRX does not use",
            meaning: "AWS_PROFILE or AWS_DEFAULT_PROFILE is set.",
            looksLike: "The AWS CLI acts as one identity, PRX as another.",
            why: "The variable steers the AWS tools; PRX reads the key pair only.",
            mend:
                "Export the profile's keys: eval \"$(aws configure export-credentials --profile NAME "
                + "--format env)\", or unset AWS_PROFILE",
            detection: "The variable is set and not blank.",
            source: "https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-envvars.html"),
        CodePage(
            code: "credentials-web-identity-ignored",
            title: "A web identity is set up, which PRX does not use",
            meaning: "AWS_WEB_IDENTITY_TOKEN_FILE or AWS_ROLE_ARN is set, as on EKS.",
            looksLike: "Pods whose AWS SDK calls work while PRX finds no credentials.",
            why: "The SDKs exchange the token for keys at STS; PRX wants keys.",
            mend:
                "eval \"$(aws configure export-credentials --format env)\" before PRX starts, again whenever "
                + "they expire.",
            detection: "AWS_WEB_IDENTITY_TOKEN_FILE or AWS_ROLE_ARN is set.",
            source: "https://docs.aws.amazon.com/sdkref/latest/guide/feature-assume-role-credentials.html"),
        CodePage(
            code: "credentials-container-ignored",
            title: "A container's role is set up, which PRX does not use",
            meaning: "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI or _FULL_URI is set, as on ECS.",
            looksLike: "Tasks whose AWS SDK calls work while PRX finds no credentials.",
            why: "The SDKs fetch keys from that address; PRX does not.",
            mend:
                "eval \"$(aws configure export-credentials --format env)\" in the container, again whenever "
                + "they expire.",
            detection: "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI or AWS_CONTAINER_CREDENTIALS_FULL_URI is set.",
            source: "https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html"),
        CodePage(
            code: "credentials-security-token-ignored",
            title: "The session token has its old name",
            meaning: "AWS_SECURITY_TOKEN is set. botocore still reads it; PRX and newer SDKs do not.",
            looksLike: "\"The security token included in the request is invalid\" from PRX only.",
            why: "An old script set it.",
            mend: "export AWS_SESSION_TOKEN=\"$AWS_SECURITY_TOKEN\"; unset AWS_SECURITY_TOKEN",
            detection: "The variable is set and not blank.",
            source: "botocore's credential provider for the environment"),
        CodePage(
            code: "credentials-file-variable-ignored",
            title: "Other profile files are named, which PRX does not read",
            meaning: "AWS_SHARED_CREDENTIALS_FILE or AWS_CONFIG_FILE is set.",
            looksLike: "The AWS CLI finds a profile that PRX does not.",
            why: "The variables move the files for AWS's tools only.",
            mend:
                "Export the profile that is meant: eval \"$(aws configure export-credentials --profile NAME "
                + "--format env)\"",
            detection: "One of the variables is set.",
            source: "https://docs.aws.amazon.com/sdkref/latest/guide/file-location.html"),
        CodePage(
            code: "credentials-metadata-variable",
            title: "The instance's metadata is switched off",
            meaning:
                "AWS_EC2_METADATA_DISABLED is set. It means nothing to PRX, which never asks an instance "
                + "for a role.",
            looksLike: "A pass line; SDKs that rely on an instance's role find no credentials.",
            why: "It keeps SDKs from waiting for an address that does not answer.",
            mend: "Leave it, unless the machine is an instance of EC2 and its role is meant: then unset it.",
            detection: "AWS_EC2_METADATA_DISABLED is set and not blank.",
            source: "https://docs.aws.amazon.com/sdkref/latest/guide/feature-imds-credentials.html"),
        CodePage(
            code: "credentials-variable-misnamed",
            title: "A credential stands under a name that nothing reads",
            meaning: "A variable's name is nearly that of a credential's.",
            looksLike: "\"Credentials not set\", though they seem to be.",
            why: "A slip, small letters, or the name from another tool (AWS_ACCESS_KEY, AWS_SECRET_KEY).",
            mend: "Give it its right name; the finding has the command.",
            detection:
                "The name differs in case only, is a known wrong one, or is at most two edits away from a "
                + "right one.",
            source: "https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html#EVarSettings"),
    ]
}
