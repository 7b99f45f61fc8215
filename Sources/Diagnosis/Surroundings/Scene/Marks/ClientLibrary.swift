/// An AWS SDK or tool, an SDK of a model provider, or an HTTP library, by what it prints of a failure.
///
/// Sources: the exception types and logger names of each SDK's public reference.
struct ClientLibrary: SceneMember {
    let name: String

    /// The language it is written in; `nil` for one that several are.
    let language: LanguageRuntime?
    let sights: [SceneSight]

    private init(_ name: String, in language: LanguageRuntime?, _ sights: SceneSight...) {
        self.name = name
        self.language = language
        self.sights = sights
    }

    static let awsCLI = ClientLibrary(
        "AWS CLI", in: .python, "aws: [ERROR]", "aws-cli/", "awscli.", "aws: error:",
        .command("$ aws ", unlike: ["sso ", "configure", "login"]))
    static let boto3 = ClientLibrary(
        "boto3 (Python)", in: .python, "botocore.", "/botocore/", "boto3", "Boto3/", "Botocore/",
        .lineStart("Unable to locate credentials"))
    static let java2 = ClientLibrary(
        "AWS SDK for Java 2", in: .jvm, "software.amazon.awssdk", "aws-sdk-java/2",
        "BedrockRuntimeClient.builder()", "BedrockRuntimeAsyncClient.builder()", "BedrockClient.builder()",
        "S3Client.builder()",
        "Unable to load credentials from any of the providers in the chain"
    )
    static let java1 = ClientLibrary("AWS SDK for Java 1", in: .jvm, "com.amazonaws.", "aws-sdk-java/1")
    static let kotlin = ClientLibrary(
        "AWS SDK for Kotlin", in: .jvm, "aws.sdk.kotlin", "aws.smithy.kotlin", "aws-sdk-kotlin/")
    static let dotNet = ClientLibrary(
        "AWS SDK for .NET", in: .dotNet, "Amazon.Runtime.", "Amazon.BedrockRuntime", "Amazon.SecurityToken",
        "aws-sdk-dotnet", "new AmazonBedrock")
    static let php = ClientLibrary(
        "AWS SDK for PHP", in: .php, "Aws\\\\", "Aws\\Exception", "Aws\\BedrockRuntime", "Error executing \"",
        "aws-sdk-php/")
    static let ruby = ClientLibrary("AWS SDK for Ruby", in: .ruby, "Aws::", "aws-sdk-ruby", "/aws-sdk-core-")
    static let swift = ClientLibrary(
        "AWS SDK for Swift", in: nil, "AWSBedrockRuntime.", "AWSClientRuntime.", "aws-sdk-swift/")
    static let rust = ClientLibrary(
        "AWS SDK for Rust", in: .rust, "aws_smithy", "aws_config::", "aws_sigv4::", "aws_http::", "aws-sdk-rust/",
        "ServiceError(ServiceError {", "DispatchFailure(", "SdkBody {")
    static let go2 = ClientLibrary(
        "AWS SDK for Go 2", in: .go, "operation error ", "bedrockruntime.NewFromConfig", "config.LoadDefaultConfig(",
        "aws-sdk-go-v2", "smithy-go",
        "failed to refresh cached credentials")
    static let go1 = ClientLibrary(
        "AWS SDK for Go 1", in: .go, "github.com/aws/aws-sdk-go/", "aws-sdk-go/1", "RequestError: send request failed",
        "awserr.", "NoCredentialProviders: no valid providers")
    static let javaScript2 = ClientLibrary("AWS SDK for JavaScript 2", in: .node, "/aws-sdk/lib/", "aws-sdk-nodejs/2")
    static let javaScript3 = ClientLibrary(
        "AWS SDK for JavaScript 3", in: .node, "@smithy/", "@aws-sdk/", "$metadata", "\"$fault\"", "aws-sdk-js/3",
        "CredentialsProviderError", "Could not load credentials from any providers", "new BedrockRuntimeClient({",
        "new BedrockClient({")
    static let anthropic = ClientLibrary(
        "Anthropic's SDK", in: nil, "@anthropic-ai/sdk", "AnthropicBedrock", "anthropic/_base_client",
        "anthropic-sdk-",
        "anthropic.APIStatusError", "anthropic/lib/bedrock")
    static let openAI = ClientLibrary(
        "OpenAI's SDK", in: nil, "openai/_base_client", "openai.APIStatusError", "openai.BadRequestError")
    static let botocore = ClientLibrary(
        "boto3 or the AWS CLI", in: .python, .both("An error occurred (", "when calling the "),
        "Could not connect to the endpoint URL: ", "Parameter validation failed:")
    /// How a file is fetched: no call of AWS.
    private static let downloads = ["-LO", "-L -O", "-O ", "-fsSL", "-sSL", "-LsS", "-sSfL", "-fsS ", "-sSf"]

    static let curl = ClientLibrary(
        "curl", in: .curl, .lineStart("curl: ("), .command("$ curl ", unlike: downloads),
        .command("curl ", unlike: downloads), "user-agent: curl/",
        "User-Agent: curl/")
    static let node = ClientLibrary(
        "Node.js", in: .node, "(node:internal/", "node:internal/", "/node_modules/", "[cause]: Error:",
        "code: 'ENOTFOUND'")
    static let go = ClientLibrary("Go", in: .go, "dial tcp ", "x509: certificate")
    static let java = ClientLibrary("Java", in: .jvm, "javax.net.ssl.", "java.net.", "PKIX path building failed")
    static let python = ClientLibrary("Python", in: .python, "Traceback (most recent call last)", "urllib3.", "httpx.")

    /// The narrower before the wider.
    static let all = [
        awsCLI, boto3, java2, java1, kotlin, dotNet, php, ruby, swift, rust, go2, go1, javaScript2, javaScript3,
        anthropic, openAI, botocore, curl, node, go, java, python,
    ]
}
