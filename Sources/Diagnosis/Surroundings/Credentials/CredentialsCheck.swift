import Codes
import JSONText
import Report
import SigV4

/// Judges the credentials that the environment holds.
enum CredentialsCheck {
    struct Outcome {
        var findings: [Finding]
        var credentials: SigningCredentials?
        var origin: String?
        /// The key that calls are made with in place of signatures.
        var apiKey: BedrockAPIKey?
    }

    static let check = Check.credentials

    static func run(_ facts: EnvironmentFacts, region: String, endpoint: EndpointResolution) -> Outcome {
        var outcome = pair(facts, endpoint: endpoint)
        let isBearer = facts.overrides.auth == .bearer
        // A profile that was named, and what the mock brings along, stand in place of the whole environment.
        guard isBearer || facts.overrides.credentials == nil || facts.overrides.apiKey != nil,
            facts.overrides.profile == nil
        else { return outcome }
        let bearer = BearerToken.run(
            facts, hasKeyPair: outcome.credentials != nil, region: region, endpoint: endpoint)
        if isBearer {
            // Without the key that was asked for nothing is called: a pair is another identity.
            outcome = Outcome(findings: [])
        } else if bearer.key != nil {
            // What is wrong with a pair that nothing is signed with stops nobody.
            outcome.findings = outcome.findings.filter { $0.code != .credentialsMissing }.map { finding in
                var finding = finding
                if finding.status == .fail { finding.status = .warn }
                return finding
            }
        } else if bearer.findings.contains(where: { $0.status == .fail }) {
            // Whoever set a key meant to use it: that it cannot be sent is the cause, not that there is no pair.
            outcome.findings.removeAll { $0.code == .credentialsMissing }
        }
        outcome.findings += bearer.findings
        outcome.apiKey = bearer.key
        if facts.overrides.credentials == nil {
            // Where the key was asked for, a key pair elsewhere is none of its sources.
            let isProvided = isBearer || outcome.credentials != nil || bearer.key != nil
            outcome.findings += UnusedSources.findings(facts, hasKeyPair: isProvided)
            outcome.findings += MisnamedVariables.findings(facts)
        }
        return outcome
    }

    /// What the key pair is worth, wherever it comes from.
    private static func pair(_ facts: EnvironmentFacts, endpoint: EndpointResolution) -> Outcome {
        if let supplied = facts.overrides.credentials {
            return Outcome(
                findings: [suppliedCredentials(supplied)], credentials: supplied.value, origin: supplied.origin)
        }
        if let profile = facts.overrides.profile { return ProfileCheck.run(profile, facts, endpoint) }
        let variables = CredentialVariables(facts.variables)
        var findings = presence(variables, facts)
        let assignments = AssignmentInValue.findings(variables)
        findings += assignments
        // A value with its own name before it has no form of its own; the one behind the name has.
        let judged = assignments.isEmpty ? variables : variables.withoutAssignments
        findings += CredentialCleanliness.findings(judged)
        findings += CredentialShape.findings(
            judged, endpoint: endpoint, fresh: UnusedSources.exportRemedies(facts, orDefault: true))
        findings += CredentialExpiry.findings(variables, facts)
        let credentials = usable(variables)
        if let accessKeyID = variables.accessKeyID, credentials != nil,
            !findings.contains(where: { $0.status == .fail })
        {
            findings.append(found(accessKeyID, variables))
        }
        return Outcome(
            findings: findings, credentials: credentials, origin: credentials == nil ? nil : "environment")
    }

    /// The pair to sign with, flawed or not, unless a header could not carry it or would give the secret away.
    static func usable(_ variables: CredentialVariables) -> SigningCredentials? {
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
        if !variables.blank.isEmpty { return [blank(variables, facts)] }
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
            code: .credentialsMissing, check: check, status: .fail,
            title: "No AWS credentials in the environment",
            detail:
                "Neither AWS_ACCESS_KEY_ID nor AWS_SECRET_ACCESS_KEY is set. Without --profile only these two count, and AWS_SESSION_TOKEN when the keys are temporary\(facts.speaksOfPRX ? ": that is the rule of PRX's documentation" : "").",
            evidence: [
                CredentialVariables.accessKeyID: "not set", CredentialVariables.secretAccessKey: "not set",
                CredentialVariables.sessionToken: .string(
                    facts.variables[CredentialVariables.sessionToken]?.isEmpty == false ? "set" : "not set"),
            ],
            where: .client, confidence: .certain,
            remedies: MisnamedVariables.renaming(
                [CredentialVariables.accessKeyID, CredentialVariables.secretAccessKey], facts) + pair(facts))
    }

    /// The ways to a key pair: a profile that is there, else the keyboard; never where a role has to provide it.
    private static func pair(_ facts: EnvironmentFacts) -> [Remedy] {
        let others = UnusedSources.exportRemedies(facts)
        guard facts.place.issuer.isPersons else { return others }
        return others + [
            Remedy(
                "Set the key pair: type the id, then the secret, which is not shown", command: VariableView.askPair)
        ]
    }

    private static func partial(has present: String, lacks absent: String, _ facts: EnvironmentFacts) -> Finding {
        Finding(
            code: .credentialsPartial, check: check, status: .fail,
            title: "\(present) is set, \(absent) is not",
            detail:
                "A key pair has two halves, and half of it signs nothing; the AWS SDKs call it partial credentials.",
            evidence: JSONObject([(present, "set"), (absent, "not set")]),
            where: .client, confidence: .certain,
            remedies: MisnamedVariables.renaming([absent], facts)
                + [Remedy("Set the other half", command: VariableView.ask(absent))]
                + UnusedSources.exportRemedies(facts))
    }

    private static func blank(_ variables: CredentialVariables, _ facts: EnvironmentFacts) -> Finding {
        let names = variables.blank
        let remedies: [Remedy] =
            switch (variables.accessKeyID, variables.secretAccessKey) {
            case (nil, nil): pair(facts)
            case (nil, _): [Remedy("Set it", command: VariableView.ask(CredentialVariables.accessKeyID))]
            case (_, nil): [Remedy("Set it", command: VariableView.ask(CredentialVariables.secretAccessKey))]
            default: [Remedy("Unset it, or set it", command: VariableView.unset(names))]
            }
        return Finding(
            code: .credentialsBlank, check: check, status: .fail,
            title: "\(Enumeration.words(names)) \(names.count == 1 ? "is" : "are") set, but blank",
            detail:
                "A blank value counts as none. A blank, or a pair of quotes with nothing between them, usually comes from a secret store, an env file or a CI variable that was empty: correct it there, so that it does not come back.",
            evidence: JSONObject(names.map { ($0, "blank") }),
            where: .client, confidence: .certain, remedies: remedies)
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
            code: .credentialsFound, check: check, status: .pass,
            title: "Credentials come from the environment: \(VariableView.accessKeyIDText(accessKeyID))",
            detail: "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY hold \(kind).",
            evidence: evidence, where: .client, confidence: .certain)
    }

    private static func suppliedCredentials(_ supplied: SettingOverrides.Credentials) -> Finding {
        Finding(
            code: .credentialsFound, check: check, status: .pass,
            title: "Credentials come from \(PrintableText.escaped(supplied.origin))",
            detail: "The environment's credentials are not used for this run.",
            evidence: [
                "accessKeyId": VariableView.accessKeyID(supplied.value.accessKeyID),
                "origin": VariableView.plain(supplied.origin),
            ],
            where: .client, confidence: .certain)
    }
}
