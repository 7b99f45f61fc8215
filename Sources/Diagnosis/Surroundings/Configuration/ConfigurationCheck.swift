import Codes
import JSONText
import Report
import WireText

/// Judges PRX's configuration: whether it is there, whether it says Bedrock, and whether its model exists.
enum ConfigurationCheck {
    static let check = Check.configuration

    struct Outcome {
        var findings: [Finding]
        var model: Setting?
    }

    static func run(_ fact: PRXConfigurationFact, _ facts: EnvironmentFacts) -> Outcome {
        // Who does not use PRX need not hear of it.
        guard facts.speaksOfPRX else { return Outcome(findings: []) }
        var outcome = judge(fact, facts)
        outcome.findings += workspace(fact, facts)
        return outcome
    }

    private static func judge(_ fact: PRXConfigurationFact, _ facts: EnvironmentFacts) -> Outcome {
        switch fact.state {
        case .missing: return Outcome(findings: [missing(fact)])
        case .unreadable(let reason): return Outcome(findings: [unreadable(fact, reason)])
        case .malformed(let line, let column, let message):
            return Outcome(findings: [malformed(fact, line, column, message)])
        case .read(let configuration): return ProviderCheck.run(configuration, fact, facts)
        }
    }

    private static func missing(_ fact: PRXConfigurationFact) -> Finding {
        let path = PrintableText.escaped(fact.path)
        if fact.isDirectoryFromVariable {
            return Finding(
                code: .configDirectoryEmpty, check: check, status: .warn,
                title: "OPENPRX_CONFIG_DIR names a directory without a config.toml",
                detail: "PRX looks there and nowhere else, and starts with its defaults.",
                evidence: ["path": .string(path), "origin": "OPENPRX_CONFIG_DIR"], where: .client,
                confidence: .certain,
                remedies: [
                    Remedy("See what is there", command: directory(of: fact.path).map { "ls -la \($0)" }),
                    Remedy("Or go back to ~/.openprx", command: "unset OPENPRX_CONFIG_DIR"),
                ])
        }
        return Finding(
            code: .configMissing, check: check, status: .skip,
            detail: "\(path) does not exist.",
            evidence: ["path": .string(path)], where: .client, confidence: .certain,
            remedies: [Remedy("Name a model", .doctor(DoctorStep("check", [.model("amazon.nova-micro-v1:0")])))])
    }

    private static func workspace(_ fact: PRXConfigurationFact, _ facts: EnvironmentFacts) -> [Finding] {
        guard !fact.isDirectoryFromVariable, let value = facts.variables["OPENPRX_WORKSPACE"], !value.isBlank else {
            return []
        }
        return [
            Finding(
                code: .configWorkspaceSet, check: check, status: .warn,
                title: "OPENPRX_WORKSPACE is set; PRX may read another configuration",
                detail:
                    "By its documentation PRX derives the directory of its configuration from the workspace unless OPENPRX_CONFIG_DIR says otherwise. This tool looked at \(PrintableText.escaped(fact.path)).",
                evidence: ["OPENPRX_WORKSPACE": VariableView.plain(value), "path": VariableView.plain(fact.path)],
                where: .client, confidence: .possible,
                remedies: [
                    Remedy(
                        "Name the directory itself, so that both look in the same place",
                        command: "export OPENPRX_CONFIG_DIR=\"$HOME/.openprx\"")
                ])
        ]
    }

    private static func unreadable(_ fact: PRXConfigurationFact, _ reason: String) -> Finding {
        Finding(
            code: .configUnreadable, check: check, status: .fail,
            detail: "\(PrintableText.escaped(fact.path)): \(PrintableText.escaped(reason)).",
            evidence: ["path": VariableView.plain(fact.path), "reason": VariableView.plain(reason)],
            where: .client, confidence: .certain,
            remedies: [
                Remedy("See what it is, and who owns it", command: ShellWord.quoted(fact.path).map { "ls -ld \($0)" })
            ])
    }

    private static func malformed(_ fact: PRXConfigurationFact, _ line: Int?, _ column: Int?, _ message: String)
        -> Finding
    {
        var evidence: JSONObject = ["path": VariableView.plain(fact.path)]
        if let line { evidence["line"] = .number(JSONNumber(line)) }
        if let column { evidence["column"] = .number(JSONNumber(column)) }
        evidence["message"] = .string(PrintableText.escaped(message, limit: 300))
        let place = line.map { " in line \($0)" } ?? ""
        let command = ShellWord.quoted(fact.path).map { path in
            line.map { "sed -n '\(max(1, $0 - 2)),\($0 + 2)p' \(path)" } ?? "cat \(path)"
        }
        return Finding(
            code: .configMalformed, check: check, status: .fail, title: "PRX's configuration is not valid\(place)",
            detail:
                "PRX does not start with it, or starts with its defaults. \(sentence(PrintableText.escaped(message, limit: 300)))",
            evidence: evidence, where: .client, confidence: .certain,
            remedies: [Remedy("Look at that line", command: command)])
    }

    /// A parser's message with a capital letter and a full stop.
    private static func sentence(_ message: String) -> String {
        let start = message.beginningSentence
        return start.hasSuffix(".") ? start : start + "."
    }

    /// The command that opens the file in the user's editor.
    static func edit(_ fact: PRXConfigurationFact) -> String? {
        ShellWord.quoted(fact.path).map { "${EDITOR:-vi} \($0)" }
    }

    private static func directory(of path: String) -> String? {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return ShellWord.quoted(slash == path.startIndex ? "/" : String(path[..<slash]))
    }
}
