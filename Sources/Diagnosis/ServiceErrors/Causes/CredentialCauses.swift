import Codes
import Evidence
import Report
import WireText

/// Keys, tokens, signatures and clocks: refusals by the layer before the service, the same for every model.
///
/// Sources: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html> and
/// <https://docs.aws.amazon.com/bedrock/latest/APIReference/CommonErrors.html>.
extension ErrorCause {
    static let credentials = list {
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
            .advice("Get new credentials from where the program runs.", .getCredentials)
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
                .peculiar(
                    "invalid|not|malformed api key|format", "key", none: ["expired", "load|locate|find credentials"]),
                .peculiar("invalid|malformed|incorrect|wrong bearer token", none: ["expired"]),
                .peculiar("make sure your api key valid"),
                .fitting("must start pre|predefined prefix"),
                .fitting("authentication failed api key"),
                .hinting("bearer", none: ["expired", "perform"]),
            ]
        ) { call in
            Remedy(
                """
                The API key that was sent is not one of Bedrock's, or belongs to another region: keys are tied to \
                the region they were made in.
                """
            )
            Remedy("Sign with access keys instead.", command: "unset AWS_BEARER_TOKEN_BEDROCK")
            Remedy("See what the environment holds.", call.env)
        }
        ErrorCause(
            .missingAuthToken, .credentials,
            types: [TypeHint(.missingAuthenticationToken, 90), TypeHint(.missingAuthentication, 90)],
            rules: [
                .peculiar("missing authentication token"),
                .peculiar("authorization header is missing"),
                .fitting(
                    "authorization|authentication header|token|credentials|information missing|absent|required|provided",
                    none: ["invalid", "expired", "requires"],
                    types: [.missingAuthenticationToken, .missingAuthentication, .accessDenied]),
                .fitting("request must contain either valid registered access key"),
            ]
        ) { call in
            Remedy(
                """
                The request reached AWS without an Authorization header: nothing was signed, or a proxy removed it. See what is sent.
                """,
                .doctor(call.sign))
            Remedy(
                "Let the mock look at the client's request.",
                .doctor(DoctorStep("serve", [.option("--explain", nil)])))
        }
        ErrorCause(
            .incompleteSignature, .credentials,
            types: [
                TypeHint(.incompleteSignature, 90), TypeHint(.authorizationQueryParameters, 90),
                TypeHint(.authorizationHeaderMalformed, 80),
            ],
            rules: [
                .peculiar("authorization mechanism not supported", "aws4"),
                .peculiar("query string authentication requires"),
                .peculiar("x amz expires", "must", "less|non|number"),
                .peculiar("credential scoped|scope terminator|terminated"),
                .peculiar("key value pair", "equal|authorization"),
                .peculiar(
                    "authorization header requires|cannot|must|missing",
                    none: ["is missing authentication", "header is missing"], types: [.incompleteSignature]),
                .fitting("authorization header requires credential|signature|signedheaders|date|existence"),
                .peculiar("authorization header empty|malformed|invalid", none: ["region wrong expecting"]),
                .peculiar("slash delimited elements"),
                .peculiar("host|authority must signedheader|signed|signedheaders header|aws"),
                .fitting(
                    "x amz date", "authorization|header|requires|valid|must", none: ["x amz algorithm|credential"],
                    types: [.incompleteSignature]),
                .fitting("signature not|doesnt conform|complete|include aws|standards"),
                .fitting("unsupported|unknown aws algorithm"),
                .fitting("signature not|doesnt include|contain|have required|all components|elements"),
            ]
        ) { call in
            call.unreadableHeader
            Remedy(
                "White space or a line break in the access key id breaks the header too.", call.env)
        }
        ErrorCause(
            .signatureMismatch, .credentials,
            types: [TypeHint(.invalidSignature, 60), TypeHint(.signatureDoesNotMatch, 60)],
            rules: [
                .peculiar("signature calculated not|doesnt match"),
                .peculiar("canonical string request should|been"),
                .peculiar("string to sign should been"),
                .fitting("signature not|doesnt match|matched|valid", none: ["expired", "credential scope"]),
            ]
        ) { call in
            call.signature
        }
        ErrorCause(
            .headerUnsigned, .credentials,
            rules: [.peculiar("headers present in request not signed")]
        ) { call in
            Remedy(
                """
                Every x-amz-* header that is sent must be signed\(call.unsignedHeaders.map { ": \($0) is not" } ?? ""). Add it before \
                signing, with its line in the canonical headers and its name in SignedHeaders, or do not send it. A presigned URL \
                takes no further x-amz-* header.
                """)
        }
        ErrorCause(
            .bodyHashHeader, .credentials,
            types: [TypeHint(.bodyHashMismatch, 110)],
            rules: [
                .peculiar("xamzcontentsha256mismatch"),
                .peculiar("content sha256 header not|doesnt match computed"),
                .peculiar("header x amz content sha256 invalid"),
                .fitting("provided content sha256|hash not match"),
            ]
        ) { _ in
            Remedy(
                """
                The bytes of the body that arrived do not have the hash in x-amz-content-sha256: something changed the body after it \
                was hashed (a retry that sends the rest of a stream, a file that grew, compression, another encoding). Make the \
                bytes once, hash them, and send the same bytes at each attempt.
                """)
            Remedy("If nothing changes them, see what is on the way: a proxy or a gateway that writes bodies again.")
        }
        ErrorCause(
            .bodyUnhashed, .credentials
        ) { _ in
            Remedy(
                """
                The client declared the hash of an empty body (e3b0c442...) and sent one: the body was not handed to the signer, or was \
                set after signing. Hand over the body before signing, or, for S3 only, sign UNSIGNED-PAYLOAD.
                """)
        }
        ErrorCause(
            .clockSkewExpired, .credentials,
            types: [TypeHint(.requestExpired, 80), TypeHint(.requestTimeTooSkewed, 80, also: .clockSkewFuture)],
            rules: [
                .peculiar("signature expired earlier"),
                .peculiar("signature expired", none: ["bearer", "presigned"]),
                .fitting("difference request|between time current|server", also: [.clockSkewFuture]),
                .fitting("request time too skewed", also: [.clockSkewFuture]),
                .fitting("clock|time skew|skewed", none: ["signature expired"], also: [.clockSkewFuture]),
                .fitting("request has|is expired", none: ["token", "sso", "session"], types: [.requestExpired]),
                .fitting(
                    "request reached service|more 15|5 minutes after|past date|time",
                    types: [.requestExpired, .requestTimeTooSkewed], also: [.clockSkewFuture]),
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
                The date in the credential scope is not the day of X-Amz-Date: use UTC, and derive a new signing key each day.
                """,
                .doctor(call.sign))
        }
        ErrorCause(
            .wrongScopeRegion, .credentials,
            rules: [
                .peculiar("credential|scope scoped|valid|correct region", none: ["date"]),
                .peculiar("region wrong expecting"),
                .fitting(
                    "signed|scope|scoped|signing region", "wrong|not|expected|mismatch|invalid", none: ["canonical"]),
            ]
        ) { call in
            call.scopeRegion
        }
        ErrorCause(
            .wrongScopeService, .credentials,
            rules: [
                .peculiar("credential|scope scoped|correct service", none: ["region", "consult", "valid"])
            ]
        ) { call in
            call.scopeService
        }
    }
}

extension FailedCall {
    /// What to do about an Authorization header that AWS could not read; where it shows why, a right one adds nothing.
    fileprivate var unreadableHeader: [Remedy] {
        let found = IncompleteSignatureRemedies(message: message)
        let compare = Remedy("Compare with a right one, stage by stage.", .doctor(sign))
        return found.texts.map { Remedy($0) } + (found.isShown ? [] : [compare])
    }

    /// The names in S3's `HeadersNotSigned`.
    fileprivate var unsignedHeaders: String? {
        message.firstRange(of: "<HeadersNotSigned>").map { found in
            PrintableText.escaped(String(message[found.upperBound...].prefix { $0 != "<" }), limit: 120)
        }
    }

    /// What stands in quotes behind some words.
    private func quoted(behind words: String) -> String? {
        guard let found = message.firstRange(of: words) else { return nil }
        let name = message[found.upperBound...].drop { " '\"".contains($0) }
            .prefix { $0.isLetter || $0.isNumber || "-_".contains($0) }
        return name.isEmpty ? nil : String(name)
    }

    fileprivate var scopeRegion: [Remedy] {
        let signed = details.signedRegion.map { " \(PrintableText.escaped($0))," } ?? ""
        if let expected = quoted(behind: "expecting ") {
            return [
                Remedy(
                    """
                    The request was signed for\(signed) and the bucket is in \(expected): set the client's region to \(expected), in \
                    lower case with hyphens.
                    """)
            ]
        }
        var remedies: [Remedy] = []
        if message.contains("correct service"), let service = quoted(behind: "correct service: ") {
            remedies.append(
                Remedy(
                    """
                    Two parts of the credential scope are wrong: set the signer's service to \(service), and its region to the one in \
                    which the endpoint is. A domain of your own tells neither, so both must be set by hand.
                    """))
        }
        if let host = globalHost {
            remedies.append(
                Remedy(
                    """
                    \(PrintableText.escaped(host)) serves every region, and its signatures are for us-east-1 (us-gov-west-1 and \
                    cn-north-1 in the other partitions): set the signer's region to us-east-1 for this service\
                    \(host.hasPrefix("sts.") ? ", or call a regional host of STS" : "").
                    """))
            return remedies
        }
        let host = answer.region.flatMap { $0 == details.signedRegion ? nil : $0 }
        remedies.append(
            Remedy(
                """
                The request was signed for\(signed) a region that is not the endpoint's\(host.map { " (\($0))" } ?? ""). Make region and \
                endpoint agree: set the signer's region to the one of the host that is called. Hosts without a region (IAM, Route 53, \
                CloudFront, sts.amazonaws.com) are signed for us-east-1, and in other partitions for us-gov-west-1 or cn-north-1.
                """,
                env))
        return remedies
    }

    /// The host that was called, where it is one of AWS's that serves all regions.
    private var globalHost: String? {
        guard let origin = details.origin, let mark = origin.firstRange(of: "://") else { return nil }
        let host = String(origin[mark.upperBound...].prefix { $0 != ":" })
        guard let name = AWSHostName(host), name.region == nil, host.hasSuffix(".amazonaws.com") else { return nil }
        return host
    }

    fileprivate var scopeService: [Remedy] {
        guard let name = quoted(behind: "correct service: ") ?? answer.service.map(SigningName.of) else {
            return [
                Remedy(
                    """
                    Set the signer's service to the signing name of the service that you call; it is often not the first part of the \
                    host's name.
                    """)
            ]
        }
        if name == "bedrock" {
            return [
                Remedy(
                    """
                    The signing name of all Bedrock endpoints (bedrock-runtime, bedrock-agent-runtime and the others) is bedrock: set \
                    the signer's service to bedrock, whatever the host's name says.
                    """,
                    .doctor(sign))
            ]
        }
        return [
            Remedy(
                """
                The service wants the signing name \(name) in the credential scope: set the signer's service (a signing proxy's or \
                client's option of that name) to \(name), whatever the host's name says.
                """)
        ]
    }

    /// The form of the signature is in question only where somebody else's signer made it.
    fileprivate var signature: [Remedy] {
        if answer.signer == .doctor {
            return [
                Remedy(
                    """
                    doctor signs by the rules, so the secret does not belong to the key id, unless something on the way \
                    changed the request: set key id and secret again, both from the same place.
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
                long before it was sent: sign last, and sign again for every retry.
                """,
                .doctor(step))
        ] + (SceneClock.remedies(scene, text: text) ?? [Remedy.advice("Set the clock.", .setClock)])
    }
}
