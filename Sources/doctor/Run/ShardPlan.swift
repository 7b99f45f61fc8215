import JSONText
import Report
import SigV4

/// Everything that a run is to give results for, in the order of its report, and the part that falls to one of several
/// runs.
///
/// The entries are sorted by their keys before they are dealt out, so that the order in which models, regions or files are
/// named makes no difference to the plan.
struct ShardPlan: Sendable {
    /// What names each entry, such as model and region.
    let keys: [[String]]

    /// What else the results depend on, such as the command and the kind of probe.
    let terms: [String]

    /// What was said of the results, by option.
    var settings: [String: String] = [:]

    /// The hash of the plan and of the version that made it.
    var hash: String {
        let entries = keys.sorted { $0.lexicographicallyPrecedes($1) }
        let said = settings.sorted { $0.key < $1.key }.map { [$0.key, $0.value] }
        return Self.digest([["bedrock-doctor.plan/1", ToolVersion.current] + terms] + said + entries)
    }

    /// A hash that lists of words have in common if they are the same.
    static func digest(_ lines: [[String]]) -> String {
        let text = JSONValue.array(lines.map { .array($0.map { .string($0) }) })
        return SHA256Digest.hash(text.bytes(.compact)).hex
    }

    /// Where the entries of a part stand in the report of a whole run, ascending.
    func places(of position: ShardPosition) -> [Int] {
        // Equal keys keep their order, so that a part is the same in every run.
        let sorted = keys.indices.sorted { one, other in
            keys[one] == keys[other] ? one < other : keys[one].lexicographicallyPrecedes(keys[other])
        }
        return position.places(of: keys.count).map { sorted[$0] }.sorted()
    }

    /// What a report says of its part.
    func shard(_ position: ShardPosition) -> ReportShard {
        var shard = ReportShard(position: position, plan: hash, count: keys.count, places: places(of: position))
        shard.settings = settings
        return shard
    }
}
