/// The id by which a model is called, which differs from region to region: bare where it is served on demand, with the prefix of a
/// profile elsewhere.
extension ModelCatalog {
    /// The id by which a model can be called from a region.
    ///
    /// - Parameters:
    ///   - id: A bare id or a profile's.
    ///   - region: Where the call is made; `nil` where nothing shows it.
    ///   - written: An id whose prefix is kept where the model has a profile of it: a person chose where the data may go.
    /// - Returns: The id as it came where the catalog knows no regions of it, and `nil` where it knows that the region does not have it.
    package func callable(_ id: String, from region: String?, like written: String? = nil) -> String? {
        guard let entry = entry(for: id) else { return id }
        let wanted = [id, written].compactMap { $0 }.compactMap { ModelReference($0).id }.compactMap {
            ModelPrefix.split($0).prefix
        }
        guard let region else { return callableSomewhere(entry, wanted) }
        let profiles = knownProfiles(of: entry, region: region)
        if let kept = wanted.lazy.map({ "\($0).\(entry.id)" }).first(where: profiles.contains) { return kept }
        if entry.onDemandRegions.contains(region) { return entry.id }
        if let profile = profiles.first { return profile }
        return entry.hasDocumentedRegions ? nil : id
    }

    /// The same where no region is known: the prefix that was wanted, the bare id where a region serves it, else what spans the world.
    private func callableSomewhere(_ entry: ModelEntry, _ wanted: [String]) -> String {
        let prefixes = entry.profiles.map(\.prefix)
        if let kept = wanted.first(where: prefixes.contains) { return "\(kept).\(entry.id)" }
        if !entry.onDemandRegions.isEmpty || prefixes.isEmpty { return entry.id }
        return prefixes.contains("global") ? "global.\(entry.id)" : entry.id
    }
}
