/// Where a model is offered, by all rows about it.
///
/// An account has the last word about the regions that it was asked about. Of the rest the first row with regions is
/// believed. A source that names prefixes without regions fills in what no other says: all of a model whose regions nobody
/// names, else a partition that no source mentions.
struct ModelOffers {
    private(set) var onDemand: [String] = []
    private(set) var profiles: [ModelEntry.Profile] = []

    /// - Parameters:
    ///   - rows: The rows about one model, the one that is believed first at the front.
    ///   - file: The file, for its lists of regions.
    init(_ rows: [CatalogRow], in file: CatalogFile) {
        var settled: Set<String> = []
        var isStated = false
        for row in rows {
            let asked = row.asked.map { Set(file.regions($0)) }
            if asked == nil, isStated { continue }
            add(row, in: file, outside: settled)
            if let asked {
                settled.formUnion(asked)
            } else if row.onDemand != nil || row.profiles?.contains(where: { $0.regions != nil }) == true {
                isStated = true
            }
        }
        guard let bare = rows.first(where: { $0.profiles?.contains { $0.regions == nil } == true })?.profiles else {
            return
        }
        let spoken = Set((onDemand + profiles.flatMap(\.regions) + settled).map(Self.partition))
        for profile in bare where profile.regions == nil {
            let usual = file.regionLists.first { $0.name == profile.prefix }?.regions ?? []
            let regions = usual.filter { region in
                !settled.contains(region) && (!isStated || !spoken.contains(Self.partition(region)))
            }
            if !regions.isEmpty || (usual.isEmpty && !isStated) { extend(profile.prefix, by: regions, isStated: false) }
        }
    }

    /// Adds what a row says of regions that are not settled.
    private mutating func add(_ row: CatalogRow, in file: CatalogFile, outside settled: Set<String>) {
        onDemand += file.regions(row.onDemand ?? []).filter { !settled.contains($0) && !onDemand.contains($0) }
        for profile in row.profiles ?? [] {
            guard let regions = profile.regions.map(file.regions) else { continue }
            extend(profile.prefix, by: regions.filter { !settled.contains($0) }, isStated: true)
        }
    }

    private mutating func extend(_ prefix: String, by regions: [String], isStated: Bool) {
        guard let place = profiles.firstIndex(where: { $0.prefix == prefix }) else {
            profiles.append(ModelEntry.Profile(prefix: prefix, regions: regions, isStated: isStated))
            return
        }
        let known = profiles[place]
        profiles[place] = ModelEntry.Profile(
            prefix: prefix, regions: known.regions + regions.filter { !known.regions.contains($0) },
            isStated: known.isStated)
    }

    private static func partition(_ region: String) -> String { region.hasPrefix("us-gov-") ? "us-gov" : "commercial" }
}
