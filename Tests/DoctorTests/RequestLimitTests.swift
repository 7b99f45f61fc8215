import JSONText
import Report
import TestSupport
import Testing

/// `--max-requests` is a cap wherever requests are sent.
@Suite(.live, .timeLimit(.minutes(2)))
struct RequestLimitTests {
    private static let pair = [
        "AWS_ACCESS_KEY_ID": "AKIAQ2WERTYUIOPASDFG", "AWS_SECRET_ACCESS_KEY": Secrets.secret,
    ]

    @Test(arguments: [
        (["check", "--identity"], 1, 2), (["check", "--identity"], 3, 2), (["check", "--identity"], 4, 0),
        (["clock", "--samples", "8"], 2, 0), (["clock", "--samples", "8"], 1, 2),
        (["models", "--identity", "--regions", "us-east-1,us-west-2", "--models", "amazon.nova-micro-v1:0"], 2, 0),
        (["record", "--check", "\(DoctorProcess.checkout)/recordings/errors-access.json"], 3, nil),
    ])
    func `no more requests arrive than it says`(arguments: [String], limit: Int, status: Int32?) async throws {
        let accepted = [
            "--region", "us-east-1,us-west-2", "--access-key-id", "AKIAQ2WERTYUIOPASDFG", "--secret-access-key",
            Secrets.secret,
        ]
        let server = try await DoctorProcess.serving(accepted) { endpoint in
            let result = try await DoctorProcess.run(
                arguments + ["--endpoint-url", endpoint, "--max-requests", "\(limit)", "--format", "json"],
                environment: Self.pair)
            if let status { #expect(result.status == status, "\(result.everything)") }
            let said = try JSONValue(parsing: result.output).text(.compact)
            #expect(said.contains("--max-requests") || limit == 4)
        }
        #expect(server.errors.contains("\(limit) request\(limit == 1 ? "" : "s") on "), "\(server.errors)")
    }
}
