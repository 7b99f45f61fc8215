import ArgumentParser
import Diagnosis
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
    @OptionGroup var service: ServiceOptions
    @OptionGroup var catalog: CatalogOptions
    @OptionGroup var report: ReportOptions

    func run() async throws {
        // Who the keys belong to is then what was asked; the environment's checks only lead there.
        let run = CommandRun("env", report, on: identity.identity ? .check(.identity) : .findings)
        let identity = identity
        try await run.perform(on: service, catalog: catalog) { session, collector in
            collector.holdFindings()
            collector.add(session.diagnosis.findings)
            await identity.ask(session, run, collector)
            collector.update { $0.findings = $0.findings.causeFirst() }
        }
    }
}
