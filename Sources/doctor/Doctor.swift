import ArgumentParser

/// The command `doctor`.
@main
struct Doctor: AsyncParsableCommand {
    /// The version in `--version` and in every report.
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Finds out why calls to Amazon Bedrock fail, and proves that a signer or client is right.",
        discussion: """
            Without a command, `check` runs: environment, region, configuration, network, clock, then one model. \
            Everything is read-only. With --mock a command runs against an embedded server with demonstration \
            credentials: nothing leaves the machine, and no AWS account is needed.

            Exit status: 0 nothing failed, 1 something failed, 64 wrong usage, 65 an input file could not be read or \
            understood, 70 internal error, 130 interrupted.
            """,
        version: version,
        subcommands: [
            CheckCommand.self, EnvCommand.self, ClockCommand.self, ModelsCommand.self, ExplainCommand.self,
            SignCommand.self, VectorsCommand.self, ReplayCommand.self, ServeCommand.self,
        ],
        defaultSubcommand: CheckCommand.self)
}
