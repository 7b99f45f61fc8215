import Catalog
import Codes
import JSONText
import ServiceModel
import WireText

/// Judges the name of a model: its form by the service model, its existence and its life by the catalog.
struct ModelIDLint {
    let catalog: ModelCatalog
    let today: CalendarDay

    func faults(_ written: String) -> [RequestFault] {
        if let pattern = ServiceModel.bedrockRuntime["ConversationalModelId"]?.pattern,
            !TextPattern.matches(written, pattern)
        {
            let near = catalog.lookup(written, today: today).suggestion
            return [
                RequestFault(
                    rule: "model-id-form", .modelIDInvalid, .refused, .model,
                    title: "The model id has a form that Bedrock does not take", at: nil,
                    expected: "an id such as anthropic.claude-sonnet-4-6, or an ARN", found: written,
                    refusal: "The provided model identifier is invalid.",
                    remedy: near.map { "Did you mean \($0)?" } ?? "Use the id that the model's page names.")
            ]
        }
        let known = catalog.lookup(written, today: today)
        if let entry = known.entry { return life(entry, known) + route(entry, known) }
        guard let near = known.suggestion, !isVariant(written) else { return [] }
        return [
            RequestFault(
                rule: "model-id-known", .modelIDInvalid, .doubtful,
                .catalog(source: "no source of the catalog", day: catalog.file.asOf.description),
                title: "The catalog does not know this model id", at: nil, expected: near, found: written,
                refusal: "The provided model identifier is invalid.", remedy: "Did you mean \(near)?")
        ]
    }

    /// Whether the id is a known one with the size of a context behind it, as provisioned throughput has it: `...:128k`.
    private func isVariant(_ written: String) -> Bool {
        guard let colon = written.lastIndex(of: ":"), written.hasSuffix("k") || written.hasSuffix("mm") else {
            return false
        }
        return catalog.entry(for: String(written[..<colon])) != nil
    }

    private func life(_ entry: ModelEntry, _ known: ModelLookup) -> [RequestFault] {
        guard known.lifecycle == .retired, let end = entry.fact(\.endOfLife) else { return [] }
        let successor = entry.successor.map { "Move to \($0)." } ?? "Move to a model that is served."
        return [
            RequestFault(
                rule: "model-alive", .modelEndOfLife, .doubtful,
                .catalog(source: end.source.title, day: end.asOf.description),
                title: "The model has reached the end of its life", at: nil, expected: "a model that is served",
                found: "\(known.written), whose end of life was \(end.value)",
                refusal:
                    "This model version has reached the end of its life. Please refer to the AWS documentation for "
                    + "more details.",
                remedy: successor)
        ]
    }

    /// A bare id that no region serves on demand, or one or two only, which a call seldom goes to.
    private func route(_ entry: ModelEntry, _ known: ModelLookup) -> [RequestFault] {
        let served = entry.onDemandRegions
        guard known.lifecycle != .retired, known.reference.kind == .model,
            served.isEmpty || served.count < 3 && !served.contains("us-east-1"),
            let stated = entry.fact(\.profiles), entry.profiles.contains(where: \.isStated)
        else { return [] }
        let profiles = entry.profiles.map { "\($0.prefix).\(entry.id)" }
        return [
            RequestFault(
                rule: "model-needs-profile", .onDemandUnsupportedNeedsInferenceProfile, .doubtful,
                .catalog(source: stated.source.title, day: stated.asOf.description),
                title: "The model is called through an inference profile", at: nil,
                expected: "one of \(profiles.joined(separator: ", "))"
                    + (served.isEmpty ? "" : "; bare in \(served.joined(separator: " and ")) only"),
                found: known.written,
                refusal:
                    "Invocation of model ID \(known.written) with on-demand throughput isn’t supported. Retry your "
                    + "request with the ID or ARN of an inference profile that contains this model.",
                remedy: "Use the profile of your region: \(profiles.joined(separator: ", ")).")
        ]
    }
}
