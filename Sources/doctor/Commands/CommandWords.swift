import ArgumentParser
import Codes
import Diagnosis
import JSONText
import Report
import WireText

/// Finds out what was meant by words without a command: `doctor 403`, `doctor SOME ERROR TEXT`.
///
/// They go to `explain`; one word near a command's name is a typing error, and stays where the parser says so.
enum CommandWords {
    /// The arguments with `explain` before them where they are a failure's text.
    ///
    /// - Parameters:
    ///   - arguments: The arguments of the process, without its name.
    ///   - commands: The names of the commands.
    static func completed(_ arguments: [String], commands: [String]) -> [String] {
        let words = named(arguments, commands)
        // Its own command, so that it takes the options of a report as the others do.
        if words.count > 1, words[0] == "conformance", words[1] == "--\(ConformanceSelfTestCommand.name)" {
            return [words[0], ConformanceSelfTestCommand.name] + words[2...]
        }
        guard words.first == "explain", let end = words.firstIndex(of: "--") else { return words }
        return words[..<end] + words[(end + 1)...].flatMap { ["--" + programOption, $0] }
    }

    /// The hidden option in which each word of a program is passed on.
    static let programOption = "program-word"

    private static func named(_ arguments: [String], _ commands: [String]) -> [String] {
        guard let first = arguments.first, !first.hasPrefix("-"), !commands.contains(first), first != "help" else {
            return arguments
        }
        return isFailure(first, of: arguments, commands) ? ["explain"] + arguments : arguments
    }

    private static func isFailure(_ first: String, of arguments: [String], _ commands: [String]) -> Bool {
        if CodeRegistry.code(spelled: first.lowercased()) != nil { return true }
        if let bare = BareFailure(first), !FailureReference(bare).codes.isEmpty { return true }
        if ExplainSubject.noFailure(first) != nil { return true }
        // Several words in quotes, a body, a file.
        if ExplainSubject.isMessage(first) || FileSystem.isFile(first) { return true }
        guard NearestName.nearest(to: first, among: commands) == nil else { return false }
        // Words without quotes are a text, and a word before options is none.
        let words = arguments.prefix { !$0.hasPrefix("-") }
        return words.count > 1 && words.allSatisfy { $0.utf8.count <= 60 }
    }
}
