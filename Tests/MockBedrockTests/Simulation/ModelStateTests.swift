import Codes
import JSONText
import MockBedrock
import SigV4
import TestSupport
import Testing

/// Each state of a model answers with the service's status, type, key and text.
@Suite(.live, .timeLimit(.minutes(10)))
struct ModelStateTests: ModelCalls {
    private static let principal = "arn:aws:iam::123456789012:user/example-user"

    @Test(arguments: [
        "a.b-v1:0", "us.a.b-v1:0", "global.a.b-v1:0", "arn:aws:bedrock:us-east-1::foundation-model/a.b-v1:0",
        "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.a.b-v1:0",
        "arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abcdefghij12",
    ])
    func `each name of an accessible model is answered`(model: String) async throws {
        #expect(try await call(account(ModelState()), model: model).status == 200)
    }

    @Test func `an answer has the shape of the service's`() async throws {
        let answer = try await call(
            account(ModelState()), body: #"{"messages":[{"role":"user","content":[{"text":"ping"}]}]}"#)
        #expect(answer.json?["output"]?["message"]?["role"] == "assistant")
        #expect(answer.json?["output"]?["message"]?["content"]?[0]?["text"]?.stringValue?.isEmpty == false)
        #expect(answer.json?["stopReason"] == "end_turn")
        let usage = try #require(answer.json?["usage"])
        let counts = ["inputTokens", "outputTokens", "totalTokens"].map { usage[$0]?.numberValue?.int64 ?? 0 }
        #expect(counts[0] > 0 && counts[1] > 0 && counts[0] + counts[1] == counts[2])
        #expect(answer.json?["metrics"]?["latencyMs"]?.numberValue?.int64 ?? 0 > 0)
    }

    @Test(arguments: [
        "a.b", "a.b-v1", "eu.a.b-v1:0", "a b", "anthropic/claude",
        "arn:aws:bedrock:us-east-1::inference-profile/us.a.b-v1:0",
        "arn:aws:bedrock:eu-west-1:123456789012:inference-profile/us.a.b-v1:0",
        "arn:aws:bedrock:us-east-1:123456789012:inference-profile/eu.a.b-v1:0", "arn:aws:s3:::x", "abcdefghij12",
    ])
    func `a name that leads nowhere`(model: String) async throws {
        expect(
            try await call(account(ModelState()), model: model.replacing(" ", with: "%20")), 400,
            "ValidationException", "The provided model identifier is invalid.", finding: .modelIDInvalid)
    }

    @Test func `a model of another region`() async throws {
        expect(
            try await call(account(ModelState()), model: "a.elsewhere"), 404, "ResourceNotFoundException",
            "Could not resolve the foundation model from the provided model identifier.",
            finding: .modelNotInRegion)
    }

    @Test func `a profile of another account`() async throws {
        let arn = "arn:aws:bedrock:us-east-1:999999999999:inference-profile/us.a.b-v1:0"
        let answer = try await call(account(ModelState()), model: arn)
        #expect(answer.status == 403)
        #expect(
            answer.json?["Message"]
                == .string(
                    "User: \(Self.principal) is not authorized to perform: bedrock:InvokeModel on resource: \(arn) "
                        + "because no resource-based policy allows the bedrock:InvokeModel action"))
        #expect(answer.findings == [.crossAccountDenied])
    }

    @Test func `a model that needs a profile`() async throws {
        let account = account(ModelState(route: .profileOnly))
        expect(
            try await call(account), 400, "ValidationException",
            "Invocation of model ID a.b-v1:0 with on-demand throughput isn’t supported. "
                + "Retry your request with the ID or ARN of an inference profile that contains this model.",
            finding: .onDemandUnsupportedNeedsInferenceProfile)
        #expect(try await call(account, model: "us.a.b-v1:0").status == 200)
    }

    @Test(arguments: ["2026-11-22", "2020-01-01"])
    func `a model past its end of life, by the simulated clock`(day: String) async throws {
        expect(
            try await call(account(ModelState(), endOfLife: day)), 404, "ResourceNotFoundException",
            "This model version has reached the end of its life. "
                + "Please refer to the AWS documentation for more details.", finding: .modelEndOfLife)
    }

    @Test func `a model before its end of life`() async throws {
        #expect(try await call(account(ModelState(), endOfLife: "2026-11-23")).status == 200)
    }

    @Test(
        arguments: [
            (
                AccessGate.agreement, 403, "AccessDeniedException",
                "You don't have access to the model with the specified model ID.", .modelAccessNotGranted
            ),
            (
                .useCaseForm, 404, "ResourceNotFoundException",
                "Model use case details have not been submitted for this account. Fill out the Anthropic use case details "
                    + "form before using the model. If you have already filled out the form, try again in 15 minutes.",
                .useCaseFormMissing
            ),
            (
                .payment, 403, "AccessDeniedException",
                "Model access is denied due to INVALID_PAYMENT_INSTRUMENT:A valid payment instrument must be provided.. "
                    + "Your AWS Marketplace subscription for this model cannot be completed at this time. If you recently "
                    + "fixed this issue, try again after 2 minutes.", .marketplacePayment
            ),
            (
                .account, 403, "AccessDeniedException",
                "a.b-v1:0 is not available for this account. You can explore other available models on Amazon Bedrock. "
                    + "For additional access options, contact AWS Sales at "
                    + "https://aws.amazon.com/contact-us/sales-support/", .accountNotAllowed
            ),
        ] as [(AccessGate, Int, String, String, FindingCode)])
    func `each gate`(gate: AccessGate, status: Int, type: String, message: String, finding: FindingCode) async throws {
        expect(
            try await call(account(ModelState(access: .gated(gate)))), status, type, message, finding: finding)
    }

    @Test func `the marketplace gate names the two actions`() async throws {
        let answer = try await call(account(ModelState(access: .gated(.marketplace))))
        #expect(answer.status == 403)
        #expect(
            answer.message?.contains("(aws-marketplace:ViewSubscriptions, aws-marketplace:Subscribe)") == true)
    }

    @Test(
        arguments: [
            (
                PolicyDenial(policy: .identityPolicy), "a.b-v1:0", "us-east-1::foundation-model/a.b-v1:0",
                "because no identity-based policy allows the bedrock:InvokeModel action", .iamDenied
            ),
            (
                PolicyDenial(policy: .explicitDeny), "us.a.b-v1:0",
                "us-east-1:123456789012:inference-profile/us.a.b-v1:0",
                "with an explicit deny in an identity-based policy", .explicitDeny
            ),
            (
                PolicyDenial(policy: .serviceControlPolicy, policyARN: "arn:aws:organizations::1:policy/x"),
                "us.a.b-v1:0", "us-east-2::foundation-model/a.b-v1:0",
                "with an explicit deny in a service control policy: arn:aws:organizations::1:policy/x", .scpDenied
            ),
            (
                PolicyDenial(policy: .serviceControlPolicy), "global.a.b-v1:0", "::foundation-model/a.b-v1:0",
                "with an explicit deny in a service control policy", .scpDenied
            ),
            (
                PolicyDenial(policy: .permissionsBoundary), "a.b-v1:0", "us-east-1::foundation-model/a.b-v1:0",
                "because no permissions boundary allows the bedrock:InvokeModel action", .permissionsBoundaryDenied
            ),
            (
                PolicyDenial(policy: .vpcEndpointPolicy), "a.b-v1:0", "us-east-1::foundation-model/a.b-v1:0",
                "because no VPC endpoint policy allows the bedrock:InvokeModel action", .vpcEndpointPolicyDenied
            ),
            (
                PolicyDenial(policy: .sessionPolicy), "a.b-v1:0", "us-east-1::foundation-model/a.b-v1:0",
                "because no session policy allows the bedrock:InvokeModel action", .sessionPolicyDenied
            ),
        ] as [(PolicyDenial, String, String, String, FindingCode)])
    func `each denial names the resource on its way, and the policy`(
        denial: PolicyDenial, model: String, resource: String, reason: String, finding: FindingCode
    ) async throws {
        let answer = try await call(account(ModelState(access: .denied(denial))), model: model)
        #expect(answer.status == 403)
        #expect(
            answer["x-amzn-ErrorType"]
                == "AccessDeniedException:http://internal.amazon.com/coral/com.amazon.coral.service/")
        #expect(
            answer.json
                == .object([
                    "Message": .string(
                        "User: \(Self.principal) is not authorized to perform: bedrock:InvokeModel "
                            + "on resource: arn:aws:bedrock:\(resource) \(reason)")
                ]))
        #expect(answer.findings == [finding])
    }

    @Test(
        arguments: [
            (Throttling.Limit.requests, "Too many requests, please wait before trying again.", .throttled),
            (.tokens, "Too many tokens, please wait before trying again.", .throttled),
            (.tokensPerDay, "Too many tokens per day, please wait before trying again.", .quotaDailyTokens),
        ] as [(Throttling.Limit, String, FindingCode)])
    func `each throttle`(limit: Throttling.Limit, message: String, finding: FindingCode) async throws {
        expect(
            try await call(account(ModelState(access: .throttled(Throttling(limit: limit))))), 429,
            "ThrottlingException", message, finding: finding)
    }

    @Test func `a throttle that ends`() async throws {
        let account = account(ModelState(access: .throttled(Throttling(times: 2))))
        try await TestServer.with {
            $0.account = account
        } _: { (test) async throws in
            var statuses: [Int] = []
            for _ in 0..<4 {
                statuses.append(try await test.send(TestRequest { $0.target = "/model/a.b-v1:0/converse" }).status)
            }
            #expect(statuses == [429, 429, 200, 200])
        }
    }

    @Test func `quotas hold for a simulated minute and day`() async throws {
        let clock = SettableClock(TestRequest.now)
        let account = account(ModelState(), quotas: .init(requestsPerMinute: 2, tokensPerDay: 20))
        try await TestServer.with {
            $0.account = account
            $0.clock = { clock.now }
        } _: { (test) async throws in
            func status(after seconds: Int64) async throws -> String {
                clock.advance(by: seconds)
                let answer = try await test.send(
                    TestRequest {
                        $0.target = "/model/a.b-v1:0/converse"
                        $0.time = clock.now
                    })
                return answer.status == 200 ? "200" : answer.message ?? ""
            }
            let minute = "Too many requests, please wait before trying again."
            let day = "Too many tokens per day, please wait before trying again."
            // Each call uses six tokens.
            #expect(try await status(after: 0) == "200")
            #expect(try await status(after: 1) == "200")
            #expect(try await status(after: 1) == minute)
            #expect(try await status(after: 60) == "200")
            #expect(try await status(after: 60) == "200")
            #expect(try await status(after: 60) == day)
            #expect(try await status(after: 86_400) == "200")
        }
    }

    @Test func `a legacy model that was not used lately`() async throws {
        expect(
            try await call(account(ModelState(access: .legacyLocked))), 404, "ResourceNotFoundException",
            "Access denied. This Model is marked by provider as Legacy and you have not been actively using the model "
                + "in the last 15 days. Please upgrade to an active model on Amazon Bedrock",
            finding: .legacyModelLocked)
    }

    @Test(arguments: ["invoke", "invoke-with-response-stream"])
    func `what is not played is refused under a name of our own`(operation: String) async throws {
        let answer = try await call(account(ModelState()), operation: operation)
        #expect(answer.status == 404)
        #expect(answer["x-amzn-ErrorType"] == "DoctorNoMatchException:mock")
    }
}
