import Codes
import Evidence
import JSONText
import Report
import WireText

extension ReportedSource {
    /// Keys that stand under names with something before AWS's own, which no SDK reads.
    var foreignNames: [Remedy]? {
        guard let said = call.foreignNames else { return nil }
        return [Remedy(said).about(.instruction)]
            + (KeyHolder(call)?.remedies(.credentialsMissing).dropFirst().map { $0 } ?? [])
    }
}

extension FailedCall {
    /// AWS's variables with something before their names, where a paste sets them and none of the real ones.
    var foreignNames: String? {
        let pasted = String(shown.prefix(32_768))
        let names = ReporterWords(text: pasted).variables.filter { !$0.isBlank }.map(\.name)
        let own = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_PROFILE", "AWS_SESSION_TOKEN"]
        guard !names.contains(where: own.contains) else { return nil }
        // LibreChat's own, Terraform's, and those that a bundler puts into a page.
        let known = ["BEDROCK_AWS_", "TF_VAR_", "VITE_", "NEXT_PUBLIC_", "REACT_APP_", "NUXT_", "INPUT_", "SECRET_"]
        var seen: Set<String> = []
        let pairs = names.filter { seen.insert($0).inserted }.compactMap { name -> (String, String)? in
            guard !known.contains(where: name.hasPrefix), let target = own.first(where: { Self.isPrefixed(name, $0) })
            else { return nil }
            return (PrintableText.escaped(name, limit: 60), target)
        }
        guard let first = pairs.first else { return nil }
        let rest = pairs.dropFirst().prefix(2).map { "\($0.0) as \($0.1)" }
        let all = (["\(first.0) as \(first.1)"] + rest).joined(separator: ", ")
        return """
            Name the variables as AWS's SDKs do, where the program runs: \(all) (and AWS_REGION or AWS_DEFAULT_REGION; LiteLLM: AWS_REGION_NAME). What is set has something before the name, and nothing shows that the program \
            hands it on: an SDK reads the bare names only.
            """
    }

    /// `LLM_AWS_ACCESS_KEY_ID`, `BEDROCK_ACCESS_KEY_ID`, `CLAUDE_CODE_AWS_PROFILE`.
    private static func isPrefixed(_ name: String, _ target: String) -> Bool {
        if name.hasSuffix("_" + target) { return true }
        let bare = target.dropFirst(4)
        return target != "AWS_PROFILE" && name.hasPrefix("BEDROCK_")
            && (name.hasSuffix(bare) || bare.hasPrefix(name.dropFirst(8)))
    }
}
