import Codes
import Evidence
import Report
import WireText

/// What to do about a check that a program or a tool made by itself: in its own place, and nothing about what was sent.
extension FailedCall {
    /// The check that failed, where it is what the cause was named by.
    func localCheck(_ code: FindingCode) -> LocalCheck? {
        guard [.credentialsMissing, .clientRefused].contains(code), let check = LocalCheck(read), check.code == code
        else { return nil }
        return check
    }

    /// What the check is called, and what follows from it.
    func localCheckWords(_ code: FindingCode) -> (title: String?, meaning: String)? {
        switch localCheck(code) {
        case .manifest(let kind, _, _):
            (
                "Kubernetes did not take the manifest",
                "The API server of the cluster\(kind.map { ", or the schema of \(PrintableText.escaped($0, limit: 60))," } ?? "") refused an object; nothing was sent to AWS."
            )
        case .variables where code == .clientRefused:
            (
                "The program's own variables are not set",
                "It looked for them by their names before it called anybody, so nothing was sent and nothing was refused."
            )
        case .variables:
            (
                nil,
                "The program looked for variables by their names and found them unset; no SDK looked for credentials."
            )
        case .apiKey:
            (
                "The program has no API key in its own settings",
                "It looked for one before it called anybody, so nothing was sent and nothing was refused."
            )
        case .settings:
            (
                "The program's own settings are not complete",
                "It checked them before it called anybody, so nothing was sent and nothing was refused."
            )
        case .runtimeFile: (nil, "AWS's common runtime in the client found no file of profiles that it can read.")
        case .closedFolder: (nil, "The system keeps the folder ~/.aws from the program.")
        case nil: nil
        }
    }

    /// What to do about it; `nil` where the cause is none of these.
    func localCheckRemedies(_ code: FindingCode) -> [Remedy]? {
        switch localCheck(code) {
        case .manifest(let kind, let field, let isUnknown): manifest(kind, field, isUnknown)
        case .variables(let names): variables(names)
        case .apiKey: [ownKey]
        case .settings(let fields): [settings(fields)]
        case .runtimeFile: runtimeFile
        case .closedFolder: [closedFolder]
        case nil: nil
        }
    }

    private var programName: String {
        scene.client.map { PrintableText.escaped($0.value, limit: 60) } ?? "the program"
    }

    // MARK: Manifests

    private func manifest(_ kind: String?, _ field: String?, _ isUnknown: Bool) -> [Remedy] {
        let name = kind.flatMap { ShellWord.quoted($0.lowercased()) } ?? "KIND"
        let parent = field.map { path in
            // An array's place is no part of the path that kubectl explains.
            let parts = path.split(separator: ".").dropLast().map { $0.prefix { $0 != "[" } }
            return parts.isEmpty ? "" : "." + parts.joined(separator: ".")
        }
        let path = parent.flatMap { $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." } ? $0 : nil } ?? ""
        let shown = field.map { " \(PrintableText.escaped($0, limit: 100))" } ?? ""
        let what =
            isUnknown
            ? "The kind, in the version that this cluster has, has no field\(shown): see which it has in that place, and write that one, or install the custom resource definition (CRD) of the version that has it (a Helm chart does not renew CRDs by itself)."
            : "The object does not fit its kind in this cluster\(shown.isEmpty ? "" : " at\(shown)"): see what it must hold there, or install the custom resource definition (CRD) of the version that the manifest was written for."
        return [
            Remedy(
                "\(what) Nothing was sent to AWS: role, trust policy and region were not looked at.",
                command: "kubectl explain \(name)\(path)")
        ]
    }

    // MARK: Variables

    private func variables(_ names: [String]) -> [Remedy] {
        let shown = names.prefix(4).map { PrintableText.escaped($0, limit: 60) }.joined(separator: ", ")
        guard code(of: names) == .credentialsMissing else {
            return [
                Remedy(
                    """
                    Set \(shown) where \(programName) itself runs (its .env file, the environment of its container or service), and start it anew: it looks for these names before it calls \
                    anybody. AWS was not asked.
                    """)
            ]
        }
        return [
            Remedy(
                """
                Update \(programName), or switch that check off: it wants \(shown) by name, and asks no SDK, so a role, a profile, single sign-on, IRSA and EKS Pod Identity pass unseen and none of them is shown to be wrong. \
                Where an SDK finds credentials in the same place (aws sts get-caller-identity there), nothing about role or cluster has to be changed.
                """
            ).about(.instruction),
            Remedy(
                """
                Until then give the process these variables: those of the role, made anew at its start and with AWS_SESSION_TOKEN, not long-lived keys. Some checks look at the names only, so that they must be set, and the SDK then uses them.
                """,
                command: ProfileCommand.export()
            ).about(.renewal),
        ]
    }

    private func code(of names: [String]) -> FindingCode { LocalCheck.variables(names).code }

    // MARK: Settings

    private var ownKey: Remedy {
        let around = shown.lowercased()
        if ["gateway", "uvicorn", "fastapi", "gunicorn"].contains(where: around.contains) {
            return Remedy(
                """
                Set the gateway's own key in its configuration (its API_KEY variable, or the secret that it is told to read), and give the same to its callers: it is the key that they have to show to the gateway, and no key of AWS's. \
                It ends at its start without one; nothing was sent, and AWS's credentials were not looked at.
                """)
        }
        let names = foreignNames.map { " " + $0 } ?? ""
        if around.contains("bedrock") {
            return Remedy(
                """
                Update \(programName), or what starts it: Bedrock is meant, and this version asks for an API key all the same, as one does that does not know Bedrock's ways to sign in. Until then give it what it takes: an API key of Bedrock's in AWS_BEARER_TOKEN_BEDROCK, \
                or its own setting for a profile; AWS_PROFILE is the variable that SDKs read. Nothing was sent: no key was refused.\(names)
                """)
        }
        return Remedy(
            """
            Give \(programName) a key for the provider that is chosen in its settings, or choose the one that is meant: nothing is set there, and nothing was sent. Bedrock needs none where a profile, a role or access keys sign; an API key of Bedrock's goes into \
            AWS_BEARER_TOKEN_BEDROCK.\(names)
            """)
    }

    private func settings(_ fields: [String]) -> Remedy {
        let shown = fields.prefix(4).map { PrintableText.escaped($0, limit: 60) }.joined(separator: ", ")
        let wantsKeys = fields.contains { field in
            let name = field.lowercased().filter { $0 != "_" && $0 != "-" }
            return name.contains("accesskey") || name.contains("secretkey")
        }
        let mode = signInSetting
        let keys =
            wantsKeys
            ? " \(mode.map { "\($0) is set, and this version's check asks for access keys all the same" } ?? "Where another way to sign in is chosen (a profile, an API key, a role), its check is what asks for access keys all the same"): update it; until then fill the fields with a placeholder, or set AWS_BEARER_TOKEN_BEDROCK or AWS_PROFILE in its environment. No new keys are needed for that."
            : " See the file that it names, and the names that this version of it knows (they change with versions); then start it anew."
        return Remedy(
            "\(programName.beginningSentence) checks its own settings and wants \(shown) there: AWS was not asked.\(keys)"
        )
    }

    /// A setting of the program's own by which another way to sign in is chosen: `"useApiKey": true`.
    private var signInSetting: String? {
        let lines = shown.prefix(16_384).split(whereSeparator: \.isNewline)
        for line in lines {
            let flat = line.filter { !" \"',".contains($0) }
            guard flat.hasSuffix(":true") || flat.hasSuffix("=true") else { continue }
            let name = flat.dropLast(5)
            let lower = name.lowercased()
            if lower.contains("use"), ["apikey", "api_key", "profile", "sso", "bearer"].contains(where: lower.contains)
            {
                return PrintableText.escaped(String(name), limit: 40)
            }
        }
        return nil
    }

    // MARK: Files

    private var runtimeFile: [Remedy] {
        [
            Remedy(
                """
                Make the files of profiles, ~/.aws/config and ~/.aws/credentials, for the user that runs the program, or correct AWS_CONFIG_FILE, AWS_SHARED_CREDENTIALS_FILE and HOME: the runtime of the SDK (CRT) found no file at that path, \
                and some programs end at it. An empty file, or one that no line of can be read, does the same. Nothing was sent.
                """,
                command: "aws configure")
        ]
    }

    private var closedFolder: Remedy {
        Remedy(
            """
            Give the app the folder ~/.aws again: an app in the sandbox of macOS may read only what its user chose in a dialogue, and full disk access does not stand in for that. Remove the provider in the app and add it anew, so that it asks; choose the \
            folder ~/.aws itself (Command-Shift-. shows hidden folders); update it. If it asks for nothing, that is its fault: until then give it keys or an API key in its own settings. Keys and policies are not the matter.
            """)
    }
}
