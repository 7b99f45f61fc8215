import Codes
import JSONText
import Report
import WireText

/// Names the sources of credentials that the AWS SDKs would use and PRX does not.
enum UnusedSources {
    static func findings(_ facts: EnvironmentFacts, hasKeyPair: Bool) -> [Finding] {
        UnusedSource.all.compactMap { source in finding(source, facts, hasKeyPair) }
            + profileFiles(facts, hasKeyPair)
    }

    /// The commands that bring a profile's credentials into the environment, the likeliest profile first.
    ///
    /// - Parameter orDefault: Whether to give the command for the default profile even when no profile is known.
    static func exportRemedies(_ facts: EnvironmentFacts, orDefault: Bool = false) -> [Remedy] {
        let profiles = facts.profileFiles.flatMap(\.profiles)
        let chosen = ["AWS_PROFILE", "AWS_DEFAULT_PROFILE"].lazy.compactMap { facts.variables[$0] }.first {
            !$0.isBlank
        }
        var seen: Set<String> = []
        let withCredentials = profiles.filter { $0.source != .none && seen.insert($0.name).inserted }
        let here = PlaceRemedies.credentials(facts)
        guard
            let name = chosen ?? withCredentials.first(where: { $0.name == "default" })?.name
                ?? withCredentials.first?.name ?? (orDefault && here.isEmpty ? "default" : nil)
        else { return here }
        guard let command = ProfileCommand.export(name) else {
            return here + [
                Remedy(
                    "The profile's name cannot be typed; unset it, then name another",
                    command: "unset AWS_PROFILE AWS_DEFAULT_PROFILE")
            ]
        }
        if let wrong = misnamed(name, isChosen: name == chosen, among: profiles.map(\.name)) { return here + [wrong] }
        let export = Remedy(
            "Bring the keys of profile \(PrintableText.escaped(name)) into this shell (AWS CLI 2)",
            command: command)
        // The name was typed into a file by a person; a run that has one already needs no other.
        let isKnown = profiles.contains { $0.name == name }
        let direct =
            isKnown && facts.overrides.credentials == nil
            ? [
                Remedy(
                    "Use profile \(PrintableText.escaped(name)) for this run",
                    .doctor(.again(.option("--profile", name))))
            ]
            : []
        if profiles.contains(where: { $0.name == name && $0.source == .sso }) {
            return here + [
                Remedy("The profile uses single sign-on; log in first", command: ProfileCommand.login(name))
            ] + direct + [export]
        }
        return here + direct + [export]
    }

    /// What to do about `AWS_PROFILE` where it names no profile of the files.
    private static func misnamed(_ name: String, isChosen: Bool, among names: [String]) -> Remedy? {
        guard isChosen, !names.isEmpty, !names.contains(name) else { return nil }
        let shown = PrintableText.escaped(name, limit: 60)
        if let nearest = NearestName.nearest(to: name, among: names), let word = ShellWord.quoted(nearest) {
            return Remedy(
                "There is no profile \(shown); did you mean \(PrintableText.escaped(nearest, limit: 60))?",
                command: "export AWS_PROFILE=\(word)")
        }
        return Remedy(
            "There is no profile \(shown); see which there are (AWS CLI)", command: "aws configure list-profiles")
    }

    private static func finding(_ source: UnusedSource, _ facts: EnvironmentFacts, _ hasKeyPair: Bool) -> Finding? {
        let set = source.variables.compactMap { name in
            facts.variables[name].flatMap { $0.isBlank ? nil : (name, $0) }
        }
        guard let first = set.first else { return nil }
        let evidence = set.map { name, value in
            (name, source.isSecret(name) ? VariableView.secret(value) : VariableView.plain(value))
        }
        return Finding(
            code: source.code, check: CredentialsCheck.check, status: source.status,
            title: "\(first.0) is set; \(facts.reader) does not \(source.verb) it",
            detail: source.detail, evidence: JSONObject(evidence), where: .client, confidence: .certain,
            remedies: remedies(source, set.map(\.0), facts, hasKeyPair))
    }

    private static func remedies(
        _ source: UnusedSource, _ set: [String], _ facts: EnvironmentFacts, _ hasKeyPair: Bool
    ) -> [Remedy] {
        switch source.fix {
        case .nothing: return []
        case .profile:
            let export = hasKeyPair ? [] : exportRemedies(facts, orDefault: true)
            return export.isEmpty
                ? [Remedy("If it is not intended, unset it", command: VariableView.unset(set))] : export
        case .role:
            // The AWS CLI prefers keys of the environment, even half a pair, and --profile turns the role off.
            let keys = CredentialVariables(facts.variables).present.map(\.name)
            let clear = VariableView.unset(keys).map { $0 + "; " } ?? ""
            return [
                Remedy(
                    keys.isEmpty
                        ? "Fetch the role's keys into this shell (AWS CLI 2)"
                        : "If the role is meant, replace the keys that are set with the role's (AWS CLI 2)",
                    command: clear + "eval \"$(aws configure export-credentials --format env)\"")
            ]
        case .rename(let right):
            let isInUse = facts.variables[right]?.isBlank == false
            return [
                isInUse
                    ? Remedy("\(right) is set too; unset the old name", command: VariableView.unset(set))
                    : Remedy(
                        "Use the name that everything reads",
                        command: set.first.map { "export \(right)=\"$\($0)\"; unset \($0)" })
            ]
        }
    }

    private static func profileFiles(_ facts: EnvironmentFacts, _ hasKeyPair: Bool) -> [Finding] {
        let present = facts.profileFiles.filter { $0.state != .absent }
        if present.isEmpty { return [] }
        let evidence = present.map { file -> (String, JSONValue) in
            let path = PrintableText.escaped(file.path)
            if case .unreadable(let reason) = file.state {
                return (path, .string("cannot be read: " + PrintableText.escaped(reason)))
            }
            let names = file.profiles.prefix(20).map { "\($0.name) (\($0.source.rawValue))" }
            return (path, .array(names.map(VariableView.plain)))
        }
        return [
            Finding(
                code: .credentialsProfileFiles, check: CredentialsCheck.check, status: hasKeyPair ? .pass : .warn,
                title: hasKeyPair
                    ? "Profile files are present; the environment's keys win"
                    : facts.speaksOfPRX
                        ? "Profile files are present, but PRX's documentation says it does not read them"
                        : "Profile files are present, and none is used",
                detail: hasKeyPair
                    ? !facts.speaksOfPRX
                        ? "Without --profile, the key pair of the environment is used."
                        : "PRX takes the key pair of the environment. Only its newer versions look into the [default] profile of ~/.aws/credentials at all, and only when the environment has none."
                    : !facts.speaksOfPRX
                        ? "Without --profile, credentials come from the environment only."
                        : "PRX takes credentials from the environment; only its newer versions fall back to the [default] profile of ~/.aws/credentials, with the region of ~/.aws/config, and never to another profile, a role or single sign-on. Exporting the profile works with every version.",
                evidence: JSONObject(evidence), where: .client, confidence: .certain,
                remedies: hasKeyPair ? [] : exportRemedies(facts))
        ]
    }
}
