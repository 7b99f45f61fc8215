/// Signatures that fail because of the key, the token, or where they come from.
extension SignatureCauseCodes {
    static let keys: [CodePage] = [
        CodePage(
            code: "key-crlf",
            title: "The secret key has something around it",
            meaning: "White space, a line break or quotes became part of the secret.",
            looksLike: "Canonical requests agree and the signature does not.",
            why: "Files with Windows line ends, copied quotes, echo in a secret store.",
            mend: "Set the variable again without them; `doctor env` names what it found, never the value.",
            detection: """
                Length and alphabet of the secret; in the mock, the trimmed secret gives the expected signature.
                """,
            source: "https://github.com/boto/boto/pull/3066"),
        CodePage(
            code: "key-decoded",
            title: "Characters of the secret were changed by decoding",
            meaning: "+, / or = of the secret went through a URL or shell decoder.",
            looksLike: "A blank, %2F or a backslash in the secret.",
            why: "Secrets carried in URLs, or in configuration files with escapes.",
            mend: "Set the secret as AWS showed it.",
            detection: """
                Such characters in the secret; in the mock, decoding or encoding it gives the right signature.
                """,
            source: "https://github.com/aws/aws-cli/issues/602"),
        CodePage(
            code: "key-envcut",
            title: "The secret or token was cut off",
            meaning: "The value ends early.",
            looksLike: "A secret shorter than 40 characters, a token without its padding.",
            why: "Env-file loaders that stop at = or at a hash sign.",
            mend: "Quote the value in the file, or export it directly.",
            detection: "Lengths that AWS does not make.",
            source: "https://github.com/aws/aws-sdk-ruby/issues/3200"),
        CodePage(
            code: "key-wrong",
            title: "The secret does not belong to this key id",
            meaning: "Everything that was signed is right; the key is not.",
            looksLike: """
                403 InvalidSignatureException, and canonical request and string to sign agree with AWS's: the signature alone \
                does not.
                """,
            why: "Halves of two key pairs, or a key that was rotated.",
            mend: "Set both halves anew, from the same place.",
            detection: """
                The client's text is the one that the service expected: `likely`; `certain` if the secret at hand gives \
                the signature for that text. Where the client's text is not known, `possible`, behind the mismatch.
                """,
            source: "https://github.com/boto/boto3/issues/1427"),
        CodePage(
            code: "tok-missing",
            title: "A temporary key came without its session token",
            meaning: "Key ids that begin with ASIA need X-Amz-Security-Token.",
            looksLike: "The security token included in the request is invalid.",
            why: "Only two of the three values were exported.",
            mend: "Export AWS_SESSION_TOKEN too.",
            detection: "The key id begins with ASIA and no token is in the request.",
            source: "https://github.com/aws-actions/configure-aws-credentials/issues/340"),
        CodePage(
            code: "tok-stale",
            title: "A session token of other credentials was sent",
            meaning: "A token that does not belong to the key, or is too old.",
            looksLike: "AKIA... with a token, or an expired one.",
            why: "AWS_SESSION_TOKEN left in the environment from before.",
            mend: "`unset AWS_SESSION_TOKEN`, or export all three anew.",
            detection: "A long-lived key id with a token, or an expiration in the past.",
            source: "https://github.com/aws/aws-cli/issues/1197"),
        CodePage(
            code: "tok-unsigned",
            title: "The session token was sent and not signed",
            meaning: "X-Amz-Security-Token is not among the signed headers.",
            looksLike: "The token's line is missing in the client's canonical request.",
            why: "The token added after signing.",
            mend: "Add it first and sign it; a few services want it left out, Bedrock does not.",
            detection: "The header is there and its name is not signed. On its own it is advice, not a refusal.",
            source: "https://github.com/JuliaWeb/HTTP.jl/pull/368"),
        CodePage(
            code: "env-override",
            title: "Other credentials were used than the user set up",
            meaning: "Variables in the environment win over a profile or a form.",
            looksLike: "The key id in the request is not the one expected.",
            why: "AWS_ACCESS_KEY_ID left over in the shell.",
            mend: "`doctor env` shows which source won and which were passed over.",
            detection: "The sources that are set, in their order.",
            source: "https://github.com/cline/cline/issues/852"),
        CodePage(
            code: "auth-bearer",
            title: "A bearer token was sent in place of a signature",
            meaning: "The Authorization header is not AWS4-HMAC-SHA256.",
            looksLike: "Authorization: Bearer ... although access keys are set.",
            why: "AWS_BEARER_TOKEN_BEDROCK, which AWS SDKs prefer over keys, or a gateway's token.",
            mend: "Unset it to sign with keys.",
            detection: "The scheme of the Authorization header, and the variables that are set.",
            source: "https://github.com/anthropics/claude-code/issues/45343"),
    ]
}
