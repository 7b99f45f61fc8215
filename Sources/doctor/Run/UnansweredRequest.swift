import Codes
import JSONText
import MockBedrock
import Report

/// A request that the mock server had no answer for: what it says is its own word, not Bedrock's, so nothing is to be
/// classified.
enum UnansweredRequest {
    /// The finding; `nil` of a request that had an answer of Bedrock's, or would have had one.
    static func finding(_ entry: MockLogEntry) -> Finding? {
        guard [.unmatched, .unplayed, .foreign].contains(entry.verdict), let type = entry.errorType,
            type.hasPrefix("Doctor") || isOfBedrock(entry.target)
        else { return nil }
        return Finding(
            code: .mockNoAnswer, check: .explain, status: .warn, title: "The mock has no answer for this request",
            detail: type.hasPrefix("Doctor")
                ? PrintableText.escaped(entry.detail ?? "", limit: 2_000)
                : "Bedrock has this operation, and the mock does not play it; nothing follows about the client's endpoint.",
            call: CallPlace(
                unit: .request, number: entry.number, httpStatus: entry.status,
                call: PrintableText.escaped("\(entry.method) \(entry.target)", limit: 300)),
            evidence: ["type": .string(type)], where: .client, confidence: .certain,
            remedies: [
                Remedy("What can be behind it, and what to do", command: "doctor explain \(FindingCode.mockNoAnswer)")
            ])
    }

    /// Whether a path begins as those of Bedrock's operations do that the mock does not play.
    ///
    /// Source: <https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Operations.html>.
    private static func isOfBedrock(_ target: String) -> Bool {
        let first = target.drop { $0 == "/" }.prefix { $0 != "/" && $0 != "?" }
        return [
            "guardrails", "guardrail", "custom-models", "model-customization-jobs", "model-copy-jobs",
            "model-import-jobs",
            "imported-models", "provisioned-model-throughput", "provisioned-model-throughputs", "logging",
            "evaluation-jobs", "prompt-routers", "marketplace-model", "model-invocation-job", "model-invocation-jobs",
            "async-invoke", "agents", "knowledgebases", "flows", "prompts", "retrieveAndGenerate", "rerank",
        ].contains(String(first))
    }
}
