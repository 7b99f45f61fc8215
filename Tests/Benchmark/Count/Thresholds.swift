import JSONText
import SystemPackage

/// What each work may cost at most, from `thresholds.json` beside this file; the counts of a release build.
struct Thresholds {
    private let limits: JSONValue

    init() throws {
        let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
        limits = try JSONValue(parsing: try TemporaryFolder.bytes(ofFile: "/\(folder)/thresholds.json"))
    }

    /// Counts everything, prints it beside its limits, and says whether all is within them.
    func check(_ counter: Counter) async throws -> Bool {
        var isGood = true
        for name in CountedWork.names {
            let counts = try await counter.counts(name)
            let rows: [(String, Double?)] = [
                ("instructions", counts.instructions), ("allocations", counts.allocations),
                ("lookups", counts.lookups), ("systemCalls", counts.systemCalls),
            ]
            for (kind, count) in rows {
                guard let limit = limits["counts"]?[name]?[kind]?.numberValue?.double else { continue }
                guard let count else {
                    print("\(name): \(kind) not counted: strace (Debian: strace) cannot be run")
                    continue
                }
                let rounded = (count * 10).rounded() / 10
                let verdict = count <= limit ? "within" : "ABOVE"
                print("\(name): \(kind) \(rounded), \(verdict) \(limit)")
                isGood = isGood && count <= limit
            }
        }
        return isGood
    }
}
