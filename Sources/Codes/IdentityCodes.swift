/// The pages about the question to AWS STS who the caller is.
extension FindingCode {
    private static let callerIdentityPage =
        "https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html"
    private static let commonErrorsPage = "https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html"

    private static let assumeRolePage = "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html"

    package static let identityKnown = FindingCode(
        "identity-known", in: .identity,
        title: "AWS STS knows the caller",
        meaning: "The key id exists, the secret belongs to it, and the session is valid.",
        looksLike: "A pass line with the identity's name and account; the ARN and the user id with -v.",
        why: "--identity was given, and the signature was right.",
        fix:
            "Nothing. When Bedrock refuses this identity, look at policies and model access, and whether it is the "
            + "account that you meant.",
        detection: "GetCallerIdentity answered with status 200; it needs no permission.", source: callerIdentityPage)

    package static let identityKeyUnknown = FindingCode(
        "identity-key-unknown", in: .identity,
        title: "AWS does not know the access key id",
        meaning:
            "The key was deleted or switched off, never existed, or its session token is missing or another's.",
        looksLike: "InvalidClientTokenId: \"The security token included in the request is invalid\".",
        why:
            "Rotated keys that are still in an env file, a typing error, keys of another partition, or a region that "
            + "the account has not enabled.",
        fix:
            "Set keys that exist: IAM console, Security credentials. For a role or single sign-on, export new ones.",
        detection: "The error code of STS; the form of the id tells long-lived and temporary keys apart.",
        source: commonErrorsPage)

    package static let identitySecretWrong = FindingCode(
        "identity-secret-wrong", in: .identity,
        title: "The secret does not belong to the access key id",
        meaning: "AWS found the key and computed another signature than this tool sent.",
        looksLike: "SignatureDoesNotMatch from STS.",
        why: "Halves of two pairs were mixed, or the secret was cut or changed when it was copied.",
        fix:
            "Set both halves again from one place; AWS shows a secret only once, so make a new key if it is lost.",
        detection:
            "The error code of STS, whose message names no clock. The request was signed here, by a signer that is "
            + "tried against AWS's vectors.",
        source: commonErrorsPage)

    package static let identityTokenExpired = FindingCode(
        "identity-token-expired", in: .identity,
        title: "The session token has expired",
        meaning: "The keys are temporary and have expired.",
        looksLike: "ExpiredToken: \"The security token included in the request is expired\".",
        why: "Sessions last from 15 minutes to 36 hours, and a shell keeps what was exported.",
        fix: "Get new keys and export all three values, or use --profile, which renews them.",
        detection: "The error code of STS.", source: commonErrorsPage)

    package static let identityClock = FindingCode(
        "identity-clock", in: .identity,
        title: "AWS STS refuses the time of the signature",
        meaning: "The clock of this machine is more than 15 minutes off.",
        looksLike: "SignatureDoesNotMatch with \"Signature expired\" or \"Signature not yet current\".",
        why: "A virtual machine or a container's host that slept, or a clock that nothing keeps.",
        fix: "Set the clock; doctor clock measures how far it is off. Bedrock allows 5 minutes only.",
        detection: "The words of STS's message.", source: commonErrorsPage)

    package static let identityDenied = FindingCode(
        "identity-denied", in: .identity,
        title: "A policy denies the question who the caller is",
        meaning: "The keys are good. GetCallerIdentity needs no permission, so something denies it explicitly.",
        looksLike: "AccessDenied on sts:GetCallerIdentity.",
        why: "A service control policy, a deny by network or region, or the policy of a VPC endpoint for STS.",
        fix: "Ask the account's administrator; the same policy may apply to Bedrock.",
        detection: "The error code of STS.", source: callerIdentityPage)

    package static let identityRegionDisabled = FindingCode(
        "identity-region-disabled", in: .identity,
        title: "AWS STS is not active in the region",
        meaning: "The account has not enabled the region, or switched its STS endpoint off.",
        looksLike: "RegionDisabledException.",
        why: "Newer regions are off until an account enables them.",
        fix: "Enable the region: console, Account, AWS Regions.",
        detection: "The error code of STS.",
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_enable-regions.html")

    package static let identityUnsigned = FindingCode(
        "identity-unsigned", in: .identity,
        title: "The signature did not arrive whole at AWS STS",
        meaning: "The request was signed here, and STS saw no or half an Authorization header.",
        looksLike: "MissingAuthenticationToken or IncompleteSignature.",
        why: "A proxy or gateway removes the header, or sets another one.",
        fix: "Bypass the proxy, or let it pass Authorization and X-Amz-Date unchanged.",
        detection: "The error code of STS.", source: commonErrorsPage)

    package static let identityUnanswered = FindingCode(
        "identity-unanswered", in: .identity,
        title: "The question who the caller is was not answered",
        meaning: "Nothing was learnt about the keys.",
        looksLike: "A timeout, a name that does not resolve, a server error, or an answer in another form.",
        why:
            "A private subnet without a VPC endpoint for STS, a gateway that serves Bedrock only, or a busy service.",
        fix: "Reach STS: a VPC endpoint for com.amazonaws.REGION.sts, or AWS_ENDPOINT_URL_STS.",
        detection: "No answer, a status of 429 or 500 and more, or a body that STS does not write.",
        source: callerIdentityPage)

    package static let roleDenied = FindingCode(
        "role-denied", in: .identity,
        title: "The role may not be assumed",
        meaning: "AWS STS knows the caller, and does not hand out the role to it.",
        looksLike: """
            403 AccessDenied: User: ARN is not authorized to perform: sts:AssumeRole on resource: \
            arn:aws:iam::ACCOUNT:role/NAME
            """,
        why: """
            The role's trust policy names another caller or asks for another external id, the caller's own policies do not \
            allow sts:AssumeRole, or there is no such role: STS says the same of all four.
            """,
        fix: """
            Compare the role's trust policy with the caller and the externalId of the targets file, then the caller's \
            policies.
            """,
        detection: "The error code of STS for AssumeRole; a tail that names a kind of policy is a code of its own.",
        source: assumeRolePage)

    package static let roleRequestInvalid = FindingCode(
        "role-request-invalid", in: .identity,
        title: "AWS STS does not take the request for the role",
        meaning: "The ARN, the name of the session, the external id or the duration breaks a rule of AssumeRole.",
        looksLike: """
            400 ValidationError: The requested DurationSeconds exceeds the MaxSessionDuration set for this role.
            """,
        why: """
            A session lasts an hour unless the role's MaxSessionDuration allows more, and always one hour at most when the \
            caller is a role itself.
            """,
        fix: "Change the member of the targets file that the message names; without durationSeconds it is an hour.",
        detection: "The error code of STS for AssumeRole.", source: assumeRolePage)

    package static let roleUnanswered = FindingCode(
        "role-unanswered", in: .identity,
        title: "AWS STS did not hand out the role now",
        meaning: "There are no credentials for the account, and nothing was learnt about the role.",
        looksLike: """
            503 ServiceUnavailable, 400 Throttling: Rate exceeded, a timeout, or an answer that AWS STS does not write; each             after several attempts.
            """,
        why:
            "AWS STS is busy or fails, a private subnet has no VPC endpoint for it, or a gateway serves Bedrock only.",
        fix: """
            Ask the account again later, with --only-failed. Where STS cannot be reached: a VPC endpoint for             com.amazonaws.REGION.sts, another --region, or AWS_ENDPOINT_URL_STS.
            """,
        detection: "No answer to AssumeRole, a status of 429 or 500 and more, or a body that STS does not write.",
        source: assumeRolePage)

    static let identityCodes: [FindingCode] = [
        identityKnown, identityKeyUnknown, identitySecretWrong, identityTokenExpired, identityClock, identityDenied,
        identityRegionDisabled, identityUnsigned, identityUnanswered, roleDenied, roleRequestInvalid,
        roleUnanswered,
    ]
}
