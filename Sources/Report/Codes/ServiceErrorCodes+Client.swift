/// What clients say when no answer came: no region, no host, no way to it.
extension ServiceErrorCodes {
    static let client: [CodePage] = [
        CodePage(
            code: "region-missing",
            title: "The client has no region",
            meaning: "The client could not tell which region to call.",
            looksLike: """
                You must specify a region (boto3, AWS CLI); Region is missing (JavaScript); Unable to load region \
                (Java); Invalid Configuration: Missing Region (Go).
                """,
            why: """
                No variable and no profile names one. boto3 and the AWS CLI read AWS_DEFAULT_REGION and not \
                AWS_REGION; most other SDKs the other way round.
                """,
            mend: "Export both, with the same value.",
            detection: "The client's error type, or the words about a region that is missing.",
            source: "https://docs.aws.amazon.com/sdkref/latest/guide/feature-region.html"),
        CodePage(
            code: "region-invalid",
            title: "The region's name is not one",
            meaning: "The client refused the name before sending anything.",
            looksLike: "Provided region_name 'us east 1' doesn't match a supported format.",
            why: "White space, quotes, a zone (us-east-1a) or a place name instead of a region's code.",
            mend: "`doctor env` shows the value with its origin and the nearest region.",
            detection: "The client's error type, or the words about a region that is not valid.",
            source: "https://docs.aws.amazon.com/sdkref/latest/guide/feature-region.html"),
        CodePage(
            code: "region-has-no-endpoint",
            title: "The region has no Bedrock endpoint",
            meaning: "The host of that region's endpoint does not exist.",
            looksLike: """
                Could not connect to the endpoint URL; getaddrinfo ENOTFOUND bedrock-runtime.REGION.amazonaws.com; \
                no such host
                """,
            why: "Bedrock is not offered in the region, or its name is misspelt: clients build a host for any name.",
            mend: "Use a region that has Bedrock; `doctor models --regions all` shows them.",
            detection: """
                A name that could not be resolved, and a region in which no public table has Bedrock; else it is \
                network-name-unresolved.
                """,
            source: "https://docs.aws.amazon.com/general/latest/gr/bedrock.html"),
        CodePage(
            code: "network-unreachable",
            title: "Bedrock's endpoint cannot be reached from here",
            meaning: "The host exists, and no connection or answer came.",
            looksLike: "Connect timeout on endpoint URL; connection refused; no route to host",
            why: """
                A private subnet without NAT or VPC endpoint, a firewall, or a proxy that is not set. \
                bedrock-runtime and bedrock are different hosts: one may work without the other.
                """,
            mend: """
                `doctor check -v` shows name lookup, connection and TLS with their times. It is no matter of \
                access.
                """,
            detection: "The client's error type or words, with a host that is known to exist.",
            source: "https://docs.aws.amazon.com/bedrock/latest/userguide/vpc-interface-endpoints.html"),
    ]
}
