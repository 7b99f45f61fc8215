import JSONText
import MockBedrock
import SigV4
import TestSupport
import Testing

/// Each state of a model answers with the service's status, type, key and text.
@Suite(.live, .timeLimit(.minutes(1)))
struct ModelStateTests {
    private static let principal = "arn:aws:iam::123456789012:user/example-user"

    /// An account with one model in `us-east-1` and three profiles that lead to it.
    private func account(
        _ state: ModelState, features: Set<SimulatedModel.Feature> = Set(SimulatedModel.Feature.allCases),
        endOfLife: String? = nil, quotas: SimulatedAccount.Quotas = .init()
    ) -> SimulatedAccount {
        func profile(_ id: String, _ kind: SimulatedProfile.Kind = .systemDefined) -> SimulatedProfile {
            SimulatedProfile(
                id: id, name: id, kind: kind, modelID: "a.b-v1:0", sources: ["us-east-1"],
                destinations: ["us-east-1", "us-east-2"])
        }
        return SimulatedAccount(
            regions: ["us-east-1", "eu-west-1"],
            models: [
                SimulatedModel(
                    id: "a.b-v1:0", name: "B", provider: "A", contextTokens: 1000, maxOutputTokens: 50,
                    features: features, lifecycle: .init(endOfLife: endOfLife.flatMap { CalendarDay($0) }),
                    regions: ["us-east-1": state]),
                SimulatedModel(
                    id: "a.elsewhere", name: "C", provider: "A", contextTokens: 1, maxOutputTokens: 1,
                    regions: ["eu-west-1": ModelState()]),
            ],
            profiles: [
                profile("us.a.b-v1:0"), profile("global.a.b-v1:0"), profile("abcdefghij12", .application),
            ],
            quotas: quotas)
    }

    private func call(
        _ account: SimulatedAccount, model: String = "a.b-v1:0", operation: String = "converse", body: String? = nil
    ) async throws -> RawAnswer {
        try await TestServer.with {
            $0.account = account
        } _: { (test) async throws in
            try await test.send(
                TestRequest {
                    $0.target = "/model/\(model.replacing("/", with: "%2F"))/\(operation)"
                    if let body { $0.body = body }
                })
        }
    }

    /// Checks an error of the service itself.
    private func expect(
        _ answer: RawAnswer, _ status: Int, _ type: String, _ message: String, finding: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(answer.status == status, sourceLocation: sourceLocation)
        #expect(
            answer["x-amzn-ErrorType"] == "\(type):http://internal.amazon.com/coral/com.amazon.bedrock/",
            sourceLocation: sourceLocation)
        #expect(answer.json == .object(["message": .string(message)]), sourceLocation: sourceLocation)
        #expect(answer.findings == [finding], sourceLocation: sourceLocation)
    }

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
            "ValidationException", "The provided model identifier is invalid.", finding: "model-id-invalid")
    }

    @Test func `a model of another region`() async throws {
        expect(
            try await call(account(ModelState()), model: "a.elsewhere"), 404, "ResourceNotFoundException",
            "Could not resolve the foundation model from the provided model identifier.",
            finding: "model-not-in-region")
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
        #expect(answer.findings == ["cross-account-denied"])
    }

    @Test func `a model that needs a profile`() async throws {
        let account = account(ModelState(route: .profileOnly))
        expect(
            try await call(account), 400, "ValidationException",
            "Invocation of model ID a.b-v1:0 with on-demand throughput isn’t supported. "
                + "Retry your request with the ID or ARN of an inference profile that contains this model.",
            finding: "on-demand-unsupported-needs-inference-profile")
        #expect(try await call(account, model: "us.a.b-v1:0").status == 200)
    }

    @Test(arguments: ["2026-11-22", "2020-01-01"])
    func `a model past its end of life, by the simulated clock`(day: String) async throws {
        expect(
            try await call(account(ModelState(), endOfLife: day)), 404, "ResourceNotFoundException",
            "This model version has reached the end of its life. "
                + "Please refer to the AWS documentation for more details.", finding: "model-end-of-life")
    }

    @Test func `a model before its end of life`() async throws {
        #expect(try await call(account(ModelState(), endOfLife: "2026-11-23")).status == 200)
    }

    @Test(arguments: [
        (
            AccessGate.agreement, 403, "AccessDeniedException",
            "You don't have access to the model with the specified model ID.", "model-access-not-granted"
        ),
        (
            .useCaseForm, 404, "ResourceNotFoundException",
            "Model use case details have not been submitted for this account. Fill out the Anthropic use case details "
                + "form before using the model. If you have already filled out the form, try again in 15 minutes.",
            "use-case-form-missing"
        ),
        (
            .payment, 403, "AccessDeniedException",
            "Model access is denied due to INVALID_PAYMENT_INSTRUMENT:A valid payment instrument must be provided.. "
                + "Your AWS Marketplace subscription for this model cannot be completed at this time. If you recently "
                + "fixed this issue, try again after 2 minutes.", "marketplace-payment"
        ),
        (
            .account, 403, "AccessDeniedException",
            "a.b-v1:0 is not available for this account. You can explore other available models on Amazon Bedrock. "
                + "For additional access options, contact AWS Sales at "
                + "https://aws.amazon.com/contact-us/sales-support/", "account-not-allowed"
        ),
    ])
    func `each gate`(gate: AccessGate, status: Int, type: String, message: String, finding: String) async throws {
        expect(
            try await call(account(ModelState(access: .gated(gate)))), status, type, message, finding: finding)
    }

    @Test func `the marketplace gate names the two actions`() async throws {
        let answer = try await call(account(ModelState(access: .gated(.marketplace))))
        #expect(answer.status == 403)
        #expect(
            answer.message?.contains("(aws-marketplace:ViewSubscriptions, aws-marketplace:Subscribe)") == true)
    }

    @Test(arguments: [
        (
            PolicyDenial(policy: .identityPolicy), "a.b-v1:0", "us-east-1::foundation-model/a.b-v1:0",
            "because no identity-based policy allows the bedrock:InvokeModel action", "iam-denied"
        ),
        (
            PolicyDenial(policy: .explicitDeny), "us.a.b-v1:0",
            "us-east-1:123456789012:inference-profile/us.a.b-v1:0",
            "with an explicit deny in an identity-based policy", "explicit-deny"
        ),
        (
            PolicyDenial(policy: .serviceControlPolicy, policyARN: "arn:aws:organizations::1:policy/x"),
            "us.a.b-v1:0", "us-east-2::foundation-model/a.b-v1:0",
            "with an explicit deny in a service control policy: arn:aws:organizations::1:policy/x", "scp-denied"
        ),
        (
            PolicyDenial(policy: .serviceControlPolicy), "global.a.b-v1:0", "::foundation-model/a.b-v1:0",
            "with an explicit deny in a service control policy", "scp-denied"
        ),
        (
            PolicyDenial(policy: .permissionsBoundary), "a.b-v1:0", "us-east-1::foundation-model/a.b-v1:0",
            "because no permissions boundary allows the bedrock:InvokeModel action", "permissions-boundary-denied"
        ),
        (
            PolicyDenial(policy: .vpcEndpointPolicy), "a.b-v1:0", "us-east-1::foundation-model/a.b-v1:0",
            "because no VPC endpoint policy allows the bedrock:InvokeModel action", "vpc-endpoint-policy-denied"
        ),
        (
            PolicyDenial(policy: .sessionPolicy), "a.b-v1:0", "us-east-1::foundation-model/a.b-v1:0",
            "because no session policy allows the bedrock:InvokeModel action", "session-policy-denied"
        ),
    ])
    func `each denial names the resource on its way, and the policy`(
        denial: PolicyDenial, model: String, resource: String, reason: String, finding: String
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

    @Test(arguments: [
        (Throttling.Limit.requests, "Too many requests, please wait before trying again.", "throttled"),
        (.tokens, "Too many tokens, please wait before trying again.", "throttled"),
        (.tokensPerDay, "Too many tokens per day, please wait before trying again.", "quota-daily-tokens"),
    ])
    func `each throttle`(limit: Throttling.Limit, message: String, finding: String) async throws {
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
            finding: "legacy-model-locked")
    }

    @Test(arguments: [
        (
            "{}",
            "1 validation error detected: Value null at 'messages' failed to satisfy constraint: Member must not be null"
        ),
        (
            #"{"messages":[]}"#,
            "A conversation must start with a user message. Try again with a conversation that starts with a user message."
        ),
        (
            #"{"messages":[{"role":"assistant","content":[{"text":"x"}]}]}"#,
            "A conversation must start with a user message. Try again with a conversation that starts with a user message."
        ),
        (
            #"{"messages":[{"role":"system","content":[{"text":"x"}]}]}"#,
            "1 validation error detected: Value 'system' at 'messages.1.member.role' failed to satisfy constraint: "
                + "Member must satisfy enum value set: [user, assistant]"
        ),
        (
            #"{"messages":[{"role":"user","content":[]}]}"#,
            "The content field in the Message object at messages.0 is empty. "
                + "Add a ContentBlock object to the content field and try again."
        ),
        (
            #"{"messages":[{"role":"user","content":[{"text":"a"},{"text":" \n"}]}]}"#,
            "The text field in the ContentBlock object at messages.0.content.1 is blank. "
                + "Add text to the text field, and try again."
        ),
        (
            #"{"messages":[{"role":"user","content":[{"text":"a"}]}],"inferenceConfig":{"maxTokens":0}}"#,
            "1 validation error detected: Value '0' at 'inferenceConfig.maxTokens' failed to satisfy constraint: "
                + "Member must have value greater than or equal to 1"
        ),
        (
            #"{"messages":[{"role":"user","content":[{"text":"a"}]}],"inferenceConfig":{"maxTokens":51}}"#,
            "The maximum tokens you requested exceeds the model limit of 50. "
                + "Try again with a maximum tokens value that is lower than 50."
        ),
    ])
    func `a request that Converse does not take`(body: String, message: String) async throws {
        let answer = try await call(account(ModelState()), body: body)
        #expect(answer.status == 400)
        #expect(answer.errorType == "ValidationException")
        #expect(answer.message == message)
    }

    @Test(arguments: ["", "{", "[]", "\"text\"", #"{"messages":{}}"#, #"{"messages":[],"messages":[]}"#])
    func `a body that is no request`(body: String) async throws {
        let answer = try await call(account(ModelState()), body: body)
        #expect(answer.status == 400)
        #expect(answer.errorType == "SerializationException")
    }

    @Test(arguments: [
        (
            #""system":[{"text":"be brief"}]"#, 400,
            "This model doesn't support system messages. Try again without a system message or use a model that supports system messages."
        ),
        (#""toolConfig":{"tools":[]}"#, 400, "This model doesn't support tool use."),
        (
            #""inferenceConfig":{"temperature":0}"#, 400,
            "The model returned the following errors: `temperature` is deprecated for this model."
        ),
        (
            #""inferenceConfig":{"topP":1}"#, 400,
            "The model returned the following errors: `top_p` is deprecated for this model."
        ),
    ])
    func `a member that the model does not take`(member: String, status: Int, message: String) async throws {
        let body = #"{"messages":[{"role":"user","content":[{"text":"a"}]}],"# + member + "}"
        let answer = try await call(account(ModelState(), features: []), body: body)
        #expect(answer.status == status)
        #expect(answer.message == message)
        #expect(try await call(account(ModelState()), body: body).status == 200)
    }

    @Test(arguments: [
        #"{"messages":[{"role":"user","content":[{"text":"a"},{"cachePoint":{"type":"default"}}]}]}"#,
        #"{"messages":[{"role":"user","content":[{"text":"a"}]}],"system":[{"cachePoint":{"type":"default"}}]}"#,
    ])
    func `a cache point that the model does not take looks like a lack of access`(body: String) async throws {
        let answer = try await call(account(ModelState(), features: [.system]), body: body)
        expect(
            answer, 403, "AccessDeniedException",
            "You invoked an unsupported model or your request did not allow prompt caching.",
            finding: "validation-cache-unsupported")
    }

    @Test func `a prompt that is too long`() async throws {
        let text = String(repeating: "word ", count: 2000)
        let answer = try await call(
            account(ModelState()), body: #"{"messages":[{"role":"user","content":[{"text":"\#(text)"}]}]}"#)
        #expect(answer.status == 400)
        #expect(answer.message?.hasSuffix(" tokens > 1000 maximum") == true)
    }

    @Test(arguments: ["invoke", "invoke-with-response-stream"])
    func `what is not played is refused under a name of our own`(operation: String) async throws {
        let answer = try await call(account(ModelState()), operation: operation)
        #expect(answer.status == 404)
        #expect(answer["x-amzn-ErrorType"] == "DoctorNoMatchException:mock")
    }

    @Test func `a stream brings the same answer in events`() async throws {
        let body = #"{"messages":[{"role":"user","content":[{"text":"ping"}]}]}"#
        let whole = try await call(account(ModelState()), body: body).json
        let answer = try await call(account(ModelState()), operation: "converse-stream", body: body)
        #expect(answer.status == 200)
        #expect(answer["Content-Type"] == "application/vnd.amazon.eventstream")
        let payloads = framePayloads(answer.body)
        #expect(payloads.first == ["role": "assistant"])
        let text = payloads.compactMap { $0["delta"]?["text"]?.stringValue }.joined()
        #expect(text == whole?["output"]?["message"]?["content"]?[0]?["text"]?.stringValue)
        #expect(Array(payloads.suffix(3).dropLast()) == [["contentBlockIndex": 0], ["stopReason": "end_turn"]])
        #expect(payloads.last?["usage"] == whole?["usage"])
    }

    /// The payloads of frames, by their lengths alone: total, headers, CRC, headers, payload, CRC.
    private func framePayloads(_ bytes: [UInt8]) -> [JSONValue] {
        func number(_ at: Int) -> Int { bytes[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) } }
        var payloads: [JSONValue] = []
        var start = 0
        while start + 16 <= bytes.count {
            let end = start + number(start)
            let payload = bytes[(start + 12 + number(start + 4))..<(end - 4)]
            if let value = try? JSONValue(parsing: Array(payload)) { payloads.append(value) }
            start = end
        }
        return payloads
    }

    @Test func `a model that does not stream says so`() async throws {
        let answer = try await call(account(ModelState(), features: []), operation: "converse-stream")
        #expect(answer.status == 400)
        #expect(answer.findings == ["validation-converse-unsupported"])
    }

    @Test func `what stands in the way of a stream is said as for Converse`() async throws {
        let answer = try await call(
            account(ModelState(access: .denied(PolicyDenial(policy: .identityPolicy)))), operation: "converse-stream")
        #expect(answer.message?.contains("bedrock:InvokeModelWithResponseStream") == true)
    }
}
