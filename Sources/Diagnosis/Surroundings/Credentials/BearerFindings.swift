import Codes
import ConverseAPI
import JSONText
import Report
import SigV4
import WireText

/// The findings about an API key, of which at most the last four characters are shown.
struct BearerFindings {
    let facts: EnvironmentFacts
    let key: BedrockAPIKey
    /// Where the run's calls go.
    let region: String
    let endpoint: EndpointResolution

    private static let check = CredentialsCheck.check
    private static let variable = BedrockAPIKey.variable

    // MARK: The key that is used

    /// The key that this run sends: good as far as its text tells, or what is wrong with it.
    var judged: Finding {
        if let fault { return fault }
        let forPRX =
            facts.speaksOfPRX
            ? " PRX does not read it: it needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY." : ""
        return finding(
            .credentialsBearerTokenFound, facts.speaksOfPRX ? .warn : .pass,
            "Calls are made with the \(kind) of \(Self.variable)",
            "It is sent as bearer token, and nothing is signed; the AWS SDKs do the same.\(forPRX) "
                + (summary ?? "The key itself does not tell for which region it is, or until when."),
            BearerFindings.scheme("bearer"))
    }

    /// What is wrong with a key, the gravest first; nil for one that looks good.
    private var fault: Finding? {
        if let wrapped { return wrapped }
        let scheme = BearerFindings.scheme("bearer")
        let isAWS = endpoint.endpoint.map { EndpointHostKind($0.host) == .aws } ?? true
        switch key.form {
        case .foreign:
            // A gateway has keys of its own.
            return finding(
                .credentialsBearerTokenMalformed, isAWS ? .fail : .warn,
                "\(Self.variable) holds no Bedrock API key",
                "A long-term key begins with \(LongTermAPIKey.prefix), a short-term one with \(ShortTermAPIKey.prefix). "
                    + "Bedrock refuses any other token; only a gateway may know it.",
                scheme, confidence: isAWS ? .certain : .likely, remedies: Self.renewal)
        case .damaged(let flaw):
            return finding(
                .credentialsBearerTokenMalformed, .fail, "The API key of \(Self.variable) is damaged",
                "It begins as one, but \(flaw.words).", scheme, confidence: .likely, remedies: Self.renewal)
        case .shortTerm(let short):
            if short.service != "bedrock" {
                return finding(
                    .credentialsBearerTokenMalformed, .fail, "The short-term API key is signed for another service",
                    "Its scope has the service \(PrintableText.escaped(short.service, limit: 40)) in place of bedrock.",
                    scheme, remedies: Self.renewal)
            }
            if short.expiresAt.unixSeconds <= facts.now {
                return finding(
                    .credentialsBearerTokenExpired, .fail, "The short-term API key has expired",
                    "It was good until \(Self.text(short.expiresAt)); by this machine's clock it is "
                        + "\(Self.text(SigningTime(unixSeconds: facts.now))).",
                    scheme, confidence: .likely, remedies: Self.renewal)
            }
            if isAWS, short.region != region {
                return finding(
                    .credentialsBearerTokenRegion, .fail,
                    "The short-term API key is for \(Self.shown(short.region)), and calls go to \(Self.shown(region))",
                    "A short-term key is good in the region that it was made in, and nowhere else.", scheme,
                    remedies: [
                        Remedy(
                            "Call the key's own region, or make a key for the other one",
                            .doctor(.again(.region(short.region))))
                    ])
            }
            return nil
        case .longTerm: return nil
        }
    }

    /// A key with something around it that belongs to a file or to the header; nil for another.
    var wrapped: Finding? {
        let text = String(decoding: key.secret.exposedBytes, as: UTF8.self).trimmedWhitespace()
        let bare = text.drop(while: Self.isQuote)
        let isQuoted = bare.startIndex != text.startIndex && text.last.map(Self.isQuote) == true
        let hasWord = bare.lowercased().hasPrefix("bearer ")
        guard isQuoted || hasWord else { return nil }
        if isQuoted {
            return finding(
                .credentialsQuoted, .fail, "\(Self.variable) has quotes around its value",
                "The quotes are part of the value here, and no key has any\(hasWord ? "; nor has it the word Bearer, which the header gets from the client" : ""). Files for docker --env-file and systemd keep quotes that a shell would remove.",
                BearerFindings.scheme("none"),
                remedies: [
                    Remedy("Set the key again, without what stands around it", command: VariableView.ask(Self.variable))
                ])
        }
        return finding(
            .credentialsBearerTokenMalformed, .fail, "\(Self.variable) has the word Bearer before the key",
            "The word belongs to the header Authorization, and clients write it there: the variable holds the key alone.",
            BearerFindings.scheme("none"),
            remedies: [Remedy("Set the key again, without the word Bearer", command: VariableView.ask(Self.variable))])
    }

    private static func isQuote(_ character: Character) -> Bool { "\"'`".contains(character) }

    /// A key that no header can carry.
    var unsendable: Finding {
        finding(
            .credentialsBearerTokenMalformed, .fail, "The API key of \(Self.variable) has a blank or a line end in it",
            "No header can carry it so. It usually comes from a copy or a file with a line end too many.",
            BearerFindings.scheme("none"),
            remedies: [Remedy("Set it again, without blanks", command: VariableView.ask(Self.variable))])
    }

    /// A key that would travel in clear.
    var inClear: Finding {
        finding(
            .credentialsBearerTokenPlaintext, .fail, "The API key is not sent: the endpoint is plain http",
            "Whoever sees one request can use the key as its owner does. It is sent over https, and over http to this "
                + "machine only; newer AWS SDKs refuse every http endpoint.",
            BearerFindings.scheme("none"),
            remedies: [Remedy("Use an https endpoint, or sign with a key pair: --auth sigv4")])
    }

    // MARK: The key that is not used

    /// The key stands in the environment, and this run signs.
    func ignored(hasKeyPair: Bool, isBlank: Bool) -> Finding {
        let reader = facts.reader.beginningSentence
        let signs = "\(reader) signs with the key pair\(hasKeyPair ? "" : ", and there is none")"
        let flaw = isBlank ? nil : fault.map { " Of the key itself: \($0.title)." } ?? summary.map { " \($0)" }
        return finding(
            .credentialsBearerTokenIgnored, .warn,
            isBlank ? "\(Self.variable) is set, but blank" : "\(Self.variable) is set; \(facts.reader) does not use it",
            isBlank
                ? "Tools built on the AWS SDKs send an empty bearer token as soon as the variable exists, and are refused."
                : "\(signs). Tools built on the AWS SDKs prefer the bearer token even to keys given to them, so they may act as somebody else.\(flaw ?? "")",
            Self.scheme(hasKeyPair ? "sigv4" : "none"),
            remedies: hasKeyPair
                ? [Remedy("To make every tool use the key pair", command: "unset \(Self.variable)")]
                : [
                    Remedy(
                        "To sign, set a key pair: type the id, then the secret, which is not shown",
                        command: VariableView.askPair)
                ])
    }

    /// `--auth bearer` without a key.
    static func missing(isBlank: Bool) -> Finding {
        Finding(
            code: isBlank ? .credentialsBlank : .credentialsMissing, check: check, status: .fail,
            title: isBlank ? "\(variable) is set, but blank" : "\(variable) is not set",
            detail: "--auth bearer sends the API key of this variable and nothing else, and there is none.",
            evidence: [variable: isBlank ? "blank" : "not set"], where: .client, confidence: .certain,
            remedies: [
                Remedy("Set the key, which is not shown", command: VariableView.ask(variable)),
                Remedy("Or sign with a key pair", .doctor(.again(.without("--auth")))),
            ])
    }

    static func supplied(_ origin: String) -> Finding {
        Finding(
            code: .credentialsBearerTokenFound, check: check, status: .pass,
            title: "An API key comes from \(PrintableText.escaped(origin))",
            detail: "It is sent as bearer token. The environment's credentials are not used for this run.",
            evidence: ["origin": VariableView.plain(origin)], where: .client, confidence: .certain)
    }

    // MARK: Parts

    /// Who would do what, for the evidence: the SDKs send the token as soon as the variable exists, PRX never reads it.
    ///
    /// Seen with botocore 1.43 and 1.44, which do so even where keys are given to the client and
    /// `AWS_AUTH_SCHEME_PREFERENCE` says `sigv4`; only a signature version or a preference in the code wins.
    private static func scheme(_ run: String) -> JSONObject {
        ["thisRun": .string(run), "awsSDKs": "bearer", "PRX": "sigv4"]
    }

    private static let renewal = [
        Remedy("Make a new key in the Bedrock console (API keys), and set it", command: VariableView.ask(variable)),
        Remedy("Or sign with access keys instead", command: "unset \(variable)"),
    ]

    private func finding(
        _ code: FindingCode, _ status: Status, _ title: String, _ detail: String, _ schemes: JSONObject,
        confidence: Confidence = .certain, remedies: [Remedy] = []
    ) -> Finding {
        var evidence = described
        for member in schemes { evidence[member.name] = member.value }
        return Finding(
            code: code, check: Self.check, status: status, title: title, detail: detail, evidence: evidence,
            where: .client, confidence: confidence, remedies: remedies)
    }

    /// What the key tells of itself.
    private var described: JSONObject {
        let value = String(decoding: key.secret.exposedBytes, as: UTF8.self)
        var members: JSONObject = [
            Self.variable: .string(value.isBlank ? "blank" : MaskedSecret.masked(value))
        ]
        switch key.form {
        case .longTerm(let long):
            members["kind"] = "long-term"
            members["account"] = long.accountID.map { .string($0) }
        case .shortTerm(let short):
            members["kind"] = "short-term"
            members["accessKeyId"] = VariableView.accessKeyID(short.accessKeyID)
            members["region"] = VariableView.plain(short.region)
            members["signedAt"] = .string(Self.text(short.signedAt))
            members["expires"] = .string(Self.text(short.expiresAt))
            members["sessionToken"] = short.hasSessionToken ? "signed with a temporary key" : "none"
        case .damaged(.lacking(let names)):
            members["kind"] = "short-term"
            members["lacks"] = .array(names.map { .string($0) })
        case .damaged: members["kind"] = "damaged"
        case .foreign: members["kind"] = value.isBlank ? nil : "not Bedrock's"
        }
        return members
    }

    private var kind: String {
        switch key.form {
        case .longTerm: "long-term API key"
        case .shortTerm: "short-term API key"
        case .damaged, .foreign: "token"
        }
    }

    /// A sentence about a good key; nil where its text tells nothing.
    private var summary: String? {
        switch key.form {
        case .shortTerm(let short):
            "It is a short-term key of \(VariableView.accessKeyIDText(short.accessKeyID)) for \(Self.shown(short.region)), good until \(Self.text(short.expiresAt))"
                + (short.hasSessionToken ? " at most: it ends with the session that signed it." : ".")
        case .longTerm(let long):
            long.accountID.map {
                "It is a long-term key of the account \($0); its text tells neither a region nor an end."
            }
        case .damaged, .foreign: nil
        }
    }

    private static func shown(_ region: String) -> String { PrintableText.escaped(region, limit: 60) }

    private static func text(_ time: SigningTime) -> String {
        CivilTime(unixSeconds: time.unixSeconds).iso8601
    }
}
