import Codes
import Diagnosis
import Evidence
import Report
import Testing

private func explained(_ text: String) throws -> Finding {
    let input = try ReadInput(Array(text.utf8), name: "paste")
    return try #require(Explanation(input, context: ExplainContext()).findings.first)
}

private func advice(_ finding: Finding) -> String {
    finding.remedies.map { "\($0.text) \($0.command ?? "")" }.joined(separator: "\n")
}

/// A limit is that of the service that refused, and a quota of Bedrock's models is named for Bedrock's alone.
@Suite struct ForeignThrottleTests {
    @Test(
        arguments: [
            (
                "An error occurred (ProvisionedThroughputExceededException) when calling the PutItem operation (reached max retries: 9): The level of configured provisioned throughput for the table was exceeded.",
                "DynamoDB table"
            ),
            (
                "An error occurred (ThrottlingException) when calling the BatchWriteItem operation (reached max retries: 9): Throughput exceeds the current capacity of your table or index.",
                "DynamoDB table"
            ),
            (
                "ProvisionedThroughputExceededException: Rate exceeded for shard shardId-000000000001 in stream my-stream under account 111122223333.",
                "shard of the Kinesis stream"
            ),
            (
                "An error occurred (SlowDown) when calling the PutObject operation (reached max retries: 4): Please reduce your request rate.",
                "fewer requests at once"
            ),
            (
                "com.amazonaws.services.secretsmanager.model.AWSSecretsManagerException: Rate exceeded (Service: AWSSecretsManager; Status Code: 400; Error Code: ThrottlingException; Request ID: 1)",
                "Read it once"
            ),
            (
                "An error occurred (ThrottlingException) when calling the GetParameter operation (reached max retries: 4): Rate exceeded",
                "Read it once"
            ),
            (
                "An error occurred (Throttling) when calling the AssumeRole operation (reached max retries: 4): Rate exceeded",
                "keep the session"
            ),
            (
                "An error occurred (RequestLimitExceeded) when calling the DescribeInstances operation (reached max retries: 4): Request limit exceeded.",
                "DescribeInstances is no operation of Bedrock's"
            ),
        ])
    func `the limit is the service's own`(text: String, words: String) throws {
        let finding = try explained(text)
        #expect(finding.code == .throttled)
        #expect(advice(finding).contains(words), "\(advice(finding))")
        #expect(!advice(finding).contains("service-code bedrock"), "\(advice(finding))")
        #expect(!finding.detail.contains("this model"), "\(finding.detail)")
        #expect(finding.title.contains("throttled the call"), "\(finding.title)")
    }

    @Test(
        arguments: [
            "An error occurred (ThrottlingException) when calling the Converse operation (reached max retries: 4): Too many requests, please wait before trying again.",
            "An error occurred (ThrottlingException) when calling the InvokeModel operation: Too many tokens, please wait before trying again.",
            "litellm.RateLimitError: BedrockException - Rate exceeded",
        ])
    func `a model's limit stays Bedrock's`(text: String) throws {
        let finding = try explained(text)
        #expect(finding.code == .throttled)
        #expect(advice(finding).contains("service-code bedrock"), "\(advice(finding))")
    }

    @Test(
        arguments: [
            "This is a brand new account.", "It fails on the very first call of the day.",
            "Service Quotas shows an applied quota of 0.",
        ])
    func `a new account is told that waiting does not help`(words: String) throws {
        let finding = try explained(
            "An error occurred (ThrottlingException) when calling the Converse operation (reached max retries: 4): Too many requests, please wait before trying again.\n\n"
                + words)
        #expect(finding.remedies.first?.text.contains("neither waiting") == true, "\(advice(finding))")
    }
}
