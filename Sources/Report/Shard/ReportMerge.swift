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
        whole.models = models.sorted { $0.place < $1.place }.map(\.cell)
        whole.cases = cases.sorted { $0.place < $1.place }.map(\.result) + stale(shards.map(\.shard)).map(\.result)
        return whole
    }

    /// What all shards say, once; what only some of them say is about their parts.
    private static func notes(_ shards: [(part: Part, shard: ReportShard)]) -> [String] {
        var notes: [String] = []
        for (part, shard) in shards {
            for note in part.report.notes {
                let isCommon = shards.allSatisfy { $0.part.report.notes.contains(note) }
                let words = isCommon ? note : "shard \(shard.position): \(note)"
                if !notes.contains(words) { notes.append(words) }
            }
        }
        return notes
    }

    /// The entries of the list of known failures by which nothing failed in any part.
    private static func stale(_ shards: [ReportShard]) -> [KnownFailures.Stale] {
        guard let first = shards.first?.stale else { return [] }
        return first.filter { entry in
            shards.allSatisfy { $0.stale?.contains { $0.pattern == entry.pattern } ?? false }
        }
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
            guard let shard = part.report.shard else { throw .whole(part.file) }
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
        let missing = (0..<total).compactMap { ShardPosition(index: $0 + 1, total: total) }
            .filter { position in !shards.contains { $0.shard.position == position } }
        guard missing.isEmpty else { throw .missing(missing, of: total) }
        for (part, shard) in shards {
            let results = part.report.models.count + part.report.cases.count
            guard results == shard.places.count, part.report.exitCode < ExitStatus.usage.rawValue else {
                throw .incomplete(
                    shard.position, part.file, results: results, of: shard.places.count, status: part.report.exitCode)
            }
        }
        let places = shards.flatMap(\.shard.places).sorted()
        guard places == Array(0..<(shards.first?.shard.count ?? 0)) else { throw .overlapping }
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
