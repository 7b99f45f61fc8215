import Catalog
import Codes
import Report
import Testing
import WireText

@testable import Diagnosis
@testable import Evidence

private func explained(_ text: String) throws -> Explanation {
    Explanation(try ReadInput(Array(text.utf8), name: "paste"), context: ExplainContext(now: 1_795_300_000))
}

/// Profiles, regions and steps that are near to who asks.
@Suite struct NearAdviceTests {
    @Test(
        arguments: [
            ("eu-west-3", "eu.", "us."), ("ap-northeast-1", "jp.", "au."), ("ap-southeast-2", "au.", "jp."),
            ("us-east-2", "us.", "eu."),
        ])
    func `a profile is of the part of the world of who asks`(region: String, near: String, far: String) throws {
        let id = "anthropic.claude-sonnet-4-5-20250929-v1:0"
        let finding = try #require(
            try explained(
                "We are in \(region).\nAn error occurred (ValidationException) when calling the Converse operation: Invocation of model ID \(id) with on-demand throughput isn\u{2019}t supported. Retry your request with the ID or ARN of an inference profile that contains this model."
            ).findings.first)
        let advice = try #require(finding.remedies.first?.text)
        #expect(advice.contains(near + id), "\(advice)")
        #expect(!advice.contains(far + id), "\(advice)")
    }

    @Test func `without a region the parts of the world are named`() throws {
        let finding = try #require(
            try explained(
                "An error occurred (ValidationException) when calling the Converse operation: Invocation of model ID anthropic.claude-sonnet-4-5-20250929-v1:0 with on-demand throughput isn\u{2019}t supported. Retry your request with the ID or ARN of an inference profile that contains this model."
            ).findings.first)
        let advice = try #require(finding.remedies.first?.text)
        #expect(advice.contains("eu. (Europe)"))
        #expect(!advice.contains("us-gov"))
    }

    @Test(arguments: ["anthropic.claude-v2", "anthropic.claude-v2:1", "anthropic.claude-instant-v1"])
    func `a model that is gone is not called unknown`(id: String) throws {
        let day = try #require(CalendarDay("2026-11-30"))
        #expect(ModelCatalog.documented.entry(for: id)?.lifecycle(on: day) == .retired)
        let finding = try #require(
            try explained(
                "An error occurred (ValidationException) when calling the InvokeModel operation: The provided model identifier is invalid. modelId=\(id), us-east-1"
            ).findings.first)
        #expect(finding.remedies.first?.text.contains("has reached its end of life") == true, "\(finding.remedies)")
        #expect(!finding.remedies.contains { $0.text.contains("Did you mean") })
    }

    @Test func `what to move to is a model that AWS's own lists have`() throws {
        let catalog = ModelCatalog.documented
        let day = try #require(CalendarDay("2026-11-30"))
        for entry in catalog.models {
            guard let next = catalog.successor(of: entry, on: day) else { continue }
            let found = try #require(catalog.entry(for: next))
            #expect(found.authority != .unofficial, "\(entry.id): \(next)")
            #expect(found.lifecycle(on: day) != .retired, "\(entry.id): \(next)")
        }
    }

    @Test func `an organization's list of regions leads to a step`() throws {
        let finding = try #require(
            try explained(
                """
                AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/app/x is not authorized to perform: bedrock:InvokeModel on resource: arn:aws:bedrock:eu-north-1::foundation-model/anthropic.claude-sonnet-4-5-20250929-v1:0 with an explicit deny in a service control policy
                It is eu.anthropic.claude-sonnet-4-5-20250929-v1:0, called in eu-central-1. The policy:
                {"Effect":"Deny","Action":"*","Resource":"*","Condition":{"StringNotEquals":{"aws:RequestedRegion":["eu-central-1","eu-west-1"]}}}
                """
            ).findings.first)
        #expect(finding.code == .scpDenied)
        let advice = try #require(finding.remedies.first?.text)
        #expect(advice.hasPrefix("Ask the organization's administrator to exempt bedrock:InvokeModel*"), "\(advice)")
        #expect(advice.contains("its list has only eu-central-1 and eu-west-1"), "\(advice)")
    }

    @Test(
        arguments: [
            (
                "https://bedrock-runtime.us-east-1.amazonaws.com/model/amazon.nova-lite-v1:0/converse",
                "AWS Bedrock Chat Model"
            ),
            (
                "https://bedrock-agent-runtime.us-east-1.amazonaws.com/knowledgebases/ABCDEFGHIJ/retrieve",
                "a Lambda function"
            ),
        ])
    func `n8n has no field for the service`(url: String, says: String) throws {
        let finding = try #require(
            try explained(
                "n8n, HTTP Request with an AWS credential, POST \(url)\n{\"message\":\"Credential should be scoped to correct service: 'bedrock'. \"}"
            ).findings.first)
        #expect(finding.code == .wrongScopeService)
        #expect(finding.remedies.first?.text.contains(says) == true, "\(finding.remedies)")
        #expect(!finding.remedies.contains { $0.text.contains("set the signer's service") })
    }

    @Test func `a second failure refers to the advice of the first`() throws {
        let findings = try explained(
            """
            botocore.exceptions.TokenRetrievalError: Error when retrieving token from sso: Token has expired and refresh failed
            botocore.exceptions.NoCredentialsError: Unable to locate credentials
            """
        ).findings
        let texts = findings.flatMap { $0.remedies.map { $0.text + ($0.command ?? "") } }
        #expect(Set(texts).count == texts.count, "\(texts)")
    }

    @Test func `two regions of one call are both shown`() throws {
        let scene = try explained(
            "AWS_REGION=eu-west-1\nPOST https://bedrock-runtime.us-east-1.amazonaws.com/model/amazon.nova-lite-v1:0/converse\n{\"message\":\"Credential should be scoped to a valid region, not 'eu-west-1'. \"}"
        ).scene
        #expect(scene.region?.value == "us-east-1")
        #expect(scene.otherRegion?.value == "eu-west-1")
        #expect(scene.otherRegion?.line == 1)
    }

    @Test(
        arguments: [
            ("[Claude Code] claude-code 2.1 behind a proxy:", "settings.json"),
            ("Cline version 3.17, behind a corporate proxy:", "http.proxySupport"),
            ("opencode, behind our proxy:", "NO_PROXY"),
        ])
    func `a finished program gets its own way to a proxy`(who: String, says: String) throws {
        let finding = try #require(
            try explained("\(who)\nError: connect ETIMEDOUT 3.5.1.2:443, us-west-2").findings.first)
        #expect(finding.remedies.first?.text.contains(says) == true, "\(finding.remedies)")
        #expect(!(finding.remedies.first?.text.contains("requestHandler") ?? true))
    }

    @Test(arguments: ["/_plugin/kibana/", "/app/kibana/"])
    func `a path alone shows no client`(path: String) throws {
        let scene = try explained(
            "GET \(path) at https://search-a.eu-west-1.es.amazonaws.com\n{\"message\":\"The request signature we calculated does not match the signature you provided.\"}"
        ).scene
        #expect(scene.client == nil)
    }
}
