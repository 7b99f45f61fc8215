package import WireText

extension ModelCatalog {
    /// Active models that a document says some regions serve on demand, without a profile: those of the same provider first.
    package func onDemand(in regions: [String], like old: ModelEntry?, on day: CalendarDay?) -> [String] {
        let found = models.filter { entry in
            entry.isForConverse && entry.authority != .unofficial && entry.id != old?.id
                && (day.map { entry.lifecycle(on: $0) == .active } ?? true)
                && entry.onDemandRegions.contains(where: regions.contains)
        }
        let kin = found.filter { $0.provider == old?.provider }
        return (kin + found.filter { $0.provider != old?.provider }).map(\.id)
    }
}
