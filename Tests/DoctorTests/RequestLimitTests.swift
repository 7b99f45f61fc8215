import Diagnosis
import JSONText
import Report
import TestSupport
import Testing

@testable import doctor

/// `--max-requests` is a cap wherever requests are sent.
@Suite(.live, .timeLimit(.minutes(10)))
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

/// `--max-tokens` is a cap too: before the run by what the plan can use, and in it by what the service counts.
@Suite(.live, .timeLimit(.minutes(10)))
struct TokenLimitTests {
    private static let pair = [
        "AWS_ACCESS_KEY_ID": "AKIAQ2WERTYUIOPASDFG", "AWS_SECRET_ACCESS_KEY": Secrets.secret,
    ]

    private static let accepted = [
        "--region", "us-east-1", "--access-key-id", "AKIAQ2WERTYUIOPASDFG", "--secret-access-key", Secrets.secret,
    ]

    @Test(
        arguments: [
            (["models", "--models", "amazon.nova-micro-v1:0,a.b"], 31, 64),
            (["models", "--models", "amazon.nova-micro-v1:0,a.b"], 32, 1),
            (["check"], 15, 64), (["check"], 16, 0), (["clock"], 1, 0),
            (["models", "--probe", "availability", "--models", "amazon.nova-micro-v1:0"], 1, 2),
            (["record", "--check", "\(DoctorProcess.checkout)/recordings/errors-access.json"], 10, 64),
        ] as [([String], Int, Int32)])
    func `a plan that can use more is refused before anything is sent`(arguments: [String], limit: Int, status: Int32)
        async throws
    {
        let server = try await DoctorProcess.serving(Self.accepted) { endpoint in
            let result = try await DoctorProcess.run(
                arguments + ["--endpoint-url", endpoint, "--max-tokens", "\(limit)"],
                environment: Self.pair.merging(["AWS_REGION": "us-east-1"]) { $1 })
            #expect(result.status == status, "\(result.everything)")
            if status == 64 { #expect(result.errors.contains("--max-tokens \(limit): "), "\(result.errors)") }
        }
        #expect((status == 64) == server.errors.contains("0 requests on "), "\(server.errors)")
    }

    @Test func `a service that counts more than was expected ends the run`() async throws {
        let folder = try TemporaryFolder()
        let answer = """
            {"output": {"message": {"role": "assistant", "content": [{"text": "x"}]}}, "stopReason": "max_tokens", \
            "usage": {"inputTokens": 400, "outputTokens": 1, "totalTokens": 401}, "metrics": {"latencyMs": 1}}
            """
        let body =
            #"{"messages": [{"role": "user", "content": [{"text": "ping"}]}], "inferenceConfig": {"maxTokens": 1}}"#
        let exchanges = ["test.a", "test.b", "test.c"].map { model in
            """
            {"request": {"method": "POST", "target": "/model/\(model)/converse", \
            "host": "bedrock-runtime.us-east-1.amazonaws.com", "headers": [], "body": {"json": \(body)}}, \
            "response": {"status": 200, "headers": [{"name": "Content-Type", "value": "application/json"}], "body": {"json": \(answer)}}}
            """
        }
        let file = try folder.write(
            """
            {"schema": "converse-recording/1", "name": "usage", "source": {"kind": "authored", "tool": "test", \
            "version": "1", "date": "2026-11-29"}, "exchanges": [\(exchanges.joined(separator: ", "))]}
            """, to: "usage.json")
        let server = try await DoctorProcess.serving(Self.accepted + ["--recordings", file]) { endpoint in
            let result = try await DoctorProcess.run(
                [
                    "models", "--models", "test.a,test.b,test.c", "--regions", "us-east-1", "--concurrency", "1",
                    "--max-tokens", "48", "--endpoint-url", endpoint, "--format", "json",
                ], environment: Self.pair)
            let report = try JSONValue(parsing: result.output)
            let cells = try #require(report["models"]?.arrayValue)
            #expect(
                cells.map { $0["verdict"]?.stringValue } == ["accessible", "inconclusive", "inconclusive"],
                "\(result.errors)")
            #expect(cells.last?["code"]?.stringValue == "token-limit-reached")
            #expect(report["notes"]?.text(.compact).contains("--max-tokens 48 was reached: 2 of 3") == true)
        }
        #expect(server.errors.contains("1 request on "), "\(server.errors)")
    }
}

/// The counting of one run's limits.
@Suite struct RequestLimitCountTests {
    @Test func `what can be used is set aside, and what was not used comes back`() {
        let limit = RequestLimit(nil, tokens: 40)
        #expect(limit.take(tokens: 16) == nil)
        #expect(limit.take(tokens: 16) == nil)
        #expect(limit.take(tokens: 16) == .tokens(40))
        limit.settle(reserved: 16, used: 0)
        #expect(limit.take(tokens: 16) == nil)
        limit.settle(reserved: 16, used: 100)
        #expect(limit.take(tokens: 16) == .tokens(40))
        // What uses no tokens is asked all the same.
        #expect(limit.take())
    }

    @Test func `requests and tokens are two limits`() {
        let limit = RequestLimit(2, tokens: 1000)
        #expect(limit.take(tokens: 16) == nil)
        #expect(limit.take(tokens: 16) == nil)
        #expect(limit.take(tokens: 16) == .requests(2))
        #expect(limit.note?.contains("--max-requests 2") == true)
    }
}
