import MockBedrock
import SigV4
import TestSupport
import Testing

/// Who only looks whether the server answers has not called it.
@Suite(.live) struct ReachabilityProbeTests {
    private func verdict(_ head: String, body: String = "") async throws -> MockLogEntry.Verdict? {
        try await TestServer.with {
            $0.strict = .on
        } _: { (test) async throws in
            let length = body.isEmpty ? "" : "Content-Length: \(body.utf8.count)\r\n"
            let answer = try await test.exchange(
                Array("\(head) HTTP/1.1\r\nHost: 127.0.0.1\r\n\(length)\r\n\(body)".utf8),
                method: String(head.prefix { $0 != " " }))
            #expect(answer.status == 403)
            #expect(answer["x-amzn-RequestId"] != nil)
            let summary = test.server.summary()
            let isProbe = test.log.last?.verdict == .probed
            #expect(summary.failed == !isProbe)
            #expect(summary.calls == (isProbe ? 0 : 1))
            #expect(summary.description.contains("1 unsigned probe of the server itself") == isProbe)
            return test.log.last?.verdict
        }
    }

    @Test(arguments: ["GET /", "HEAD /", "GET /?x=1", "GET /health", "HEAD /bedrock/healthz/", "GET /Ping"])
    func `an unsigned look is answered as at Bedrock, and is no refused call`(head: String) async throws {
        #expect(try await verdict(head) == .probed)
    }

    @Test(arguments: [
        "GET /foundation-models", "HEAD /inference-profiles/health", "POST /", "POST /health", "DELETE /health",
        "GET /model/health/converse", "GET /guardrails", "GET /?X-Amz-Signature=00", "GET /health?X-Amz-Credential=a",
        "GET /\u{25}2Fmodel",
    ])
    func `a call that nobody signed is refused`(head: String) async throws {
        #expect(try await verdict(head) == .refused)
    }

    @Test(arguments: ["Authorization: AWS4-HMAC-SHA256 Credential=a", "Authorization: Bearer ABSKx", "Authorization:"])
    func `a wrong signature is one wherever it goes`(field: String) async throws {
        #expect(try await verdict("GET / HTTP/1.1\r\n\(field)\r\nX-Rest: a") == .refused)
    }

    @Test func `one with a body is a call`() async throws {
        #expect(try await verdict("GET /", body: "{}") == .refused)
    }
}
