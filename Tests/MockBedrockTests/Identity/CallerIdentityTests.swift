import JSONText
import SigV4
import TestSupport
import Testing
import WireText

@testable import MockBedrock

/// The mock as AWS STS, for clients that ask who they are.
@Suite(.live, .timeLimit(.minutes(10)))
struct CallerIdentityTests {
    private func request(_ change: (inout TestRequest) -> Void = { _ in }) -> TestRequest {
        TestRequest {
            $0.target = "/"
            $0.service = "sts"
            $0.body = "Action=GetCallerIdentity&Version=2011-06-15"
            $0.headers = [
                HeaderField("Host", "127.0.0.1"),
                HeaderField("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"),
                HeaderField("Accept", "application/json"),
            ]
            change(&$0)
        }
    }

    @Test func `a right signature gets account, ARN and user id`() async throws {
        try await TestServer.with { _ in
        } _: { (test) async throws in
            let answer = try await test.send(request())
            #expect(answer.status == 200)
            let result = answer.json?["GetCallerIdentityResponse"]?["GetCallerIdentityResult"]
            #expect(result?["Account"]?.stringValue == "123456789012")
            #expect(result?["Arn"]?.stringValue == "arn:aws:iam::123456789012:user/example-user")
            #expect(result?["UserId"]?.stringValue?.hasPrefix("AIDA") == true)
        }
    }

    @Test func `a client of the query protocol gets XML`() async throws {
        try await TestServer.with { _ in
        } _: { (test) async throws in
            let answer = try await test.send(
                request { $0.headers.removeAll { $0.isNamed("accept") } })
            #expect(answer.status == 200)
            #expect(String(decoding: answer.body, as: UTF8.self).contains("<Account>123456789012</Account>"))
        }
    }

    @Test(arguments: [
        ("AKIAIOSFODNN7EXAMPLF", TestRequest.secret, "sts", "InvalidClientTokenId"),
        (TestRequest.key, "wrong", "sts", "SignatureDoesNotMatch"),
        (TestRequest.key, TestRequest.secret, "bedrock", "SignatureDoesNotMatch"),
    ])
    func `a wrong one is refused as STS refuses`(key: String, secret: String, service: String, code: String)
        async throws
    {
        try await TestServer.with { _ in
        } _: { (test) async throws in
            let answer = try await test.send(
                request {
                    $0.accessKeyID = key
                    $0.secretAccessKey = secret
                    $0.service = service
                })
            #expect(answer.status == 403)
            #expect(answer.json?["Error"]?["Code"]?.stringValue == code)
        }
    }

    @Test func `STS allows fifteen minutes, and a Converse call of that age is refused`() async throws {
        try await TestServer.with { _ in
        } _: { (test) async throws in
            let old = TestRequest.now.advanced(bySeconds: -600)
            #expect(try await test.send(request { $0.time = old }).status == 200)
            #expect(try await test.send(TestRequest { $0.time = old }).status == 403)
            let older = TestRequest.now.advanced(bySeconds: -901)
            let refused = try await test.send(request { $0.time = older })
            #expect(refused.json?["Error"]?["Message"]?.stringValue?.contains("Signature expired") == true)
        }
    }
}
