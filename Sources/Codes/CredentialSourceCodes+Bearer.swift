/// The pages about a Bedrock API key: what its own text says of it.
extension FindingCode {
    package static let credentialsBearerTokenFound = FindingCode(
        "credentials-bearer-token-found", in: .credentials,
        title: "A Bedrock API key is used",
        meaning: "Calls are made with the API key as bearer token, and nothing is signed.",
        looksLike: "A pass line with the kind of the key: for a short-term one its region and its end.",
        why:
            "AWS_BEARER_TOKEN_BEDROCK is set, and there is no key pair or --auth bearer asks for it. PRX does not read "
            + "the variable.",
        fix: "Nothing to fix. Whether the service accepts the key, a call shows: doctor check.",
        detection: "The variable has a value that a header can carry, and its text shows no fault.",
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-use.html")

    package static let credentialsBearerTokenMalformed = FindingCode(
        "credentials-bearer-token-malformed", in: .credentials,
        title: "The API key has not the form of one",
        meaning: "What stands where a Bedrock API key is expected is another token, or a key that was damaged.",
        looksLike: "403 Invalid API Key format: Must start with pre-defined prefix; or 403 Authentication failed.",
        why:
            "A key of another service or a placeholder, a key that was cut when it was copied, a line end or quotes in "
            + "the variable, or a presigned request that was never signed.",
        fix: "Copy the whole key again from the Bedrock console, or sign with access keys.",
        detection:
            "It begins neither with ABSK nor with bedrock-api-key-, or what follows is not what such a key holds in base64.",
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-generate.html")

    package static let credentialsBearerTokenExpired = FindingCode(
        "credentials-bearer-token-expired", in: .credentials,
        title: "The short-term API key is past its time",
        meaning: "The key says until when it is good, and by the local clock that moment is over.",
        looksLike: "403 Bearer Token has expired",
        why: "Short-term keys are good for 12 hours at most, and no longer than the session that made them.",
        fix: "Make a new key, by the console or a token generator that renews it, or sign with access keys.",
        detection: "X-Amz-Date and X-Amz-Expires of the presigned request in the key, against the local clock.",
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-generate.html")

    package static let credentialsBearerTokenRegion = FindingCode(
        "credentials-bearer-token-region", in: .credentials,
        title: "The API key is for another region",
        meaning: "A short-term API key names one region, and calls go to another one.",
        looksLike: "403 Authentication failed: Please make sure your API Key is valid.",
        why: "The key was made with one region in the console or in a generator, and the client has another.",
        fix: "Call the region of the key, or make a key for the region that is called.",
        detection: "The region in the scope of the key's presigned request, against the region of the call.",
        source: "https://github.com/ai4s-research/open-science/issues/53")

    package static let credentialsBearerTokenPlaintext = FindingCode(
        "credentials-bearer-token-plaintext", in: .credentials,
        title: "The API key would travel in clear",
        meaning: "The endpoint is http on another machine, so that everybody on the way could read and use the key.",
        looksLike: "Nothing is sent. From newer AWS SDKs: Bearer authorization requires an HTTPS endpoint.",
        why: "Unlike a signature, a bearer token is good for any request, by whoever holds it (RFC 6750, section 5.3).",
        fix: "Use an https endpoint; over http a key pair can sign: --auth sigv4.",
        detection: "The scheme of the endpoint, and that its host is not this machine.",
        source: "RFC 6750, section 5.3; botocore's BearerAuth")
}
