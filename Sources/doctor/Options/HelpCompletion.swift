/// The completions of `doctor help`, which the parser's library makes without the commands that it takes.
enum HelpCompletion {
    /// The commands of the help, and those that are parts of one of them.
    struct Commands {
        var names: [String]
        /// The names of the parts, each list under the command that has them.
        var parts: [(command: String, names: [String])]
    }

    /// The script of a shell with the commands behind `help`, and with the parts of a command behind that; any other text as
    /// it is.
    static func withCommands(_ text: String, _ commands: Commands) -> String {
        let names = commands.names.joined(separator: " ")
        let parts = commands.parts.map { (command: $0.command, names: $0.names.joined(separator: " ")) }
        if text.hasPrefix("#!/bin/bash\n") {
            let lines = [(command: "help", names: names)] + parts
            return inserting(
                lines.map {
                    "    [[ ${cur} = -* || ${prev} != \($0.command) ]] || "
                        + "COMPREPLY+=($(compgen -W '\($0.names)' -- \"${cur}\"))\n"
                }.joined(), into: text, behind: "_doctor_help() {\n", before: "}\n")
        }
        if text.hasPrefix("#compdef doctor\n") {
            let choice = parts.map { "[[ ${words[CURRENT-1]} = \($0.command) ]] && compadd - \($0.names)" }
            return inserting(
                "        ':command:(\(names))'\n        ':part:{\(choice.joined(separator: "; "))}'\n", into: text,
                behind: "_doctor_help() {\n", before: "        '*:subcommands:'\n")
        }
        if text.hasPrefix("function __doctor_") {
            let lines =
                [(condition: place(1), names: names)]
                + parts.map {
                    (condition: "\(place(2)); and test (commandline -opc)[-1] = \($0.command)", names: $0.names)
                }
            return text + lines.map { "complete -c 'doctor' -n '\($0.condition)' -fka '\($0.names)'\n" }.joined()
        }
        return text
    }

    /// Whether fish is at the word of that number behind `doctor help`.
    private static func place(_ number: Int) -> String {
        "__doctor_should_offer_completions_for_positional \"doctor help\" -eq \(number)"
    }

    /// The text with lines before the first `end` that stands behind `start`.
    private static func inserting(
        _ lines: String, into text: String, behind start: String, before end: String
    ) -> String {
        guard let function = text.firstRange(of: "\n" + start),
            let place = text[function.upperBound...].firstRange(of: end)
        else { return text }
        return text[..<place.lowerBound] + lines + text[place.lowerBound...]
    }
}
