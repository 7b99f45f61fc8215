import Codes
import JSONText
import TestSupport
import Testing

/// `doctor check` when its own call does not come back whole.
@Suite(.live, .timeLimit(.minutes(10)))
struct BrokenCallTests {
    @Test(arguments: [
        ("reset", FindingCode.networkConnectionClosed.spelling),
        ("empty-reply", FindingCode.networkConnectionClosed.spelling),
        ("silence", FindingCode.networkAnswerTimeout.spelling),
        ("truncated-body", FindingCode.streamEndedEarly.spelling),
        ("malformed-chunk", FindingCode.networkAnswerMalformed.spelling),
        ("invalid-json", FindingCode.answerUnreadable.spelling),
        ("wrong-content-length:by=-10", FindingCode.answerUnreadable.spelling),
    ])
    func `each has its code, and a next step that is not the same again`(fault: String, code: String) async throws {
        let credentials = [
            "AWS_ACCESS_KEY_ID": "AKIAQ2WERTYUIOPASDFG", "AWS_SECRET_ACCESS_KEY": Secrets.secret,
        ]
        let accepted = [
            "--access-key-id", "AKIAQ2WERTYUIOPASDFG", "--secret-access-key", Secrets.secret, "--fault", fault,
        ]
        _ = try await DoctorProcess.serving(accepted) { endpoint in
            let result = try await DoctorProcess.run(
                ["check", "--timeout", "3", "--endpoint-url", endpoint, "--format", "json"], environment: credentials)
            let cell = try #require(try JSONValue(parsing: result.output)["models"]?.arrayValue?.first)
            #expect(cell["code"]?.stringValue == code)
            let remedies = cell["remedies"]?.arrayValue ?? []
            #expect(!remedies.isEmpty)
            #expect(remedies.allSatisfy { $0["command"]?.stringValue?.hasPrefix("doctor check") != true })
        }
    }
}
