import Codes
import JSONText
import Report
import WireText

/// Finds variables that were meant to be one of AWS's and that nothing reads under the name they have.
enum MisnamedVariables {
    private static let bearer = "AWS_BEARER_TOKEN_BEDROCK"

    private static let targets = [
        CredentialVariables.accessKeyID, CredentialVariables.secretAccessKey, CredentialVariables.sessionToken,
        "AWS_REGION", "AWS_DEFAULT_REGION", "AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_BEDROCK_RUNTIME",
        "AWS_CREDENTIAL_EXPIRATION", bearer,
    ]

    /// Names in use elsewhere, too far from the right ones for an edit distance.
    private static let aliases = [
        "AWS_ACCESS_KEY": CredentialVariables.accessKeyID, "AWS_ACCESS_ID": CredentialVariables.accessKeyID,
        "AWS_KEY_ID": CredentialVariables.accessKeyID, "AWS_KEY": CredentialVariables.accessKeyID,
        "AWS_SECRET_KEY": CredentialVariables.secretAccessKey, "AWS_SECRET": CredentialVariables.secretAccessKey,
        "AWS_SECRET_ACCESS_KEY_ID": CredentialVariables.secretAccessKey,
        "AWS_BEDROCK_API_KEY": bearer, "BEDROCK_API_KEY": bearer, "AWS_BEDROCK_TOKEN": bearer,
        "AWS_BEDROCK_KEY": bearer,
        "AWS_BEDROCK_BEARER_TOKEN": bearer, "BEDROCK_BEARER_TOKEN": bearer, "AWS_BEARER_TOKEN": bearer,
        "AWS_API_KEY": bearer,
        "AWS_BEARER_BEDROCK_TOKEN": bearer, "AMAZON_BEDROCK_API_KEY": bearer,
        "AWS_TOKEN": CredentialVariables.sessionToken, "AWS_SESSION": CredentialVariables.sessionToken,
        "AWS_BEDROCK_REGION": "AWS_REGION", "BEDROCK_REGION": "AWS_REGION",
        "AWS_BEDROCK_ENDPOINT": "AWS_ENDPOINT_URL_BEDROCK_RUNTIME",
        "AWS_ENDPOINT_URL_BEDROCKRUNTIME": "AWS_ENDPOINT_URL_BEDROCK_RUNTIME",
    ]

    /// Names that are AWS's own and near to a target.
    private static let genuine: Set<String> = ["AWS_ENDPOINT_URL_BEDROCK", "AWS_SECURITY_TOKEN", "AWS_REGION_NAME"]

    static func findings(_ facts: EnvironmentFacts) -> [Finding] {
        let names = facts.variables.keys.filter { $0.utf8.count <= 64 }.sorted()
        return names.compactMap { name -> Finding? in
            guard let target = target(of: name), let value = facts.variables[name], !value.isBlank else { return nil }
            let right = facts.variables[target]
            // Both names with one value: somebody wanted to please every tool, and did.
            guard right != value else { return nil }
            return finding(name, target, isTargetSet: right.map { !$0.isBlank } ?? false)
        }.prefix(8).map { $0 }
    }

    /// The variable that a name was meant for; `nil` for a right name and for one that is near to none.
    static func target(of name: String) -> String? {
        if targets.contains(name) || genuine.contains(name) { return nil }
        let upper = String(name.uppercased().map { $0 == "-" ? "_" : $0 })
        if targets.contains(upper) { return upper }
        if let target = aliases[upper] { return target }
        guard upper.utf8.count >= 8 else { return nil }
        return NearestName.nearest(to: upper, among: targets, limit: 2)
    }

    /// The command that gives the named variables the values that stand under other names; none unless all do.
    static func renaming(_ absent: [String], _ facts: EnvironmentFacts) -> [Remedy] {
        let candidates = facts.variables.keys.filter { $0.utf8.count <= 64 && VariableView.isVariableName($0) }.sorted()
        let assignments = absent.compactMap { wanted -> String? in
            candidates.first { target(of: $0) == wanted && facts.variables[$0]?.isBlank == false }
                .map { "\(wanted)=\"$\($0)\"" }
        }
        guard assignments.count == absent.count else { return [] }
        return [
            Remedy(
                "The value\(absent.count == 1 ? " stands" : "s stand") under another name; use the one that is read",
                command: "export " + assignments.joined(separator: " "))
        ]
    }

    private static func finding(_ name: String, _ target: String, isTargetSet: Bool) -> Finding {
        let shown = PrintableText.escaped(name)
        let isCredential = target.contains("KEY") || target.contains("TOKEN") || target.contains("CREDENTIAL")
        let command: String?
        if isTargetSet {
            command = VariableView.unset([name])
        } else if VariableView.isVariableName(name) {
            command = "export \(target)=\"$\(name)\"; unset \(name)"
        } else {
            command = nil
        }
        return Finding(
            code: isCredential
                ? .credentialsVariableMisnamed
                : target.hasSuffix("REGION") ? .regionVariableMisnamed : .configVariableMisnamed,
            check: isCredential ? CredentialsCheck.check : target.hasSuffix("REGION") ? .region : .endpoint,
            status: .warn,
            title: "\(shown) is set; the name that is read is \(target)",
            detail: isTargetSet
                ? "\(target) is set to something else. The value under \(shown) is not used."
                : "\(target) is not set, so the value under the other name is not read.",
            evidence: ["found": .string(shown), "expected": .string(target)],
            where: .client, confidence: isTargetSet ? .possible : .likely,
            remedies: [Remedy(isTargetSet ? "Unset the stray variable" : "Use the right name", command: command)])
    }
}
