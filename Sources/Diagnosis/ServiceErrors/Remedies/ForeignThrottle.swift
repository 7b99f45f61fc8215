import Evidence
import Report
import WireText

/// A limit of another service of AWS's, of which no quota of Bedrock's models says anything.
///
/// Sources: <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ProvisionedThroughput.html>,
/// <https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html>,
/// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/optimizing-performance.html>,
/// <https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-throughput.html>,
/// <https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html>,
/// <https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html>.
struct ForeignThrottle {
    private enum Limit {
        case agent, functions, table, shard, objects, roles, secrets, gateway, general(String), operation(String)
    }

    private let limit: Limit

    /// - Parameter call: The call; `nil` where it was one of Bedrock's, or nothing tells.
    init?(_ call: FailedCall) {
        let service = call.scene.service?.value ?? ""
        let operation = call.scene.operation?.value ?? call.answer.operation ?? ""
        let text = call.text
        let lower = text.lowercased()
        let isProvisioned = lower.contains("provisionedthroughputexceeded") && !service.hasPrefix("bedrock")
        if call.scene.program == .ssmAgent || service == "ssmmessages" || service == "ec2messages" {
            limit = .agent
        } else if service == "lambda" || text.contains("ConcurrentInvocationLimitExceeded") {
            limit = .functions
        } else if service == "kinesis" || isProvisioned && (lower.contains("shard") || lower.contains("stream")) {
            limit = .shard
        } else if service == "dynamodb" || service == "streams.dynamodb" || isProvisioned {
            limit = .table
        } else if service == "s3" || lower.contains("reduce your request rate") {
            limit = .objects
        } else if service == "sts" {
            limit = .roles
        } else if ["ssm", "secretsmanager", "kms"].contains(service) {
            limit = .secrets
        } else if service == "execute-api" || Self.isOfUsagePlan(lower, service) {
            limit = .gateway
        } else if !service.isEmpty, !service.hasPrefix("bedrock"), call.answer.service == service {
            limit = .general(service)
        } else if let named = Self.named(text) {
            limit = .general(named)
        } else if Self.isOfAnother(operation, service), !call.words.has("bedrock|converse|invokemodel|model|tokens") {
            limit = .operation(operation)
        } else {
            return nil
        }
    }

    private static func isOfUsagePlan(_ text: String, _ service: String) -> Bool {
        !service.hasPrefix("bedrock") && ["usage plan", "x-amz-apigw-id"].contains(where: text.contains)
            && !text.contains("bedrock")
    }

    /// The service that an SDK for Java names, where it is none of Bedrock's: `(Service: CloudFormation, Status Code: 400`.
    private static func named(_ text: String) -> String? {
        guard let mark = text.firstRange(of: "(Service: ") else { return nil }
        let name = text[mark.upperBound...].prefix { $0.isLetter || $0.isNumber || $0 == " " }
        return name.isEmpty || name.lowercased().contains("bedrock") ? nil : String(name)
    }

    /// Whether an operation is none of Bedrock's, which are all known.
    private static func isOfAnother(_ operation: String, _ service: String) -> Bool {
        service.isEmpty && operation.first?.isUppercase ?? false && OperationHome.service(of: operation) == nil
    }

    var remedy: Remedy {
        switch limit {
        case .agent:
            Remedy(
                """
                Systems Manager limits its own agent (GetMessages and the like); Bedrock is not involved. The agent retries by \
                itself; if it lasts, update it, and see how many instances register with one role.
                """)
        case .functions:
            Remedy(
                """
                AWS Lambda limits how many runs of the function, or of the account in this region, go on at once; Bedrock is not \
                involved. Raise or remove the function's reserved concurrency, ask for a higher concurrency of the account \
                (Service Quotas, Lambda), or call it less at once.
                """)
        case .table:
            Remedy(
                """
                It is the throughput of the DynamoDB table or of one of its indexes; Bedrock is not involved. Raise the table's read or write capacity or \
                its automatic scaling, or switch the table to on-demand; where a single key gets most of the calls, spread them (capacity is \
                divided over partitions). Retry batches with growing pauses, only what came back unprocessed.
                """,
                command:
                    "aws dynamodb describe-table --table-name TABLE --query Table.[BillingModeSummary,ProvisionedThroughput]"
            )
        case .shard:
            Remedy(
                """
                It is the throughput of a shard of the Kinesis stream (1 MB or 1,000 records a second in, 5 reads a second out); Bedrock is not \
                involved. Use partition keys that spread, more shards or the on-demand mode; for several readers enhanced fan-out. Retry the \
                records that failed, with growing pauses.
                """)
        case .objects:
            Remedy(
                """
                S3 answers so while it divides a busy prefix (3,500 writes and 5,500 reads a second each); Bedrock is not involved. Make fewer \
                requests at once, raise them gradually, spread keys over prefixes, and let the SDK retry longer (AWS_RETRY_MODE=adaptive, \
                AWS_MAX_ATTEMPTS=10). Another store that speaks S3's API has limits of its own.
                """)
        case .roles:
            Remedy(
                """
                AWS STS limits how often it is called; this is no quota of Bedrock. Call AWS STS less often: keep the session of a role until it expires \
                (an hour by itself) in place of a new AssumeRole for each call, thread or process, and retry with growing pauses. A regional endpoint \
                of STS has a limit of its own.
                """)
        case .secrets:
            Remedy(
                """
                The service limits how often a secret, a parameter or a key is asked for; this is no quota of Bedrock. Read it once when the program \
                starts and keep it (Secrets Manager's caching client, the Lambda extension), and retry with growing pauses; Parameter Store has a higher \
                throughput that can be switched on.
                """)
        case .gateway:
            Remedy(
                """
                API Gateway's own throttle refused the call (the stage's or method's rate and burst, the usage plan's, or the account's in this \
                region); no quota of Bedrock is involved. Raise it there, or call less often.
                """)
        case .general(let service):
            Remedy(
                """
                \(AWSService.title(ofEndpoint: service)) limits how often it is called; this is no quota of Bedrock. Call that service less often (cache what it answers), and retry with growing pauses.
                """)
        case .operation(let name):
            Remedy(
                """
                \(PrintableText.escaped(name, limit: 60)) is no operation of Bedrock's: the service that has it limits how often it is called. Call that service less often (cache what it answers), retry with growing pauses (AWS_RETRY_MODE=adaptive), and see that service's quotas.
                """)
        }
    }

    /// Who throttled, as a title has it.
    var who: String {
        switch limit {
        case .agent: "Systems Manager"
        case .functions: "AWS Lambda"
        case .table: "DynamoDB"
        case .shard: "Kinesis"
        case .objects: "S3"
        case .roles: "AWS STS"
        case .secrets: "The service"
        case .gateway: "API Gateway"
        case .general(let service): AWSService.title(ofEndpoint: service)
        case .operation(let name): "The service of \(PrintableText.escaped(name, limit: 60))"
        }
    }
}
