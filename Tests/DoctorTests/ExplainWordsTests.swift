import Codes
import Foundation
import JSONText
import TestSupport
import Testing

/// What `explain`, and `doctor` without a command, make of the words they are given.
@Suite(.live) struct ExplainWordsTests {
    private static let denial =
        "An error occurred (AccessDeniedException) when calling the Converse operation: You don't have access to the model with the specified model ID."

    @Test(
        .timeLimit(.minutes(10)),
        arguments: [
            (["403"], 0, "403 Forbidden"), (["explain", "403"], 0, FindingCode.iamDenied.spelling),
            (["explain", "403", "Forbidden"], 0, "403 Forbidden"),
            (["explain", "access", "denied"], 0, FindingCode.iamDenied.spelling),
            (["AccessDeniedException"], 0, FindingCode.modelAccessNotGranted.spelling),
            (["SignatureDoesNotMatch"], 0, FindingCode.signatureMismatch.spelling),
            ([FindingCode.tokenExpired.spelling], 0, FindingCode.tokenExpired.spelling),
            ([denial], 1, FindingCode.modelAccessNotGranted.spelling),
            (["explain", denial], 1, FindingCode.modelAccessNotGranted.spelling),
            (["explain", "ThrottlingException: Too many requests"], 1, FindingCode.throttled.spelling),
            (
                ["explain", "ServiceUnavailableException: Service unavailable"], 1,
                FindingCode.serviceUnavailable.spelling
            ),
            (
                ["the", "security", "token", "included", "in", "the", "request", "is", "expired"], 1,
                FindingCode.tokenExpired.spelling
            ),
            (["explain", "the weather is fine today"], 2, FindingCode.unknownError.spelling),
            (["explain", "403", "--format", "json"], 0, "\"rank\": 1"),
            (["chekc"], 64, "Did you mean 'check'"), (["modles", "--regions", "all"], 64, "models"),
            (["200"], 2, "the status of a success"), (["explain", "299"], 2, "nothing to explain"),
            (["999"], 2, "No failure of Bedrock that is known"), (["expired"], 64, "merge, diff, schema.\n"),
            (["explain", "500"], 0, "The message may say more."),
            (
                ["explain", "An error occurred (AccessDeniedException) when calling the C..."], 0,
                FindingCode.modelAccessNotGranted.spelling
            ),
            // A body is an answer, and these words are a gateway's.
            (["explain", #"{"message":"Forbidden"}"#], 1, FindingCode.answerNotFromService.spelling),
            // A call of another service that failed is a failure, too.
            (
                [
                    "explain",
                    "An error occurred (ResourceNotFoundException) when calling the InvokeAgent operation: Could not find agent alias A for agent B",
                ], 1, FindingCode.resourceNotFound.spelling
            ),
            (
                ["explain", "An error occurred (AccessDenied) when calling the PutObject operation: Access Denied"], 1,
                FindingCode.iamDenied.spelling
            ),
            (
                ["explain", "An error occurred (403) when calling the HeadObject operation: Forbidden"], 1,
                FindingCode.iamDenied.spelling
            ),
            (
                ["explain", "An error occurred (404) when calling the Converse operation: Not Found"], 1,
                FindingCode.answerNotFromService.spelling
            ),
            (
                ["explain", "An error occurred (401) when calling the Converse operation: "], 1,
                FindingCode.answerNotFromService.spelling
            ),
            (
                ["explain", "Forbidden: request was blocked by a gateway or proxy. You may not have permission."], 1,
                FindingCode.answerNotFromService.spelling
            ),
            (
                ["explain", "--", "/bin/sh", "-c", "echo AccessDeniedException; exit 3"], 3,
                FindingCode.iamDenied.spelling
            ),
            (["explain", "AccessDeniedExcepton"], 64, "AccessDeniedException"),
        ] as [([String], Int32, String)])
    func `words go where they belong`(arguments: [String], status: Int32, text: String) async throws {
        let result = try await DoctorProcess.run(arguments)
        #expect(result.status == status, "\(arguments): \(result.everything)")
        #expect(result.everything.contains(text), "\(arguments): \(result.everything)")
    }

    @Test func `an error of a command shows the usage of that command`() async throws {
        let result = try await DoctorProcess.run(["explain", "no-such-code"])
        #expect(result.errors.contains("doctor explain"))
        #expect(result.errors.contains("Usage: doctor explain"))
        #expect(!result.errors.contains("<subcommand>"))
        let record = try await DoctorProcess.run(["explain"])
        #expect(record.status == 64)
        #expect(record.errors.components(separatedBy: "\n  doctor explain ").count == 4, "\(record.errors)")
    }

    @Test(.timeLimit(.minutes(10)))
    func `a program is run, passed through and explained`() async throws {
        let script =
            "echo to the output; echo '\(Self.denial.replacingOccurrences(of: "'", with: "'\\''"))' >&2; exit 7"
        let failed = try await DoctorProcess.run(["explain", "--", "/bin/sh", "-c", script])
        #expect(failed.status == 1)
        #expect(failed.output == "to the output\n")
        #expect(failed.errors.hasPrefix(Self.denial))
        #expect(failed.errors.contains(FindingCode.modelAccessNotGranted.spelling))

        let other = try await DoctorProcess.run(["explain", "--", "/bin/sh", "-c", "echo nothing; exit 7"])
        #expect(other.status == 7)
        #expect(other.errors.contains("ended with status 7"))
        let good = try await DoctorProcess.run(["explain", "--", "/bin/cat"], input: "through\n")
        #expect(good.status == 0)
        #expect(good.output == "through\n")

        let json = try await DoctorProcess.run(["explain", "--format", "json", "--", "/bin/sh", "-c", script])
        #expect(json.status == 1)
        #expect(json.output.hasPrefix("{"))
        #expect(json.output.contains("\"exitCode\": 1"))
        #expect(json.errors.contains("to the output"))
        #expect(try await DoctorProcess.run(["explain", "403", "--", "/bin/true"]).status == 64)
        #expect(try await DoctorProcess.run(["explain", "--", "/nonexistent"]).status == 64)
    }

    @Test(.timeLimit(.minutes(10)))
    func `a line of one stream does not go on with a line of the other`() async throws {
        let error =
            "An error occurred (ExpiredTokenException) when calling the Converse operation: "
            + "The security token included in the request is expired"
        let script = "echo '\(error)' >&2; sleep 0.2; echo and more"
        let result = try await DoctorProcess.run(["explain", "--format", "json", "--", "/bin/sh", "-c", script])
        #expect(result.status == 1)
        let report = try JSONValue(parsing: result.output)
        let message = report["findings"]?.arrayValue?.first?["evidence"]?["message"]?.stringValue
        #expect(message == "The security token included in the request is expired", "\(result.output)")
    }

    @Test(.timeLimit(.minutes(10)))
    func `a signal is passed on to the program`() async throws {
        let script = "trap 'echo caught; exit 3' INT; echo ready >&2; while :; do sleep 0.05; done"
        let result = try await DoctorProcess.interrupted(["explain", "--", "/bin/sh", "-c", script]) { run in
            try await run.waitForLog("ready")
        }
        #expect(result.output == "caught\n")
        #expect(result.status == 3)
    }
}
