import Report

/// The cases of several adapters as a table: scenarios down, in the groups of their names, adapters across.
struct CaseMatrix {
    /// The scenarios of one family, which is what stands before a slash in their ids.
    struct Family {
        let name: String
        var ids: [String]
    }

    let adapters: [AdapterIdentity]
    let families: [Family]

    /// What the adapters were asked, in the words of their commands: a client has scenarios, the others vectors.
    var noun: String { adapters.first?.role == "client" ? "scenario" : "vector" }

    private let results: [String: [String: (result: CaseResult, place: Int)]]

    /// - Returns: nil for a report that is not of several adapters.
    init?(_ report: Report) {
        guard report.adapters.count > 1 else { return nil }
        adapters = report.adapters
        var results: [String: [String: (result: CaseResult, place: Int)]] = [:]
        var families: [Family] = []
        var places: [String: Int] = [:]
        for (place, result) in report.cases.enumerated() {
            guard let adapter = result.adapter else { continue }
            if results[result.id] == nil {
                let name = result.id.split(separator: "/").count > 1 ? String(result.id.prefix { $0 != "/" }) : ""
                if let known = places[name] {
                    families[known].ids.append(result.id)
                } else {
                    places[name] = families.count
                    families.append(Family(name: name, ids: [result.id]))
                }
            }
            results[result.id, default: [:]][adapter] = (result: result, place: place)
        }
        self.results = results
        self.families = families
    }

    /// What an adapter made of a scenario, and its place in the report.
    func result(_ id: String, of adapter: AdapterIdentity) -> (result: CaseResult, place: Int)? {
        results[id]?[adapter.label]
    }

    /// How many scenarios of an adapter have a status.
    func count(_ status: Status, of adapter: AdapterIdentity) -> Int {
        results.values.count { $0[adapter.label]?.result.status == status }
    }

    /// The command that shows a failure again, alone.
    static func reproduction(of result: CaseResult, in report: Report) -> String? {
        guard result.status == .fail || result.status == .warn else { return nil }
        let adapter = report.adapters.first { result.adapter == nil || $0.label == result.adapter }
        return adapter?.reproduction(of: result.id)
    }
}
