import ArgumentParser
import Conformance
import Report
import SigV4

/// `doctor conformance --self-test`: adapters that are wrong on purpose.
struct ConformanceSelfTestCommand: AsyncParsableCommand {
    static let name = "self-test"

    static let configuration = CommandConfiguration(
        commandName: name,
        abstract: "Show that adapters which are wrong on purpose are caught, in every family (also: --self-test).",
        discussion: ExitStatusGuide.report)

    @OptionGroup var shard: ShardOptions
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var listing: ListOptions
    @OptionGroup var report: ReportOptions

    func run() async throws {
        let manners = try selection.manners(failing: report.failing, isListing: listing.isListing)
        let run = CommandRun("conformance", report, on: .cases, manners)
        let part = PlanPart(
            position: try shard.position(run.facts.environment), terms: ["conformance", "self-test"], manners: manners)
        try await run.perform { collector in
            let wall: @Sendable () -> SigningTime = { WallClock.signingTime }
            let vectors = try VectorOptions.sets([], run.facts)
            let client = try OwnClient(
                version: ToolVersion.current, wall: wall, keeping: KeptAuthorities.file(in: run.facts.environment))
            for set in vectors {
                let test = SelfTest(
                    vectors: set, scenarios: try ScenarioFiles.load([], run.facts), client: client,
                    forensics: .none,
                    exercise: { ScenarioExercise($0, clock: wall, stopwatch: { Stopwatch.elapsed }) },
                    runner: { role in
                        AdapterRunner(
                            role: role, limits: AdapterLimits(silence: run.timeLimit), stopwatch: { Stopwatch.elapsed },
                            sleep: { try await Task.sleep(for: $0) })
                    })
                let places = try part.places(of: test.ids, after: nil, collector)
                await test.run(places) { result in
                    collector.add([result])
                    run.progress.update("\(collector.current.cases.count) adapters tried")
                }
            }
            await client.close()
        }
    }
}
