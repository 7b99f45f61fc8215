/// The pages about the values of the credentials.
extension FindingCode {
    package static let credentialsFound = FindingCode(
        "credentials-found", in: .credentials,
        title: "Credentials are in the environment",
        meaning: "A key pair was found where this run looks for it, and its form is right.",
        looksLike: "A pass line with the id's prefix and last four characters.",
        why:
            "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are set, and AWS_SESSION_TOKEN where the key "
            + "is temporary.",
        fix: "Nothing to fix. Whether AWS accepts the pair, a call shows: doctor check.",
        detection: "Both variables have a value that is not blank, and no finding of this section failed.",
        source: "https://docs.aws.amazon.com/sdkref/latest/guide/feature-static-credentials.html")

    package static let credentialsMissing = FindingCode(
        "credentials-missing", in: .credentials,
        title: "No credentials were found",
        meaning: "Neither half of the key pair is set, so no request can be signed.",
        looksLike:
            "\"Unable to locate credentials\" from the AWS CLI and boto3, \"AWS Bedrock credentials not found\" from PRX.",
        why:
            "Without --profile only AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY count here. A profile, a role or "
            + "single sign-on is not enough, and a service or a container does not inherit what a login shell sets.",
        fix:
            "eval \"$(aws configure export-credentials --profile NAME --format env)\", or export the key pair itself. "
            + "AWS_SESSION_TOKEN belongs to it when the id begins with ASIA.",
        detection: "Both variables are unset; or, in an error text, the words of the tool that looked for them.",
        source: "https://docs.aws.amazon.com/sdkref/latest/guide/feature-static-credentials.html")

    package static let credentialsPartial = FindingCode(
        "credentials-partial", in: .credentials,
        title: "Half of the key pair is missing",
        meaning: "One of AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY is set, the other is not.",
        looksLike:
            "\"Partial credentials found in env, missing: AWS_SECRET_ACCESS_KEY\" from boto3.",
        why: "One line of an env file was lost, or one of two secrets of the CI system is not defined.",
        fix:
            "Set the other half; doctor env gives a command that asks for it without showing it.",
        detection: "Exactly one of the two variables is set; or, in an error text, the words of the tool.",
        source: "https://docs.aws.amazon.com/sdkref/latest/guide/feature-static-credentials.html")

    package static let credentialsBlank = FindingCode(
        "credentials-blank", in: .credentials,
        title: "A credential is set, but blank",
        meaning: "The variable exists and holds nothing, or white space only.",
        looksLike: "A tool says that credentials are missing although `env` lists the variable.",
        why:
            "A secret of the CI system that is not defined for this branch, an empty line in an env "
            + "file, or a command substitution that failed.",
        fix:
            "Find out where the variable is set, and give it its value; doctor env gives a command that asks for a "
            + "secret without showing it.",
        detection:
            "The value is empty once white space is removed. An empty AWS_SESSION_TOKEN is not "
            + "counted: it is the usual way to say \"none\".",
        source: "https://docs.aws.amazon.com/sdkref/latest/guide/feature-static-credentials.html")

    package static let credentialsNameInValue = FindingCode(
        "credentials-name-in-value", in: .credentials,
        title: "A credential's value begins with the variable's own name",
        meaning: "The variable holds a whole assignment, such as AWS_ACCESS_KEY_ID=AKIA..., in place of the value.",
        looksLike: "\"The security token included in the request is invalid\", or SignatureDoesNotMatch.",
        why:
            "A line of an env file or of ~/.aws/credentials was pasted into a secret store, a CI variable or a field "
            + "that expects the value alone.",
        fix: "export AWS_ACCESS_KEY_ID=\"${AWS_ACCESS_KEY_ID#*=}\", and correct the store that it came from.",
        detection: "The value begins with the variable's name in any case, then an equal sign or a colon.",
        source: "https://docs.aws.amazon.com/sdkref/latest/guide/feature-static-credentials.html")

    package static let credentialsControlCharacter = FindingCode(
        "credentials-control-character", in: .credentials,
        title: "A credential holds a control character",
        meaning: "A carriage return, line feed, tab or the like is part of the value.",
        looksLike:
            "SignatureDoesNotMatch with a key that is right, or a client that refuses an invalid header "
            + "value.",
        why: "A file with Windows line ends was sourced, or a value was pasted together with its line break.",
        fix:
            "Strip it: export AWS_SECRET_ACCESS_KEY=\"$(printf %s \"$AWS_SECRET_ACCESS_KEY\" | tr -d "
            + "'[:cntrl:][:space:]')\". Convert the file with dos2unix.",
        detection: "The value holds a byte below 0x20 or 0x7F; the finding says which, and where.",
        source: "RFC 9110, section 5.5 (field values); AWS SDKs do not trim")

    package static let credentialsQuoted = FindingCode(
        "credentials-quoted", in: .credentials,
        title: "A credential has quotes around its value",
        meaning: "The quotes belong to the value here, so the key is wrong.",
        looksLike:
            "SignatureDoesNotMatch or \"security token ... is invalid\" with a key that looks right in "
            + "the file.",
        why:
            "docker --env-file, some systemd and Kubernetes set-ups take a line as it stands and do not "
            + "strip quotes as a shell does.",
        fix: "Write the value without quotes where it is set.",
        detection: "The first and the last character are a matching pair of straight or typographic quotes.",
        source: "https://docs.docker.com/reference/cli/docker/container/run/#env")

    package static let credentialsSecretSpace = FindingCode(
        "credentials-secret-space", in: .credentials,
        title: "The secret has a space where a + may have been",
        meaning: "White space stands within the secret; no secret of AWS has any.",
        looksLike: "SignatureDoesNotMatch.",
        why: "The secret went through a URL or an HTML form, where + means space.",
        fix: "Put the + back, or copy the secret again from where AWS showed it.",
        detection: "White space within AWS_SECRET_ACCESS_KEY, not at its ends.",
        source: "https://url.spec.whatwg.org/#urlencoded-parsing")

    package static let credentialsWhitespace = FindingCode(
        "credentials-whitespace", in: .credentials,
        title: "A credential has white space in it",
        meaning: "Spaces or other white space are part of the value.",
        looksLike: "SignatureDoesNotMatch, or \"security token ... is invalid\".",
        why: "A copy that took a space along, or an assignment with a space before the closing quote.",
        fix: "Strip it: export AWS_ACCESS_KEY_ID=\"$(printf %s \"$AWS_ACCESS_KEY_ID\" | tr -d '[:space:]')\"",
        detection: "White space at an end of the value, or within the key id or the token.",
        source: "AWS SDKs do not trim credentials from the environment")

    package static let credentialsNonAscii = FindingCode(
        "credentials-non-ascii", in: .credentials,
        title: "A credential holds a character beyond ASCII",
        meaning: "Credentials of AWS are plain ASCII; this one holds something else.",
        looksLike: "SignatureDoesNotMatch, with a value that looks right on the screen.",
        why:
            "A word processor or a chat turned a hyphen or a quote into a finer one, or an invisible "
            + "mark was copied along.",
        fix: "Copy the value again from its source, as plain text.",
        detection: "The first scalar above U+007F; the finding names it and its place.",
        source: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_AccessKey.html")

    package static let credentialsPlaceholder = FindingCode(
        "credentials-placeholder", in: .credentials,
        title: "A credential is a placeholder",
        meaning: "The value is the text that marks where the real one belongs.",
        looksLike: "\"The security token included in the request is invalid.\"",
        why: "An example was copied from a guide, or a template was not filled in.",
        fix: """
            Replace it with the key pair that the console or `aws configure export-credentials --format env` \
            shows.
            """,
        detection:
            "By structure: brackets round it, an unexpanded $NAME, an ellipsis, a row of one character, "
            + "a count upwards, or nothing but words such as your, key, here, changeme.",
        source: "Public reports of such values; the list is open, the structure counts")

    package static let credentialsExamplePair = FindingCode(
        "credentials-example-pair", in: .credentials,
        title: "A credential is from AWS's documentation",
        meaning: "The value ends in EXAMPLE or EXAMPLEKEY, as the keys in AWS's guides do.",
        looksLike: "\"The security token included in the request is invalid.\" A mock server accepts them.",
        why: "A command from a guide was run as it stands.",
        fix: "Set your own key pair: AWS refuses the keys of its guides.",
        detection:
            "The ending of the value. With an endpoint on this machine it is a warning, since mocks use "
            + "such keys.",
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html")

    package static let credentialsSwapped = FindingCode(
        "credentials-swapped", in: .credentials,
        title: "The access key id and the secret are swapped",
        meaning: "The secret's variable holds an access key id, and the id's variable does not.",
        looksLike: "\"The security token included in the request is invalid.\"",
        why: "The two values were pasted the wrong way round.",
        fix:
            "Swap them back. If a request was sent like this, the secret travelled in clear text "
            + "inside its Authorization header: make a new key pair and delete this one.",
        detection:
            "AWS_SECRET_ACCESS_KEY has the unmistakable form of a key id (AKIA or ASIA, 20 capital "
            + "letters and digits), AWS_ACCESS_KEY_ID has not.",
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html")

    package static let credentialsTokenMissing = FindingCode(
        "credentials-token-missing", in: .credentials,
        title: "A temporary key without its session token",
        meaning: "The key id begins with ASIA, so it is one of three values, and the third is not there.",
        looksLike: "\"The security token included in the request is invalid.\"",
        why: "Two of the three values were copied from STS, single sign-on or a role.",
        fix:
            "Set AWS_SESSION_TOKEN, or export all three again: eval \"$(aws configure export-credentials "
            + "--format env)\"",
        detection: "Prefix ASIA and no AWS_SESSION_TOKEN.",
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_use-resources.html")

    package static let credentialsTokenUnexpected = FindingCode(
        "credentials-token-unexpected", in: .credentials,
        title: "A long-lived key with a session token",
        meaning: "The key id begins with AKIA and takes no token, but one is set and would be sent.",
        looksLike:
            "\"The security token included in the request is invalid\", or \"is expired\", with a key that "
            + "is good.",
        why: "The token is left over from an earlier session in the same shell or process.",
        fix: """
            Remove the token from the environment: unset AWS_SESSION_TOKEN. If the token is the right one, the \
            key pair is not: export all three values of one session.
            """,
        detection: "Prefix AKIA and an AWS_SESSION_TOKEN that is not blank.",
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html")

    package static let credentialsKeyIDKind = FindingCode(
        "credentials-key-id-kind", in: .credentials,
        title: "The access key id is another kind of identifier",
        meaning: "The value is an IAM identifier, but of a user, role, policy or the like.",
        looksLike: "\"The security token included in the request is invalid.\"",
        why: "The console and the CLI show several ids; the user's or role's own id was copied.",
        fix:
            "List the access keys: aws iam list-access-keys. Their ids begin with AKIA; temporary ones "
            + "begin with ASIA.",
        detection: "The first four letters, by IAM's table of prefixes.",
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html")

    package static let credentialsKeyIDOdd = FindingCode(
        "credentials-key-id-odd", in: .credentials,
        title: "The access key id has an unusual form",
        meaning: "It is not 20 capital letters and digits that begin with AKIA or ASIA.",
        looksLike: "\"The security token included in the request is invalid.\"",
        why: "It was cut, is in small letters, or is not a key id. Servers other than AWS use other forms.",
        fix: "Compare it with the list of your keys: aws iam list-access-keys",
        detection: "Length, alphabet and prefix. A warning only: the API allows 16 to 128 characters.",
        source: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_AccessKey.html")

    package static let credentialsSecretIsKeyID = FindingCode(
        "credentials-secret-is-key-id", in: .credentials,
        title: "The secret's variable holds an access key id",
        meaning: "Both variables hold key ids; the secret is nowhere.",
        looksLike: "SignatureDoesNotMatch.",
        why: "The key id was pasted into both variables.",
        fix: "Set the secret. If it is lost, make a new key pair; AWS shows a secret only once.",
        detection: "AWS_SECRET_ACCESS_KEY has the unmistakable form of a key id.",
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html")

    package static let credentialsUrlEncoded = FindingCode(
        "credentials-url-encoded", in: .credentials,
        title: "A credential is URL-encoded",
        meaning: "The value holds %2F, %2B or %3D where the real one has /, + or =.",
        looksLike: "SignatureDoesNotMatch, or \"security token ... is invalid\".",
        why: "The value was taken out of a URL or a connection string.",
        fix: "Decode it; the finding has the command.",
        detection: "Percent escapes of just those characters, in an otherwise regular value.",
        source: "RFC 3986, section 2.1")

    package static let credentialsSecretOddLength = FindingCode(
        "credentials-secret-odd-length", in: .credentials,
        title: "The secret has an unusual length",
        meaning: "AWS issues secrets of 40 characters; this one has more or fewer.",
        looksLike: "SignatureDoesNotMatch.",
        why: "The end was cut off when it was copied, or something else was copied with it.",
        fix: """
            Copy the whole secret again, from where it was made. AWS shows it once only: if it is lost, make a \
            new key pair.
            """,
        detection: "The number of bytes. A warning only: AWS does not promise the length.",
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html")

    package static let credentialsSecretOddAlphabet = FindingCode(
        "credentials-secret-odd-alphabet", in: .credentials,
        title: "The secret holds unusual characters",
        meaning: "AWS's secrets consist of letters, digits, / and +; this one has something else.",
        looksLike: "SignatureDoesNotMatch.",
        why: "A shell expanded a $ or dropped a backslash, or the value is another kind of secret.",
        fix:
            "Set it again without expansion; doctor env gives a command that asks for it without showing it.",
        detection: "A character outside A-Z a-z 0-9 / +.",
        source: "Form of the keys that AWS issues; not promised in its documentation")

    package static let credentialsTokenOdd = FindingCode(
        "credentials-token-odd", in: .credentials,
        title: "The session token looks cut or changed",
        meaning: "It is too short for a token of STS, or not base64.",
        looksLike: "\"The security token included in the request is invalid.\"",
        why: "A terminal cut the line, or the token was copied in parts.",
        fix:
            "Export all three values again: eval \"$(aws configure export-credentials --profile NAME --format env)\"",
        detection:
            "Fewer than 100 characters, a character outside base64, or a length that base64 cannot "
            + "have. A warning: AWS promises nothing about the form.",
        source: "https://docs.aws.amazon.com/STS/latest/APIReference/API_Credentials.html")

    package static let credentialsTokenDuplicate = FindingCode(
        "credentials-token-duplicate", in: .credentials,
        title: "The session token repeats another value",
        meaning: "AWS_SESSION_TOKEN is the same as the key id or the secret.",
        looksLike: "\"The security token included in the request is invalid.\"",
        why: "One value was pasted into two variables.",
        fix:
            "With a key that begins with AKIA, unset AWS_SESSION_TOKEN; else set the token that came "
            + "with the key.",
        detection: "AWS_SESSION_TOKEN equals AWS_ACCESS_KEY_ID or AWS_SECRET_ACCESS_KEY, byte by byte.",
        source: "https://docs.aws.amazon.com/STS/latest/APIReference/API_Credentials.html")

    package static let credentialsExpired = FindingCode(
        "credentials-expired", in: .credentials,
        title: "The temporary credentials have expired",
        meaning: "The time in AWS_CREDENTIAL_EXPIRATION is past.",
        looksLike: "ExpiredTokenException: \"The security token included in the request is expired\".",
        why:
            "Temporary keys last from minutes to hours. Those in the environment of a running process "
            + "do not renew themselves.",
        fix:
            "aws sso login if single sign-on is used, then eval \"$(aws configure export-credentials "
            + "--format env)\". Processes that are running keep the old values.",
        detection: "AWS_CREDENTIAL_EXPIRATION against the local clock, for a key with a token.",
        source: "https://docs.aws.amazon.com/cli/latest/reference/configure/export-credentials.html")

    package static let credentialsExpiring = FindingCode(
        "credentials-expiring", in: .credentials,
        title: "The temporary credentials expire soon",
        meaning: "Less than a quarter of an hour is left.",
        looksLike: "Everything works, and then nothing does.",
        why: """
            Temporary credentials live from fifteen minutes to twelve hours, and nothing renews those in \
            environment variables.
            """,
        fix: "Get new ones before a long run.",
        detection: "AWS_CREDENTIAL_EXPIRATION is less than 15 minutes away.",
        source: "https://docs.aws.amazon.com/cli/latest/reference/configure/export-credentials.html")

    package static let credentialsExpirationLeftover = FindingCode(
        "credentials-expiration-leftover", in: .credentials,
        title: "An expiration without temporary credentials",
        meaning: "AWS_CREDENTIAL_EXPIRATION is past, but the key does not expire.",
        looksLike: "Some tools throw good keys away, or try to renew them.",
        why: "The variable stayed behind when long-lived keys replaced temporary ones.",
        fix: "unset AWS_CREDENTIAL_EXPIRATION",
        detection: "The time is past, the key does not begin with ASIA, and there is no token.",
        source: "https://docs.aws.amazon.com/cli/latest/reference/configure/export-credentials.html")

    package static let credentialsExpirationMalformed = FindingCode(
        "credentials-expiration-malformed", in: .credentials,
        title: "The expiration is not an ISO 8601 time",
        meaning: "AWS_CREDENTIAL_EXPIRATION cannot be read.",
        looksLike: "An SDK stops with an error about parsing a date.",
        why: "It was written by hand or by a script, often without a zone.",
        fix: "unset AWS_CREDENTIAL_EXPIRATION, or export the credentials again.",
        detection: "It is not of the form 2026-01-31T12:00:00Z, with an optional fraction and any offset.",
        source: "RFC 3339, section 5.6")

    static let credentialCodes: [FindingCode] = [
        credentialsFound, credentialsMissing, credentialsPartial, credentialsBlank, credentialsNameInValue,
        credentialsControlCharacter, credentialsQuoted, credentialsSecretSpace, credentialsWhitespace,
        credentialsNonAscii, credentialsPlaceholder, credentialsExamplePair, credentialsSwapped,
        credentialsTokenMissing, credentialsTokenUnexpected, credentialsKeyIDKind, credentialsKeyIDOdd,
        credentialsSecretIsKeyID, credentialsUrlEncoded, credentialsSecretOddLength, credentialsSecretOddAlphabet,
        credentialsTokenOdd, credentialsTokenDuplicate, credentialsExpired, credentialsExpiring,
        credentialsExpirationLeftover, credentialsExpirationMalformed,
    ]
}
