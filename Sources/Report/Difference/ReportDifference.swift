import Codes

/// What changed between two reports of one command: what broke, what healed, what takes longer.
package struct ReportDifference: Sendable {
    /// What became of a result.
    package enum Change: String, Sendable, Hashable {
        /// It fails, and did not.
        case broke
        /// It failed, and does not.
        case healed
        /// It failed, and has no verdict now; or it had one.
        case lost
        /// It was well, and is a warning, or skipped.
        case worse
        /// The verdict is as good as before, with another cause or way.
        case changed
        /// It passes, and takes much longer.
        case slower
        /// It was not asked before.
        case new
        /// It is not asked any more.
        case gone
    }

    /// What is worst first.
    package static let order: [Change] = [.broke, .worse, .lost, .slower, .changed, .healed, .new, .gone]

    /// How much longer a passing result must take to be named: the factor, and at least a tenth of a second more.
    package static let leastDelayMs = 100.0

    /// What changed, in the order of the newer report; what is gone comes last.
    package private(set) var changes: [CaseResult] = []

    private var unchangedNames: [String] = []

    /// How many results are as they were.
    package var unchanged: Int { unchangedNames.count }

    /// What patterns may fit: the words of everything that was compared, and what every report may have.
    package let words: [String]

    /// By which patterns choose each result, in either report.
    private let wordsByName: [String: [String]]

    /// What is to be known of the reports: parts of a plan hold a part of its results.
    package private(set) var notes: [String] = []

    /// Keeps what is wanted: by the name, by the cause that it had or has, or by both with a colon between them.
    package mutating func keep(_ selection: ResultSelection) {
        let isWanted = { [wordsByName] (name: String) in selection.includes(wordsByName[name] ?? [name]) }
        changes.removeAll { !isWanted($0.id) }
        unchangedNames = unchangedNames.filter(isWanted)
    }

    /// - Parameters:
    ///   - factor: How many times as long a passing result must take to be named slower.
    ///   - codes: The codes that there are, for ``words``.
    package init(from old: Report, to new: Report, slowerBy factor: Double, codes: [String] = []) {
        let before = ComparedResult.all(of: old)
        let after = ComparedResult.all(of: new)
        notes = Self.notes(old.shard, new.shard)
        let left = Set(after.map(\.id))
        wordsByName = Dictionary((after + before).map { ($0.id, $0.words) }, uniquingKeysWith: +)
        words = (after + before).flatMap(\.words) + ComparedResult.words(of: codes)
        let earlier = Dictionary(before.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for result in after {
            let change = Self.change(from: earlier[result.id], to: result, factor)
            guard let change else {
                unchangedNames.append(result.id)
                continue
            }
            changes.append(Self.entry(change, from: earlier[result.id], to: result))
        }
        let unreached = new.findings.filter { $0.code == .deadlineReached }.map { "\($0.check.rawValue): " }
        for result in before where !left.contains(result.id) {
            // A finding that is not there any more is well, unless nobody looked; a cell that was not asked is open.
            let isLost = new.isCut || result.isFinding && unreached.contains(where: result.id.hasPrefix)
            let change: Change? =
                result.isFinding
                ? (result.status == .fail ? (isLost ? .lost : .healed) : nil) : (isLost ? .lost : .gone)
            if let change { changes.append(Self.entry(change, from: result, to: nil)) }
        }
        notes += [("earlier", old), ("later", new)].filter(\.1.isCut).map { which, report in
            "the \(which) report is of a run that ended with status \(report.exitCode): what is not in it was not reached"
        }
    }

    private static func notes(_ old: ReportShard?, _ new: ReportShard?) -> [String] {
        guard old?.position != new?.position || old?.plan != new?.plan else { return [] }
        let (before, after) = (words(old, "the earlier"), words(new, "the later"))
        let advice = "what stands in one of them only was not asked in the other; doctor merge joins shards"
        return ["\(before), and \(after): \(advice)"]
    }

    private static func words(_ shard: ReportShard?, _ which: String) -> String {
        guard let shard else { return "\(which) report is of a whole run" }
        return "\(which) report is of shard \(shard.position) (\(shard.places.count) of \(shard.count) results)"
    }

    private static func change(from old: ComparedResult?, to new: ComparedResult, _ factor: Double) -> Change? {
        guard let old else {
            if new.isKnown { return .worse }
            // Only findings that something is wrong are compared: one that was not there is worse than none.
            return new.status == .fail ? .broke : new.isFinding ? (new.status == .warn ? .worse : .lost) : .new
        }
        switch (old.status, new.status) {
        case (.fail, .fail): return old.outcome == new.outcome ? nil : .changed
        // What is known to fail is no new failure.
        case (_, .fail): return new.isKnown ? .worse : .broke
        case (.unknown, .unknown): return nil
        case (_, .unknown): return .lost
        case (.fail, _): return .healed
        case (.pass, .warn), (.skip, .warn), (.pass, .skip): return .worse
        default: break
        }
        if old.outcome != new.outcome { return .changed }
        guard let before = old.milliseconds, let now = new.milliseconds, now > before * factor,
            now - before >= leastDelayMs
        else { return nil }
        return .slower
    }

    private static func entry(_ change: Change, from old: ComparedResult?, to new: ComparedResult?) -> CaseResult {
        let status: Status =
            switch change {
            case .broke: .fail
            case .healed, .new: new?.status ?? .pass
            case .lost: .unknown
            case .worse, .slower: .warn
            // What failed before fails still, which is not a new failure.
            case .changed: new?.status == .fail ? .warn : new?.status ?? .pass
            case .gone: .skip
            }
        let message =
            if change == .slower, let before = old?.milliseconds, let now = new?.milliseconds {
                "\(Int(before.rounded())) ms -> \(Int(now.rounded())) ms"
            } else {
                "\(old?.outcome ?? "not there") -> \(new?.outcome ?? "not there")"
            }
        return CaseResult(
            id: new?.id ?? old?.id ?? "", status: status, stage: change.rawValue, message: message, code: new?.code,
            durationMs: new?.milliseconds ?? 0)
    }
}

extension ReportDifference.Change {
    /// What a list of such results is headed with.
    package var heading: String {
        switch self {
        case .broke: "Broke"
        case .healed: "Recovered"
        case .lost: "Lost their verdict"
        case .worse: "Got worse"
        case .changed: "Changed"
        case .slower: "Slower"
        case .new: "New"
        case .gone: "Gone"
        }
    }
}

extension ReportDifference {
    /// How many changes of each kind there are: `1 broke, 2 healed, 40 unchanged`.
    package var summary: String {
        let counts = Self.order.compactMap { kind in
            let count = changes.count { $0.stage == kind.rawValue }
            return count > 0 ? "\(count) \(kind.rawValue)" : nil
        }
        return (counts + ["\(unchanged) unchanged"]).joined(separator: ", ")
    }
}
