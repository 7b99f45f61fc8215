/// What clients say when no answer came: no region, no host, no way to it.
extension FindingCode {
    package static let regionMissing = FindingCode(
        "region-missing", in: .service,
        title: "The client has no region",
        meaning: "The client could not determine which region to call.",
        looksLike: """
            You must specify a region (boto3, AWS CLI); Region is missing (JavaScript); Unable to load region \
            (Java); Invalid Configuration: Missing Region (Go).
            """,
        why: """
            No variable and no profile names one. boto3 and the AWS CLI read AWS_DEFAULT_REGION and not \
            AWS_REGION; most other SDKs the other way round.
            """,
        fix: "Export both, with the same value.",
        detection: "The client's error type, or the words about a region that is missing.",
        source: "https://docs.aws.amazon.com/sdkref/latest/guide/feature-region.html")

    package static let regionInvalid = FindingCode(
        "region-invalid", in: .service,
        title: "The region name is not valid",
        meaning: "The client refused the name before sending anything.",
        looksLike: "Provided region_name 'us east 1' doesn't match a supported format.",
        why: "White space, quotes, a zone (us-east-1a) or a place name instead of a region's code.",
        fix: "`doctor env` shows the value with its origin and the nearest region.",
        detection: "The client's error type, or the words about a region that is not valid.",
        source: "https://docs.aws.amazon.com/sdkref/latest/guide/feature-region.html")

    package static let regionHasNoEndpoint = FindingCode(
        "region-has-no-endpoint", in: .service,
        title: "The region has no Bedrock endpoint",
        meaning: "The host of that region's endpoint does not exist.",
        looksLike: """
            Could not connect to the endpoint URL; getaddrinfo ENOTFOUND bedrock-runtime.REGION.amazonaws.com; \
            no such host
            """,
        why: "Bedrock is not offered in the region, or its name is misspelt: clients build a host for any name.",
        fix: "Use a region that has Bedrock; `doctor models --regions all` shows them.",
        detection: """
            A name that could not be resolved, and a region in which no public table has Bedrock; else it is \
            network-name-unresolved.
            """,
        source: "https://docs.aws.amazon.com/general/latest/gr/bedrock.html")

    package static let networkUnreachable = FindingCode(
        "network-unreachable", in: .service,
        title: "Bedrock's endpoint cannot be reached from here",
        meaning: "The host exists, and no connection or answer came.",
        looksLike: "Connect timeout on endpoint URL; connection refused; no route to host",
        why: """
            A private subnet without NAT or VPC endpoint, a firewall, or a proxy that is not set. \
            bedrock-runtime and bedrock are different hosts: one may work without the other.
            """,
        fix: """
            `doctor check -v` shows name lookup, connection and TLS with their times. It has nothing to do with \
            access.
            """,
        detection: "The client's error type or words, with a host that is known to exist.",
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/vpc-interface-endpoints.html")

    package static let credentialsServiceUnreachable = FindingCode(
        "credentials-service-unreachable", in: .service,
        title: "The service that hands out this machine's credentials does not answer",
        meaning: """
            The client found no keys in its environment and profiles, and asked the address at which a machine, a \
            container or a pod on AWS gets those of its role. No answer came from there; Bedrock was not called.
            """,
        looksLike: """
            Connect timeout on endpoint URL: "http://169.254.169.254/latest/api/token"; the same with 169.254.170.2 \
            (ECS) or 169.254.170.23 (EKS Pod Identity)
            """,
        why: """
            Away from AWS nothing answers there, and the client comes to that address only because it has no keys. On \
            EC2, a container is one hop further than the instance's metadata service allows, or the service is \
            switched off; anywhere, a proxy takes the call.
            """,
        fix: """
            Away from AWS: give the client keys. On EC2 in a container: raise the hop limit to 2. With a proxy: put \
            the address into NO_PROXY.
            """,
        detection: "A failure of the network whose address is one of the link-local ones that AWS documents.",
        source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html")

    package static let profileNotFound = FindingCode(
        "profile-not-found", in: .service,
        title: "The profile does not exist",
        meaning: "The client is set to use a profile that the files on this machine do not have.",
        looksLike: "The config profile (NAME) could not be found",
        why: """
            AWS_PROFILE or --profile is misspelt, the files belong to another user (sudo, a container), or \
            AWS_CONFIG_FILE names another file. In ~/.aws/config the section is called [profile NAME].
            """,
        fix: "`aws configure list-profiles` shows the existing names.",
        detection: "The error type ProfileNotFound, or the words about a profile that cannot be found.",
        source: "https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html")

    package static let clientTooOld = FindingCode(
        "client-too-old", in: .service,
        title: "The client is older than the operation",
        meaning: "The SDK or the AWS CLI does not know the service or the operation. Nothing was sent.",
        looksLike: """
            'BedrockRuntime' object has no attribute 'converse'; Unknown service: 'bedrock-runtime'; argument \
            command: Invalid choice
            """,
        why: """
            Bedrock came in September 2023 (boto3 1.28.57, botocore 1.31.57), Converse on 30 May 2024 (boto3 and \
            botocore 1.34.116, AWS CLI 2.15.60, bedrockruntime 1.9.0 for Go). Runtimes such as Lambda's bring an older \
            one along, and an environment may hold two.
            """,
        fix: "Upgrade the client where it runs, boto3 and botocore together, and look which one is really loaded.",
        detection: """
            The words about an unknown service, an unknown command or a client object without the method of an \
            operation.
            """,
        source: "https://github.com/boto/boto3/blob/develop/CHANGELOG.rst")

    package static let clientRefused = FindingCode(
        "client-refused", in: .service,
        title: "The client itself refused, and sent nothing",
        meaning: """
            A library or a program stopped by itself: its arguments, its configuration, its list of models or providers, a package that it \
            needs, or a client that was closed before. AWS was not asked: nothing follows about the model, the account or the keys.
            """,
        looksLike: """
            3 validation errors for BedrockChat; Unknown model: 'X', only these are supported: ...; Unknown provider: \
            bedrock; Provider X model does not support chat; Connection pool shut down; Unrecognized key(s) in object
            """,
        why: """
            The library is older than the model, takes other arguments than it was given, or calls its provider by another \
            name.
            """,
        fix: """
            Update the library, give the arguments that its version takes, or use its class for Converse, which takes any \
            model.
            """,
        detection:
            "Words by which libraries refuse an argument, a model or a provider themselves, without an answer of AWS's.",
        source: "https://docs.pydantic.dev/latest/errors/validation_errors/")

    package static let clientPoolFull = FindingCode(
        "client-pool-full", in: .service,
        title: "All connections of the client are in use",
        meaning: """
            The client keeps a limited number of connections, and none became free in time. The call waited in the client: \
            no packet was sent, and neither the network nor a quota of AWS's is the cause.
            """,
        looksLike: """
            Timeout waiting for connection from pool; Acquire operation took longer than the configured maximum time; socket \
            usage at capacity=50 and 123 additional requests are enqueued; Connection pool is full, discarding connection
            """,
        why: """
            More calls at once than the pool has connections, or streams that were opened and neither read to their end nor \
            closed: each keeps its connection.
            """,
        fix: "Close what was opened, call less at once, or raise the pool's size.",
        detection: "The words of HTTP clients about their own pool.",
        source: "https://docs.aws.amazon.com/sdk-for-java/latest/developer-guide/http-configuration.html")

    package static let arnRegionMismatch = FindingCode(
        "arn-region-mismatch", in: .service,
        title: "The ARN belongs to another region than the one called",
        meaning: "A profile or a model of one region's ARN cannot be called in another.",
        looksLike:
            "400 ValidationException: The provided model identifier is invalid, with an ARN of another region.",
        why: """
            The ARN was copied from one region, and the client's region comes from elsewhere: AWS_REGION, a profile, \
            a default.
            """,
        fix: "Call the region that the ARN names, or use the ARN, or the id, of the region that you call.",
        detection: "The region in the ARN and the one in the endpoint or in the signature.",
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-use.html")

    package static let resourceNotFound = FindingCode(
        "resource-not-found", in: .service,
        title: "What the call names does not exist there",
        meaning: """
            The service knows no agent, alias, knowledge base, flow, function, bucket or other thing of that name or id in this \
            account and region. Keys and permissions were taken.
            """,
        looksLike: """
            404 ResourceNotFoundException when calling the InvokeAgent operation: Failed to retrieve resource because it doesn't \
            exist; 404 NoSuchBucket; Function not found
            """,
        why: """
            A name in place of the id, an id with a character more or less, another region or account than the one it was made in, \
            or a thing that was deleted.
            """,
        fix: "Compare the id with what is listed in this region, with these very credentials.",
        detection: """
            The type ResourceNotFoundException, or S3's and IAM's names for the same, of an operation that is not about models.
            """,
        source: "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent-runtime_InvokeAgent.html")

    package static let programFailed = FindingCode(
        "program-failed", in: .service,
        title: "The program itself failed",
        meaning: """
            A program stumbled in its own code, or the function, container or agent's runtime in which it runs ended or did not start. Its own \
            log has the cause; no refusal by AWS is shown.
            """,
        looksLike: """
            Runtime exited with error: signal: killed Runtime.ExitError; 424 Client Error: Failed Dependency for url: \
            https://bedrock-agentcore...; Runtime initialization time exceeded
            """,
        why: """
            Too little memory, an import that fails, a port on which nothing listens, a role that may not pull the image.
            """,
        fix: "Read the log of the function or runtime; give it more memory, or mend what it could not start.",
        detection: """
            The words in which AWS Lambda and Bedrock AgentCore say that what they run has ended or did not start, and exceptions of a \
            language's runtime beside a client of Bedrock.
            """,
        source: "https://docs.aws.amazon.com/lambda/latest/dg/troubleshooting-invocation.html")

    static let serviceClient: [FindingCode] = [
        regionMissing, regionInvalid, regionHasNoEndpoint, networkUnreachable, credentialsServiceUnreachable,
        profileNotFound, clientTooOld, clientRefused, clientPoolFull, arnRegionMismatch, resourceNotFound,
        programFailed,
    ]
}
