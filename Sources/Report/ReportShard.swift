import JSONText

/// Which part of which plan a report is about.
package struct ReportShard: Sendable, Hashable {
    package var position: ShardPosition

    /// The hash of everything that the plan asks, and of the version that made it: shards of one plan have it in common.
    package var plan: String

    /// How many results the whole plan gives.
    package var count: Int

    /// Where each result of the report stands in the report of a whole run, from 0.
    package var places: [Int]

    /// What was said of the results, by option: shards with other settings are of other plans, and this names them.
    package var settings: [String: String] = [:]

    /// The entries of a list of known failures by which nothing failed in this part; `nil` where there is no list, or it
    /// cannot be told.
    package var stale: [KnownFailures.Stale]?

    package init(position: ShardPosition, plan: String, count: Int, places: [Int]) {
        self.position = position
        self.plan = plan
        self.count = count
        self.places = places
    }

    func json() -> JSONValue {
        var members: JSONObject = [
            "index": .number(JSONNumber(position.index)), "total": .number(JSONNumber(position.total)),
            "plan": .string(plan), "count": .number(JSONNumber(count)),
            "places": .array(places.map { .number(JSONNumber($0)) }),
        ]
        if !settings.isEmpty {
            var named: JSONObject = [:]
            for (name, value) in settings.sorted(by: { $0.key < $1.key }) { named[name] = .string(value) }
            members["settings"] = .object(named)
        }
        if let stale {
            members["stale"] = .array(
                stale.map { .object(["place": .string($0.place), "pattern": .string($0.pattern)]) })
        }
        return .object(members)
    }
}
