package import WireText

/// The models that are known, their lives, regions and profiles: what can be said of an id without asking AWS.
///
/// It never forbids. A model absent from it is probed like any other.
package struct ModelCatalog: Sendable {
    package let models: [ModelEntry]
    private let byID: [String: ModelEntry]

    /// The models documented by AWS, as of November 2026.
    package static let documented = ModelCatalog(anthropicModels + amazonModels + otherModels)

    /// The seven models of PRX's documentation, in its spelling; two of the ids are not Bedrock's.
    package static let documentedByPRX: [String] = [
        "anthropic.claude-sonnet-4-20250514-v1:0", "anthropic.claude-sonnet-4-6-v1:0", "anthropic.claude-opus-4-6-v1:0",
        "anthropic.claude-3-5-haiku-20241022-v1:0", "meta.llama3-1-70b-instruct-v1:0",
        "mistral.mistral-large-2407-v1:0",
        "amazon.titan-text-premier-v1:0",
    ]

    package init(_ models: [ModelEntry]) {
        self.models = models
        byID = Dictionary(models.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The entry of an id, a profile id or an ARN, spelt exactly.
    package func entry(for written: String) -> ModelEntry? {
        guard let name = ModelReference(written).id else { return nil }
        return byID[ModelPrefix.split(name).bare]
    }

    /// All that is known of an id on a day.
    package func lookup(_ written: String, today: CalendarDay) -> ModelLookup {
        let reference = ModelReference(written)
        guard let name = reference.id else {
            return ModelLookup(written: written, reference: reference, entry: nil, lifecycle: nil, suggestion: nil)
        }
        let entry = byID[ModelPrefix.split(name).bare]
        return ModelLookup(
            written: written, reference: reference, entry: entry, lifecycle: entry?.lifecycle(on: today),
            suggestion: entry == nil ? nearest(to: written, today: today) : nil)
    }

    /// The profile ids to try for a model in a region, in order: within a country, within a continent, `global.` last.
    ///
    /// For a model without documented profiles they come from the prefixes of the region; each is a guess that only
    /// a call, or `ListInferenceProfiles`, can confirm.
    package func profileCandidates(for written: String, region: String) -> [String] {
        guard let name = ModelReference(written).id else { return [] }
        let bare = ModelPrefix.split(name).bare
        if let entry = byID[bare], entry.hasDocumentedRegions {
            return entry.profiles.filter { $0.regions.contains(region) }.map { "\($0.prefix).\(bare)" }
        }
        return guessedProfiles(for: bare, region: region)
    }

    /// The profile ids that the region's prefixes make of a bare id, whether or not a document names them.
    package func guessedProfiles(for bare: String, region: String) -> [String] {
        ProfileRegions.byPrefix.filter { $0.regions.contains(region) }.map { "\($0.prefix).\(bare)" }
    }
}
