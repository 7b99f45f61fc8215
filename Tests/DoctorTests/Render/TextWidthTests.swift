import Codes
import JSONText
import Report
import TestSupport
import Testing

@testable import doctor

/// Text output at the widths of terminals: as a user sets them, over everything that the mock gives.
@Suite(.live) struct TextWidthTests {
    private static let denial = """
        An error occurred (AccessDeniedException) when calling the Converse operation: User: \
        arn:aws:sts::123456789012:assumed-role/app/session is not authorized to perform: bedrock:InvokeModel on resource: \
        arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0 because no identity-based policy allows the \
        bedrock:InvokeModel action
        """

    @Test(
        .timeLimit(.minutes(10)), arguments: [40, 60, 80, 120, 200],
        [
            ["check", "--mock"], ["models", "--mock"], ["models", "--mock", "--region", "us-east-1", "-v"], ["env"],
            ["explain", TextWidthTests.denial],
        ])
    func `no line is longer than the width, but for commands and what is one word`(
        width: Int, command: [String]
    ) async throws {
        let folder = try TemporaryFolder()
        let result = try await DoctorProcess.run(
            command + ["--output", "json=" + folder.path + "/json"],
            environment: ["COLUMNS": "\(width)"])
        let commands = commands(try JSONValue(parsing: try folder.text("json")))
        let long = result.output.split(separator: "\n").filter { $0.columns > width }
        for line in long {
            let words = line.split(separator: " ").drop {
                ["ok", "warn", "FAIL", "skip", "?", ">", "next:"].contains($0)
            }
            let isCommand = commands.contains(words.joined(separator: " "))
            // A word is never broken: behind its indentation and label it may stand out.
            let before = line.columns - (words.last?.columns ?? 0)
            #expect(before <= 24 || isCommand, "\(width) columns: \(line)")
        }
    }

    /// Every line of every command that the report suggests, with single spaces.
    private func commands(_ report: JSONValue) -> Set<String> {
        let entries = ["findings", "models"].flatMap { report[$0]?.arrayValue ?? [] }
        let texts = entries.flatMap { $0["remedies"]?.arrayValue ?? [] }.compactMap { $0["command"]?.stringValue }
        return Set(texts.flatMap { $0.split(separator: "\n") }.map { $0.split(separator: " ").joined(separator: " ") })
    }

    @Test(.timeLimit(.minutes(10))) func `a narrower text says the same words`() async throws {
        for arguments in [["explain", "--list"], ["explain"] + CodeRegistry.all.map(\.spelling)] {
            let wide = try await DoctorProcess.run(arguments, environment: ["COLUMNS": "200"]).output
            let narrow = try await DoctorProcess.run(arguments, environment: ["COLUMNS": "40"]).output
            #expect(wide.split(whereSeparator: \.isWhitespace) == narrow.split(whereSeparator: \.isWhitespace))
            #expect(narrow.split(separator: "\n").count > wide.split(separator: "\n").count)
        }
    }

    @Test func `text that goes nowhere near a terminal has 80 columns`() async throws {
        let page = try await DoctorProcess.run(["explain", FindingCode.pathDouble.spelling]).output
        let same = try await DoctorProcess.run(
            ["explain", FindingCode.pathDouble.spelling], environment: ["COLUMNS": "80"]
        ).output
        #expect(page == same)
        let folder = try TemporaryFolder()
        _ = try await DoctorProcess.run(
            ["explain", FindingCode.pathDouble.spelling, "--output", folder.path + "/page"],
            environment: ["COLUMNS": "40"])
        #expect(try folder.text("page") == page, "a file has the width of no terminal")
    }
}
