import JSONText
import Report
import SigV4

/// Judges the credentials that the environment holds.
enum CredentialsCheck {
    struct Outcome {
        var findings: [Finding]
        var credentials: SigningCredentials?
        var origin: String?
    }

    static let check = "credentials"

    static func run(_ facts: EnvironmentFacts, endpoint: EndpointResolution) -> Outcome {
        if let supplied = facts.overrides.credentials {
            return Outcome(
                findings: [suppliedCredentials(supplied)], credentials: supplied.value, origin: supplied.origin)
        }
        let variables = CredentialVariables(facts.variables)
        var findings = presence(variables, facts)
        findings += CredentialCleanliness.findings(variables)
        findings += CredentialShape.findings(variables, endpoint: endpoint)
        findings += CredentialExpiry.findings(variables, facts)
        let credentials = usable(variables)
        if let accessKeyID = variables.accessKeyID, credentials != nil,
            !findings.contains(where: { $0.status == .fail })
        {
            findings.append(found(accessKeyID, variables))
        }
        findings += BearerToken.findings(facts, hasKeyPair: credentials != nil)
        findings += UnusedSources.findings(facts, hasKeyPair: credentials != nil)
        findings += MisnamedVariables.findings(facts)
        return Outcome(
            findings: findings, credentials: credentials, origin: credentials == nil ? nil : "environment")
    }

    /// The pair to sign with, flawed or not, unless a header could not carry it or would give the secret away.
    private static func usable(_ variables: CredentialVariables) -> SigningCredentials? {
        guard let accessKeyID = variables.accessKeyID, let secret = variables.secretAccessKey else { return nil }
        for value in [accessKeyID, variables.sessionToken ?? ""] {
            if case .control = ValueFlaw(of: value) { return nil }
        }
        if holdsSecret(accessKeyID, secret) { return nil }
        return SigningCredentials(
            accessKeyID: accessKeyID, secretAccessKey: secret, sessionToken: variables.sessionToken)
    }

    /// Whether the key id's place holds the secret, which would then travel in clear in every request.
    private static func holdsSecret(_ accessKeyID: String, _ secret: String) -> Bool {
        let id = ValueFlaw.cleaned(accessKeyID)
        if AccessKeyID.isUnmistakable(id) { return false }
        return SecretAccessKeyShape.hasUsualShape(id) || (secret.utf8.count >= 16 && id.contains(secret))
    }

    private static func presence(_ variables: CredentialVariables, _ facts: EnvironmentFacts) -> [Finding] {
        if !variables.blank.isEmpty { return [blank(variables.blank)] }
        switch (variables.accessKeyID, variables.secretAccessKey) {
        case (nil, nil): return [missing(facts)]
        case (nil, _):
            return [partial(has: CredentialVariables.secretAccessKey, lacks: CredentialVariables.accessKeyID, facts)]
        case (_, nil):
            return [partial(has: CredentialVariables.accessKeyID, lacks: CredentialVariables.secretAccessKey, facts)]
        default: return []
        }
    }

    private static func missing(_ facts: EnvironmentFacts) -> Finding {
        Finding(
            code: "credentials-missing", check: check, status: .fail,
            title: "No AWS credentials in the environment",
            detail:
                "Neither AWS_ACCESS_KEY_ID nor AWS_SECRET_ACCESS_KEY is set. PRX signs with these two, and with AWS_SESSION_TOKEN when the keys are temporary.",
            evidence: [
                CredentialVariables.accessKeyID: "not set", CredentialVariables.secretAccessKey: "not set",
                CredentialVariables.sessionToken: .string(
                    facts.variables[CredentialVariables.sessionToken]?.isEmpty == false ? "set" : "not set"),
            ],
            where: "client", confidence: .certain,
            remedies: UnusedSources.exportRemedies(facts) + [
                Remedy(
                    "Set the key pair; the secret is read without echo",
                    command:
                        "read -r AWS_ACCESS_KEY_ID && read -rs AWS_SECRET_ACCESS_KEY && export AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY"
                )
            ])
    }

    private static func partial(has present: String, lacks absent: String, _ facts: EnvironmentFacts) -> Finding {
        let command =
            absent == CredentialVariables.secretAccessKey
            ? VariableView.ask(absent) : "read -r \(absent) && export \(absent)"
        return Finding(
            code: "credentials-partial", check: check, status: .fail,
            title: "\(present) is set, \(absent) is not",
            detail:
                "A key pair has two halves, and half of it signs nothing: PRX treats this as no credentials at all, and the AWS SDKs call it partial credentials.",
            evidence: JSONObject([(present, "set"), (absent, "not set")]),
            where: "client", confidence: .certain,
            remedies: [Remedy("Set the other half", command: command)] + UnusedSources.exportRemedies(facts))
    }

    private static func blank(_ names: [String]) -> Finding {
        Finding(
            code: "credentials-blank", check: check, status: .fail,
            title: "\(names.joined(separator: " and ")) \(names.count == 1 ? "is" : "are") set, but blank",
            detail:
                "PRX takes a blank value for none. A blank usually comes from a secret store or a CI variable that was empty when the shell started.",
            evidence: JSONObject(names.map { ($0, "blank") }),
            where: "client", confidence: .certain,
            remedies: [
                Remedy(
                    "Look at where the value comes from, then set it",
                    command: names.contains(CredentialVariables.secretAccessKey)
                        ? VariableView.ask(CredentialVariables.secretAccessKey)
                        : VariableView.unset(names))
            ])
    }

    private static func found(_ accessKeyID: String, _ variables: CredentialVariables) -> Finding {
        var evidence: JSONObject = [CredentialVariables.accessKeyID: VariableView.accessKeyID(accessKeyID)]
        if let secret = variables.secretAccessKey {
            evidence[CredentialVariables.secretAccessKey] = VariableView.secret(secret)
        }
        if let token = variables.sessionToken {
            evidence[CredentialVariables.sessionToken] = VariableView.secret(token)
        }
        let kind =
            switch AccessKeyID.kind(of: accessKeyID) {
            case .longLived: "a long-lived key pair"
            case .temporary: "a temporary key pair with its session token"
            case .other, .unknown: "a key pair"
            }
        return Finding(
            code: "credentials-found", check: check, status: .pass,
            title: "Credentials come from the environment: \(VariableView.accessKeyIDText(accessKeyID))",
            detail: "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY hold \(kind).",
            evidence: evidence, where: "client", confidence: .certain)
    }

    private static func suppliedCredentials(_ supplied: SettingOverrides.Credentials) -> Finding {
        Finding(
            code: "credentials-found", check: check, status: .pass,
            title: "Credentials come from \(PrintableText.escaped(supplied.origin))",
            detail: "The environment's credentials are not used for this run.",
            evidence: [
                "accessKeyId": VariableView.accessKeyID(supplied.value.accessKeyID),
                "origin": VariableView.plain(supplied.origin),
            ],
            where: "client", confidence: .certain)
    }
}
