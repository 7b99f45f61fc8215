import Codes
import Evidence
import Report

/// Keys, tokens, signatures and clocks: refusals by the layer before the service, the same for every model.
///
/// Sources: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html> and
/// <https://docs.aws.amazon.com/bedrock/latest/APIReference/CommonErrors.html>.
extension ErrorCause {
    static let credentials = list {
        ErrorCause(
            .tokenExpired, .credentials,
            types: [
                TypeHint("expiredtoken", 85), TypeHint("unauthorizedssotoken", 100), TypeHint("ssotokenload", 100),
                TypeHint("tokenretrieval", 100),
            ],
            rules: [
                .peculiar(
                    "security|session|provided|access|federation token", "expired",
                    none: ["bearer", "api key", "signature expired"]),
                .peculiar("sso session|token", "expired|invalid|refresh|login"),
                .fitting(
                    "token|credentials|session expired",
                    none: ["bearer", "api key", "signature expired", "request has expired"]),
                .fitting("credentials were|are refreshed|refresh still|but expired"),
                .fitting("token expired refresh failed"),
                .hinting("aws sso login"),
                .fitting("loading sso token"),
            ]
        ) { _ in
            .advice("Get new credentials of the place where the program runs.", .getCredentials)
            Remedy(
                """
                The session token is too old. Get new credentials and export all three values again; with single \
                sign-on run aws sso login first.
                """,
                command: ProfileCommand.export())
            Remedy(
                "With long-lived keys (AKIA...) a token left in the environment does this: remove it.",
                command: "unset AWS_SESSION_TOKEN AWS_SECURITY_TOKEN")
        }
        ErrorCause(
            .tokenInvalid, .credentials,
            types: [
                TypeHint("unrecognizedclient", 85), TypeHint("invalidclienttokenid", 85),
                TypeHint("invalidaccesskeyid", 85), TypeHint("invalidtoken", 80),
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
            ]
        ) { call in
            Remedy(
                """
                AWS does not know the key id, or the token does not belong to it. Look at what the \
                environment really holds.
                """,
                call.env)
            Remedy(
                "A temporary key (ASIA...) needs its AWS_SESSION_TOKEN; a long-lived one (AKIA...) must have none.",
                command: "unset AWS_SESSION_TOKEN")
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
                .peculiar("invalid|not|malformed api key|format", "key", none: ["expired"]),
                .peculiar("invalid|malformed|incorrect|wrong bearer token", none: ["expired"]),
                .peculiar("make sure your api key valid"),
                .fitting("must start pre|predefined prefix"),
                .fitting("authentication failed api key"),
                .hinting("bearer", none: ["expired", "perform"]),
            ]
        ) { call in
            Remedy(
                """
                What is sent as API key is none of Bedrock's, or of another region: keys are tied to \
                the region they were made in.
                """
            )
            Remedy("Sign with access keys instead.", command: "unset AWS_BEARER_TOKEN_BEDROCK")
            Remedy("See what the environment holds.", call.env)
        }
        ErrorCause(
            .missingAuthToken, .credentials,
            types: [TypeHint("missingauthenticationtoken", 90), TypeHint("missingauthentication", 90)],
            rules: [
                .peculiar("missing authentication token"),
                .peculiar("authorization header is missing"),
                .fitting(
                    "authorization|authentication header|token|credentials|information missing|absent|required|provided",
                    none: ["invalid", "expired", "requires"],
                    types: ["missingauthenticationtoken", "missingauthentication", "accessdenied"]),
                .fitting("request must contain either valid registered access key"),
            ]
        ) { call in
            Remedy(
                """
                The request reached AWS without an Authorization header: nothing was signed, or a proxy \
                took it away. See what is sent.
                """,
                .doctor(call.sign))
            Remedy(
                "Let the mock look at the client's request.",
                .doctor(DoctorStep("serve", [.option("--explain", nil)])))
        }
        ErrorCause(
            .incompleteSignature, .credentials,
            types: [TypeHint("incompletesignature", 90)],
            rules: [
                .peculiar("credential scoped|scope terminator|terminated"),
                .peculiar("key value pair", "equal|authorization"),
                .peculiar(
                    "authorization header requires|cannot|must|missing",
                    none: ["is missing authentication", "header is missing"], types: ["incompletesignature"]),
                .fitting("authorization header requires credential|signature|signedheaders|date|existence"),
                .peculiar("authorization header empty|malformed|invalid"),
                .peculiar("slash delimited elements"),
                .peculiar("host|authority must signedheader|signed|signedheaders header|aws"),
                .fitting("x amz date", "authorization|header|requires|valid|must", types: ["incompletesignature"]),
                .fitting("signature not|doesnt conform|complete|include aws|standards"),
                .fitting("unsupported|unknown aws algorithm"),
                .fitting("signature not|doesnt include|contain|have required|all components|elements"),
            ]
        ) { call in
            IncompleteSignatureRemedies(message: ReadAnswer(call.answer).message).texts.map { Remedy($0) }
            Remedy("Compare with a right one, stage by stage.", .doctor(call.sign))
            Remedy(
                "White space or a line break in the access key id breaks the header too.", call.env)
        }
        ErrorCause(
            .signatureMismatch, .credentials,
            types: [TypeHint("invalidsignature", 60), TypeHint("signaturedoesnotmatch", 60)],
            rules: [
                .peculiar("signature calculated not|doesnt match"),
                .peculiar("canonical string request should|been"),
                .peculiar("string to sign should been"),
                .fitting("signature not|doesnt match|matched|valid", none: ["expired", "credential scope"]),
                .fitting("headers present in request not signed"),
                .fitting("provided content sha256|hash not match"),
            ]
        ) { call in
            call.signature
        }
        ErrorCause(
            .clockSkewExpired, .credentials,
            types: [TypeHint("requestexpired", 80), TypeHint("requesttimetooskewed", 80, also: .clockSkewFuture)],
            rules: [
                .peculiar("signature expired earlier"),
                .peculiar("signature expired", none: ["bearer", "presigned"]),
                .fitting("difference request|between time current|server", also: [.clockSkewFuture]),
                .fitting("request time too skewed", also: [.clockSkewFuture]),
                .fitting("clock|time skew|skewed", none: ["signature expired"], also: [.clockSkewFuture]),
                .fitting("request has|is expired", none: ["token", "sso", "session"], types: ["requestexpired"]),
                .fitting(
                    "request reached service|more 15|5 minutes after|past date|time",
                    types: ["requestexpired", "requesttimetooskewed"], also: [.clockSkewFuture]),
            ]
        ) { call in
            call.clock
        }
        ErrorCause(
            .clockSkewFuture, .credentials,
            rules: [
                .peculiar("signature not yet current|valid"),
                .peculiar("signature still later than"),
            ]
        ) { call in
            call.clock
        }
        ErrorCause(
            .credentialScopeDate, .credentials,
            rules: [
                .peculiar("date credential scope not|doesnt match"),
                .fitting("credential scope date", none: ["terminator"]),
            ]
        ) { call in
            Remedy(
                """
                The date in the credential scope is not the day of X-Amz-Date: use UTC, and make the \
                signing key anew each day.
                """,
                .doctor(call.sign))
        }
        ErrorCause(
            .wrongScopeRegion, .credentials,
            rules: [
                .peculiar("credential|scope scoped|valid|correct region", none: ["date"]),
                .fitting(
                    "signed|scope|scoped|signing region", "wrong|not|expected|mismatch|invalid", none: ["canonical"]),
            ]
        ) { call in
            Remedy(
                """
                The request was signed for\(call.details.signedRegion.map { " \(PrintableText.escaped($0)), " } ?? " ")\
                another region than the host's. Make region and endpoint agree: see what each is set to.
                """,
                call.env)
        }
        ErrorCause(
            .wrongScopeService, .credentials,
            rules: [
                .peculiar("credential|scope scoped|correct service", none: ["region", "consult"])
            ]
        ) { call in
            Remedy(
                "The signing name of bedrock-runtime hosts is bedrock: set the signer's service to bedrock.",
                .doctor(call.sign))
        }
    }
}

extension FailedCall {
    /// The form of the signature is in question only where somebody else's signer made it.
    fileprivate var signature: [Remedy] {
        if answer.signer == .doctor {
            return [
                Remedy(
                    """
                    doctor signs by the rules, so the secret does not belong to the key id, unless something on the way \
                    changed the request: set key id and secret anew, both from the same place.
                    """,
                    env),
                whoAmI,
            ]
        }
        let path = PathRemedy(echoedPath: details.echoedPath)
        let secret = Remedy(
            "Look whether the secret has its 40 characters and nothing around them, and is the one of this key id.",
            env)
        let compare = Remedy(
            """
            Compare what the client signs with the service's canonical request, line by line; doctor explain does it for \
            a log that shows both.
            """,
            .doctor(sign))
        guard path?.isCertain ?? false else { return [secret, compare] + (path.map { [$0.remedy] } ?? []) }
        return (path.map { [$0.remedy] } ?? []) + [secret, compare]
    }

    /// A right signature of the same call, to compare with.
    fileprivate var sign: DoctorStep {
        DoctorStep("sign", (details.modelID ?? answer.model).map { [.model($0)] } ?? [])
    }

    fileprivate var clock: [Remedy] {
        let skew = details.times?.skewInWords.map { words in
            let window = details.times?.windowMinutes.map { " (\($0) minutes are allowed)" } ?? ""
            return "By the server's clock the signed time is \(words)\(window). "
        }
        let step = DoctorStep("clock", regionName.map { [.region($0)] } ?? [])
        return [
            Remedy.advice(
                """
                \(skew ?? "")Measure the clock of the machine that made the call. If it is right, the request was signed \
                long before it was sent: sign last, and anew for every retry.
                """,
                .doctor(step)),
            Remedy.advice("Set the clock.", .setClock),
        ]
    }
}
