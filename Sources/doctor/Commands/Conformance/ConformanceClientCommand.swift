import ArgumentParser
import Conformance
import Report
import SigV4

/// `doctor conformance client`: scenarios through somebody else's client.
struct ConformanceClientCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "client",
        abstract: "Drive a client through scenarios against the mock.",
        discussion: """
            Each scenario has one rule, its level (must, should, may) and its source, a call to make and the answers that a mock \
            server of its own gives. A client is judged on both sides of the wire: what arrives there (signature, path, body, \
            attempts and the time between them), and what the client tells its caller. A broken must fails, a broken should is \
            a warning. Where the server refuses the signature, only the scenario about signatures fails; the others have \
            nothing to judge. recordings/scenarios/README.md describes the files.

            \(ExitStatusGuide.report)
            """)

    @Option(
        help: ArgumentHelp(
            "Scenario files, or directories of them, in place of the bundled ones. May repeat.", valueName: "path"),
        completion: .file())
    var scenarios: [String] = []

    @OptionGroup var adapter: AdapterOptions
    @OptionGroup var report: ReportOptions

    func run() async throws {
        let run = CommandRun("conformance", report, on: .cases, try adapter.manners(report))
        // One at a time unless asked for more: a client that is busy with another call is late for this one.
        let driver = AdapterRun(role: .client, options: adapter, usualJobs: 1)
        let paths = scenarios
        try await run.perform { collector in
            let exercises = try ScenarioFiles.load(paths, run.facts).map {
                ScenarioExercise(
                    $0, clock: { WallClock.signingTime },
                    stopwatch: { Stopwatch.elapsed })
            }
            try await driver.perform(exercises, run, collector)
        }
    }
}
