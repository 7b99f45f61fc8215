import ArgumentParser
import Diagnosis
import Report

/// `doctor env`: what the environment says, without any network.
struct EnvCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "env",
        abstract: "Judge credentials, region and configuration; no network.",
        discussion: """
            Looks at the AWS variables, at which of them the region comes from, at endpoint overrides, proxies and \
            certificate bundles, at the profile files (which PRX does not read) and at PRX's configuration. Secrets are \
            shown by their last four characters at most.

            \(ExitStatusGuide.report)
            """)

    @OptionGroup var service: ServiceOptions
    @OptionGroup var report: ReportOptions

    func run() async throws {
        let run = CommandRun("env", report)
        let service = service
        try await run.perform { collector in
            let workplace = try await Workplace.open(service, run.facts)
            collector.update { $0.target = workplace.target }
            collector.add(workplace.diagnosis.findings)
            await workplace.close()
        }
    }
}
