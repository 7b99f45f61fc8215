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
        if let nearest = NearestName.nearest(to: name, among: Self.options(of: command)) {
            return "\(lead) Did you mean '\(nearest)'?"
        }
        let others = CommandList.all.filter { Self.options(of: $0).contains(name) }
            .compactMap { $0.configuration.commandName }
        guard !others.isEmpty else { return lead }
        return "\(lead) It is one of doctor \(others.joined(separator: ", "))."
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
