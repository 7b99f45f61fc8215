import Codes
import Diagnosis
import Evidence
import Report
import Testing

private func explained(_ text: String) throws -> Finding {
    let input = try ReadInput(Array(text.utf8), name: "standard input")
    return try #require(Explanation(input, context: ExplainContext(now: 1_795_300_000)).findings.first)
}

/// Faults of what is built around a call: an image, a class path, packages that do not go together, a URL that code makes.
@Suite struct BuildFaultTests {
    @Test(arguments: [
        (
            "{\"errorType\": \"Runtime.InvalidEntrypoint\", \"errorMessage\": \"RequestId: 1 Error: fork/exec /lambda-entrypoint.sh: exec format error\"}",
            FindingCode.programFailed, "Build the image for the processor"
        ),
        (
            "exec /usr/local/bin/python: exec format error", .programFailed, "Build the image for the processor"
        ),
        (
            "Resource handler returned message: \"The image manifest, config or layer media type for the source image 111122223333.dkr.ecr.us-east-1.amazonaws.com/proxy:latest is not supported. (Service: Lambda, Status Code: 400, Request ID: x)\"",
            .programFailed, "--provenance=false"
        ),
        (
            "Bedrock with Koog and Maven ends with:\nClassNotFoundException: okhttp3.ConnectionListener",
            .programFailed,
            "Bring the package of okhttp3.ConnectionListener"
        ),
        (
            "java.lang.NoClassDefFoundError: io/netty/handler/codec/http2/Http2Frame", .programFailed,
            "Bring the package of io.netty.handler"
        ),
        (
            "generateText returns empty text without an error.\n\"ai\": \"^4.3.16\",\n\"@ai-sdk/amazon-bedrock\": \"^3.0.0\"",
            .clientTooOld, "@ai-sdk/amazon-bedrock 2 with ai 4"
        ),
        (
            "req <- request(\"https://bedrock.us-east-1.amazonaws.com\")\nreq <- req_url_path_append(req, \"model\", id, \"converse\")\n{\"Output\":{\"__type\":\"com.amazon.coral.service#UnknownOperationException\"},\"Version\":\"1.0\"}",
            .wrongEndpoint, "Send it to https://bedrock-runtime.us-east-1.amazonaws.com"
        ),
        (
            "new Bedrock({ model: MODELS.US_ANTHROPIC_CLAUDE_4_SONNET })\nValidationException: Invocation of model ID anthropic.claude-sonnet-4-6 with on-demand throughput isn't supported. Retry your request with the ID or ARN of an inference profile that contains this model.",
            .onDemandUnsupportedNeedsInferenceProfile, "the library loses the prefix"
        ),
    ])
    func `what was built wrong leads`(text: String, code: FindingCode, first: String) throws {
        let finding = try explained(text)
        #expect(finding.code == code, "\(finding.code)")
        #expect(finding.remedies.first?.text.contains(first) ?? false, "\(finding.remedies.map(\.text))")
    }

    @Test(arguments: [
        "\"ai\": \"^5.0.11\", \"@ai-sdk/amazon-bedrock\": \"^3.0.0\" generateText returns empty text",
        "\"ai\": \"^4.3.16\", \"@ai-sdk/amazon-bedrock\": \"^2.2.0\" generateText returns empty text",
    ])
    func `packages that go together are not the cause`(text: String) throws {
        #expect(try explained(text).code != .clientTooOld)
    }

    @Test func `the name of a region is no constant of a profile`() throws {
        let text = """
            BedrockRuntimeClient.builder().region(Region.US_EAST_1)
            ValidationException: Invocation of model ID anthropic.claude-sonnet-4-6 with on-demand throughput isn't supported. Retry your \
            request with the ID or ARN of an inference profile that contains this model.
            """
        #expect(!(try explained(text).remedies.contains { $0.text.contains("loses the prefix") }))
    }
}
