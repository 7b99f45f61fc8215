/// Models: their ids, regions, profiles and lives.
extension FindingCode {
    package static let onDemandUnsupportedNeedsInferenceProfile = FindingCode(
        "on-demand-unsupported-needs-inference-profile", in: .service,
        title: "The model can only be called through an inference profile",
        meaning: "The id is right and the region has the model, but not on demand.",
        looksLike: """
            400 ValidationException: Invocation of model ID ... with on-demand throughput isn't supported. \
            Retry your request with the ID or ARN of an inference profile ...
            """,
        why: "Most models since 2025 are served through profiles that spread calls over several regions.",
        fix: """
            Put the prefix of the region's profile before the id: us., eu., jp., au., apac. or global. `aws \
            bedrock list-inference-profiles --type-equals SYSTEM_DEFINED` shows which exist; the prefix does \
            not follow from the region's name alone.
            """,
        detection: "The words about on-demand throughput or about an inference profile to use.",
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html")

    package static let modelNotInRegion = FindingCode(
        "model-not-in-region", in: .service,
        title: "The region does not have this model",
        meaning: "The model exists, but not in the region that was called.",
        looksLike: """
            404 ResourceNotFoundException: Could not resolve the foundation model from the provided model \
            identifier.
            """,
        why: "Models are offered region by region; many are reached from others only by a profile.",
        fix: "`doctor models --regions all --models ID` shows where it works.",
        detection: """
            The words about a model that cannot be resolved or is not available in the region; or an invalid id \
            that the catalog knows to be right elsewhere.
            """,
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/models-regions.html")

    package static let modelIDInvalid = FindingCode(
        "model-id-invalid", in: .service,
        title: "Bedrock does not know this model id",
        meaning: "No model, profile or ARN of that name can be called here.",
        looksLike: "400 ValidationException: The provided model identifier is invalid.",
        why: """
            A misspelt id (an added or missing :0 or -v1), an id of another tool (bedrock/..., anthropic/..., \
            ...[1m]), a profile of another part of the world, an ARN without its account id, or a model past \
            its end of life.
            """,
        fix: """
            `doctor check --model ID` names the nearest known id. `aws bedrock list-foundation-models` shows \
            the region's own.
            """,
        detection: """
            The words about an invalid identifier or a pattern that does not match. The same text is said of \
            dead models, so model-end-of-life is named beside it, or first when the catalog knows the date.
            """,
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/models-supported.html")

    package static let arnPathEncoding = FindingCode(
        "arn-path-encoding", in: .service,
        title: "The ARN was cut at its slash on the way",
        meaning: "An ARN has to travel as one path segment; a raw slash makes two of it.",
        looksLike: """
            400 ValidationException: The provided model identifier is invalid, or 404 UnknownOperationException, and \
            only with ARNs.
            """,
        why: """
            The client put the ARN into the URL without encoding the slash, or a library or gateway decoded \
            %2F.
            """,
        fix: "Send / as %2F; the canonical request then has %252F. The mock shows the path as it arrived.",
        detection: """
            An ARN was asked for and the id was called invalid, or the operation unknown; named as `possible`.
            """,
        source: "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html")

    package static let modelEndOfLife = FindingCode(
        "model-end-of-life", in: .service,
        title: "The model has reached the end of its life",
        meaning: "AWS has switched this version off.",
        looksLike: """
            404 ResourceNotFoundException: This model version has reached the end of its life. Some models \
            answer 400 ValidationException: The provided model identifier is invalid instead.
            """,
        why: "Every version is retired some time after its provider marks it as legacy.",
        fix: "Move to the successor that the report names.",
        detection: "The words of the answer, or an invalid id whose end-of-life date in the catalog has passed.",
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle.html")

    package static let legacyModelLocked = FindingCode(
        "legacy-model-locked", in: .service,
        title: "The model is a legacy one that this account has not used lately",
        meaning: "Legacy models stay open only to accounts that keep using them.",
        looksLike: """
            404 ResourceNotFoundException: Access denied. This Model is marked by provider as Legacy and you have \
            not been actively using the model in the last 30 days.
            """,
        why: "The version is on its way out; new customers and idle accounts are shut out first.",
        fix: "Move to the successor. Asking for access does not bring it back.",
        detection: "The words marked as Legacy, or not actively using the model.",
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle.html")

    package static let countTokensUnsupported = FindingCode(
        "count-tokens-unsupported", in: .service,
        title: "The model cannot count tokens",
        meaning: "CountTokens works with bare ids of some models.",
        looksLike: "400 ValidationException: The provided model doesn't support counting tokens",
        why: "The model has no counting, or the id is a profile's.",
        fix: "Use the bare id, or probe with a one-token call: `doctor models --probe converse`.",
        detection: "The words about counting tokens. It says nothing about access.",
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/count-tokens.html")

    package static let guardrailNotFound = FindingCode(
        "guardrail-not-found", in: .service,
        title: "The guardrail in the request does not exist here",
        meaning: "The guardrail's id or version is not known in this region and account.",
        looksLike: """
            400 ValidationException: The guardrail identifier or version provided in the request does not \
            exist.
            """,
        why: "A guardrail of another region or account, or a version that was never published.",
        fix: "`aws bedrock list-guardrails` shows those of the region.",
        detection: "The word guardrail with a word for not found or not valid.",
        source: "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html")

    package static let wrongEndpoint = FindingCode(
        "wrong-endpoint", in: .service,
        title: "The host does not serve this operation",
        meaning: "The call went to the wrong one of Bedrock's hosts.",
        looksLike: "404 UnknownOperationException, or: Operation unknown",
        why: """
            Control-plane calls (lists, availability) belong to bedrock.REGION, Converse and InvokeModel to \
            bedrock-runtime.REGION. A raw slash in an ARN does the same by making another path.
            """,
        fix: "Look at the endpoint variables with `doctor env`; AWS_ENDPOINT_URL covers both hosts.",
        detection: """
            The error type, or the words about an unknown operation; arn-path-encoding is named beside it.
            """,
        source: "https://docs.aws.amazon.com/general/latest/gr/bedrock.html")

    static let serviceModels: [FindingCode] = [
        onDemandUnsupportedNeedsInferenceProfile, modelNotInRegion, modelIDInvalid, arnPathEncoding, modelEndOfLife,
        legacyModelLocked, countTokensUnsupported, guardrailNotFound, wrongEndpoint,
    ]
}
