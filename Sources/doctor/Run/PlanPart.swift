import Report

/// The part of a plan that a run does: all of it, or what falls to one of several runs.
struct PlanPart: Sendable {
    let position: ShardPosition?
    /// What the results depend on beside the plan's entries; see ``ShardPlan/terms``.
    let terms: [String]
    var manners = RunManners()

    /// The places of the entries to do, and the part put into the report.
    ///
    /// - Throws: ``CommandFailure`` that ends the run well, where more runs share the plan than it has entries.
    func places(of keys: [[String]], _ collector: ReportCollector) throws -> [Int] {
        guard let position else { return Array(keys.indices) }
        let shard = ShardPlan(keys: keys, terms: terms).shard(position)
        collector.update { $0.shard = shard }
        if shard.places.isEmpty {
            throw CommandFailure(.success, "shard \(position) has nothing to do: the plan has \(keys.count) entries")
        }
        return shard.places
    }

    /// The same for vectors, recordings or scenarios by their ids: for those that are chosen, and that have no good result in an
    /// earlier report.
    ///
    /// - Throws: ``Listing`` where nothing is to be run.
    func places(of ids: [String], after earlier: Report?, _ collector: ReportCollector) throws -> [Int] {
        var places = try manners.chosen(among: ids, "cases")
        if let earlier {
            let open = Set(earlier.cases.filter { $0.status.isOpen }.map(\.id))
            places = places.filter { open.contains(ids[$0]) }
            if places.isEmpty {
                throw CommandFailure(.success, "nothing failed in the earlier report: nothing was run")
            }
        }
        places = try self.places(of: places.map { [ids[$0]] }, collector).map { places[$0] }
        let names = places.map { ids[$0] }
        if manners.isListing { throw Listing(names: names) }
        collector.expect(cases: names)
        return places
    }
}
