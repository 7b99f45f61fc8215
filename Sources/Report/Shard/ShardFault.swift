/// Why reports cannot be merged; each names its files and what to do.
package enum ShardFault: Error, Sendable, Hashable {
    /// A report of a whole run.
    case whole(String)
    /// A shard of another plan than the first one.
    case foreign(String, String)
    /// A shard of the same plan, cut into another number of parts.
    case otherTotal(String, ShardPosition, String, ShardPosition)
    case doubled(ShardPosition, String, String)
    case missing([ShardPosition], of: Int)
    /// A run that was interrupted, or could not read its input.
    case incomplete(ShardPosition, String, results: Int, of: Int, status: Int)
    /// Shards that do not say of every result once where it stands.
    case overlapping
}

extension ShardFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .whole(let file):
            "\(file): is not a shard: it is the report of a run without --shard, and needs no merging"
        case .foreign(let file, let first):
            "\(file): is a shard of another plan than \(first): models, regions, cases, options or the version of doctor differ; run it again as the others were run"
        case .otherTotal(let file, let position, let first, let other):
            "\(file): is shard \(position), and \(first) is shard \(other): the plan was cut into different numbers of parts"
        case .doubled(let position, let one, let other):
            "shard \(position) is there twice: \(one) and \(other)"
        case .missing(let positions, let total):
            total == 0
                ? "there is no report to merge"
                : "shard \(positions.map(\.description).joined(separator: ", ")) is missing: all \(total) are needed, each once"
        case .incomplete(let position, let file, let results, let count, let status):
            "\(file): shard \(position) is incomplete: \(results) of its \(count) results, exit status \(status); run it again"
        case .overlapping:
            "the shards do not give every result of the plan once: a report was changed after it was written"
        }
    }
}
