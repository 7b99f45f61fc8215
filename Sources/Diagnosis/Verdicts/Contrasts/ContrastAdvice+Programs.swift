import Evidence
import Report

extension ContrastAdvice {
    /// A failure without a name, where another program shows that the account, the model and the way are right.
    static let unnamed: [ContrastAdvice] = [
        ContrastAdvice([.client, .console], [.unknown, .program], defers: []) { call in
            call.comparison
            call.unsetRegion
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
