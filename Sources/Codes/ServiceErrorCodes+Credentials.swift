/// Keys and tokens that AWS refuses: the same for every model and region.
extension FindingCode {
    package static let tokenExpired = FindingCode(
        "token-expired", in: .service,
        title: "The session token has expired",
        meaning: "The temporary credentials are too old.",
        looksLike: """
            403 ExpiredTokenException: The security token included in the request is expired. Clients before \
            the call: The SSO session ... has expired.
            """,
        why: """
            Temporary keys live minutes to hours; an environment that exported them once keeps the old ones. A \
            leftover AWS_SESSION_TOKEN beside long-lived keys does the same.
            """,
        fix: """
            `aws sso login` (or however you get them), then export all three values again. With AKIA keys: \
            unset AWS_SESSION_TOKEN. Retrying is useless.
            """,
        detection: "The error type, or the words about a token or single sign-on session that expired.",
        source: "https://docs.aws.amazon.com/bedrock/latest/APIReference/CommonErrors.html")

    package static let tokenInvalid = FindingCode(
        "token-invalid", in: .service,
        title: "AWS does not know the key id or the token",
        meaning: "The access key id does not exist, or the session token does not belong to it.",
        looksLike: "403 UnrecognizedClientException: The security token included in the request is invalid.",
        why: """
            A deleted or mistyped key, a temporary key (ASIA) without its token, a long-lived one (AKIA) with a \
            foreign token, keys of another partition, or a region the account has not enabled.
            """,
        fix: """
            `doctor env` shows what is really set; `aws sts get-caller-identity` shows whether the keys are \
            good at all.
            """,
        detection: "The error type or the words. In an opt-in region region-not-opted-in is named as well.",
        source: "https://docs.aws.amazon.com/bedrock/latest/APIReference/CommonErrors.html")

    package static let bearerTokenExpired = FindingCode(
        "bearer-token-expired", in: .service,
        title: "The Bedrock API key has expired",
        meaning: "The token in AWS_BEARER_TOKEN_BEDROCK is past its time.",
        looksLike: "403 AccessDeniedException: Bearer Token has expired",
        why: """
            Short-term API keys end with the session that made them, 12 hours at most; long-term ones on the \
            day they were given.
            """,
        fix: "Make a new key in the Bedrock console, or unset the variable and sign with access keys.",
        detection: "The words bearer token or API key, and expired.",
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-use.html")

    package static let bearerTokenInvalid = FindingCode(
        "bearer-token-invalid", in: .service,
        title: "What was sent as API key is not one",
        meaning: "The Authorization header holds a bearer token that Bedrock does not take.",
        looksLike: """
            403 AccessDeniedException: Invalid API Key format: Must start with pre-defined prefix; 403: Authentication failed: Please \
            make sure your API Key is valid; Invalid bearer token
            """,
        why: """
            A key of another service, a placeholder, or a key made in another region: keys are tied to theirs. \
            With a bearer token set, AWS SDKs do not sign with access keys at all.
            """,
        fix: """
            Unset AWS_BEARER_TOKEN_BEDROCK to sign with access keys, or use a key made in the region you call.
            """,
        detection: "The words about an API key or a bearer token that is not valid.",
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-use.html")

    package static let missingAuthToken = FindingCode(
        "missing-auth-token", in: .service,
        title: "The request came without any credentials",
        meaning: "No Authorization header reached AWS.",
        looksLike: """
            403 MissingAuthenticationTokenException: Missing Authentication Token; 403 \
            {"Message":"Authorization header is missing"}
            """,
        why: "The client did not sign, or a proxy or redirect dropped the header.",
        fix: """
            Let the mock look: `doctor serve`, then point the client at it. Compare with what `doctor sign` \
            would send.
            """,
        detection: "The error type or the words about a missing header or token.",
        source: "https://docs.aws.amazon.com/bedrock/latest/APIReference/CommonErrors.html")

    package static let incompleteSignature = FindingCode(
        "incomplete-signature", in: .service,
        title: "The Authorization header cannot be read",
        meaning: "The header is there, but its parts are not the ones Signature Version 4 has.",
        looksLike: """
            403 IncompleteSignatureException: Authorization header requires 'Credential' parameter ..., or: Invalid \
            key=value pair (missing equal-sign)
            """,
        why: """
            A line break or blank in the access key id, a header cut or joined on the way, a scope without \
            aws4_request, or Host not among the signed headers.
            """,
        fix: "`doctor env` finds blanks in the key id; `doctor sign` prints a right header to compare with.",
        detection: """
            The error type, or the words about the header's parts, the scope's terminator or required signed \
            headers.
            """,
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html")

    package static let signatureMismatch = FindingCode(
        "signature-mismatch", in: .service,
        title: "The signature does not match the request",
        meaning: "AWS computed another signature from the request it received.",
        looksLike: """
            403 InvalidSignatureException (STS: SignatureDoesNotMatch): The request signature we calculated does not match the signature you \
            provided.
            """,
        why: """
            Either the secret key is wrong, or what was signed is not what arrived: most often the path of a \
            model id with a colon, which is encoded once more in the canonical request.
            """,
        fix: """
            If AWS echoed a canonical request, compare it line by line with the client's; `doctor sign` prints \
            the right one. If all lines agree, the secret is wrong: `doctor env` looks at its form.
            """,
        detection: """
            The words about a signature that does not match, or an echoed canonical request. Where the request \
            is at hand, the cause is named by a code of its own.
            """,
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html")

    package static let clockSkewExpired = FindingCode(
        "clock-skew-expired", in: .service,
        title: "The request's time is too old",
        meaning: """
            The time in the signature lies more than the allowed window before the server's clock: five minutes \
            at Bedrock.
            """,
        looksLike: """
            403 InvalidSignatureException (STS: SignatureDoesNotMatch): Signature expired: 20260102T030405Z is now earlier than 20260102T031305Z (20260102T031805Z - 5 \
            min.). The number is the window, not the skew.
            """,
        why: """
            The local clock is behind, often in a virtual machine or container after sleep; or the clock is \
            right and the request waited between signing and sending.
            """,
        fix:
            "Set the clock. `doctor clock` measures it: if it agrees, sign just before sending, and again for each retry.",
        detection: """
            The words of the refusal. The skew is the signed time minus the time in the parentheses, which is \
            the server's clock.
            """,
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html")

    package static let clockSkewFuture = FindingCode(
        "clock-skew-future", in: .service,
        title: "The request's time lies in the future",
        meaning: "The time in the signature lies more than five minutes after the server's clock.",
        looksLike: """
            403 InvalidSignatureException (STS: SignatureDoesNotMatch): Signature not yet current: \
            20260102T030405Z is still later than 20260102T025905Z (20260102T025405Z \
            + 5 min.)
            """,
        why: "The local clock is ahead, or a local time was written as if it were UTC.",
        fix: "Set the clock, and use UTC for X-Amz-Date. `doctor clock` measures the difference.",
        detection: "The words of the refusal; the skew is read from its two times.",
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html")

    package static let credentialScopeDate = FindingCode(
        "credential-scope-date", in: .service,
        title: "The date in the credential scope is another day's",
        meaning: "The first part of the scope is not the day of X-Amz-Date.",
        looksLike: """
            403 InvalidSignatureException: Date in Credential scope does not match YYYYMMDD from ISO-8601 version of \
            date from HTTP
            """,
        why: "A signing key kept over midnight, or a local date instead of UTC's.",
        fix: "Take the scope's date from X-Amz-Date itself, and key the cache of signing keys by it.",
        detection: "The words about a date in the credential scope that does not match.",
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html")

    package static let wrongScopeRegion = FindingCode(
        "wrong-scope-region", in: .service,
        title: "The request was signed for another region",
        meaning: "The region in the credential scope is not the one of the host that received it.",
        looksLike: "403 InvalidSignatureException: Credential should be scoped to a valid region.",
        why: "An endpoint set by hand or by a variable while the region comes from elsewhere.",
        fix: "Make both agree: `doctor env` shows region and endpoint with their origin.",
        detection: "The words of the refusal; newer ones name the region that was signed.",
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html")

    package static let wrongScopeService = FindingCode(
        "wrong-scope-service", in: .service,
        title: "The request was signed for another service",
        meaning: "The service in the credential scope is not Bedrock's signing name.",
        looksLike: "403 InvalidSignatureException: Credential should be scoped to correct service: 'bedrock'.",
        why: "The signer took the service from the host's name (bedrock-runtime).",
        fix: "Sign with the service name bedrock, for bedrock-runtime and for bedrock alike.",
        detection: "The words about a credential that should be scoped to the correct service.",
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html")

    static let serviceCredentials: [FindingCode] = [
        tokenExpired, tokenInvalid, bearerTokenExpired, bearerTokenInvalid, missingAuthToken, incompleteSignature,
        signatureMismatch, clockSkewExpired, clockSkewFuture, credentialScopeDate, wrongScopeRegion, wrongScopeService,
    ]
}
