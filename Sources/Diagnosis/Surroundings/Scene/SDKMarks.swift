/// The AWS SDKs and tools, and the SDKs of model providers, by what they print of a failure.
///
/// Sources: the exception types and logger names of each SDK's public reference. The narrower stand before the wider.
enum SDKMarks {
    static let all: [SceneMark] = [
        SceneMark("AWS CLI", "aws: [ERROR]", "aws-cli/", "awscli.", .lineStart("$ aws "), "aws: error:"),
        SceneMark(
            "boto3 (Python)", "botocore.", "/botocore/", "boto3", "Boto3/", "Botocore/",
            .lineStart("Unable to locate credentials")),
        SceneMark(
            "AWS SDK for Java 2", "software.amazon.awssdk", "aws-sdk-java/2", "SdkClientException: Unable to load"),
        SceneMark("AWS SDK for Java 1", "com.amazonaws.", "aws-sdk-java/1"),
        SceneMark("AWS SDK for Kotlin", "aws.sdk.kotlin", "aws.smithy.kotlin", "aws-sdk-kotlin/"),
        SceneMark(
            "AWS SDK for .NET", "Amazon.Runtime.", "Amazon.BedrockRuntime", "Amazon.SecurityToken", "aws-sdk-dotnet"),
        SceneMark(
            "AWS SDK for PHP", "Aws\\\\", "Aws\\Exception", "Aws\\BedrockRuntime", "Error executing \"", "aws-sdk-php/"),
        SceneMark("AWS SDK for Ruby", "Aws::", "aws-sdk-ruby", "/aws-sdk-core-"),
        SceneMark("AWS SDK for Swift", "AWSBedrockRuntime.", "AWSClientRuntime.", "aws-sdk-swift/"),
        SceneMark(
            "AWS SDK for Rust", "aws_smithy", "aws_config::", "aws_sigv4::", "aws_http::", "aws-sdk-rust/",
            "ServiceError(ServiceError {", "DispatchFailure(", "SdkBody {"),
        SceneMark(
            "AWS SDK for Go 2", "operation error ", "aws-sdk-go-v2", "smithy-go", "failed to refresh cached credentials"
        ),
        SceneMark(
            "AWS SDK for Go 1", "github.com/aws/aws-sdk-go/", "aws-sdk-go/1", "RequestError: send request failed",
            "awserr.", "NoCredentialProviders: no valid providers"),
        SceneMark("AWS SDK for JavaScript 2", "/aws-sdk/lib/", "aws-sdk-nodejs/2"),
        SceneMark(
            "AWS SDK for JavaScript 3", "@smithy/", "@aws-sdk/", "$metadata", "\"$fault\"", "aws-sdk-js/3",
            "CredentialsProviderError", "Could not load credentials from any providers"),
        SceneMark(
            "Anthropic's SDK", "@anthropic-ai/sdk", "AnthropicBedrock", "anthropic/_base_client",
            "anthropic.APIStatusError",
            "anthropic/lib/bedrock"),
        SceneMark("OpenAI's SDK", "openai/_base_client", "openai.APIStatusError", "openai.BadRequestError"),
        SceneMark(
            "boto3 or the AWS CLI", .both("An error occurred (", "when calling the "),
            "Could not connect to the endpoint URL: ", "Parameter validation failed:"),
        SceneMark(
            "curl", .lineStart("curl: ("), .lineStart("$ curl "), .lineStart("curl "), "user-agent: curl/",
            "User-Agent: curl/"),
        SceneMark(
            "Node.js", "(node:internal/", "node:internal/", "/node_modules/", "[cause]: Error:", "code: 'ENOTFOUND'"),
        SceneMark("Go", "dial tcp ", "x509: certificate"),
        SceneMark("Java", "javax.net.ssl.", "java.net.", "PKIX path building failed"),
        SceneMark("Python", "Traceback (most recent call last)", "urllib3.", "httpx."),
    ]
}
