/// The reports of all shards of a plan, put together into the one that a whole run gives.
package enum ReportMerge {
    /// A report and the name of its file, for errors.
    package struct Part: Sendable {
        package var file: String
        package var report: Report

        package init(file: String, report: Report) {
            self.file = file
            self.report = report
        }
    }

    /// The whole report: results in the order of a whole run, findings and notes once each, the time of the slowest shard.
    ///
    /// - Throws: ``ShardFault`` unless each shard of one plan is there exactly once, and complete.
    package static func merged(_ parts: [Part]) throws(ShardFault) -> Report {
        let shards = try checked(parts)
        guard let first = shards.first?.part.report else { throw .missing([], of: 0) }
        var whole = first
        whole.shard = nil
        whole.startedAt = shards.map(\.part.report.startedAt).min() ?? first.startedAt
        whole.durationMs = shards.map(\.part.report.durationMs).max() ?? first.durationMs
        whole.findings = []
        whole.notes = []
        var models: [(place: Int, cell: ModelCell)] = []
        var cases: [(place: Int, result: CaseResult)] = []
        for (part, shard) in shards {
            let report = part.report
            if report.target?.withoutPort != whole.target?.withoutPort { whole.target = nil }
            for finding in report.findings where !whole.findings.contains(where: { $0.saysTheSame(as: finding) }) {
                whole.findings.append(finding)
            }
            models += zip(shard.places, report.models).map { ($0, $1) }
            cases += zip(shard.places, report.cases).map { ($0, $1) }
        }
        whole.notes = notes(shards)
        if haveOneOrder(shards.map(\.shard)) {
            models.sort { $0.place < $1.place }
            cases.sort { $0.place < $1.place }
        } else {
            // Runs that named the same entries in different orders have the order of their plan in common.
            models.sort { $0.cell.planKey.lexicographicallyPrecedes($1.cell.planKey) }
            cases.sort { $0.result.id < $1.result.id }
        }
        whole.models = models.map(\.cell)
        whole.cases = cases.map(\.result) + stale(shards.map(\.shard)).map(\.result)
        return whole
    }

    /// What all shards say, once; what only some of them say is about their parts, and named with them.
    private static func notes(_ shards: [(part: Part, shard: ReportShard)]) -> [String] {
        var order: [String] = []
        var sayers: [String: [ShardPosition]] = [:]
        for (part, shard) in shards {
            for note in part.report.notes where sayers[note]?.last != shard.position {
                if sayers[note] == nil { order.append(note) }
                sayers[note, default: []].append(shard.position)
            }
        }
        return order.map { note in
            let positions = sayers[note, default: []]
            if positions.count == shards.count { return note }
            return "\(ShardFault.words(positions)): \(note)"
        }
    }

    /// Whether the places of all shards are those of one list.
    private static func haveOneOrder(_ shards: [ReportShard]) -> Bool {
        let places = shards.flatMap(\.places).sorted()
        return places.count == shards.first?.count && places.elementsEqual(0..<places.count)
    }

    /// Whether each shard has the results of its part, by their names in the order of the plan.
    private static func haveTheirParts(_ shards: [(part: Part, shard: ReportShard)]) -> Bool {
        var entries: [(key: [String], position: ShardPosition)] = []
        for (part, shard) in shards {
            entries += part.report.models.map { ($0.planKey, shard.position) }
            entries += part.report.cases.map { ([$0.id], shard.position) }
        }
        guard entries.count == shards.first?.shard.count, Set(entries.map(\.key)).count == entries.count else {
            return false
        }
        entries.sort { $0.key.lexicographicallyPrecedes($1.key) }
        return entries.enumerated().allSatisfy {
            $0.offset % $0.element.position.total == $0.element.position.index - 1
        }
    }

    /// The entries of the list of known failures by which nothing failed in any part.
    private static func stale(_ shards: [ReportShard]) -> [KnownFailures.Stale] {
        guard let first = shards.first?.stale else { return [] }
        return first.filter { entry in
            shards.allSatisfy { $0.stale?.contains { $0.pattern == entry.pattern } ?? false }
        }
    }

    /// More of them are counted: the total is a number out of a file.
    private static let namedMissing = 8

    /// The first shards that are not there, and how many more.
    private static func missing(from there: [ShardPosition], of total: Int) -> ShardFault {
        let present = Set(there.map(\.index))
        let last = min(total, present.count + namedMissing)
        let named = (0..<last).filter { !present.contains($0 + 1) }.prefix(namedMissing)
            .compactMap { ShardPosition(index: $0 + 1, total: total) }
        return .missing(named, more: total - present.count - named.count, of: total)
    }

    /// What is known to differ between two reports of different plans.
    private static func differing(_ one: Report, _ other: Report) -> [String] {
        var names: [String] = []
        if one.command != other.command { names.append("the command") }
        if one.tool.version != other.tool.version { names.append("the version of doctor") }
        let (settings, others) = (one.shard?.settings ?? [:], other.shard?.settings ?? [:])
        return names + Set(settings.keys).union(others.keys).filter { settings[$0] != others[$0] }.sorted()
    }

    /// The shards in their order.
    private static func checked(_ parts: [Part]) throws(ShardFault) -> [(part: Part, shard: ReportShard)] {
        var shards: [(part: Part, shard: ReportShard)] = []
        for part in parts {
            guard let shard = part.report.shard else {
                // A run that cannot read its inputs ends before it knows its part.
                if part.report.exitCode >= ExitStatus.usage.rawValue {
                    throw .notBegun(part.file, status: part.report.exitCode, reason: part.report.notes.last)
                }
                throw .whole(part.file)
            }
            if let first = shards.first {
                guard first.shard.plan == shard.plan, first.shard.count == shard.count else {
                    throw .foreign(part.file, first.part.file, differing: differing(part.report, first.part.report))
                }
                guard first.shard.position.total == shard.position.total else {
                    throw .otherTotal(part.file, shard.position, first.part.file, first.shard.position)
                }
            }
            if let other = shards.first(where: { $0.shard.position == shard.position }) {
                throw .doubled(shard.position, other.part.file, part.file)
            }
            shards.append((part, shard))
        }
        let total = shards.first?.shard.position.total ?? 0
        guard total > 0, total == shards.count else { throw missing(from: shards.map(\.shard.position), of: total) }
        for (part, shard) in shards {
            let results = part.report.models.count + part.report.cases.count
            guard results == shard.places.count, part.report.exitCode < ExitStatus.usage.rawValue else {
                throw .incomplete(
                    shard.position, part.file, results: results, of: shard.places.count, status: part.report.exitCode)
            }
        }
        guard haveOneOrder(shards.map(\.shard)) || haveTheirParts(shards) else { throw .overlapping }
        return shards.sorted { $0.shard.position.index < $1.shard.position.index }
    }
}

extension Finding {
    /// Whether both are the same finding, made twice: only the time that it took may differ.
    fileprivate func saysTheSame(as other: Finding) -> Bool {
        (code, check, status, title, detail) == (other.code, other.check, other.status, other.title, other.detail)
    }
}

extension Report.Target {
    /// The target, less the port of an embedded mock, which differs from run to run.
    fileprivate var withoutPort: Self { mock ? Self(endpoint: "", region: region, mock: true) : self }
}
