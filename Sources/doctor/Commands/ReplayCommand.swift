import ArgumentParser
import Conformance
import RecordingImport
import Recordings
import Report
import SigV4
import WireText

/// `doctor replay`: recordings through the client core against the mock.
struct ReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Replay recorded Converse exchanges through the client core against the mock; no network.",
        discussion: """
            Each request is decoded into the client's types, encoded again, signed and sent. The mock verifies the \
            signature, matches the request and serves the recorded answer, which is then decoded. It reads our \
            format, HAR, and the files of VCR, betamax, go-vcr, httprr, WireMock, nock, Hoverfly and Polly.JS, each by what it \
            holds; files and directories (.json, .yaml, .yml, .har, .httprr, each also with .gz behind); without a path, the bundled recordings.

            \(ExitStatusGuide.report)
            """)

    @Argument(help: ArgumentHelp("Files or directories of recordings.", valueName: "path"), completion: .file())
    var paths: [String] = []

    @Option(help: ArgumentHelp("Where the bundled recordings are.", valueName: "directory"), completion: .directory)
    var recordings: String?

    @Option(help: "How streamed answers are cut when they are served: as recorded, by frames, by bytes, or not at all.")
    var chunking: StreamChunking = .recorded

    @Option(help: "How fast streamed answers are served: with no pauses, or with those that were recorded.")
    var pace: StreamPace = .none

    @OptionGroup var version: HTTPVersionOptions
    @OptionGroup var shard: ShardOptions
    @OptionGroup var again: OnlyFailedOptions
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var listing: ListOptions
    @OptionGroup var report: ReportOptions

    func run() async throws {
        let manners = try selection.manners(failing: report.failing, isListing: listing.isListing)
        let run = CommandRun("replay", report, on: .cases, manners)
        let (paths, recordings, chunking, pace) = (paths, recordings, chunking, pace)
        let httpVersion = version.httpVersion
        let part = PlanPart(
            position: try shard.position(run.facts.environment), terms: ["replay", chunking.rawValue, pace.rawValue],
            manners: manners)
        let earlier = try again.earlier(of: "replay")
        try await run.perform { collector in
            let named =
                paths.isEmpty ? [try recordings ?? DataLocation.current(run.facts).directory("recordings")] : paths
            guard let inputs = try await resultUnlessCancelled(of: { RecordingFiles.inputs(named) }) else { return }
            LastingValues.keep(inputs.recordings)
            inputs.notes.forEach(collector.note)
            let runner = ReplayRunner(chunking: chunking, pace: pace, httpVersion: httpVersion) {
                WallClock.signingTime
            }
            let outcome = try await runner.run(
                inputs.recordings,
                chosen: { $0.isEmpty ? [] : try part.places(of: $0, after: earlier, collector) },
                progress: { done, all in run.progress.update("\(done) of \(all) exchanges replayed") })
            LastingValues.keep(outcome.remains)
            collector.add(outcome.cases)
            outcome.notes.forEach(collector.note)
            if outcome.cases.isEmpty, inputs.problems.isEmpty {
                collector.note(
                    "no exchange of Converse was found in \(Counted.words(inputs.recordings.count, "recording"))")
            }
            if !inputs.problems.isEmpty { throw InputProblems(problems: inputs.problems) }
        }
    }
}
