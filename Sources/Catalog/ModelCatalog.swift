package import WireText

/// The models that are known, their lives, regions and profiles: what can be said of an id without asking AWS.
///
/// It never forbids. A model absent from it is probed like any other.
package struct ModelCatalog: Sendable {
    /// The lines that it is made of.
    package let file: CatalogFile

    /// Every model, in the order of the file, those of `bedrock-mantle` alone included.
    package let models: [ModelEntry]

    /// The models whose ids a call of Converse can name.
    private let byID: [String: ModelEntry]

    /// By profile prefix, where profiles can usually be called, in the order in which they are tried.
    private let usualRegions: [CatalogFile.RegionList]

    /// The catalog that comes with the program; it is read when it is first asked for.
    package static let documented: ModelCatalog = {
        // A test reads it; an unreadable one would know nothing, and forbid nothing.
        let empty = CatalogFile(asOf: CalendarDay(daysSince1970: 0), sources: [], regionLists: [], rows: [])
        return ModelCatalog((try? CatalogFile(parsing: Array(catalogData.utf8), file: "the catalog")) ?? empty)
    }()

    /// The seven models of PRX's documentation, in its spelling; two of the ids are not Bedrock's.
    package static let documentedByPRX: [String] = [
        "anthropic.claude-sonnet-4-20250514-v1:0", "anthropic.claude-sonnet-4-6-v1:0", "anthropic.claude-opus-4-6-v1:0",
        "anthropic.claude-3-5-haiku-20241022-v1:0", "meta.llama3-1-70b-instruct-v1:0",
        "mistral.mistral-large-2407-v1:0",
        "amazon.titan-text-premier-v1:0",
    ]

    package init(_ file: CatalogFile) {
        self.file = file
        let sources = Dictionary(uniqueKeysWithValues: file.sources.enumerated().map { ($1.name, ($0, $1)) })
        var ids: [String] = []
        var rows: [String: [(rank: Int, row: CatalogRow, source: CatalogSource)]] = [:]
        for row in file.rows {
            guard let (rank, source) = sources[row.source] else { continue }
            if rows[row.id] == nil { ids.append(row.id) }
            rows[row.id, default: []].append((rank, row, source))
        }
        models = ids.map { id in
            let about = (rows[id] ?? []).sorted { $0.rank < $1.rank }
            return ModelEntry(
                id: id, rows: about.map { ($0.row, $0.source) }, offers: ModelOffers(about.map(\.row), in: file))
        }
        byID = Dictionary(
            models.filter(\.isForConverse).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        usualRegions = file.regionLists.filter { ModelPrefix.all.contains($0.name) }
    }

    /// The entry of an id, a profile id or an ARN, spelt exactly as Converse takes it.
    package func entry(for written: String) -> ModelEntry? {
        guard let name = ModelReference(written).id else { return nil }
        return byID[ModelPrefix.split(name).bare]
    }

    /// All that is known of an id on a day.
    package func lookup(_ written: String, today: CalendarDay, region: String? = nil) -> ModelLookup {
        let reference = ModelReference(written)
        guard let name = reference.id else {
            return ModelLookup(written: written, reference: reference, entry: nil, lifecycle: nil, suggestion: nil)
        }
        let entry = byID[ModelPrefix.split(name).bare]
        return ModelLookup(
            written: written, reference: reference, entry: entry, lifecycle: entry?.lifecycle(on: today),
            suggestion: entry == nil ? nearest(to: written, today: today, region: region) : nil)
    }

    /// The profile ids to try for a model in a region, in order: within a country, within a continent, `global.` last.
    ///
    /// For a model without known profiles they come from the prefixes of the region; each is a guess that only a call, or
    /// `ListInferenceProfiles`, can confirm.
    package func profileCandidates(for written: String, region: String) -> [String] {
        guard let name = ModelReference(written).id else { return [] }
        let bare = ModelPrefix.split(name).bare
        if let entry = byID[bare], entry.hasDocumentedRegions || !entry.profiles.isEmpty {
            return knownProfiles(of: entry, region: region)
        }
        return guessedProfiles(for: bare, region: region)
    }

    /// The profile ids that the catalog names for a model in a region.
    package func knownProfiles(of entry: ModelEntry, region: String) -> [String] {
        let order = usualRegions.map(\.name)
        let fitting = entry.profiles.filter { $0.regions.contains(region) }.map(\.prefix)
        // Prefixes of no list come last, in the order of their row.
        return (order.filter(fitting.contains) + fitting.filter { !order.contains($0) }).map { "\($0).\(entry.id)" }
    }

    /// The profile ids that the region's prefixes make of a bare id, whether or not a document names them.
    package func guessedProfiles(for bare: String, region: String) -> [String] {
        usualRegions.filter { $0.regions.contains(region) }.map { "\($0.name).\(bare)" }
    }

    /// The prefixes of profiles that are of a part of the world, in the order in which they are tried.
    package var geographies: [String] { usualRegions.map(\.name).filter { $0 != "global" } }

    /// The prefixes of profiles that can usually be called from a region, those of the fewest regions first.
    func prefixes(reaching region: String) -> [String] {
        usualRegions.filter { $0.regions.contains(region) }.sorted { $0.regions.count < $1.regions.count }.map(\.name)
    }

    /// Whether profiles of a prefix can usually be called from a region.
    package func reaches(_ prefix: String, from region: String) -> Bool {
        usualRegions.contains { $0.name == prefix && $0.regions.contains(region) }
    }
}
