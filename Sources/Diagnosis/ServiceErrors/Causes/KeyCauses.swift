import Catalog
import Codes
import Evidence
import Report

/// Keys and tokens: refusals by the layer before the service, the same for every model.
///
/// Source: <https://docs.aws.amazon.com/bedrock/latest/APIReference/CommonErrors.html>.
extension ErrorCause {
    static let keys = list {
        ErrorCause(
            .tokenExpired, .credentials,
            types: [
                TypeHint(.expiredToken, 85), TypeHint(.unauthorizedSSOToken, 100), TypeHint(.ssoTokenLoad, 100),
                TypeHint(.tokenRetrieval, 100), TypeHint(.unauthorized, also: .bearerTokenInvalid),
            ],
            rules: [
                .peculiar(
                    "security|session|provided|access|federation token", "expired",
                    none: ["bearer", "api key", "signature expired"]),
                CauseRule.peculiar("sso session|token", "expired|invalid|refresh").inOneSentence(),
                .fitting(
                    "token|credentials|session expired",
                    none: ["bearer", "api key", "signature expired", "request has expired"]),
                .fitting("credentials were|are refreshed|refresh still|but expired"),
                .fitting("token expired refresh failed"),
                CauseRule.hinting("aws sso login", "run|running|try|refresh|expired|please").inOneSentence(),
                .fitting("loading sso token"),
            ]
        ) { _ in
            .advice("Get new credentials from where the program runs.", .getCredentials).about(.login)
            Remedy(
                """
                The session token is too old. Get new credentials and export all three values again; with single \
                sign-on run aws sso login first. A program that was running keeps what it read when it started: restart it, though \
                the file or the session was renewed meanwhile.
                """,
                command: ProfileCommand.export()
            ).about(.renewal, .login)
            Remedy(
                "With long-lived keys (AKIA...) a token left in the environment does this: remove it.",
                command: "unset AWS_SESSION_TOKEN AWS_SECURITY_TOKEN"
            ).about(.token)
        }
        ErrorCause(
            .tokenInvalid, .credentials,
            types: [
                TypeHint(.unrecognizedClient, 85), TypeHint(.invalidClientTokenID, 85),
                TypeHint(.invalidAccessKeyID, 85), TypeHint(.invalidToken, 80), TypeHint(.authFailure),
            ],
            rules: [
                .peculiar("security token invalid", none: ["expired"]),
                .peculiar(
                    "access key id", "not|doesnt|isnt exist|exists|valid|found|recognized",
                    none: ["partial", "credentials not", "unable locate"]),
                .fitting(
                    "token invalid|malformed", none: ["bearer", "api key", "expired", "sso", "unexpected token", "max"]),
                .fitting("not able|unable validate provided|access credentials"),
                .fitting("invalid access key", none: ["secret access key signing"]),
                .fitting("invalid client token id"),
                .peculiar("provided security credentials not valid"),
                // Stores that speak S3's API, with keys of their own form.
                .peculiar("credential access key has length"),
            ]
        ) { call in
            call.keyOfOtherStore
            MixedKeys(call)?.remedy
            ShownKeys(call).remedies
            call.regionsToLeaveOut
            call.tokenOfOtherRegions
            Remedy(
                """
                AWS does not know the key id, or the token does not belong to it. Look at what the \
                environment really holds.
                """,
                call.env
            ).about(.pair)
            TemporaryKeys(call).tokenOrNone
            call.whoAmI
        }
        ErrorCause(
            .bearerTokenExpired, .credentials,
            rules: [
                .peculiar("bearer|api token|key expired")
            ]
        ) { _ in
            Remedy(
                """
                The Bedrock API key has expired: make a new one in the Bedrock console (API keys), \
                short-term ones last 12 hours at most.
                """
            )
            Remedy("Or sign with access keys instead.", command: "unset AWS_BEARER_TOKEN_BEDROCK")
        }
        ErrorCause(
            .bearerTokenInvalid, .credentials,
            rules: [
                .peculiar(
                    "invalid|malformed api key|format", "key", none: ["expired", "load|locate|find credentials"]),
                // A key that is not there was not refused.
                .peculiar(
                    "api key not|isnt valid|recognized|recognised|accepted|known|correct|authorized",
                    none: ["expired", "load|locate|find credentials", "verify|verified|confirmed|checked my api key"]),
                .peculiar("invalid|malformed|incorrect|wrong bearer token", none: ["expired"]),
                .peculiar("make sure your api key valid"),
                .fitting("must start pre|predefined prefix"),
                .fitting("authentication failed api key"),
                .hinting("bearer", none: ["expired", "perform"]),
            ]
        ) { call in
            Remedy(
                """
                The API key that was sent is not one of Bedrock's, has expired (short-term ones last 12 hours at most), or belongs to another \
                region: keys are tied to the region they were made in. It need not be the one that is set: clients store a key of their own \
                (a settings page, auth.json, the system's keychain) and send that; take it out there. See first whether the key in the \
                variable is taken\(call.regionWord == nil ? " in its region" : ""): 200 says that it is.
                """,
                command: """
                    curl -sS -o /dev/null -w '%{http_code}\\n' -H "Authorization: Bearer $AWS_BEARER_TOKEN_BEDROCK" \
                    https://bedrock.\(call.regionWord ?? "$AWS_REGION").amazonaws.com/foundation-models
                    """
            ).about(.apiKey)
            Remedy("See what the environment holds.", call.env)
            Remedy("Where no API key is wanted, sign with access keys: unset AWS_BEARER_TOKEN_BEDROCK.")
        }
        ErrorCause(
            .missingAuthToken, .credentials,
            types: [TypeHint(.missingAuthenticationToken, 90), TypeHint(.missingAuthentication, 90)],
            rules: [
                .peculiar("missing authentication token"),
                .peculiar("authorization header is missing"),
                // Bedrock's OpenAI- and Anthropic-compatible endpoints.
                .peculiar("missing authorization x api key header"),
                .fitting(
                    "authorization|authentication header|token|credentials|information missing|absent|required|provided",
                    none: ["invalid", "expired", "requires"],
                    types: [.missingAuthenticationToken, .missingAuthentication, .accessDenied]),
                .fitting("request must contain either valid registered access key"),
            ]
        ) { call in
            call.keyNotSent
            Remedy(
                """
                The request reached AWS without an Authorization header: nothing was signed, or a proxy removed it. See what is sent.
                """,
                .doctor(call.sign))
            Remedy(
                "Let the mock look at the client's request.",
                .doctor(DoctorStep("serve", [.option("--explain", nil)])))
        }
    }
}

extension FailedCall {
    /// An API key of Bedrock's that the report tells of, where the request came without a header.
    fileprivate var keyNotSent: Remedy? {
        let told = String(shown.prefix(32_768)).lowercased()
        guard told.contains("aws_bearer_token_bedrock") || MeantKey.isTold(in: told) else { return nil }
        let program = scene.client.map { PrintableText.escaped($0.value, limit: 60) } ?? "the client"
        return Remedy(
            """
            Update \(program): an API key is set, and it sent no Authorization header, so this version does not send that key as Authorization: Bearer KEY, or not on this way of calling \
            (another HTTP library, streaming, a second model). Where it lets you choose, choose the other way; until then give it a profile or access keys. If the newest does the same, see that \
            AWS_BEARER_TOKEN_BEDROCK reaches the process itself: a program that is started from a desktop or as a service has an environment of its own.
            """)
    }

    /// A key id that has not the form of AWS's: one of a store that speaks S3's API, whose endpoint the client was not given.
    fileprivate var keyOfOtherStore: Remedy? {
        guard let mark = text.firstRange(of: "<AWSAccessKeyId>") else { return nil }
        let id = text[mark.upperBound...].prefix { $0 != "<" && !$0.isWhitespace }
        let isMasked =
            id.contains("*") || id.lowercased().contains("xx") || id.contains("...") || id.contains("EXAMPLE")
            || id.contains("[")
        guard id.utf8.count >= 5, !isMasked, id.utf8.count != 20 || !(id.hasPrefix("A") && id == id.uppercased()) else {
            return nil
        }
        return Remedy(
            """
            The key id that arrived has not the form of AWS's key ids (20 capital letters and digits, from AKIA or ASIA): it is one of another store \
            (MinIO, Cloudflare R2, Spaces), and the request went to AWS, because the client has no endpoint of that store. Set the endpoint (endpoint_url, \
            AWS_ENDPOINT_URL_S3), in every place where a client is made; or give AWS's own key.
            """)
    }
}
