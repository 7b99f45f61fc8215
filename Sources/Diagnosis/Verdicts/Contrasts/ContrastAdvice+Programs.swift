import Evidence
import Report

extension ContrastAdvice {
    /// A failure without a name, where another program shows that the account, the model and the way are right.
    static let unnamed: [ContrastAdvice] = [
        ContrastAdvice([.client, .console], [.unknown, .program], defers: []) { call in
            call.silence
            call.comparison
            call.silence == nil ? call.unsetRegion : nil
            call.sources
        }
    ]

    /// Settings that lie in a folder, and win over a person's own in that folder only.
    static let projects: [ContrastAdvice] = [
        ContrastAdvice(
            [.project], Set(CauseFamily.allCases), rulesOut: [.keys, .environment],
            defers: [.modelAccess, .modelGate, .policy]
        ) { call in
            Remedy(
                """
                \(call.contrast.works == nil ? "It fails in this folder only" : "Outside this folder it works"): settings that lie in it win over your own there, and name another model, profile, \
                region or endpoint. Look for them (\(call.settingsOfFolder)) and take out what pins another one, or write down there what is used outside; \
                permit what they name only if it is meant to be used.
                """,
                command: call.scene.program == .claudeCode
                    ? "grep -n -e model -e ANTHROPIC_ -e AWS_ .claude/settings.json .claude/settings.local.json" : nil)
        }
    ]
}

extension ContrastCase {
    /// A program that says nothing at all, beside another that is answered: no refusal by AWS looks so.
    fileprivate var silence: Remedy? {
        let told = WordText(text.prefix(16_384))
        guard contrast.dimension == .client, let name = scene.client?.value ?? ReportedProgram(in: text)?.name,
            told.has(
                "hang|hangs|hanging|hung|stuck|freezes|frozen|stalls|never indefinitely|forever|no|without|any|responds|returns|output"
            )
                || told.has("no output no error"),
            !told.has("not|doesnt|never hang|hangs")
        else { return nil }
        let shown = name.beginningSentence
        let version = ReportedProgram(in: text).map { " (\($0.version) here)" } ?? ""
        return Remedy(
            """
            Update \(name), or go back to the version of it that worked\(version): a call that hangs without an error, while the same credentials and model are answered elsewhere, is one that it does not send or whose answer it does not read. AWS refuses in words and at once. \
            \(shown)'s debug log (opencode: --print-logs --log-level DEBUG) shows whether a request goes out, and where it waits: for credentials, a proxy, or the stream of the answer.
            """
        ).about(.instruction)
    }

    /// Where programs keep the settings of a folder.
    fileprivate var settingsOfFolder: String {
        switch scene.program {
        case .claudeCode?: ".claude/settings.json, .claude/settings.local.json, and env in both"
        case .opencode?: "opencode.json, .opencode"
        case .aider?: ".aider.conf.yml, .env"
        case .continueDev?: ".continue"
        default: ".env, .envrc, .vscode/settings.json, a configuration file of the program"
        }
    }
}
