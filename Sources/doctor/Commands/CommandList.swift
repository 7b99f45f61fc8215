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
}
