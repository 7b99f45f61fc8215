import Evidence

/// Keys, tokens, signatures and clocks: refusals by the layer before the service, the same for every model.
///
/// Sources: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html> and
/// <https://docs.aws.amazon.com/bedrock/latest/APIReference/CommonErrors.html>.
enum CredentialRules {
    static let rules: [CauseRule] = [
        // Clock
        CauseRule("clock-skew-expired", .peculiar, "signature expired earlier"),
        CauseRule("clock-skew-expired", .peculiar, "signature expired", none: ["bearer", "presigned"]),
        CauseRule("clock-skew-future", .peculiar, "signature not yet current|valid"),
        CauseRule("clock-skew-future", .peculiar, "signature still later than"),
        CauseRule(
            "clock-skew-expired", .fitting, "difference request|between time current|server",
            also: ["clock-skew-future"]),
        CauseRule("clock-skew-expired", .fitting, "request time too skewed", also: ["clock-skew-future"]),
        CauseRule(
            "clock-skew-expired", .fitting, "clock|time skew|skewed", none: ["signature expired"],
            also: ["clock-skew-future"]),
        CauseRule(
            "clock-skew-expired", .fitting, "request has|is expired", none: ["token", "sso", "session"],
            types: ["requestexpired"]),
        CauseRule(
            "clock-skew-expired", .fitting, "request reached service|more 15|5 minutes after|past date|time",
            types: ["requestexpired", "requesttimetooskewed"], also: ["clock-skew-future"]),

        // Scope
        CauseRule("credential-scope-date", .peculiar, "date credential scope not|doesnt match"),
        CauseRule("credential-scope-date", .fitting, "credential scope date", none: ["terminator"]),
        CauseRule("wrong-scope-region", .peculiar, "credential|scope scoped|valid|correct region", none: ["date"]),
        CauseRule(
            "wrong-scope-region", .fitting, "signed|scope|scoped|signing region", "wrong|not|expected|mismatch|invalid",
            none: ["canonical"]),
        CauseRule(
            "wrong-scope-service", .peculiar, "credential|scope scoped|correct service", none: ["region", "consult"]),
        CauseRule("incomplete-signature", .peculiar, "credential scoped|scope terminator|terminated"),

        // Not parseable
        CauseRule("incomplete-signature", .peculiar, "key value pair", "equal|authorization"),
        CauseRule(
            "incomplete-signature", .peculiar, "authorization header requires|cannot|must|missing",
            none: ["is missing authentication", "header is missing"], types: ["incompletesignature"]),
        CauseRule(
            "incomplete-signature", .fitting,
            "authorization header requires credential|signature|signedheaders|date|existence"),
        CauseRule("incomplete-signature", .peculiar, "authorization header empty|malformed|invalid"),
        CauseRule("incomplete-signature", .peculiar, "slash delimited elements"),
        CauseRule(
            "incomplete-signature", .peculiar, "host|authority must signedheader|signed|signedheaders header|aws"),
        CauseRule(
            "incomplete-signature", .fitting, "x amz date", "authorization|header|requires|valid|must",
            types: ["incompletesignature"]),
        CauseRule("incomplete-signature", .fitting, "signature not|doesnt conform|complete|include aws|standards"),
        CauseRule("incomplete-signature", .fitting, "unsupported|unknown aws algorithm"),

        CauseRule(
            "incomplete-signature", .fitting,
            "signature not|doesnt include|contain|have required|all components|elements"),

        // Nothing signed
        CauseRule("missing-auth-token", .peculiar, "missing authentication token"),
        CauseRule("missing-auth-token", .peculiar, "authorization header is missing"),
        CauseRule(
            "missing-auth-token", .fitting,
            "authorization|authentication header|token|credentials|information missing|absent|required|provided",
            none: ["invalid", "expired", "requires"],
            types: ["missingauthenticationtoken", "missingauthentication", "accessdenied"]),
        CauseRule("missing-auth-token", .fitting, "request must contain either valid registered access key"),

        // Bearer tokens
        CauseRule("bearer-token-expired", .peculiar, "bearer|api token|key expired"),
        CauseRule("bearer-token-invalid", .peculiar, "invalid|not|malformed api key|format", "key", none: ["expired"]),
        CauseRule(
            "bearer-token-invalid", .peculiar, "invalid|malformed|incorrect|wrong bearer token", none: ["expired"]),
        CauseRule("bearer-token-invalid", .peculiar, "make sure your api key valid"),
        CauseRule("bearer-token-invalid", .fitting, "must start pre|predefined prefix"),
        CauseRule("bearer-token-invalid", .fitting, "authentication failed api key"),
        CauseRule("bearer-token-invalid", .hinting, "bearer", none: ["expired", "perform"]),

        // Tokens and keys
        CauseRule(
            "token-expired", .peculiar, "security|session|provided|access|federation token", "expired",
            none: ["bearer", "api key", "signature expired"]),
        CauseRule("token-expired", .peculiar, "sso session|token", "expired|invalid|refresh|login"),
        CauseRule(
            "token-expired", .fitting, "token|credentials|session expired",
            none: ["bearer", "api key", "signature expired", "request has expired"]),
        CauseRule("token-expired", .fitting, "credentials were|are refreshed|refresh still|but expired"),
        CauseRule("token-expired", .fitting, "token expired refresh failed"),
        CauseRule("token-expired", .hinting, "aws sso login"),
        CauseRule("token-expired", .fitting, "loading sso token"),
        CauseRule("token-invalid", .peculiar, "security token invalid", none: ["expired"]),
        CauseRule(
            "token-invalid", .peculiar, "access key id", "not|doesnt|isnt exist|exists|valid|found|recognized",
            none: ["partial", "credentials not", "unable locate"]),
        CauseRule(
            "token-invalid", .fitting, "token invalid|malformed",
            none: ["bearer", "api key", "expired", "sso", "unexpected token", "max"]),
        CauseRule("token-invalid", .fitting, "not able|unable validate provided|access credentials"),
        CauseRule("token-invalid", .fitting, "invalid access key", none: ["secret access key signing"]),
        CauseRule("token-invalid", .fitting, "invalid client token id"),

        // The signature itself
        CauseRule("signature-mismatch", .peculiar, "signature calculated not|doesnt match"),
        CauseRule("signature-mismatch", .peculiar, "canonical string request should|been"),
        CauseRule("signature-mismatch", .peculiar, "string to sign should been"),
        CauseRule(
            "signature-mismatch", .fitting, "signature not|doesnt match|matched|valid",
            none: ["expired", "credential scope"]),
        CauseRule("signature-mismatch", .fitting, "headers present in request not signed"),
        CauseRule("signature-mismatch", .fitting, "provided content sha256|hash not match"),
    ]
}
