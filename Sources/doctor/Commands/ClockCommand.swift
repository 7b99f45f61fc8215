import ArgumentParser
import ConverseAPI
import HTTPTransport
import Report

/// `doctor clock`: how far the local clock is from the endpoint's.
struct ClockCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clock",
        abstract: "Measure the local clock against the endpoint's Date header.",
        discussion: """
            Sends unsigned requests: one to open the connection, then one per sample. Add the offset to the local clock to \
            get the endpoint's time; the true offset is certain to lie within the radius. The service refuses signatures \
            that are more than 5 minutes off.

            \(ExitStatusGuide.report)
            """)

    @Option(help: ArgumentHelp("How many readings to combine, 1 to 8.", valueName: "number"))
    var samples = 1

    @OptionGroup var requests: RequestLimitOptions
    @OptionGroup var service: ServiceOptions
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var listing: ListOptions
    @OptionGroup var report: ReportOptions

    func validate() throws {
        guard EndpointProbe.sampleRange.contains(samples) else {
            throw ValidationError("--samples takes a number from 1 to 8, found \(samples).")
        }
    }

    /// What is asked, the way first.
    static let checks: [Check] = [.network, .clock]

    func run() async throws {
        let manners = try selection.manners(failing: report.failing, isListing: listing.isListing)
        let run = CommandRun("clock", report, on: .check(.clock), manners)
        try manners.check(among: RunManners.findingNames, "checks and codes")
        let checks = try manners.chosen(Self.checks)
        let (samples, limit) = (samples, requests.limit)
        try await run.perform(on: service) { session, collector in
            if manners.isListing { throw Listing(names: checks.map(\.rawValue)) }
            let obstacles = session.obstacles
            guard obstacles.isEmpty else {
                collector.add(obstacles)
                collector.note("nothing was sent: there is no usable endpoint")
                return
            }
            collector.expect(checks: checks)
            let probe = try session.probe(timeLimit: run.timeLimit, limit: limit)
            run.progress.update("asking \(probe.endpoint.host) for the time")
            collector.add(await probe.findings(samples: samples))
            limit.note.map(collector.note)
            await probe.transport.shutdown()
        }
    }
}
