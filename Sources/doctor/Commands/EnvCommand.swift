import ArgumentParser
import Diagnosis
import Report

/// `doctor env`: what the environment says, without any network.
struct EnvCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "env",
        abstract: "Judge credentials, region and configuration; no network but for --identity.",
        discussion: """
            Looks at the AWS variables, at which of them the region comes from, at endpoint overrides, proxies and \
            certificate bundles, at the profile files and, where it is, at PRX's configuration. Secrets are \
            shown by their last four characters at most.

            \(ExitStatusGuide.report)
            """)

    @OptionGroup var identity: IdentityOptions
    @OptionGroup var service: ServiceOptions
    @OptionGroup var report: ReportOptions

    func run() async throws {
        let run = CommandRun("env", report)
        let identity = identity
        try await run.perform(on: service) { session, collector in
            collector.add(session.diagnosis.findings)
            await identity.ask(session, run, collector)
            collector.update { $0.findings = $0.findings.causeFirst() }
        }
    }
}
