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

    package init(position: ShardPosition, plan: String, count: Int, places: [Int]) {
        self.position = position
        self.plan = plan
        self.count = count
        self.places = places
    }

    func json() -> JSONValue {
        .object([
            "index": .number(JSONNumber(position.index)), "total": .number(JSONNumber(position.total)),
            "plan": .string(plan), "count": .number(JSONNumber(count)),
            "places": .array(places.map { .number(JSONNumber($0)) }),
        ])
    }
}
