import WireText

/// Why reports cannot be merged; each names its files and what to do.
package enum ShardFault: Error, Sendable, Hashable {
    /// A report of a whole run.
    case whole(String)
    /// A shard of another plan than the first one, and the options that are known to differ.
    case foreign(String, String, differing: [String])
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
        case .foreign(let file, let first, let names):
            "\(file): is a shard of another plan than \(first): "
                + (names.isEmpty
                    ? "models, regions, cases or what is asked of them differ"
                    : "\(Enumeration.words(names, last: "and")) \(names.count == 1 ? "differs" : "differ")")
                + "; run it again as the others were run"
        case .otherTotal(let file, let position, let first, let other):
            "\(file): is shard \(position), and \(first) is shard \(other): the plan was cut into different numbers of parts"
        case .doubled(let position, let one, let other):
            "shard \(position) is there twice: \(one) and \(other)"
        case .missing(let positions, let total):
            total == 0
                ? "there is no report to merge"
                : "\(positions.count == 1 ? "shard" : "shards") \(Enumeration.words(positions.map(\.description), last: "and")) "
                    + "\(positions.count == 1 ? "is" : "are") missing: all \(total) are needed, each once"
        case .incomplete(let position, let file, let results, let count, let status):
            "\(file): shard \(position) is not complete: it has \(Counted.words(results, "result")) where the plan gives it \(count), and ended with status \(status); run it again"
        case .overlapping:
            "the shards do not give every result of the plan once: a report was changed after it was written"
        }
    }
}
