import ArgumentParser

/// The commands, in the order of the help.
enum CommandList {
    static let all: [any ParsableCommand.Type] = [
        CheckCommand.self, EnvCommand.self, ClockCommand.self, ModelsCommand.self, CatalogCommand.self,
        ExplainCommand.self, LintCommand.self, SignCommand.self, VectorsCommand.self, ReplayCommand.self,
        RecordCommand.self, ConformanceCommand.self, ServeCommand.self, MergeCommand.self, DiffCommand.self,
        SchemaCommand.self,
    ]

    /// What can be typed.
    static var names: [String] { all.compactMap { $0.configuration.commandName } }

    /// The same with the parts of those that have some, for the completions of the help.
    static var ofHelp: HelpCompletion.Commands {
        HelpCompletion.Commands(
            names: names,
            parts: all.compactMap { command in
                let parts = command.configuration.subcommands.compactMap { $0.configuration.commandName }
                return command.configuration.commandName.flatMap { parts.isEmpty ? nil : ($0, parts) }
            })
    }
}
