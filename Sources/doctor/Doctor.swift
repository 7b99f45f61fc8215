import ArgumentParser
import Report

/// The command `doctor`.
@main
struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Finds out why calls to Amazon Bedrock fail, and proves that a signer or client is right.",
        discussion: """
            Without a command, `check` runs: environment, region, configuration, network, clock, then one model. \
            Everything is read-only. With --mock a command runs against an embedded server with demonstration \
            credentials: nothing leaves the machine, and no AWS account is needed.

            \(ExitStatusGuide.report)
            """,
        version: ToolVersion.current,
        subcommands: CommandList.all,
        defaultSubcommand: CheckCommand.self)

    /// Parses, runs, and ends with the status of what was thrown.
    static func main() async {
        // Asked for often by scripts, and known without the tree of commands, which takes as long as all else together.
        if CommandLine.arguments.dropFirst() == ["--version"] {
            return write(ToolVersion.current + "\n")
        }
        var running: (any ParsableCommand.Type)?
        do {
            let names = configuration.subcommands.compactMap { $0.configuration.commandName }
            let command = try parseAsRoot(
                CommandWords.completed(Array(CommandLine.arguments.dropFirst()), commands: names))
            running = type(of: command)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                var command = command
                try command.run()
            }
        } catch {
            // What the parser throws, and its own command `help`, are the parser's to word.
            guard let running, commands.contains(where: { $0 == running }),
                let failure = CommandFailure(error)
            else { end(with: error, of: running) }
            failure.log()
            exit(withError: ExitCode(Int32(failure.status.rawValue)))
        }
    }

    /// The commands, and the commands of those that have some.
    private static var commands: [any ParsableCommand.Type] {
        configuration.subcommands.flatMap { [$0] + $0.configuration.subcommands }
    }

    /// Writes help to standard output and a wrong usage to standard error, and ends the process.
    ///
    /// The parser's message repeats what was typed; it may hold control characters, which a terminal must not get.
    private static func end(with error: any Error, of command: (any ParsableCommand.Type)?) -> Never {
        let code = exitCode(for: error)
        let lines = UnknownOption.named(in: message(for: error, of: command)).split(
            separator: "\n", omittingEmptySubsequences: false)
        let text = lines.map(VisibleText.of).joined(separator: "\n")
        if code == .success {
            write(BashCompletion.withWholeWords(HelpCompletion.withCommands(text + "\n", CommandList.ofHelp)))
        } else if !text.isEmpty {
            StandardStreams.log(text)
        }
        exit(withError: code)
    }

    /// Writes to standard output, and ends the process if that cannot be done: a completion that is empty must not be
    /// installed as a good one.
    private static func write(_ text: String) {
        do {
            try StandardStreams.writeResult(text)
        } catch {
            StandardStreams.log("doctor: \(error)")
            exit(withError: ExitCode(Int32(ExitStatus.badInput.rawValue)))
        }
    }

    /// The message with the usage of the command that was running: what the parser itself refuses has it already.
    private static func message(for error: any Error, of command: (any ParsableCommand.Type)?) -> String {
        guard let command, let wrong = error as? ValidationError, let name = command.configuration.commandName else {
            return fullMessage(for: error)
        }
        let usage = usageString(for: command)
        let lead = usage.hasPrefix("Usage:") ? "" : "Usage: "
        let aligned = usage.replacing("\n", with: "\n" + String(repeating: " ", count: lead.count))
        return "Error: \(wrong.message)\n\(lead)\(aligned)\n  See 'doctor \(name) --help' for more information."
    }
}
