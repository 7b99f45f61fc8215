import Codes
import JSONText
import Report
import SigV4
import WireText

/// Judges what came of `--profile`.
enum ProfileCheck {
    static func run(_ profile: ProfileOutcome, _ facts: EnvironmentFacts, _ endpoint: EndpointResolution)
        -> CredentialsCheck.Outcome
    {
        guard case .found(let credentials, let origin) = profile.result else {
            return CredentialsCheck.Outcome(findings: [failure(profile, facts)], credentials: nil, origin: nil)
        }
        let faults = faults(of: credentials, profile, endpoint)
        return CredentialsCheck.Outcome(
            findings: faults.contains { $0.status == .fail } ? faults : [found(credentials, origin, facts)] + faults,
            credentials: CredentialsCheck.usable(variables(credentials)), origin: origin)
    }

    private static func found(_ credentials: SigningCredentials, _ origin: String, _ facts: EnvironmentFacts) -> Finding
    {
        let hasOwn = !CredentialVariables(facts.variables).present.isEmpty
        return Finding(
            code: .credentialsFound, check: CredentialsCheck.check, status: .pass,
            title:
                "Credentials come from \(PrintableText.escaped(origin)): \(VariableView.accessKeyIDText(credentials.accessKeyID))",
            detail: hasOwn ? "The environment's own keys are not used for this run." : "",
            evidence: [
                "accessKeyId": VariableView.accessKeyID(credentials.accessKeyID), "origin": VariableView.plain(origin),
            ],
            where: .client, confidence: .certain)
    }

    private static func variables(_ credentials: SigningCredentials) -> CredentialVariables {
        var variables = [
            CredentialVariables.accessKeyID: credentials.accessKeyID,
            CredentialVariables.secretAccessKey: String(
                decoding: credentials.secretAccessKey.exposedBytes, as: UTF8.self),
        ]
        if let token = credentials.sessionToken {
            variables[CredentialVariables.sessionToken] = String(decoding: token.exposedBytes, as: UTF8.self)
        }
        return CredentialVariables(variables)
    }

    /// The faults of the values' form, which are those of the environment's values, said of the profile's settings.
    private static func faults(
        of credentials: SigningCredentials, _ profile: ProfileOutcome, _ endpoint: EndpointResolution
    ) -> [Finding] {
        let variables = variables(credentials)
        let edit = profile.path.flatMap { ShellWord.quoted($0) }.map { "${EDITOR:-vi} \($0)" }
        let findings =
            CredentialCleanliness.findings(variables)
            + CredentialShape.findings(variables, endpoint: endpoint, fresh: [])
        return findings.map { finding in
            var finding = finding
            for (variable, setting) in [
                (CredentialVariables.accessKeyID, "aws_access_key_id"),
                (CredentialVariables.secretAccessKey, "aws_secret_access_key"),
                (CredentialVariables.sessionToken, "aws_session_token"),
            ] {
                finding.title = finding.title.replacing(variable, with: setting)
                finding.detail = finding.detail.replacing(variable, with: setting)
            }
            finding.title += " (profile \(PrintableText.escaped(profile.name, limit: 60)))"
            finding.remedies = [Remedy("Correct the profile's settings", command: edit)]
            return finding
        }
    }

    // MARK: No credentials

    private static func failure(_ profile: ProfileOutcome, _ facts: EnvironmentFacts) -> Finding {
        let name = PrintableText.escaped(profile.name, limit: 60)
        var evidence: JSONObject = ["profile": .string(name)]
        if let source = profile.source { evidence["source"] = .string(source.rawValue) }
        if let path = profile.path { evidence["path"] = VariableView.plain(path) }
        var said: String?
        let words: Words
        switch profile.result {
        case .found:
            words = Words(.credentialsProfileFailed, "Profile \(name) gave no credentials", "")
        case .unknown(let names):
            evidence["profiles"] = .array(names.prefix(20).map { VariableView.plain($0) })
            words =
                names.isEmpty
                ? nothingRead(name, facts) ?? unknown(profile.name, name, names)
                : unknown(profile.name, name, names)
        case .incomplete(let lacking):
            words = Words(
                .credentialsProfileIncomplete, "Profile \(name) has no \(lacking)",
                "A key pair has two halves, and both must stand in one file.", [edit(profile)])
        case .empty:
            words = Words(
                .credentialsProfileIncomplete, "Profile \(name) has nothing to get credentials by",
                "It has neither keys nor single sign-on, a role or a credential process.", [edit(profile)])
        case .needsCLI: words = needsCLI(profile, name)
        case .oldCLI:
            words = Words(
                .credentialsProfileNeedsCLI, "The AWS CLI on the path is too old for profile \(name)",
                "`aws configure export-credentials`, which gets \(kind(profile.source)), is in version 2 of the AWS CLI. See `aws --version`.",
                [installation])
        case .failed(let message):
            evidence["message"] = .string(message)
            said = message
            words = failed(profile, name, message)
        case .timedOut(let seconds):
            words = Words(
                .credentialsProfileFailed, "The AWS CLI gave no credentials for profile \(name) within \(seconds) s",
                "A credential process may wait for an answer, or the network for a proxy.",
                [Remedy("Allow more time", .doctor(.again(.option("--timeout", "\(max(seconds, 30) * 4)"))))])
        case .unreadable(let path, let reason):
            evidence["path"] = VariableView.plain(path)
            words = Words(
                .credentialsProfileFailed, "\(PrintableText.escaped(path)) cannot be read",
                "The file holds the profiles: \(PrintableText.escaped(reason)).",
                [Remedy("See who owns it", command: ShellWord.quoted(path).map { "ls -l \($0)" })])
        }
        return Finding(
            code: words.code, check: CredentialsCheck.check, status: .fail, title: words.title, detail: words.detail,
            rows: [FactRow("said", said)].compactMap(\.self), evidence: evidence, where: .client, confidence: .certain,
            remedies: words.remedies)
    }

    private struct Words {
        var code: FindingCode
        var title: String
        var detail: String
        var remedies: [Remedy]

        init(_ code: FindingCode, _ title: String, _ detail: String, _ remedies: [Remedy] = []) {
            self.code = code
            self.title = title
            self.detail = detail
            self.remedies = remedies
        }
    }

    private static let installation = Remedy(
        "Install the AWS CLI 2: https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html")

    private static func edit(_ profile: ProfileOutcome) -> Remedy {
        Remedy(
            "Complete the profile",
            command: profile.path.flatMap { ShellWord.quoted($0) }.map { "${EDITOR:-vi} \($0)" })
    }

    /// Where no file could be read, nothing is known of profiles.
    private static func nothingRead(_ name: String, _ facts: EnvironmentFacts) -> Words? {
        for file in facts.profileFiles {
            guard case .unreadable(let reason) = file.state else { continue }
            let path = PrintableText.escaped(file.path)
            return Words(
                .credentialsProfileFailed, "\(path) cannot be read, so profile \(name) is not known",
                "The file may hold the profile: \(PrintableText.escaped(reason)).",
                [Remedy("See who owns it", command: ShellWord.quoted(file.path).map { "ls -ld \($0)" })])
        }
        guard facts.variables["HOME"]?.isBlank ?? true, facts.profileFiles.allSatisfy({ $0.state == .absent }) else {
            return nil
        }
        return Words(
            .credentialsProfileFailed, "The profiles were not looked for: HOME is not set",
            "~/.aws/credentials and ~/.aws/config are found by HOME, or by AWS_SHARED_CREDENTIALS_FILE and AWS_CONFIG_FILE.",
            [Remedy("Set it to your home directory", command: "export HOME=\"$(eval echo \"~$(id -un)\")\"")])
    }

    private static func unknown(_ asked: String, _ name: String, _ names: [String]) -> Words {
        guard !names.isEmpty else {
            return Words(
                .credentialsProfileUnknown, "There is no profile \(name)",
                "Neither ~/.aws/credentials nor ~/.aws/config has any profile.",
                [Remedy("Make one (AWS CLI)", command: ShellWord.quoted(asked).map { "aws configure --profile \($0)" })]
            )
        }
        let nearest =
            names.first { $0.lowercased() == asked.lowercased() } ?? NearestName.nearest(to: asked, among: names)
        let list = names.prefix(10).map { PrintableText.escaped($0, limit: 60) }.joined(separator: ", ")
        return Words(
            .credentialsProfileUnknown, "There is no profile \(name)",
            "The profiles are \(list)\(names.count > 10 ? " and \(names.count - 10) more" : "").",
            nearest.map {
                [
                    Remedy.advice(
                        "Did you mean \(PrintableText.escaped($0, limit: 60))?",
                        .doctor(.again(.option("--profile", $0))))
                ]
            } ?? [])
    }

    private static func kind(_ source: ProfileFile.Profile.Source?) -> String {
        switch source {
        case .sso: "the keys of a single sign-on session"
        case .role: "the keys of a role"
        case .process: "keys from a credential process"
        case .login: "the keys of a console login"
        case .keys, .some(.none), nil: "its keys"
        }
    }

    private static func needsCLI(_ profile: ProfileOutcome, _ name: String) -> Words {
        let login = profile.source == .sso ? ProfileCommand.login(profile.name) : nil
        return Words(
            .credentialsProfileNeedsCLI, "Profile \(name) needs the AWS CLI, which is not on the path",
            "To get \(kind(profile.source)), this tool asks the AWS CLI 2; it runs no credential process and starts no login itself.",
            [installation] + [login.map { Remedy("Then log in", command: $0) }].compactMap(\.self) + [
                Remedy(
                    "Or, where the AWS CLI is, print the keys as export lines, and take them over",
                    command: ShellWord.quoted(profile.name).map {
                        "aws configure export-credentials --profile \($0) --format env"
                    })
            ])
    }

    private static func failed(_ profile: ProfileOutcome, _ name: String, _ message: String) -> Words {
        let said = message.isEmpty ? "" : "The AWS CLI says: \(message)"
        let word = ShellWord.quoted(profile.name)
        let show = Remedy(
            "See what the AWS CLI makes of the profile", command: word.map { "aws configure list --profile \($0)" })
        switch profile.source {
        case .sso:
            return Words(
                .credentialsProfileFailed, "Profile \(name) has no valid single sign-on session", said,
                [Remedy("Log in", command: ProfileCommand.login(profile.name)), show])
        case .login:
            return Words(
                .credentialsProfileFailed, "Profile \(name) has no valid console login", said,
                [Remedy("Log in", command: word.map { "aws login --profile \($0)" }), show])
        default:
            return Words(
                .credentialsProfileFailed, "The AWS CLI gave no credentials for profile \(name)", said, [show])
        }
    }
}
