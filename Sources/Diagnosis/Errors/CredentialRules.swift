import Codes
import Evidence

/// Keys, tokens, signatures and clocks: refusals by the layer before the service, the same for every model.
///
/// Sources: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html> and
/// <https://docs.aws.amazon.com/bedrock/latest/APIReference/CommonErrors.html>.
enum CredentialRules {
    static let rules: [CauseRule] = [
        // Clock
        CauseRule(.clockSkewExpired, .peculiar, "signature expired earlier"),
        CauseRule(.clockSkewExpired, .peculiar, "signature expired", none: ["bearer", "presigned"]),
        CauseRule(.clockSkewFuture, .peculiar, "signature not yet current|valid"),
        CauseRule(.clockSkewFuture, .peculiar, "signature still later than"),
        CauseRule(
            .clockSkewExpired, .fitting, "difference request|between time current|server",
            also: [.clockSkewFuture]),
        CauseRule(.clockSkewExpired, .fitting, "request time too skewed", also: [.clockSkewFuture]),
        CauseRule(
            .clockSkewExpired, .fitting, "clock|time skew|skewed", none: ["signature expired"],
            also: [.clockSkewFuture]),
        CauseRule(
            .clockSkewExpired, .fitting, "request has|is expired", none: ["token", "sso", "session"],
            types: ["requestexpired"]),
        CauseRule(
            .clockSkewExpired, .fitting, "request reached service|more 15|5 minutes after|past date|time",
            types: ["requestexpired", "requesttimetooskewed"], also: [.clockSkewFuture]),

        // Scope
        CauseRule(.credentialScopeDate, .peculiar, "date credential scope not|doesnt match"),
        CauseRule(.credentialScopeDate, .fitting, "credential scope date", none: ["terminator"]),
        CauseRule(.wrongScopeRegion, .peculiar, "credential|scope scoped|valid|correct region", none: ["date"]),
        CauseRule(
            .wrongScopeRegion, .fitting, "signed|scope|scoped|signing region", "wrong|not|expected|mismatch|invalid",
            none: ["canonical"]),
        CauseRule(
            .wrongScopeService, .peculiar, "credential|scope scoped|correct service", none: ["region", "consult"]),
        CauseRule(.incompleteSignature, .peculiar, "credential scoped|scope terminator|terminated"),

        // Not parseable
        CauseRule(.incompleteSignature, .peculiar, "key value pair", "equal|authorization"),
        CauseRule(
            .incompleteSignature, .peculiar, "authorization header requires|cannot|must|missing",
            none: ["is missing authentication", "header is missing"], types: ["incompletesignature"]),
        CauseRule(
            .incompleteSignature, .fitting,
            "authorization header requires credential|signature|signedheaders|date|existence"),
        CauseRule(.incompleteSignature, .peculiar, "authorization header empty|malformed|invalid"),
        CauseRule(.incompleteSignature, .peculiar, "slash delimited elements"),
        CauseRule(
            .incompleteSignature, .peculiar, "host|authority must signedheader|signed|signedheaders header|aws"),
        CauseRule(
            .incompleteSignature, .fitting, "x amz date", "authorization|header|requires|valid|must",
            types: ["incompletesignature"]),
        CauseRule(.incompleteSignature, .fitting, "signature not|doesnt conform|complete|include aws|standards"),
        CauseRule(.incompleteSignature, .fitting, "unsupported|unknown aws algorithm"),

        CauseRule(
            .incompleteSignature, .fitting,
            "signature not|doesnt include|contain|have required|all components|elements"),

        // Nothing signed
        CauseRule(.missingAuthToken, .peculiar, "missing authentication token"),
        CauseRule(.missingAuthToken, .peculiar, "authorization header is missing"),
        CauseRule(
            .missingAuthToken, .fitting,
            "authorization|authentication header|token|credentials|information missing|absent|required|provided",
            none: ["invalid", "expired", "requires"],
            types: ["missingauthenticationtoken", "missingauthentication", "accessdenied"]),
        CauseRule(.missingAuthToken, .fitting, "request must contain either valid registered access key"),

        // Bearer tokens
        CauseRule(.bearerTokenExpired, .peculiar, "bearer|api token|key expired"),
        CauseRule(.bearerTokenInvalid, .peculiar, "invalid|not|malformed api key|format", "key", none: ["expired"]),
        CauseRule(
            .bearerTokenInvalid, .peculiar, "invalid|malformed|incorrect|wrong bearer token", none: ["expired"]),
        CauseRule(.bearerTokenInvalid, .peculiar, "make sure your api key valid"),
        CauseRule(.bearerTokenInvalid, .fitting, "must start pre|predefined prefix"),
        CauseRule(.bearerTokenInvalid, .fitting, "authentication failed api key"),
        CauseRule(.bearerTokenInvalid, .hinting, "bearer", none: ["expired", "perform"]),

        // Tokens and keys
        CauseRule(
            .tokenExpired, .peculiar, "security|session|provided|access|federation token", "expired",
            none: ["bearer", "api key", "signature expired"]),
        CauseRule(.tokenExpired, .peculiar, "sso session|token", "expired|invalid|refresh|login"),
        CauseRule(
            .tokenExpired, .fitting, "token|credentials|session expired",
            none: ["bearer", "api key", "signature expired", "request has expired"]),
        CauseRule(.tokenExpired, .fitting, "credentials were|are refreshed|refresh still|but expired"),
        CauseRule(.tokenExpired, .fitting, "token expired refresh failed"),
        CauseRule(.tokenExpired, .hinting, "aws sso login"),
        CauseRule(.tokenExpired, .fitting, "loading sso token"),
        CauseRule(.tokenInvalid, .peculiar, "security token invalid", none: ["expired"]),
        CauseRule(
            .tokenInvalid, .peculiar, "access key id", "not|doesnt|isnt exist|exists|valid|found|recognized",
            none: ["partial", "credentials not", "unable locate"]),
        CauseRule(
            .tokenInvalid, .fitting, "token invalid|malformed",
            none: ["bearer", "api key", "expired", "sso", "unexpected token", "max"]),
        CauseRule(.tokenInvalid, .fitting, "not able|unable validate provided|access credentials"),
        CauseRule(.tokenInvalid, .fitting, "invalid access key", none: ["secret access key signing"]),
        CauseRule(.tokenInvalid, .fitting, "invalid client token id"),

        // The signature itself
        CauseRule(.signatureMismatch, .peculiar, "signature calculated not|doesnt match"),
        CauseRule(.signatureMismatch, .peculiar, "canonical string request should|been"),
        CauseRule(.signatureMismatch, .peculiar, "string to sign should been"),
        CauseRule(
            .signatureMismatch, .fitting, "signature not|doesnt match|matched|valid",
            none: ["expired", "credential scope"]),
        CauseRule(.signatureMismatch, .fitting, "headers present in request not signed"),
        CauseRule(.signatureMismatch, .fitting, "provided content sha256|hash not match"),
    ]
}
