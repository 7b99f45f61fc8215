import ArgumentParser
import JSONText
import Report
import Testing

@testable import doctor

/// The options without a value, by which a command line is read again: one that is missing would take the word behind it.
struct InvocationFlagTests {
    /// Every flag of a command and of its parts, as its parser describes itself.
    private func flags(_ command: JSONObject) -> Set<String> {
        var found: Set<String> = []
        for argument in command["arguments"]?.arrayValue ?? [] {
            guard let argument = argument.objectValue, argument["kind"]?.stringValue == "flag" else { continue }
            for name in argument["names"]?.arrayValue ?? [] {
                guard let name = name.objectValue, let word = name["name"]?.stringValue else { continue }
                found.insert((name["kind"]?.stringValue == "long" ? "--" : "-") + word)
            }
        }
        for part in command["subcommands"]?.arrayValue ?? [] {
            if let part = part.objectValue { found.formUnion(flags(part)) }
        }
        return found
    }

    @Test func `each flag of each command is known as one`() throws {
        var all: Set<String> = []
        for command in CommandList.all {
            let description = try JSONValue(parsing: Array(command._dumpHelp().utf8)).objectValue
            all.formUnion(flags(try #require(description?["command"]?.objectValue)))
        }
        // These end a run before it has a report.
        let reported = all.subtracting(["--help", "-help", "-h", "--version"])
        #expect(reported.isSuperset(of: ["--admin", "--page", "--bearer", "--verbose", "-v"]))
        #expect(reported.subtracting(Invocation.flags) == [])
        #expect(Invocation.flags.subtracting(reported) == [])
    }
}
