import Report

/// The part of a plan that a run does: all of it, or what falls to one of several runs.
struct PlanPart: Sendable {
    /// Whether a case can have a code, by which patterns and lists may name it.
    enum Causes: Sendable {
        case none
        case codes
    }

    let position: ShardPosition?
    /// What the results depend on beside the plan's entries; see ``ShardPlan/terms``.
    let terms: [String]
    var manners = RunManners()
    var causes = Causes.none

    /// The plan of these entries.
    func plan(_ keys: [[String]]) -> ShardPlan { ShardPlan(keys: keys, terms: terms, settings: manners.settings) }

    /// The places of the entries to do, and the part put into the report.
    ///
    /// - Throws: ``CommandFailure`` that ends the run well, where more runs share the plan than it has entries.
    func places(of keys: [[String]], _ collector: ReportCollector) throws -> [Int] {
        guard let position else { return Array(keys.indices) }
        let shard = plan(keys).shard(position)
        collector.update { $0.shard = shard }
        if shard.places.isEmpty {
            let entries = keys.count == 1 ? "1 entry" : "\(keys.count) entries"
            throw CommandFailure(.success, "shard \(position) has nothing to do: the plan has \(entries)")
        }
        return shard.places
    }

    /// The names of the entries at some places, in the order of the plan.
    func listing(_ places: [Int], of keys: [[String]], _ name: (Int) -> String) -> Listing {
        Listing(places, by: keys, name)
    }

    /// The places that `--run` and `--skip` choose, which the shards share, and the patterns that chose them.
    func chosen(among ids: [String]) throws -> (places: [Int], choice: ResultChoice) {
        let (noun, others) = causes == .codes ? ("cases and codes", RunManners.caseCodes) : ("cases", [])
        return try manners.chosen(among: ids, noun, others: others)
    }

    /// The cases that a run does, by their places, and how many were chosen, of which they are its part.
    struct Cases: Sendable {
        let places: [Int]
        let chosen: Int
    }

    /// The same for vectors, recordings or scenarios by their ids: for those that are chosen, and that have no good result in an
    /// earlier report.
    ///
    /// - Throws: ``Listing`` where nothing is to be run.
    func places(of ids: [String], after earlier: Report?, _ collector: ReportCollector) throws -> [Int] {
        try cases(of: ids, after: earlier, collector).places
    }

    /// The same with how many were chosen for all runs that share the plan.
    ///
    /// - Throws: ``Listing`` where nothing is to be run.
    func cases(of ids: [String], after earlier: Report?, _ collector: ReportCollector) throws -> Cases {
        let (chosen, choice) = try chosen(among: ids)
        collector.choose(by: choice)
        if chosen.count < ids.count {
            collector.note("\(chosen.count) of \(ids.count) cases were selected (--run, --skip)")
        }
        var places = chosen
        if let earlier {
            collector.leavesOut()
            let open = Set(earlier.cases.filter { $0.status.isOpen }.map(\.id))
            places = places.filter { open.contains(ids[$0]) }
            if places.isEmpty {
                throw CommandFailure(.success, "nothing failed in the earlier report: nothing was run")
            }
        }
        if position != nil {
            places = try self.places(of: places.map { [ids[$0]] }, collector).map { places[$0] }
        }
        if manners.isListing { throw listing(places, of: ids.map { [$0] }) { ids[$0] } }
        collector.expect(cases: places.map { ids[$0] })
        return Cases(places: places, chosen: chosen.count)
    }
}
