/// Throttling, quotas, and failures of the service itself: access is not the matter.
extension FindingCode {
    package static let throttled = FindingCode(
        "throttled", in: .service,
        title: "Throttled: too many requests or tokens in a short time",
        meaning: "Access works; the account's rate for this model is used up for now.",
        looksLike: "429 ThrottlingException: Too many requests (or tokens), please wait before trying again.",
        why: """
            Requests or tokens per minute are over the quota. maxTokens is counted in advance, so a high one \
            exhausts it early.
            """,
        fix: """
            Wait and retry with exponential backoff and jitter; lower maxTokens; ask for more in \
            Service Quotas; use a cross-region profile.
            """,
        detection: "Status 429 or the error type, or the words; a limit per day is quota-daily-tokens.",
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html")

    package static let quotaDailyTokens = FindingCode(
        "quota-daily-tokens", in: .service,
        title: "The daily token quota is used up",
        meaning: "No more tokens today for this model, or none at all for this account.",
        looksLike: "429 ThrottlingException: Too many tokens per day, please wait before trying again.",
        why: """
            The day's quota is spent. If every model says so at the first call, the account is new, free or not \
            verified, and its quota is near zero.
            """,
        fix: """
            In the first case the next day brings a new quota; ask for a larger one. In the second waiting does \
            not help: ask AWS Support.
            """,
        detection: "The words tokens per day, or a daily limit, in a refusal for throttling.",
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html")

    package static let quotaExceeded = FindingCode(
        "quota-exceeded", in: .service,
        title: "A service quota is exceeded",
        meaning: "The account has reached a limit of the service.",
        looksLike: "400 ServiceQuotaExceededException: Your request exceeds the service quota for your account.",
        why: "A limit on size, number or concurrency that is not a rate.",
        fix: "See the quota in Service Quotas and ask for more, or ask for less in the request.",
        detection: "The error type, or the words about a service quota.",
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/quotas.html")

    package static let modelNotReady = FindingCode(
        "model-not-ready", in: .service,
        title: "The model is not ready yet",
        meaning: "The model is known and being brought up.",
        looksLike: "429 ModelNotReadyException: Model is not ready for inference.",
        why: "Imported and provisioned models are loaded on first use.",
        fix: "Retry after some seconds; AWS SDKs do so on their own.",
        detection: "The error type ModelNotReadyException, or words about a model that is not ready.",
        source: "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html")

    package static let modelTimeout = FindingCode(
        "model-timeout", in: .service,
        title: "The model took too long",
        meaning: "The model began to answer and did not finish in time.",
        looksLike: """
            408 ModelTimeoutException: Model has timed out in processing the request. Try your request again.
            """,
        why: "A long prompt or a high maxTokens on a busy model.",
        fix: "Retry, stream the answer, or ask for less.",
        detection: "The error type, status 408, or the words.",
        source: "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html")

    package static let modelError = FindingCode(
        "model-error", in: .service,
        title: "The model failed while answering",
        meaning: "The service reached the model, and the model failed.",
        looksLike: "424 ModelErrorException: The system encountered an unexpected error during processing.",
        why: "A fault in the model, or an input that it cannot take. The answer may hold the model's own status.",
        fix: "Retry once. If it stays, change the input: the same request will fail again.",
        detection: "The error type, status 424, or the words.",
        source: "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html")

    package static let serviceUnavailable = FindingCode(
        "service-unavailable", in: .service,
        title: "The service is unavailable for now",
        meaning: "Bedrock cannot take the request at this moment. It is demand, not the account's quota.",
        looksLike: "503 ServiceUnavailableException, or: Bedrock is unable to process your request.",
        why: "More demand than capacity in the region.",
        fix: "Retry with exponential backoff, or use a cross-region profile or another region.",
        detection: "The error type, the status or the words.",
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html")

    package static let internalError = FindingCode(
        "internal", in: .service,
        title: "Bedrock had an internal error",
        meaning: "A fault of the service; nothing in the request explains it.",
        looksLike: "500 InternalServerException: An internal server error occurred. Retry your request.",
        why: "A temporary fault on AWS's side.",
        fix: "Retry with exponential backoff. If it lasts, give the request id to AWS Support.",
        detection: "The error type, the status or the words.",
        source: "https://docs.aws.amazon.com/bedrock/latest/APIReference/CommonErrors.html")

    package static let answerNotFromService = FindingCode(
        "answer-not-from-service", in: .service,
        title: "The answer does not come from Bedrock",
        meaning: "A web page, or an answer of no known form, came back in Bedrock's place.",
        looksLike: """
            HTML instead of JSON, no x-amzn-RequestId, a login page; a 401, 403, 404, 502 or 504 of a proxy, a \
            gateway or a firewall; or a 200 that is not a message.
            """,
        why: "A proxy, a hotel network, a gateway or an endpoint URL that points elsewhere.",
        fix: """
            Look at proxy and endpoint variables with `doctor env`, and at the whole answer with `curl -sv` and the \
            endpoint's URL.
            """,
        detection: """
            No x-amzn-RequestId and no x-amzn-ErrorType, which AWS's answers carry, and words that fit no error of \
            Bedrock's; the body begins as a web page, or a success holds nothing that Converse answers with.
            """,
        source: "https://docs.aws.amazon.com/bedrock/latest/APIReference/CommonErrors.html")

    package static let unknownError = FindingCode(
        "unknown-error", in: .service,
        title: "The answer is of an unknown kind",
        meaning: "What could be read is in the evidence; no cause is guessed from it.",
        looksLike: "A text that fits none of the codes of this registry.",
        why: "AWS words new refusals, and gateways have their own.",
        fix: """
            Run `doctor check`, which checks credentials, clock, region and model separately, without the text. Give \
            the request id to AWS Support.
            """,
        detection: "No rule fits the words, the error type or the status.",
        source: "https://docs.aws.amazon.com/bedrock/latest/APIReference/CommonErrors.html")

    static let serviceBusy: [FindingCode] = [
        throttled, quotaDailyTokens, quotaExceeded, modelNotReady, modelTimeout, modelError, serviceUnavailable,
        internalError, answerNotFromService, unknownError,
    ]
}
