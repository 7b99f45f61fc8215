import JSONText

/// The order in which mappings of a scenario answer: identical requests are told apart by states only.
enum WireMockScenario {
    /// The mappings, those of each scenario in the order of its states, at the places that they have together.
    static func ordered(_ mappings: [JSONCursor]) throws(JSONShapeError) -> [JSONCursor] {
        var places: [String: [Int]] = [:]
        for (place, mapping) in mappings.enumerated() {
            if let name = try mapping.present("scenarioName")?.string() { places[name, default: []].append(place) }
        }
        var ordered = mappings
        for group in places.values where group.count > 1 {
            for (place, mapping) in zip(group, try chain(group.map { mappings[$0] })) { ordered[place] = mapping }
        }
        return ordered
    }

    /// The mappings of one scenario from state to state; those that no state leads to stay behind them.
    private static func chain(_ mappings: [JSONCursor]) throws(JSONShapeError) -> [JSONCursor] {
        var rest = mappings
        var chain: [JSONCursor] = []
        var state: String? = "Started"
        while let current = state {
            var next: Int?
            for (place, mapping) in rest.enumerated() where next == nil {
                if try mapping.present("requiredScenarioState")?.string() ?? "Started" == current { next = place }
            }
            guard let next else { break }
            let mapping = rest.remove(at: next)
            chain.append(mapping)
            state = try mapping.present("newScenarioState")?.string() ?? current
        }
        return chain + rest
    }
}
