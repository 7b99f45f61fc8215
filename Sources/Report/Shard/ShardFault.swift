import WireText

/// Why reports cannot be merged; each names its files and what to do.
package enum ShardFault: Error, Sendable, Hashable {
    /// A report of a whole run.
    case whole(String)
    /// A report of a run that ended before it knew what to do.
    case notBegun(String, status: Int, reason: String?)
    /// A shard of another plan than the first one, and the options that are known to differ.
    case foreign(String, String, differing: [String])
    /// A shard of the same plan, cut into another number of parts.
    case otherTotal(String, ShardPosition, String, ShardPosition)
    case doubled(ShardPosition, String, String)
    /// The first that are not there, and how many more of all.
    case missing([ShardPosition], more: Int = 0, of: Int)
    /// A run that was interrupted, or could not read its input.
    case incomplete(ShardPosition, String, results: Int, of: Int, status: Int)
    /// Shards that do not say of every result once where it stands.
    case overlapping
}

extension ShardFault {
    /// `shard 1/4`, `shards 1/4 and 3/4`.
    static func words(_ positions: [ShardPosition], more: Int = 0) -> String {
        let names = positions.map(\.description) + (more > 0 ? ["\(more) more"] : [])
        return "\(names.count == 1 ? "shard" : "shards") " + Enumeration.words(names, last: "and")
    }
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
        case .notBegun(let file, let status, let reason):
            "\(file): its run ended with status \(status) before it began"
                + (reason.map { ": \(PrintableText.escaped($0, limit: 300))" } ?? "") + "; run it again"
        case .missing(let positions, let more, let total):
            total == 0
                ? "there is no report to merge"
                : "\(Self.words(positions, more: more)) "
                    + "\(positions.count == 1 && more == 0 ? "is" : "are") missing: all \(total) are needed, each once"
        case .incomplete(let position, let file, let results, let count, let status) where results == count:
            "\(file): shard \(position) has all of its results, and its run "
                + (status == ExitStatus.interrupted.rawValue ? "was interrupted" : "ended with status \(status)")
                + "; run it again"
        case .incomplete(let position, let file, let results, let count, let status):
            "\(file): shard \(position) is not complete: it has \(Counted.words(results, "result")) where the plan gives it \(count), and ended with status \(status); run it again"
        case .overlapping:
            "the shards do not give every result of the plan once: a report was changed after it was written"
        }
    }
}
