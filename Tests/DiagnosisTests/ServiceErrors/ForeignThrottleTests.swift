import Codes
import Diagnosis
import Evidence
import Report
import Testing

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
        let finding = try firstFinding(text)
        #expect(finding.code == .throttled)
        #expect(remedyText(finding).contains(words), "\(remedyText(finding))")
        #expect(!remedyText(finding).contains("service-code bedrock"), "\(remedyText(finding))")
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
        let finding = try firstFinding(text)
        #expect(finding.code == .throttled)
        #expect(remedyText(finding).contains("service-code bedrock"), "\(remedyText(finding))")
    }

    @Test(
        arguments: [
            "This is a brand new account.", "It fails on the very first call of the day.",
            "Service Quotas shows an applied quota of 0.",
        ])
    func `a new account is told that waiting does not help`(words: String) throws {
        let finding = try firstFinding(
            "An error occurred (ThrottlingException) when calling the Converse operation (reached max retries: 4): Too many requests, please wait before trying again.\n\n"
                + words)
        #expect(finding.remedies.first?.text.contains("neither waiting") == true, "\(remedyText(finding))")
    }
}
