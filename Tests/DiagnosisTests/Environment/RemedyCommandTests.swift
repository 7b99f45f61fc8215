import Diagnosis
import Report
import Testing

#if canImport(FoundationEssentials)
    import Foundation

    /// The commands that mend a value are run in a real shell.
    @Suite("Commands that mend")
    struct RemedyCommandTests {
        private func mended(_ name: String, _ value: String, code: String) throws -> String {
            let variables = EnvironmentCase.session.adding(EnvironmentCase.region).adding([name: value])
            let findings = EnvironmentCase.facts(variables).diagnosis.findings
            let finding = try #require(findings.first { $0.code == code })
            let command = try #require(finding.remedies.first?.command)
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            process.arguments = ["-c", "\(command)\nprintf %s \"$\(name)\""]
            process.environment = variables
            let pipe = Pipe()
            process.standardOutput = pipe
            try process.run()
            let output = pipe.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            return String(decoding: output, as: UTF8.self)
        }

        @Test(
            "the value is right afterwards",
            .timeLimit(.minutes(1)),
            arguments: [
                ("\"\(EnvironmentCase.secret)\"", "credentials-quoted"),
                ("'\(EnvironmentCase.secret)'", "credentials-quoted"),
                (" \(EnvironmentCase.secret) ", "credentials-whitespace"),
                ("\(EnvironmentCase.secret)\r\n", "credentials-control-character"),
                (EnvironmentCase.secret.replacing("+", with: " "), "credentials-secret-space"),
                (
                    EnvironmentCase.secret.replacing("+", with: "%2B").replacing("/", with: "%2f"),
                    "credentials-url-encoded"
                ),
            ])
        func secret(value: String, code: String) throws {
            #expect(try mended("AWS_SECRET_ACCESS_KEY", value, code: code) == EnvironmentCase.secret)
        }

        @Test("a pair that is asked for is read without bash", .timeLimit(.minutes(1)))
        func asked() throws {
            let finding = try #require(EnvironmentCase.facts([:]).diagnosis.findings.first)
            let command = try #require(finding.remedies.first?.command)
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            process.arguments = ["-c", "\(command)\nprintenv AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY"]
            process.environment = ["PATH": "/usr/bin:/bin"]
            let input = Pipe()
            let output = Pipe()
            process.standardInput = input
            process.standardOutput = output
            // There is no terminal here whose echo could be switched off.
            process.standardError = Pipe()
            try process.run()
            let lines = "\(EnvironmentCase.accessKeyID)\n\(EnvironmentCase.secret)\n"
            try input.fileHandleForWriting.write(contentsOf: Data(lines.utf8))
            let found = output.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            #expect(String(decoding: found, as: UTF8.self) == lines)
        }

        @Test("swapped halves change back", .timeLimit(.minutes(1)))
        func swapped() throws {
            let variables = [
                "AWS_ACCESS_KEY_ID": EnvironmentCase.secret, "AWS_SECRET_ACCESS_KEY": EnvironmentCase.accessKeyID,
            ]
            let finding = try #require(EnvironmentCase.facts(variables).diagnosis.findings.first)
            let command = try #require(finding.remedies.first?.command)
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            process.arguments = ["-c", "\(command)\nprintf %s \"$AWS_ACCESS_KEY_ID\""]
            process.environment = variables
            let pipe = Pipe()
            process.standardOutput = pipe
            try process.run()
            let output = pipe.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            #expect(String(decoding: output, as: UTF8.self) == EnvironmentCase.accessKeyID)
        }
    }
#endif
