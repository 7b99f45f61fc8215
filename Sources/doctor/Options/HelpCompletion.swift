/// The completions of `doctor help`, which the parser's library makes without the commands that it takes.
enum HelpCompletion {
    /// The script of a shell with the commands behind `help`; any other text as it is.
    static func withCommands(_ text: String, _ commands: [String]) -> String {
        let names = commands.joined(separator: " ")
        if text.hasPrefix("#!/bin/bash\n") {
            return inserting(
                "    [[ ${cur} = -* || ${prev} != help ]] || COMPREPLY+=($(compgen -W '\(names)' -- \"${cur}\"))\n",
                into: text, behind: "_doctor_help() {\n", before: "}\n")
        }
        if text.hasPrefix("#compdef doctor\n") {
            return inserting(
                "        ':command:(\(names))'\n", into: text, behind: "_doctor_help() {\n",
                before: "        '*:subcommands:'\n")
        }
        if text.hasPrefix("function __doctor_") {
            let place = "__doctor_should_offer_completions_for_positional \"doctor help\" -eq 1"
            return text + "complete -c 'doctor' -n '\(place)' -fka '\(names)'\n"
        }
        return text
    }

    /// The text with a line before the first `end` that stands behind `start`.
    private static func inserting(_ line: String, into text: String, behind start: String, before end: String) -> String
    {
        guard let function = text.firstRange(of: "\n" + start),
            let place = text[function.upperBound...].firstRange(of: end)
        else { return text }
        return text[..<place.lowerBound] + line + text[place.lowerBound...]
    }
}
