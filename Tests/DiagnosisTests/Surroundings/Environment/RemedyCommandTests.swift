import Codes
import Diagnosis
import Report
import TestSupport
import Testing

#if canImport(FoundationEssentials)
    import Foundation

    /// The commands that mend a value are run in a real shell.
    @Suite("Commands that mend", .live)
    struct RemedyCommandTests {
        private func mended(_ name: String, _ value: String, code: FindingCode) async throws -> String {
            let variables = EnvironmentCase.session.adding(EnvironmentCase.region).adding([name: value])
            let findings = EnvironmentCase.facts(variables).diagnosis.findings
            let finding = try #require(findings.first { $0.code == code })
            let command = try #require(finding.remedies.first?.command)
            return try await Program.run(
                "/bin/sh", ["-c", "\(command)\nprintf %s \"$\(name)\""], environment: variables
            ).text
        }

        @Test(
            "the value is right afterwards",
            .timeLimit(.minutes(10)),
            arguments: [
                ("\"\(EnvironmentCase.secret)\"", .credentialsQuoted),
                ("'\(EnvironmentCase.secret)'", .credentialsQuoted),
                (" \(EnvironmentCase.secret) ", .credentialsWhitespace),
                ("\(EnvironmentCase.secret)\r\n", .credentialsControlCharacter),
                (EnvironmentCase.secret.replacing("+", with: " "), .credentialsSecretSpace),
                (
                    EnvironmentCase.secret.replacing("+", with: "%2B").replacing("/", with: "%2f"),
                    .credentialsUrlEncoded
                ),
            ] as [(String, FindingCode)])
        func secret(value: String, code: FindingCode) async throws {
            #expect(try await mended("AWS_SECRET_ACCESS_KEY", value, code: code) == EnvironmentCase.secret)
        }

        @Test("the name comes off a value that holds its own assignment", .timeLimit(.minutes(10)))
        func assignment() async throws {
            for line in [
                "AWS_SECRET_ACCESS_KEY=\(EnvironmentCase.secret)",
                "export AWS_SECRET_ACCESS_KEY=\(EnvironmentCase.secret)=",
            ] {
                let value = String(line.trimmingPrefix("export "))
                let expected = String(value.dropFirst("AWS_SECRET_ACCESS_KEY=".count))
                #expect(
                    try await mended("AWS_SECRET_ACCESS_KEY", value, code: .credentialsNameInValue) == expected)
            }
        }

        @Test("a pair that is asked for is read without bash", .timeLimit(.minutes(10)))
        func asked() async throws {
            let finding = try #require(EnvironmentCase.facts([:]).diagnosis.findings.first)
            let command = try #require(finding.remedies.first?.command)
            let lines = "\(EnvironmentCase.accessKeyID)\n\(EnvironmentCase.secret)\n"
            // There is no terminal here whose echo could be switched off: its complaint is not looked at.
            let shell = try await Program.run(
                "/bin/sh", ["-c", "\(command)\nprintenv AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY"],
                environment: ["PATH": "/usr/bin:/bin"],
                input: Array(lines.utf8))
            #expect(shell.text == lines)
        }

        @Test("swapped halves change back", .timeLimit(.minutes(10)))
        func swapped() async throws {
            let variables = [
                "AWS_ACCESS_KEY_ID": EnvironmentCase.secret, "AWS_SECRET_ACCESS_KEY": EnvironmentCase.accessKeyID,
            ]
            let finding = try #require(EnvironmentCase.facts(variables).diagnosis.findings.first)
            let command = try #require(finding.remedies.first?.command)
            let shell = try await Program.run(
                "/bin/sh", ["-c", "\(command)\nprintf %s \"$AWS_ACCESS_KEY_ID\""], environment: variables)
            #expect(shell.text == EnvironmentCase.accessKeyID)
        }
    }
#endif
