import ArgumentParser
import WireText

/// An option that a command does not have: which commands have it, or which option was meant.
///
/// The parser's library says so itself for every command but `check`, which takes whatever stands without a command.
struct UnknownOption {
    /// The option without a value behind `=`, which may be a secret; `nil` for what has not the form of one.
    private let name: String?

    init(_ word: String) {
        let name = word.prefix { $0 != "=" }
        let isName =
            name.utf8.count <= 32 && name.utf8.allSatisfy { $0 == UInt8(ascii: "-") || $0.isLetter || $0.isDigit }
        self.name = isName ? String(name) : nil
    }

    /// What is said of it.
    func message(of command: any ParsableCommand.Type) -> String {
        guard let name else { return "There is an option that is not known." }
        let lead = "Unknown option '\(name)'."
        if let hint = Self.format(name, of: command) { return "\(lead) \(hint)" }
        if let nearest = NearestName.nearest(to: name, among: Self.options(of: command)) {
            return "\(lead) Did you mean '\(nearest)'?"
        }
        let others = CommandList.all.filter { Self.options(of: $0).contains(name) }
            .compactMap { $0.configuration.commandName }
        guard !others.isEmpty else { return lead }
        return "\(lead) It is one of doctor \(others.joined(separator: ", "))."
    }

    /// The parser's own message, with the way to a form of the report in the place of an option that is spelled like it.
    static func named(in message: String) -> String {
        guard let line = message.split(separator: "\n").first, let start = line.firstRange(of: "Unknown option '"),
            let end = line[start.upperBound...].firstIndex(of: "'"),
            let usage = message.firstRange(of: "Usage: doctor ")
        else { return message }
        let name = String(line[start.upperBound..<end])
        let word = message[usage.upperBound...].prefix { $0.isLetter || $0 == "-" }
        guard let command = CommandList.all.first(where: { $0.configuration.commandName == String(word) }),
            let hint = format(name, of: command)
        else { return message }
        return "\(line[..<start.lowerBound])Unknown option '\(name)'. \(hint)" + message[line.endIndex...]
    }

    /// How the form of the report is chosen that an option names, where the command has reports: `--json`.
    private static func format(_ name: String, of command: any ParsableCommand.Type) -> String? {
        guard let format = ReportFormat(rawValue: String(name.drop { $0 == "-" })),
            options(of: command).contains("--format")
        else { return nil }
        return "Say --format \(format.rawValue)."
    }

    /// The long options of a command, as its help names them.
    private static func options(of command: any ParsableCommand.Type) -> [String] {
        command.helpMessage(columns: 10_000).split(separator: "\n").flatMap { line -> [String] in
            let words = line.split(separator: " ").prefix(2)
            guard line.hasPrefix("  -") else { return [] }
            return words.filter { $0.hasPrefix("--") }.flatMap { $0.split(separator: "/") }.map(String.init)
        }
    }
}
