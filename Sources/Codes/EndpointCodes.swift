/// The pages about where requests go.
extension FindingCode {
    package static let configEndpointRegional = FindingCode(
        "config-endpoint-regional", in: .endpoint,
        title: "Requests go to the region's own endpoint",
        meaning: "No override is in effect.",
        looksLike: "A pass line with the URL.",
        why: "The host follows from the region, the partition and the FIPS and dual-stack flags.",
        fix: """
            Nothing to fix. To go through a VPC endpoint or a gateway, name it: \
            AWS_ENDPOINT_URL_BEDROCK_RUNTIME.
            """,
        detection: "No flag and no variable names an endpoint.",
        source: "https://docs.aws.amazon.com/general/latest/gr/bedrock.html")

    package static let configEndpointOverride = FindingCode(
        "config-endpoint-override", in: .endpoint,
        title: "Requests go to an endpoint of your own",
        meaning: "A flag or a variable names the endpoint.",
        looksLike: "Calls that end at a proxy, a gateway or a mock.",
        why:
            "AWS_ENDPOINT_URL_BEDROCK_RUNTIME wins over AWS_ENDPOINT_URL. PRX reads neither and calls "
            + "the region's own host, so findings through the override may not apply to PRX.",
        fix: "If that is not intended, unset the variable that the finding names.",
        detection: "The flag, then the two variables, unless AWS_IGNORE_CONFIGURED_ENDPOINT_URLS is true.",
        source: "https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html")

    package static let configEndpointMalformed = FindingCode(
        "config-endpoint-malformed", in: .endpoint,
        title: "The endpoint is not a URL",
        meaning: "The override cannot be used, and nothing is sent to another endpoint instead.",
        looksLike: "\"Invalid endpoint\" from SDKs.",
        why: "The scheme is missing, a port is wrong, or a user name, query or fragment was put in.",
        fix: "Write it as https://host[:port][/path], or unset the variable.",
        detection: "The URL's parts. It is not shown where it may hold a password.",
        source: "RFC 3986, section 3")

    package static let configEndpointIgnored = FindingCode(
        "config-endpoint-ignored", in: .endpoint,
        title: "The endpoint override has no effect",
        meaning: "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS is true.",
        looksLike: "Calls go to AWS although an endpoint is set.",
        why: "The flag turns all configured endpoints off.",
        fix: "unset AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
        detection: "The flag and an override are both set.",
        source: "https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html")

    package static let configEndpointControlPlaneOnly = FindingCode(
        "config-endpoint-control-plane-only", in: .endpoint,
        title: "The override is for the control plane only",
        meaning: "AWS_ENDPOINT_URL_BEDROCK moves lists of models and profiles, not model calls.",
        looksLike: "Converse goes to AWS although an endpoint is set.",
        why: "The runtime has a variable of its own.",
        fix: "Set AWS_ENDPOINT_URL_BEDROCK_RUNTIME to the runtime's URL.",
        detection: "The first variable is set and the second is not.",
        source: "https://docs.aws.amazon.com/sdkref/latest/guide/ss-endpoints-table.html")

    package static let configEndpointControlPlane = FindingCode(
        "config-endpoint-control-plane", in: .endpoint,
        title: "The endpoint is the control plane",
        meaning: "bedrock.REGION lists models; Converse is served by bedrock-runtime.REGION.",
        looksLike: "UnknownOperationException, or a 404 without a body.",
        why: "The two hosts differ by one word.",
        fix: "export AWS_ENDPOINT_URL_BEDROCK_RUNTIME=https://bedrock-runtime.REGION.amazonaws.com",
        detection: "The service label of the host.",
        source: "https://docs.aws.amazon.com/general/latest/gr/bedrock.html")

    package static let configEndpointOtherService = FindingCode(
        "config-endpoint-other-service", in: .endpoint,
        title: "The endpoint belongs to another service",
        meaning: "The host is AWS's, but not Bedrock's runtime.",
        looksLike: "\"Credential should be scoped to correct service\".",
        why: "AWS_ENDPOINT_URL was set for one service and applies to all of them.",
        fix: "Use the service's own variable, AWS_ENDPOINT_URL_<SERVICE>, and unset AWS_ENDPOINT_URL.",
        detection: "The service label of the host.",
        source: "https://docs.aws.amazon.com/sdkref/latest/guide/ss-endpoints-table.html")

    package static let configEndpointRegionMismatch = FindingCode(
        "config-endpoint-region-mismatch", in: .endpoint,
        title: "The endpoint's region is not the region in the signature",
        meaning: "The host is in one region, the signature's scope names another.",
        looksLike: "\"Credential should be scoped to a valid region.\"",
        why: "The signing region comes from AWS_REGION and does not follow the host.",
        fix: "export AWS_REGION with the host's region, or unset the override.",
        detection: "The region label of the host, VPC endpoints included, against the region in use.",
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html")

    package static let configEndpointInsecure = FindingCode(
        "config-endpoint-insecure", in: .endpoint,
        title: "The endpoint is plain http",
        meaning: "Requests and answers travel unencrypted to another machine.",
        looksLike: "No symptom, which is the trouble.",
        why: "A gateway was set up without TLS.",
        fix: "Use https. On this machine itself, plain http is accepted.",
        detection: "The scheme, and whether the host is a loopback one.",
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/data-encryption.html")

    package static let configEndpointVariant = FindingCode(
        "config-endpoint-variant", in: .endpoint,
        title: "FIPS or dual stack chooses another host",
        meaning: "AWS_USE_FIPS_ENDPOINT or AWS_USE_DUALSTACK_ENDPOINT is true.",
        looksLike: "Tools that follow the flag and tools that do not call different hosts.",
        why: "Not every tool reads the flag; PRX, for one, always calls the plain host.",
        fix: """
            Nothing to fix if FIPS or dual-stack is intended. Otherwise unset AWS_USE_FIPS_ENDPOINT or \
            AWS_USE_DUALSTACK_ENDPOINT.
            """,
        detection: "The flags, when no override is in effect.",
        source: "https://docs.aws.amazon.com/sdkref/latest/guide/feature-endpoints.html")

    package static let configFIPSUnlisted = FindingCode(
        "config-fips-unlisted", in: .endpoint,
        title: "AWS lists no FIPS host in the region",
        meaning: "AWS_USE_FIPS_ENDPOINT is true, and the host it leads to may not exist.",
        looksLike: "\"Could not resolve host: bedrock-runtime-fips...\".",
        why: "FIPS hosts exist in some North American regions only.",
        fix: "unset AWS_USE_FIPS_ENDPOINT, or choose a region that has one.",
        detection: "The endpoint data of AWS's SDKs.",
        source: "https://aws.amazon.com/compliance/fips/")

    package static let configFlagMalformed = FindingCode(
        "config-flag-malformed", in: .endpoint,
        title: "A flag is neither true nor false",
        meaning: "The value is something else, such as 1 or yes.",
        looksLike: "The flag seems to have no effect, or an SDK stops with an error.",
        why: "AWS's flags accept only these two words.",
        fix: "Write true or false, or unset the variable.",
        detection: "The value is neither true nor false, in lower or upper case.",
        source: "https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html")

    package static let configSkewCorrectionDisabled = FindingCode(
        "config-skew-correction-disabled", in: .endpoint,
        title: "Clock skew correction is turned off",
        meaning: "AWS_DISABLE_CLOCK_SKEW_CORRECTION is true.",
        looksLike: "\"Signature expired\" on every request once the clock is more than five minutes off.",
        why: "Somebody wanted the SDKs to trust the local clock.",
        fix: "unset AWS_DISABLE_CLOCK_SKEW_CORRECTION, and keep the clock right: doctor clock",
        detection: "The variable's value is true, in lower or upper case.",
        source: "https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html")

    package static let configVariableMisnamed = FindingCode(
        "config-variable-misnamed", in: .endpoint,
        title: "An endpoint is set under a name that nothing reads",
        meaning: "A variable's name is close to that of an endpoint override.",
        looksLike: "Calls go to AWS although an endpoint seems to be set.",
        why: "A typo, lower case, or another tool's name.",
        fix: "Rename it; the finding has the command.",
        detection: "The name differs in case only, is a known wrong one, or is at most two edits away.",
        source: "https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html")

    static let endpointCodes: [FindingCode] = [
        configEndpointRegional, configEndpointOverride, configEndpointMalformed, configEndpointIgnored,
        configEndpointControlPlaneOnly, configEndpointControlPlane, configEndpointOtherService,
        configEndpointRegionMismatch, configEndpointInsecure, configEndpointVariant, configFIPSUnlisted,
        configFlagMalformed, configSkewCorrectionDisabled, configVariableMisnamed,
    ]
}
