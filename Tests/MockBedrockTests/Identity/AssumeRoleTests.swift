import JSONText
import SigV4
import Synchronization
import TestSupport
import Testing
import WireText

@testable import MockBedrock

/// The mock as AWS STS, for clients that assume roles of several accounts.
@Suite(.live, .timeLimit(.minutes(10)))
struct AssumeRoleTests: ModelCalls {
    private static let role = "arn:aws:iam::444455556666:role/team/Probe"

    private func accounts(_ role: SimulatedRole) -> (home: SimulatedAccount, other: SimulatedAccount) {
        var other = account(ModelState())
        other.accountID = "444455556666"
        other.roles = [role]
        return (account(ModelState(access: .denied(PolicyDenial(policy: .explicitDeny)))), other)
    }

    private func withServer<Result: Sendable>(
        _ role: SimulatedRole = SimulatedRole(name: "team/Probe"),
        clock: @escaping @Sendable () -> SigningTime = { TestRequest.now },
        _ body: (TestServer) async throws -> Result
    ) async throws -> Result {
        let accounts = accounts(role)
        return try await TestServer.with {
            $0.account = accounts.home
            $0.otherAccounts = [accounts.other]
            $0.clock = clock
        } _: {
            try await body($0)
        }
    }

    private func request(
        _ parameters: [String: String] = [:], _ change: (inout TestRequest) -> Void = { _ in }
    ) -> TestRequest {
        let form = [
            "Action": "AssumeRole", "Version": "2011-06-15", "RoleArn": Self.role, "RoleSessionName": "me",
        ].merging(parameters) { $1 }
        return TestRequest {
            $0.target = "/"
            $0.service = "sts"
            $0.body = form.map { name, value in
                "\(name)=\(String(decoding: PercentCoding.encode(Array(value.utf8).span), as: UTF8.self))"
            }.sorted().joined(separator: "&")
            $0.headers = [
                HeaderField("Host", "127.0.0.1"),
                HeaderField("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"),
                HeaderField("Accept", "application/json"),
            ]
            change(&$0)
        }
    }

    private func assumed(_ test: TestServer, _ parameters: [String: String] = [:]) async throws -> JSONValue {
        let answer = try await test.send(request(parameters))
        #expect(answer.status == 200)
        return try #require(answer.json?["AssumeRoleResponse"]?["AssumeRoleResult"])
    }

    /// A request that is signed with what was handed out.
    private func signed(_ result: JSONValue, _ request: TestRequest = TestRequest()) throws -> TestRequest {
        var request = request
        let credentials = try #require(result["Credentials"])
        request.accessKeyID = try #require(credentials["AccessKeyId"]?.stringValue)
        request.secretAccessKey = try #require(credentials["SecretAccessKey"]?.stringValue)
        request.sessionToken = try #require(credentials["SessionToken"]?.stringValue)
        request.target = request.service == "sts" ? "/" : "/model/a.b-v1:0/converse"
        return request
    }

    private func code(_ answer: RawAnswer) -> String? { answer.json?["Error"]?["Code"]?.stringValue }

    @Test func `what is handed out is answered by the role's account, and the pair of the server by the first`()
        async throws
    {
        try await withServer { test in
            let result = try await assumed(test)
            #expect(
                result["AssumedRoleUser"]?["Arn"]?.stringValue
                    == "arn:aws:sts::444455556666:assumed-role/Probe/me")
            #expect(try await test.send(try signed(result)).status == 200)
            var own = TestRequest()
            own.target = "/model/a.b-v1:0/converse"
            #expect(try await test.send(own).status == 403)
            let identity = try await test.send(try signed(result, request(["Action": "GetCallerIdentity"])))
            let found = identity.json?["GetCallerIdentityResponse"]?["GetCallerIdentityResult"]
            #expect(found?["Account"]?.stringValue == "444455556666")
            #expect(found?["Arn"] == result["AssumedRoleUser"]?["Arn"])
        }
    }

    @Test(arguments: ["converse", "converse-stream", "count-tokens"])
    func `a denial and the log name the session of the role, and of the server's own pair the user`(
        operation: String
    ) async throws {
        var (home, other) = accounts(SimulatedRole(name: "team/Probe"))
        other.models = home.models
        home.principalARN = "arn:aws:iam::123456789012:user/me"
        other.principalARN = "arn:aws:iam::444455556666:user/nobody"
        try await TestServer.with {
            $0.account = home
            $0.otherAccounts = [other]
        } _: { test in
            var session = try signed(try await assumed(test))
            var own = TestRequest()
            (session.target, own.target) = ("/model/a.b-v1:0/\(operation)", "/model/a.b-v1:0/\(operation)")
            let callers = [
                (session, "444455556666", "arn:aws:sts::444455556666:assumed-role/Probe/me"),
                (own, "123456789012", "arn:aws:iam::123456789012:user/me"),
            ]
            for (request, account, arn) in callers {
                let answer = try await test.send(request)
                #expect(answer.status == 403)
                #expect(answer.json?["Message"]?.stringValue?.hasPrefix("User: \(arn) is not authorized") == true)
                let entry = try #require(test.log.last)
                #expect(entry.account == account)
                #expect(entry.principal == arn)
                #expect(entry.requestID == answer["x-amzn-RequestId"])
            }
            own.secretAccessKey = "wrong"
            _ = try await test.send(own)
            let refused = try #require(test.log.last)
            #expect(refused.account == nil && refused.principal == nil && refused.accessKeyID != nil)
        }
    }

    @Test func `each session has credentials of its own`() async throws {
        try await withServer { test in
            var seen: Set<String> = []
            for _ in 0..<5 {
                let result = try await assumed(test)
                for name in ["AccessKeyId", "SecretAccessKey", "SessionToken"] {
                    let value = try #require(result["Credentials"]?[name]?.stringValue)
                    #expect(seen.insert(value).inserted)
                }
            }
            #expect(seen.count == 15)
        }
    }

    @Test func `the token is wanted, and not after its hour`() async throws {
        let now = Mutex(TestRequest.now)
        try await withServer(clock: { now.withLock { $0 } }) { test in
            let result = try await assumed(test)
            let until = TestRequest.now.advanced(bySeconds: 3600)
            #expect(result["Credentials"]?["Expiration"]?.numberValue?.int64 == until.unixSeconds)
            var bare = try signed(result)
            bare.sessionToken = nil
            #expect(try await test.send(bare)["x-amzn-ErrorType"]?.hasPrefix("UnrecognizedClientException") == true)
            for (seconds, status) in [(3599, 200), (3600, 403)] as [(Int64, Int)] {
                let time = TestRequest.now.advanced(bySeconds: seconds)
                now.withLock { $0 = time }
                var call = try signed(result)
                call.time = time
                #expect(try await test.send(call).status == status)
            }
        }
    }

    @Test(arguments: [
        (["ExternalId": "right"], 200), ([:], 403), (["ExternalId": "wrong"], 403), (["ExternalId": "Right"], 403),
    ])
    func `an external id must be the one of the trust policy`(parameters: [String: String], status: Int) async throws {
        try await withServer(SimulatedRole(name: "team/Probe", trust: .init(externalID: "right"))) { test in
            let answer = try await test.send(request(parameters))
            #expect(answer.status == status)
            if status == 403 {
                #expect(code(answer) == "AccessDenied")
                #expect(
                    answer.json?["Error"]?["Message"]?.stringValue
                        == "User: arn:aws:iam::123456789012:user/example-user is not authorized to perform: sts:AssumeRole on resource: \(Self.role)"
                )
            }
        }
    }

    @Test func `a role that trusts an account is not got from another role`() async throws {
        let role = SimulatedRole(name: "team/Probe", trust: .init(principals: ["123456789012"]))
        try await withServer(role) { test in
            let chained = try await test.send(try signed(try await assumed(test), request()))
            #expect(chained.status == 403)
            #expect(code(chained) == "AccessDenied")
        }
    }

    @Test(arguments: [
        (["DurationSeconds": "899"], 400, "ValidationError"), (["DurationSeconds": "x"], 400, "MalformedInput"),
        (["DurationSeconds": "3601"], 400, "ValidationError"), (["RoleSessionName": "a"], 400, "ValidationError"),
        (["RoleSessionName": "a b"], 400, "ValidationError"),
        (["RoleArn": "arn:aws:iam::1:role/x"], 400, "ValidationError"),
        (["RoleArn": "arn:aws:iam::444455556666:role/Other"], 403, "AccessDenied"),
        (["RoleArn": "arn:aws:iam::000000000000:role/team/Probe"], 403, "AccessDenied"),
    ])
    func `what is wrong with a call is said as STS says it`(
        parameters: [String: String], status: Int, expected: String
    ) async throws {
        try await withServer { test in
            let answer = try await test.send(request(parameters))
            #expect(answer.status == status)
            #expect(code(answer) == expected)
        }
    }

    @Test(arguments: SimulatedRole.Refusal.Kind.allCases)
    func `a role fails as often as it shall`(kind: SimulatedRole.Refusal.Kind) async throws {
        let role = SimulatedRole(name: "team/Probe", refusal: .init(kind, times: 2))
        try await withServer(role) { test in
            var statuses: [Int] = []
            for _ in 0..<3 { statuses.append(try await test.send(request()).status) }
            #expect(statuses.prefix(2).allSatisfy { $0 >= 400 })
            #expect(statuses.last == 200)
        }
    }

    @Test func `a signature for Bedrock assumes no role, and nothing of the answer is in the log`() async throws {
        try await withServer { test in
            let refused = try await test.send(request { $0.service = "bedrock" })
            #expect(refused.status == 403)
            #expect(code(refused) == "SignatureDoesNotMatch")
            let credentials = try #require(try await assumed(test)["Credentials"])
            let log = test.log.all.map { "\($0) \(String(reflecting: $0))" }.joined()
            #expect(log.contains("assumed-role/Probe/me"))
            for name in ["SecretAccessKey", "SessionToken"] {
                let secret = try #require(credentials[name]?.stringValue)
                #expect(!log.contains(secret))
            }
        }
    }

    @Test func `who observes sees no credentials that are handed out`() async throws {
        let bodies = Mutex<[UInt8]>([])
        let accounts = accounts(SimulatedRole(name: "team/Probe"))
        try await TestServer.with {
            $0.otherAccounts = [accounts.other]
            $0.observe = { observation in bodies.withLock { $0 += observation.responseBody } }
        } _: { (test) async throws in
            let secret = try #require(try await assumed(test)["Credentials"]?["SecretAccessKey"]?.stringValue)
            #expect(!String(decoding: bodies.withLock { $0 }, as: UTF8.self).contains(secret))
        }
    }
}
