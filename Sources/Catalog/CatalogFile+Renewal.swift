package import WireText

extension CatalogFile {
    /// The catalog with what an account lists put before all else.
    ///
    /// What the account does not say stays as it is, each row with its own source and day; so does what it said earlier of
    /// regions that were not asked now.
    package func renewed(by listings: [RegionListing], on day: CalendarDay) -> CatalogFile {
        var file = self
        file.asOf = day
        let account = CatalogSource.account.name
        file.sources = [CatalogSource.account] + sources.filter { $0.name != account }
        let earlier = Dictionary(
            rows.filter { $0.source == account }.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let asked = listings.map(\.region)
        let current = ModelCatalog(self).models
        let offered = current.filter { model in asked.contains { model.isOffered(in: $0) } }.map(\.id)
        var ids = Set(listings.flatMap { $0.models.map(\.id) } + offered)
        ids.formUnion(earlier.keys)
        file.rows = rows.filter { $0.source != account }
        file.rows += ids.sorted().map { row($0, listings, earlier[$0], asked: asked, on: day) }
        return file
    }

    private func row(
        _ id: String, _ listings: [RegionListing], _ earlier: CatalogRow?, asked: [String], on day: CalendarDay
    ) -> CatalogRow {
        var row = CatalogRow(id: id, source: CatalogSource.account.name, asOf: day)
        let kept = { (regions: [String]?) in self.regions(regions ?? []).filter { !asked.contains($0) } }
        row.asked = kept(earlier?.asked) + asked
        let found = listings.compactMap { listing in
            listing.models.first { $0.id == id }.map { (listing, $0) }
        }
        row.onDemand = kept(earlier?.onDemand) + found.filter(\.1.isOnDemand).map(\.0.region)
        var profiles = earlier?.profiles?.map { CatalogRow.Profile(prefix: $0.prefix, regions: kept($0.regions)) } ?? []
        for (listing, _) in found {
            for prefix in listing.prefixes[id] ?? [] {
                let place = profiles.firstIndex { $0.prefix == prefix }
                let regions = place.flatMap { profiles[$0].regions } ?? []
                let profile = CatalogRow.Profile(prefix: prefix, regions: regions + [listing.region])
                if let place { profiles[place] = profile } else { profiles.append(profile) }
            }
        }
        row.profiles = profiles.filter { $0.regions?.isEmpty == false }
        // Read once more as a list of prefixes, an empty one would say nothing.
        if row.profiles?.isEmpty == true { row.profiles = nil }
        let model = found.first?.1
        row.name = model?.name ?? earlier?.name
        row.launched = model?.launched ?? earlier?.launched
        row.legacy = model?.legacy ?? earlier?.legacy
        row.endOfLife = model?.endOfLife ?? earlier?.endOfLife
        if let model { row.flags[.vision] = model.takesImages ? .yes : .no }
        return row
    }
}
