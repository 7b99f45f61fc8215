import ArgumentParser
import Report
import WireText

/// Which part of the plan a run takes, where several runs share it.
struct ShardOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            Take one part of the plan: I/N, with I from 1; auto, by the variables of the engine that runs the job (AWS \
            Batch, Buildkite, CircleCI, GitLab, Slurm); auto/N where it gives no total (Kubernetes). doctor merge joins \
            the reports.
            """, valueName: "part"))
    var shard: ShardRequest?

    /// The part of this run; `nil` for all of the plan.
    func position(_ environment: [String: String]) throws -> ShardPosition? {
        switch shard {
        case nil: nil
        case .part(let position): position
        case .auto(let total):
            try EngineShard.position(environment, total: total)
        }
    }
}

/// What `--shard` asks for.
enum ShardRequest: Hashable, Sendable {
    case part(ShardPosition)
    /// By the engine's variables, with the total where they do not tell it.
    case auto(total: Int?)
}

extension ShardRequest: ExpressibleByArgument {
    init?(argument: String) {
        let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2 else { return nil }
        let total = parts.count == 2 ? Self.number(parts[1]) : nil
        if parts[0] == "auto" {
            guard parts.count == 1 || total != nil else { return nil }
            self = .auto(total: total)
        } else {
            guard let index = Self.number(parts[0]), let total, let part = ShardPosition(index: index, total: total)
            else { return nil }
            self = .part(part)
        }
    }

    /// A count from 1, in digits alone.
    private static func number(_ text: Substring) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy(\.isDigit) else { return nil }
        return Int(text).flatMap { $0 >= 1 ? $0 : nil }
    }
}
