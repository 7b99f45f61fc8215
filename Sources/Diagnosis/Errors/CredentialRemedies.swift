import Codes
import Evidence
import Report

extension ErrorRemedies {
    /// Keys, tokens, signatures and clocks.
    var credential: [Remedy]? {
        switch code {
        case .tokenExpired:
            [
                .advice("Get new credentials of the place where the program runs.", .getCredentials),
                Remedy(
                    """
                    The session token is too old. Get new credentials and export all three values again; with single \
                    sign-on run aws sso login first.
                    """,
                    command: ProfileCommand.export()),
                Remedy(
                    "With long-lived keys (AKIA...) a token left in the environment does this: remove it.",
                    command: "unset AWS_SESSION_TOKEN AWS_SECURITY_TOKEN"),
            ]
        case .tokenInvalid:
            [
                Remedy(
                    """
                    AWS does not know the key id, or the token does not belong to it. Look at what the \
                    environment really holds.
                    """,
                    env),
                Remedy(
                    "A temporary key (ASIA...) needs its AWS_SESSION_TOKEN; a long-lived one (AKIA...) must have none.",
                    command: "unset AWS_SESSION_TOKEN"),
                whoAmI,
            ]
        case .bearerTokenExpired:
            [
                Remedy(
                    """
                    The Bedrock API key has expired: make a new one in the Bedrock console (API keys), \
                    short-term ones last 12 hours at most.
                    """
                ),
                Remedy("Or sign with access keys instead.", command: "unset AWS_BEARER_TOKEN_BEDROCK"),
            ]
        case .bearerTokenInvalid:
            [
                Remedy(
                    """
                    What is sent as API key is none of Bedrock's, or of another region: keys are tied to \
                    the region they were made in.
                    """
                ),
                Remedy("Sign with access keys instead.", command: "unset AWS_BEARER_TOKEN_BEDROCK"),
                Remedy("See what the environment holds.", env),
            ]
        case .missingAuthToken:
            [
                Remedy(
                    """
                    The request reached AWS without an Authorization header: nothing was signed, or a proxy \
                    took it away. See what is sent.
                    """,
                    .doctor(sign)),
                Remedy(
                    "Let the mock look at the client's request.",
                    .doctor(DoctorStep("serve", [.option("--explain", nil)]))),
            ]
        case .incompleteSignature:
            IncompleteSignatureRemedies(message: ReadAnswer(answer).message).texts.map { Remedy($0) } + [
                Remedy("Compare with a right one, stage by stage.", .doctor(sign)),
                Remedy(
                    "White space or a line break in the access key id breaks the header too.", env),
            ]
        case .signatureMismatch: signature
        case .clockSkewExpired, .clockSkewFuture: clock
        case .credentialScopeDate:
            [
                Remedy(
                    """
                    The date in the credential scope is not the day of X-Amz-Date: use UTC, and make the \
                    signing key anew each day.
                    """,
                    .doctor(sign))
            ]
        case .wrongScopeRegion:
            [
                Remedy(
                    """
                    The request was signed for\(details.signedRegion.map { " \(PrintableText.escaped($0)), " } ?? " ")\
                    another region than the host's. Make region and endpoint agree: see what each is set to.
                    """,
                    env)
            ]
        case .wrongScopeService:
            [
                Remedy(
                    "The signing name of bedrock-runtime hosts is bedrock: set the signer's service to bedrock.",
                    .doctor(sign))
            ]
        default: nil
        }
    }

    /// The form of the signature is in question only where somebody else's signer made it.
    private var signature: [Remedy] {
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
    private var sign: DoctorStep { DoctorStep("sign", (details.modelID ?? answer.model).map { [.model($0)] } ?? []) }

    private var clock: [Remedy] {
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
