/// The AWS services that answer on the way to a model, by the names that hosts, SDKs and operations have for them.
///
/// Sources: the service models of Bedrock, STS, IAM Identity Center and EKS Auth (service id, endpoint prefix, operations).
struct AWSService: Sendable {
    /// The first part of its hosts, which names it in reports.
    let endpoint: String

    /// What to call it in a sentence.
    let title: String

    /// Operations that no other service has.
    let operations: Set<String>

    init(_ endpoint: String, _ title: String, _ operations: Set<String> = []) {
        self.endpoint = endpoint
        self.title = title
        self.operations = operations
    }

    static let all: [AWSService] = [
        AWSService(
            "bedrock-runtime", "Bedrock's runtime",
            [
                "Converse", "ConverseStream", "InvokeModel", "InvokeModelWithResponseStream", "CountTokens",
                "ApplyGuardrail", "StartAsyncInvoke", "GetAsyncInvoke", "ListAsyncInvokes",
                "InvokeModelWithBidirectionalStream",
            ]),
        AWSService(
            "bedrock", "Bedrock's control plane",
            [
                "ListFoundationModels", "GetFoundationModel", "GetFoundationModelAvailability", "ListInferenceProfiles",
                "GetInferenceProfile", "CreateInferenceProfile", "GetUseCaseForModelAccess", "PutUseCaseForModelAccess",
                "ListCustomModels", "CreateGuardrail", "CreateFoundationModelAgreement",
                "ListFoundationModelAgreementOffers", "PutTrustedAccessProgramAccountEnrollment",
                "StartTrustedAccessProgramAccountApplication",
            ]),
        AWSService(
            "bedrock-agent-runtime", "the runtime of Bedrock's agents",
            ["InvokeAgent", "InvokeInlineAgent", "InvokeFlow", "Retrieve", "RetrieveAndGenerate", "Rerank"]),
        AWSService("bedrock-agent", "Bedrock's agents", ["CreateAgent", "UpdateAgent", "PrepareAgent"]),
        AWSService("bedrock-mantle", "Bedrock's OpenAI- and Anthropic-compatible endpoint"),
        AWSService(
            "bedrock-agentcore-control", "Bedrock AgentCore's control plane",
            ["CreateAgentRuntime", "UpdateAgentRuntime", "GetAgentRuntime", "ListAgentRuntimes", "DeleteAgentRuntime"]),
        AWSService("bedrock-agentcore", "Bedrock AgentCore", ["InvokeGateway", "InvokeAgentRuntime"]),
        AWSService(
            "sts", "AWS STS",
            [
                "GetCallerIdentity", "AssumeRole", "AssumeRoleWithWebIdentity", "AssumeRoleWithSAML", "GetSessionToken",
                "GetFederationToken", "DecodeAuthorizationMessage", "GetAccessKeyInfo",
            ]),
        AWSService("portal.sso", "IAM Identity Center's portal", ["GetRoleCredentials", "ListAccountRoles"]),
        AWSService(
            "oidc", "IAM Identity Center's OIDC service",
            ["CreateToken", "CreateTokenWithIAM", "RegisterClient", "StartDeviceAuthorization"]),
        AWSService("eks-auth", "EKS Auth", ["AssumeRoleForPodIdentity"]),
        AWSService("lambda", "AWS Lambda", ["Invoke", "InvokeAsync", "InvokeWithResponseStream"]),
        AWSService("execute-api", "API Gateway"),
        AWSService(
            "s3", "Amazon S3",
            [
                "PutObject", "GetObject", "HeadObject", "HeadBucket", "ListObjects", "ListObjectsV2",
                "ListObjectVersions", "DeleteObject",
                "DeleteObjects", "CopyObject", "UploadPart", "UploadPartCopy", "CreateMultipartUpload",
                "CompleteMultipartUpload",
                "AbortMultipartUpload", "ListBuckets", "CreateBucket", "GetBucketLocation", "PutBucketPolicy",
                "GetObjectTagging",
            ]),
        AWSService(
            "dynamodb", "Amazon DynamoDB",
            [
                "PutItem", "GetItem", "UpdateItem", "DeleteItem", "BatchGetItem", "BatchWriteItem",
                "TransactWriteItems",
                "TransactGetItems", "DescribeTable",
            ]),
        AWSService(
            "kinesis", "Amazon Kinesis", ["PutRecords", "GetShardIterator", "GetRecords", "DescribeStreamSummary"]),
        AWSService(
            "sqs", "Amazon SQS",
            ["SendMessage", "SendMessageBatch", "ReceiveMessage", "DeleteMessage", "GetQueueUrl", "GetQueueAttributes"]),
        AWSService("secretsmanager", "AWS Secrets Manager", ["GetSecretValue", "PutSecretValue", "DescribeSecret"]),
        AWSService(
            "ssm", "AWS Systems Manager", ["GetParameter", "GetParameters", "GetParametersByPath", "PutParameter"]),
        AWSService("cognito-idp", "Amazon Cognito"),
        AWSService("es", "Amazon OpenSearch Service"),
        AWSService("elb", "an AWS load balancer"),
    ]

    /// What to call the service of an endpoint.
    static func title(ofEndpoint name: String) -> String {
        all.first { $0.endpoint == name }?.title ?? "the AWS service \(name)"
    }

    /// The endpoint of the service that alone has an operation.
    static func endpoint(ofOperation name: String) -> String? { all.first { $0.operations.contains(name) }?.endpoint }

    /// The endpoint of a service as SDKs spell its id: `BedrockRuntime`, `Bedrock Runtime`, `bedrockruntime`.
    static func endpoint(ofID written: some StringProtocol) -> String? {
        let key = written.lowercased().filter { $0.isLetter || $0.isNumber }
        switch key {
        // The first SDK for Java has names with the vendor in them.
        case "awssecuritytokenservice": return "sts"
        case "amazondynamodbv2", "dynamodbv2": return "dynamodb"
        case "awssecretsmanager": return "secretsmanager"
        case "awssimplesystemsmanagement": return "ssm"
        case "awslambda": return "lambda"
        case "amazons3": return "s3"
        case "amazonkinesis": return "kinesis"
        case "amazonsqs": return "sqs"
        case "sso": return "portal.sso"
        case "ssooidc": return "oidc"
        case "securitytoken": return "sts"
        default: return all.first { $0.endpoint.filter { $0.isLetter || $0.isNumber } == key }?.endpoint
        }
    }
}
