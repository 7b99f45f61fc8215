import Catalog
import Codes
import Evidence
import Report

extension ErrorRemedies {
    /// Models, their ids and lives; throttling; the service's own failures.
    var model: [Remedy]? {
        switch code {
        case .onDemandUnsupportedNeedsInferenceProfile:
            [
                details.profile.map {
                    Remedy(
                        "Call it through its inference profile \($0).", check($0))
                } ?? knownProfiles,
                Remedy(
                    "See the profiles of this region.",
                    .aws(
                        """
                        bedrock list-inference-profiles --type-equals SYSTEM_DEFINED --region \(region) \
                        --query 'inferenceProfileSummaries[].inferenceProfileId'
                        """)),
            ].compactMap { $0 }
        case .modelNotInRegion:
            [
                everywhere("The region does not serve this model. See where it is."),
                listModels,
            ].compactMap(\.self)
        case .arnRegionMismatch:
            [
                details.arnRegion.map { home in
                    Remedy(
                        "The ARN belongs to \(home): call it there, or take the id or the ARN of the region that you call.",
                        .doctor(
                            .check(region: home, model: details.modelID.flatMap { $0.hasPrefix("arn:") ? $0 : nil })))
                }
            ].compactMap { $0 }
        case .modelIDInvalid, .arnPathEncoding: identifier
        case .modelEndOfLife, .legacyModelLocked:
            [
                successor.map { Remedy.advice("Move to \($0).", check($0)) },
                code == .legacyModelLocked
                    ? Remedy(
                        "A legacy model is closed to accounts that have not used it lately; it does not come back.")
                    : nil,
                listModels,
            ].compactMap { $0 }
        case .countTokensUnsupported:
            [
                Remedy.advice(
                    """
                    The model cannot count tokens, or the id is a profile's: use the bare id, or probe with \
                    a one-token call.
                    """,
                    .doctor(
                        DoctorStep(
                            "models",
                            [details.modelID.map { .model($0) }, .option("--probe", "converse")].compactMap(\.self))))
            ]
        case .throttled:
            [
                Remedy.advice(
                    """
                    Access works; wait and retry with growing pauses. A high maxTokens counts against the \
                    quota in advance.
                    """,
                    retry),
                quotas,
            ]
        case .quotaDailyTokens:
            [
                Remedy(
                    """
                    If every model says so on the first call of the day, the account is new or not verified \
                    and its daily quota is near zero: ask AWS Support, waiting does not help.
                    """
                ),
                quotas,
            ]
        case .quotaExceeded: [quotas]
        case .modelNotReady, .modelTimeout, .modelError, .serviceUnavailable, .internalError:
            [
                Remedy.advice("Nothing is wrong with credentials or access: retry with growing pauses.", retry),
                Remedy("If it lasts, see https://health.aws.amazon.com/health/status or another region."),
            ]
        case .wrongEndpoint:
            [
                Remedy.advice(
                    """
                    The operation belongs to another host: Converse, InvokeModel and CountTokens to \
                    bedrock-runtime, lists and availability to bedrock. See where requests go.
                    """,
                    env)
            ]
        case .guardrailNotFound:
            [Remedy("See the guardrails of this region.", .aws("bedrock list-guardrails --region \(region)"))]
        default: nil
        }
    }

    /// The profiles that the catalog has, where the region that was asked is not known.
    private var knownProfiles: Remedy? {
        guard let entry = details.modelID.flatMap({ catalog.entry(for: $0) }), !entry.profiles.isEmpty else {
            return nil
        }
        let names = entry.profiles.map { profile in
            "\(profile.prefix).\(entry.id)"
                + (profile.regions.first.map { " (\($0)\(profile.regions.count > 1 ? ", ..." : ""))" } ?? "")
        }
        return Remedy("Call it through the inference profile of your region: \(names.joined(separator: ", ")).")
    }

    private var identifier: [Remedy] {
        var remedies: [Remedy] = []
        let written = details.modelID ?? answer.model
        if code == .arnPathEncoding || written?.hasPrefix("arn:") == true {
            remedies.append(
                Remedy.advice(
                    """
                    An ARN must travel as one path segment: / as %2F (and the canonical request then has \
                    %252F). A profile's ARN also needs the 12-digit account id.
                    """,
                    written.map { .doctor(DoctorStep("sign", [.model($0)])) }))
        }
        if let written, let near = catalog.nearest(to: written, today: today, region: answer.region) {
            remedies.append(Remedy.advice("Did you mean \(near)?", check(near)))
        }
        if let written, let other = wrongGeography(written) {
            remedies.append(
                Remedy.advice("The profile cannot be called from \(region): \(other) can.", check(other)))
        }
        remedies.append(listModels)
        return remedies
    }

    /// The profile of this region, when the one that was asked for belongs to another part of the world.
    private func wrongGeography(_ written: String) -> String? {
        guard let asked = answer.region, let name = ModelReference(written).id,
            let prefix = ModelPrefix.split(name).prefix
        else { return nil }
        let candidates = catalog.profileCandidates(for: name, region: asked)
        return candidates.contains("\(prefix).\(ModelPrefix.split(name).bare)") ? nil : candidates.first
    }

    private var successor: String? {
        details.modelID.flatMap { catalog.entry(for: $0)?.successor }
    }

    /// A look at the other regions, which is offered for one model only: for a list it would be hundreds of calls.
    func everywhere(_ text: String) -> Remedy? {
        details.modelID.map { Remedy.advice(text, .doctor(.everywhere(model: $0))) }
    }

    private var listModels: Remedy {
        Remedy(
            "See which models the region has.",
            .aws("bedrock list-foundation-models --region \(region) --query 'modelSummaries[].modelId'"))
    }

    private var quotas: Remedy {
        Remedy.advice(
            "See the quotas, and ask for more in the Service Quotas console\(details.quota.map { " (\($0))" } ?? "").",
            .aws("service-quotas list-service-quotas --service-code bedrock --region \(region)"))
    }
}
