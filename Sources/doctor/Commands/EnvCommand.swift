import ArgumentParser
import Diagnosis
import HTTPTransport
import Report

/// `doctor env`: what the environment says, without any network.
struct EnvCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "env",
        abstract: "Judge credentials, region and configuration; no network access except with --identity.",
        discussion: """
            Checks the AWS variables, which of them sets the region, endpoint overrides, proxies, certificate bundles, \
            profile files and, if there is one, PRX's configuration. At most the last four characters of a secret are \
            shown.

            \(ExitStatusGuide.report)
            """)

    @OptionGroup var identity: IdentityOptions
    @OptionGroup var targets: TargetsOptions
    @OptionGroup var service: ServiceOptions
    @OptionGroup var catalog: CatalogOptions
    @OptionGroup var selection: SelectionOptions
    @OptionGroup var listing: ListOptions
    @OptionGroup var report: ReportOptions

    func validate() throws {
        if targets.file != nil, !identity.identity {
            throw ValidationError("--targets belongs to --identity here: nothing else looks at the accounts.")
        }
        try targets.check(service)
    }

    /// What is looked at without any network, in the order of the text.
    static let checks: [Check] = [.credentials, .region, .configuration, .endpoint]

    func run() async throws {
        // Who the keys belong to is then what was asked; the environment's checks only lead there.
        let manners = try selection.manners(failing: report.failing, isListing: listing.isListing)
        let run = CommandRun("env", report, on: identity.identity ? .check(.identity) : .findings, manners)
        try manners.check(among: RunManners.findingNames, "checks and codes")
        let identity = identity
        let checks = try manners.chosen(Self.checks + (identity.identity ? [.identity] : []))
        let targets = try targets.read()
        try await run.perform(on: service, catalog: catalog, targets: targets) { session, collector in
            if manners.isListing { throw Listing(names: checks.map(\.rawValue)) }
            collector.holdFindings()
            collector.add(session.diagnosis.findings)
            let asksIdentity = identity.identity && manners.asks(.identity)
            if asksIdentity { collector.expect(checks: [.identity]) }
            if let targets, asksIdentity {
                let transport = try session.transport()
                let accounts = try AccountAccess(
                    session: session, transport: transport, limit: RequestLimit(nil), targets: targets, run: run)
                await identity.ask(session, run, collector, accounts: accounts)
                await transport.shutdown()
            } else if asksIdentity {
                await identity.ask(session, run, collector)
            }
            collector.update { $0.findings = $0.findings.causeFirst() }
        }
    }
}
