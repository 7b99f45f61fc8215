extension SimulatedAccount {
    private static let mostNames = 8

    /// What can be called in a region, for the log of a call that asked for something else.
    func offer(in region: String) -> String {
        let ids =
            models.filter { $0.regions[region] != nil }.map(\.id)
            + profiles.filter { $0.sources.contains(region) }.map(\.id)
        guard !ids.isEmpty else {
            return "the account has no model in \(region), but in \(regions.sorted().joined(separator: ", "))"
        }
        let rest = ids.count - Self.mostNames
        return "in \(region) the account has " + ids.prefix(Self.mostNames).joined(separator: ", ")
            + (rest > 0 ? " and \(rest) more" : "")
    }
}
