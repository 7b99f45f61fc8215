import Codes
import JSONText
import MockBedrock
import SigV4
import TestSupport
import Testing

/// The control plane's reads have the shape of its service model and show the account as it is.
@Suite(.live, .timeLimit(.minutes(10)))
struct ControlPlaneTests {
    private func get(_ target: String, region: String = "us-east-1") async throws -> RawAnswer {
        try await TestServer.with {
            $0.regions = [region]
        } _: { (test) async throws in
            try await test.send(.get(target) { $0.region = region })
        }
    }

    private func ids(_ target: String, region: String = "us-east-1") async throws -> [String] {
        let models = try await get(target, region: region).json?["modelSummaries"]?.arrayValue ?? []
        return models.compactMap { $0["modelId"]?.stringValue }
    }

    @Test func `models that are offered here and still live are listed`() async throws {
        #expect(
            try await ids("/foundation-models") == [
                "amazon.nova-micro-v1:0", "anthropic.claude-sonnet-4-6", "anthropic.claude-opus-4-6-v1",
                "meta.llama3-1-70b-instruct-v1:0",
            ])
        #expect(
            try await ids("/foundation-models", region: "eu-west-1") == [
                "amazon.nova-micro-v1:0", "anthropic.claude-sonnet-4-6", "anthropic.claude-opus-4-6-v1",
            ])
    }

    @Test func `the list is filtered by its query`() async throws {
        #expect(try await ids("/foundation-models?byProvider=amazon") == ["amazon.nova-micro-v1:0"])
        #expect(
            try await ids("/foundation-models?byInferenceType=ON_DEMAND&byOutputModality=TEXT")
                == ["amazon.nova-micro-v1:0"])
        #expect(try await ids("/foundation-models?byOutputModality=IMAGE") == [])
    }

    @Test(arguments: [
        ("/foundation-models?byInferenceType=BATCH", "Value 'BATCH' at 'byInferenceType'"),
        ("/foundation-models?byOutputModality=text", "Member must satisfy enum value set: [TEXT, IMAGE, EMBEDDING]"),
        ("/foundation-models?byCustomizationType=x", "Value 'x' at 'byCustomizationType'"),
        ("/foundation-models?byProvider=a%2Fb", "Value 'a/b' at 'byProvider'"),
        ("/inference-profiles?type=system", "Member must satisfy enum value set: [SYSTEM_DEFINED, APPLICATION]"),
        ("/inference-profiles?maxResults=1001", "Member must have value between 1 and 1000, inclusive"),
        ("/foundation-models/what%20is%20it", "The provided model identifier is invalid."),
        ("/foundation-model-availability/arn:aws:bedrock:us-east-1::foundation-model%2Fa.b", "identifier is invalid."),
        ("/inference-profiles/a%20b", "The provided inference profile identifier is invalid."),
    ])
    func `a parameter that the service model does not allow is refused`(target: String, text: String) async throws {
        let answer = try await get(target)
        #expect(answer.status == 400)
        #expect(answer.errorType == "ValidationException")
        #expect(answer.message?.contains(text) == true, "\(answer.message ?? "")")
    }

    @Test(arguments: ["amazon.nova-micro-v1:0", "amazon.nova-micro-v1%3A0"])
    func `one model is shown`(id: String) async throws {
        let details = try #require(try await get("/foundation-models/\(id)").json?["modelDetails"])
        #expect(details["modelId"] == "amazon.nova-micro-v1:0")
        #expect(details["modelArn"] == "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0")
        #expect(details["inferenceTypesSupported"] == ["ON_DEMAND"])
        #expect(details["modelLifecycle"] == ["status": "ACTIVE", "startOfLifeTime": "2024-12-03T00:00:00Z"])
    }

    @Test(arguments: ["amazon.no-such-v1:0", "mistral.mistral-large-2407-v1:0", "amazon.titan-text-premier-v1:0"])
    func `a model that is unknown, elsewhere or gone is not found`(id: String) async throws {
        let answer = try await get("/foundation-models/\(id)")
        #expect(answer.status == 404)
        #expect(answer.errorType == "ResourceNotFoundException")
    }

    @Test func `profiles are those of the region, in pages`() async throws {
        var seen: [String] = []
        var token: String? = ""
        while let next = token {
            let query = "maxResults=3" + (next.isEmpty ? "" : "&nextToken=\(next)")
            let page = try await get("/inference-profiles?\(query)").json
            let profiles = page?["inferenceProfileSummaries"]?.arrayValue ?? []
            #expect((1...3).contains(profiles.count))
            seen += profiles.compactMap { $0["inferenceProfileId"]?.stringValue }
            token = page?["nextToken"]?.stringValue
        }
        let whole = try await get("/inference-profiles").json?["inferenceProfileSummaries"]?.arrayValue ?? []
        #expect(seen == whole.compactMap { $0["inferenceProfileId"]?.stringValue })
        #expect(seen.allSatisfy { $0.hasPrefix("us.") || $0.hasPrefix("global.") })
        #expect(seen.contains("us.anthropic.claude-sonnet-4-6"))
        #expect(try await get("/inference-profiles?type=APPLICATION").json?["inferenceProfileSummaries"] == [])
        #expect(try await get("/inference-profiles?maxResults=0").status == 400)
        #expect(try await get("/inference-profiles?nextToken=x").status == 400)
    }

    @Test(arguments: [
        "us.anthropic.claude-sonnet-4-6",
        "arn:aws:bedrock:us-east-1:123456789012:inference-profile%2Fus.anthropic.claude-sonnet-4-6",
    ])
    func `one profile is shown with its destinations`(id: String) async throws {
        let answer = try await get("/inference-profiles/\(id)")
        #expect(answer.json?["inferenceProfileId"] == "us.anthropic.claude-sonnet-4-6")
        #expect(answer.json?["status"] == "ACTIVE")
        #expect(answer.json?["type"] == "SYSTEM_DEFINED")
        #expect(
            answer.json?["models"]
                == [
                    ["modelArn": "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-sonnet-4-6"],
                    ["modelArn": "arn:aws:bedrock:us-east-2::foundation-model/anthropic.claude-sonnet-4-6"],
                    ["modelArn": "arn:aws:bedrock:us-west-2::foundation-model/anthropic.claude-sonnet-4-6"],
                ])
        #expect(try await get("/inference-profiles/eu.anthropic.claude-sonnet-4-6").status == 404)
    }

    @Test func `a global profile leads to a model without a region too`() async throws {
        let models = try await get("/inference-profiles/global.anthropic.claude-sonnet-4-6").json?["models"]
        #expect(
            models?.arrayValue?.last == ["modelArn": "arn:aws:bedrock:::foundation-model/anthropic.claude-sonnet-4-6"])
    }

    @Test(arguments: [
        ("amazon.nova-micro-v1:0", ["AVAILABLE", "AUTHORIZED", "AVAILABLE", "AVAILABLE"]),
        ("anthropic.claude-opus-4-6-v1", ["NOT_AVAILABLE", "AUTHORIZED", "NOT_AVAILABLE", "AVAILABLE"]),
        ("mistral.mistral-large-2407-v1:0", ["AVAILABLE", "AUTHORIZED", "AVAILABLE", "NOT_AVAILABLE"]),
    ])
    func `the gates are shown each for itself`(id: String, gates: [String]) async throws {
        let json = try #require(try await get("/foundation-model-availability/\(id)").json)
        #expect(json["modelId"] == .string(id))
        #expect(
            [
                json["agreementAvailability"]?["status"], json["authorizationStatus"], json["entitlementAvailability"],
                json["regionAvailability"],
            ].map { $0?.stringValue } == gates)
    }

    @Test func `tokens of a bare id are counted, of a profile not`() async throws {
        let body = #"{"input":{"converse":{"messages":[{"role":"user","content":[{"text":"ping"}]}]}}}"#
        try await TestServer.with { (test) async throws in
            func count(_ id: String, _ body: String) async throws -> RawAnswer {
                try await test.send(
                    TestRequest {
                        $0.target = "/model/\(id)/count-tokens"
                        $0.body = body
                    })
            }
            let counted = try await count("anthropic.claude-sonnet-4-6", body)
            #expect(counted.status == 200)
            #expect(counted.json?["inputTokens"]?.numberValue?.int64 ?? 0 > 0)
            let refused = try await count("us.anthropic.claude-sonnet-4-6", body)
            #expect(refused.status == 400)
            #expect(refused.message == "The provided model doesn't support counting tokens")
            #expect(refused.findings == [.countTokensUnsupported])
            let empty = try await count("anthropic.claude-sonnet-4-6", "{}")
            #expect(empty.status == 400)
            let invoke = try await count(
                "anthropic.claude-sonnet-4-6", #"{"input":{"invokeModel":{"body":"QUJDREVGR0g="}}}"#)
            #expect(invoke.json == ["inputTokens": 2])
            let broken = try await count("anthropic.claude-sonnet-4-6", #"{"input":{"invokeModel":{"body":"?"}}}"#)
            #expect(broken.errorType == "SerializationException")
            let retired = try await count("anthropic.claude-3-5-haiku-20241022-v1:0", body)
            #expect(retired.findings == [.modelEndOfLife])
        }
    }

    @Test func `the demonstration shows each verdict that a server can produce`() async throws {
        var shown: Set<FindingCode> = []
        var answered: Set<String> = []
        try await TestServer.with {
            $0.regions = Set(SimulatedAccount.demonstrationRegions)
        } _: { (test) async throws in
            for region in SimulatedAccount.demonstrationRegions {
                let ids =
                    SimulatedAccount.demonstration.models.map(\.id)
                    + SimulatedAccount.demonstration.profiles.filter { $0.sources.contains(region) }.map(\.id)
                    + ["anthropic.claude-opus-4-6-v1:0"]
                for id in ids {
                    let answer = try await test.send(
                        TestRequest {
                            $0.target = "/model/\(id)/converse"
                            $0.region = region
                        })
                    if let finding = answer.findings.first {
                        shown.insert(finding)
                    } else {
                        answered.insert(id.first == "a" ? "model" : "profile")
                    }
                    if id == "amazon.nova-micro-v1:0" { #expect(answer.status == 200) }
                }
            }
        }
        #expect(answered == ["model", "profile"])
        #expect(
            shown == [
                .throttled, .modelAccessNotGranted,
                .useCaseFormMissing, .iamDenied, .scpDenied, .modelNotInRegion, .modelIDInvalid,
                .modelEndOfLife, .onDemandUnsupportedNeedsInferenceProfile,
            ])
    }
}
