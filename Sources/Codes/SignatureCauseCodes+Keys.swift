/// Signatures that fail because of the key, the token, or where they come from.
extension FindingCode {
    package static let keyWhitespace = FindingCode(
        signature: "key-crlf",
        title: "The secret key has something around it",
        meaning: "White space, a line break or quotes became part of the secret.",
        looksLike: "The canonical requests agree and the signatures do not.",
        why: "Files with Windows line ends, copied quotes, echo in a secret store.",
        fix: "Set the secret again without blanks, line breaks or quotes (`doctor env` names what it finds).",
        proof: .reproduced,
        onTheWay: .signable,
        detection: """
            Length and alphabet of the secret; in the mock, the trimmed secret gives the expected signature.
            """,
        source: "https://github.com/boto/boto/pull/3066")

    package static let keyDecoded = FindingCode(
        signature: "key-decoded",
        title: "Characters of the secret were changed by decoding",
        meaning: "+, / or = of the secret went through a URL or shell decoder.",
        looksLike: "A blank, %2F or a backslash in the secret.",
        why: "Secrets carried in URLs, or in configuration files with escapes.",
        fix: "Set the secret exactly as AWS showed it: no URL decoding, no escapes.",
        proof: .reproduced,
        onTheWay: .signable,
        detection: """
            Such characters in the secret; in the mock, decoding or encoding it gives the right signature.
            """,
        source: "https://github.com/aws/aws-cli/issues/602")

    package static let keyCut = FindingCode(
        signature: "key-envcut",
        title: "The secret or token was cut off",
        meaning: "The value ends early.",
        looksLike: "A secret shorter than 40 characters, a token without its padding.",
        why: "Env-file loaders that stop at = or at a hash sign.",
        fix: "Set the value again, quoted, so that nothing cuts it at '=', '#' or a blank.",
        proof: .reproduced,
        onTheWay: .signable,
        detection: "Lengths that AWS does not make.",
        source: "https://github.com/aws/aws-sdk-ruby/issues/3200")

    package static let keyWrong = FindingCode(
        signature: "key-wrong",
        title: "The secret does not belong to this key id",
        meaning: "Everything that was signed is right; the key is not.",
        looksLike: """
            403 InvalidSignatureException, and canonical request and string to sign agree with AWS's: the signature alone \
            does not.
            """,
        why: "Halves of two key pairs, or a key that was rotated.",
        fix: "Set key id and secret again, both from the same place.",
        proof: .inferred(
            "A signature does not reveal its secret: this is what remains when everything that was signed is right."),
        onTheWay: .signable,
        detection: """
            The client's text is the one that the service expected: `likely`; `certain` if the secret at hand gives \
            the signature for that text. Where the client's text is not known, `possible`, behind the mismatch.
            """,
        source: "https://github.com/boto/boto3/issues/1427")

    package static let tokenMissing = FindingCode(
        signature: "tok-missing",
        title: "A temporary key came without its session token",
        meaning: "Key ids that begin with ASIA need X-Amz-Security-Token.",
        looksLike: "The security token included in the request is invalid.",
        why: "Only two of the three values were exported.",
        fix: "Export AWS_SESSION_TOKEN too: a temporary key does not work without it.",
        proof: .read,
        onTheWay: .signable,
        detection: "The key id begins with ASIA and no token is in the request.",
        source: "https://github.com/aws-actions/configure-aws-credentials/issues/340")

    package static let tokenStale = FindingCode(
        signature: "tok-stale",
        title: "A session token of other credentials was sent",
        meaning: "A token that does not belong to the key, or is too old.",
        looksLike: "AKIA... with a token, or an expired one.",
        why: "AWS_SESSION_TOKEN left in the environment from before.",
        fix: "`unset AWS_SESSION_TOKEN` for a long-lived key, or export all three values again.",
        proof: .read,
        onTheWay: .signable,
        detection: "A long-lived key id with a token, or an expiration in the past.",
        source: "https://github.com/aws/aws-cli/issues/1197")

    package static let tokenUnsigned = FindingCode(
        signature: "tok-unsigned",
        title: "The session token was sent and not signed",
        meaning: "X-Amz-Security-Token is not among the signed headers.",
        looksLike: "The token's line is missing in the client's canonical request.",
        why: "The token added after signing.",
        fix: "Add X-Amz-Security-Token before signing, and name it in SignedHeaders. Bedrock requires it to be signed.",
        proof: .read,
        onTheWay: .signable,
        detection: "The header is there and its name is not signed. On its own it is advice, not a refusal.",
        source: "https://github.com/JuliaWeb/HTTP.jl/pull/368")

    package static let environmentOverride = FindingCode(
        signature: "env-override",
        title: "Other credentials were used than the ones you set up",
        meaning: "Variables in the environment win over a profile or a form.",
        looksLike: "The key id in the request is not the one expected.",
        why: "AWS_ACCESS_KEY_ID left over in the shell.",
        fix: "See with `doctor env` which source of credentials won, and unset it.",
        proof: .inferred("The request has the key id that won, and says nothing about those that were skipped."),
        onTheWay: .signable,
        detection: "The sources that are set, in their order.",
        source: "https://github.com/cline/cline/issues/852")

    package static let bearerSent = FindingCode(
        signature: "auth-bearer",
        title: "A bearer token was sent in place of a signature",
        meaning: "The Authorization header is not AWS4-HMAC-SHA256.",
        looksLike: "Authorization: Bearer ... although access keys are set.",
        why: "AWS_BEARER_TOKEN_BEDROCK, which AWS SDKs prefer over keys, or a gateway's token.",
        fix: "Unset AWS_BEARER_TOKEN_BEDROCK to sign with keys, or send only the bearer token.",
        proof: .read,
        onTheWay: .signable,
        detection: "The scheme of the Authorization header, and the variables that are set.",
        source: "https://github.com/anthropics/claude-code/issues/45343")

    static let signatureKeys: [FindingCode] = [
        keyWhitespace, keyDecoded, keyCut, keyWrong, tokenMissing, tokenStale, tokenUnsigned, environmentOverride,
        bearerSent,
    ]
}
