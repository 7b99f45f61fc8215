/// The name of a service in a credential scope, where it is not that of its hosts.
///
/// Source: `endpointPrefix` and `signingName` of the service models that come with botocore 1.43.11. All other services of
/// those models sign under the first part of their hosts' names.
enum SigningName {
    /// The signing name of an endpoint.
    static func of(_ endpoint: String) -> String { table[endpoint] ?? endpoint }

    /// The signing name of an endpoint that is known; `nil` for one whose host's name need not be the signing name.
    static func known(_ endpoint: String) -> String? {
        table[endpoint] ?? (own.contains(endpoint) ? endpoint : nil)
    }

    /// Endpoints that are signed by their own name; others may have a name apart, which only their own documentation tells.
    private static let own: Set<String> = [
        "bedrock", "bedrock-agentcore", "sts", "iam", "s3", "ec2", "lambda", "dynamodb", "kinesis", "firehose", "logs",
        "monitoring",
        "events", "es", "aoss", "execute-api", "ssm", "secretsmanager", "kms", "route53", "cloudfront", "ecs", "eks",
        "eks-auth", "rds",
        "redshift", "athena", "glue", "polly", "transcribe", "translate", "comprehend", "rekognition", "textract",
        "sns", "sqs",
        "cognito-idp", "cognito-identity", "states", "cloudformation", "autoscaling", "elasticloadbalancing",
        "organizations", "sso",
        "appsync", "cloudtrail", "config", "ecr", "personalize", "sagemaker",
    ]

    /// Whether hosts have a name of several parts.
    static func isEndpoint(_ name: String) -> Bool { table[name] != nil }

    private static let table: [String: String] = [
        "bedrock-runtime": "bedrock", "bedrock-agent": "bedrock", "bedrock-agent-runtime": "bedrock",
        "bedrock-data-automation": "bedrock", "bedrock-data-automation-runtime": "bedrock",
        "bedrock-agentcore-control": "bedrock-agentcore",
        "portal.sso": "awsssoportal", "oidc": "sso-oauth",
        "a2i-runtime.sagemaker": "sagemaker", "api.sagemaker": "sagemaker", "edge.sagemaker": "sagemaker",
        "featurestore-runtime.sagemaker": "sagemaker", "metrics.sagemaker": "sagemaker",
        "runtime.sagemaker": "sagemaker",
        "api.ecr": "ecr", "api.ecr-public": "ecr-public", "api.detective": "detective", "api.pricing": "pricing",
        "api.mediatailor": "mediatailor", "api.iotwireless": "iotwireless", "api.tunneling.iot": "IoTSecuredTunneling",
        "api.iotdeviceadvisor": "iotdeviceadvisor", "api.iotmanagedintegrations": "iotmanagedintegrations",
        "admin.wickr": "wickr", "agreement-marketplace": "aws-marketplace", "catalog.marketplace": "aws-marketplace",
        "deployment-marketplace": "aws-marketplace", "discovery-marketplace": "aws-marketplace",
        "entitlement.marketplace": "aws-marketplace", "metering.marketplace": "aws-marketplace",
        "reporting-marketplace": "aws-marketplace", "appconfigdata": "appconfig", "appstream2": "appstream",
        "cassandra-streams": "cassandra", "cloudhsmv2": "cloudhsm", "cloudsearchdomain": "cloudsearch",
        "contact-lens": "connect", "participant.connect": "execute-api",
        "controlplane.payment-cryptography": "payment-cryptography",
        "dataplane.payment-cryptography": "payment-cryptography", "data-ats.iot": "iotdata", "data-signer": "signer",
        "data.iotevents": "ioteventsdata", "data.jobs.iot": "iot-jobs-data", "data.mediastore": "mediastore",
        "data.qapps": "qapps", "email": "ses", "mail-manager": "ses", "forecastquery": "forecast",
        "identity-chime": "chime", "media-pipelines-chime": "chime", "meetings-chime": "chime",
        "messaging-chime": "chime", "voice-chime": "chime", "ingest.timestream": "timestream",
        "query.timestream": "timestream", "ivsrealtime": "ivs", "memory-db": "memorydb", "migrationhub-config": "mgh",
        "models-v2-lex": "lex", "models.lex": "lex", "runtime-v2-lex": "lex", "runtime.lex": "lex",
        "personalize-events": "personalize", "personalize-runtime": "personalize", "pinpoint": "mobiletargeting",
        "sms-voice.pinpoint": "sms-voice", "servicecatalog-appregistry": "servicecatalog", "s3-control": "s3",
        "streams.dynamodb": "dynamodb", "lambda-url": "lambda",
    ]
}
