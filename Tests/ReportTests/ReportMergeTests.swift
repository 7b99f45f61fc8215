import Codes
import JSONText
import Report
import Testing

@Suite struct ReportMergeTests {
    private static let cells = ["a", "b", "c", "d", "e"].map { Samples.cell($0, .accessible, .pass) }

    /// The shards of a plan whose sorted order is the reverse of the table's.
    private func parts(of total: Int) throws -> [ReportMerge.Part] {
        try (1...total).map { index in
            let position = try #require(ShardPosition(index: index, total: total))
            let places = position.places(of: Self.cells.count).map { Self.cells.count - 1 - $0 }.sorted()
            var report = Samples.report(places.map { Self.cells[$0] })
            report.shard = ReportShard(position: position, plan: "p", count: Self.cells.count, places: places)
            report.startedAt = "2026-11-22T10:00:0\(9 - index)Z"
            report.durationMs = Double(index)
            report.notes = ["for all", "of \(index)"]
            report.findings = [
                Finding(
                    code: .requestLimitReached, check: .network, status: .warn, title: "t", detail: "d",
                    durationMs: Double(index))
            ]
            return ReportMerge.Part(file: "\(index).json", report: report)
        }
    }

    @Test(arguments: [1, 2, 3, 5, 8])
    func `shards in any order give the whole`(total: Int) throws {
        let whole = try ReportMerge.merged(try parts(of: total).reversed())
        #expect(whole.models == Self.cells)
        #expect(whole.shard == nil)
        #expect(whole.findings.count == 1, "what all say stands once")
        #expect(whole.notes.count == total + 1)
        #expect(whole.durationMs == Double(total))
        #expect(whole.startedAt == "2026-11-22T10:00:0\(9 - total)Z")
    }

    @Test func `what only one shard says is said of it`() throws {
        let notes = try ReportMerge.merged(try parts(of: 3)).notes
        #expect(notes == ["for all", "shard 1/3: of 1", "shard 2/3: of 2", "shard 3/3: of 3"])
    }

    @Test func `what some shards say is said once, of all of them`() throws {
        var parts = try parts(of: 3)
        for place in [0, 2] { parts[place].report.notes.append("of some") }
        let notes = try ReportMerge.merged(parts).notes
        #expect(
            notes == [
                "for all", "shard 1/3: of 1", "shards 1/3 and 3/3: of some", "shard 2/3: of 2", "shard 3/3: of 3",
            ])
    }

    @Test func `runs that named the same entries in other orders have the order of the plan`() throws {
        var parts = try parts(of: 2)
        // The second run named the models as they are sorted.
        let position = try #require(ShardPosition(index: 2, total: 2))
        parts[1].report.models = position.places(of: Self.cells.count).map { Self.cells[$0] }
        parts[1].report.shard?.places = position.places(of: Self.cells.count)
        parts[0].report.shard?.places = [0, 1, 4]
        #expect(try ReportMerge.merged(parts).models == Self.cells)
    }

    @Test func `an entry is stale where nothing fails by it in any shard`() throws {
        var parts = try parts(of: 2)
        let (a, b) = (KnownFailures.Stale(place: "k:1", pattern: "a"), KnownFailures.Stale(place: "k:2", pattern: "b"))
        parts[0].report.shard?.stale = [a, b]
        parts[1].report.shard?.stale = [b]
        let read = try parts.map { part in
            let json = part.report.json()
            return ReportMerge.Part(file: part.file, report: try Report(reading: JSONCursor(json)))
        }
        #expect(try ReportMerge.merged(read).cases == [b.result])
        parts[1].report.shard?.stale = nil
        #expect(try ReportMerge.merged(parts).cases.isEmpty)
    }

    @Test func `a missing shard is named`() throws {
        let missing = try parts(of: 4).filter { $0.file != "2.json" && $0.file != "4.json" }
        let fault = try #require(throws: ShardFault.self) { try ReportMerge.merged(missing) }
        #expect(fault.description.contains("shards 2/4 and 4/4 are missing: all 4 are needed"), "\(fault)")
    }

    @Test func `a great total is counted, and not told one by one`() throws {
        var parts = try parts(of: 4)
        for place in parts.indices {
            let position = try #require(ShardPosition(index: place + 2, total: .max))
            parts[place].report.shard?.position = position
            parts[place].report.shard?.count = .max
        }
        let fault = try #require(throws: ShardFault.self) { try ReportMerge.merged(parts) }
        let words = fault.description
        #expect(words.hasPrefix("shards 1/\(Int.max), 6/\(Int.max), "), "\(words)")
        #expect(words.contains("and \(Int.max - 12) more are missing: all \(Int.max) are needed"), "\(words)")
        // One part of the greatest plan.
        let only = try #require(ShardPosition(index: 1, total: 1))
        parts[0].report.shard?.position = only
        #expect(throws: ShardFault.self) { try ReportMerge.merged([parts[0]]) }
    }

    @Test func `a run that ended before it began is not called a whole one`() throws {
        var parts = try parts(of: 2)
        parts[1].report.shard = nil
        parts[1].report.exitCode = ExitStatus.badInput.rawValue
        parts[1].report.notes = ["k:1: expected a pattern"]
        let fault = try #require(throws: ShardFault.self) { try ReportMerge.merged(parts) }
        #expect(
            fault.description
                == "2.json: its run ended with status 65 before it began: k:1: expected a pattern; run it again")
    }

    @Test func `a doubled shard is named with both files`() throws {
        var doubled = try parts(of: 3)
        doubled.append(.init(file: "again.json", report: doubled[1].report))
        #expect(throws: ShardFault.doubled(try #require(ShardPosition(index: 2, total: 3)), "2.json", "again.json")) {
            try ReportMerge.merged(doubled)
        }
    }

    @Test func `a shard of another plan, and one of another total, are named`() throws {
        var foreign = try parts(of: 2)
        foreign[1].report.shard?.plan = "q"
        #expect(throws: ShardFault.foreign("2.json", "1.json", differing: [])) { try ReportMerge.merged(foreign) }
        foreign[1].report.shard?.settings = ["--known-failing": "abc"]
        foreign[1].report.tool.version = "9"
        let told = try #require(throws: ShardFault.self) { try ReportMerge.merged(foreign) }
        #expect(told.description.contains("the version of doctor and --known-failing differ;"), "\(told)")
        let mixed = [try parts(of: 2)[0], try parts(of: 3)[1]]
        let fault = try #require(throws: ShardFault.self) { try ReportMerge.merged(mixed) }
        #expect(fault.description.contains("2/3") && fault.description.contains("1/2"), "\(fault)")
    }

    @Test func `a whole report, and none at all, are refused`() throws {
        #expect(throws: ShardFault.whole("w.json")) {
            try ReportMerge.merged([.init(file: "w.json", report: Samples.report)])
        }
        #expect(throws: ShardFault.missing([], of: 0)) { try ReportMerge.merged([]) }
    }

    @Test func `an interrupted shard and one that lost a result are refused`() throws {
        var interrupted = try parts(of: 2)
        interrupted[0].report.exitCode = ExitStatus.interrupted.rawValue
        let fault = try #require(throws: ShardFault.self) { try ReportMerge.merged(interrupted) }
        #expect(
            fault.description == "1.json: shard 1/2 has all of its results, and its run was interrupted; run it again")
        var short = try parts(of: 2)
        short[1].report.models.removeLast()
        #expect(throws: ShardFault.self) { try ReportMerge.merged(short) }
    }

    @Test func `shards that claim each other's places are refused`() throws {
        var forged = try parts(of: 2)
        let places = forged[0].report.shard?.places.dropLast() ?? []
        forged[1].report.shard?.places = places
        forged[1].report.models = forged[0].report.models.dropLast()
        #expect(throws: ShardFault.overlapping) { try ReportMerge.merged(forged) }
    }
}
