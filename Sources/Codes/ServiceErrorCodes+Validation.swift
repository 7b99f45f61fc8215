/// Requests that were read and not taken: credentials, region and access are right then.
extension FindingCode {
    package static let validationCacheUnsupported = FindingCode(
        "validation-cache-unsupported", in: .service,
        title: "The model does not cache prompts",
        meaning: """
            A cachePoint was sent to a model, or in a place, that does not take one. The status may be 403; it \
            is not a matter of access.
            """,
        looksLike: """
            403 AccessDeniedException: You invoked an unsupported model or your request did not allow prompt \
            caching.
            """,
        why: "Prompt caching exists for some models only, with a limit on the number of cache points.",
        fix: "Leave cachePoint out for this model.",
        detection: "The words about prompt caching or cache points, whatever the status.",
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html")

    package static let validationContextLength = FindingCode(
        "validation-context-length", in: .service,
        title: "The input is too long for the model",
        meaning: "The conversation does not fit into the model's context window.",
        looksLike: """
            400 ValidationException: Input is too long for requested model; prompt is too long: N tokens > M \
            maximum
            """,
        why: "A long history, large documents, or many tools.",
        fix: """
            Shorten or summarise the conversation, or use a model with a larger window. `count-tokens` counts \
            without cost where the model can.
            """,
        detection: "The words about an input, a prompt or a context that is too long.",
        source: "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html")

    package static let validationConverseUnsupported = FindingCode(
        "validation-converse-unsupported", in: .service,
        title: "The model does not take part in Converse",
        meaning: "The id is right, but this kind of model has no conversation.",
        looksLike: """
            400 ValidationException: This action doesn't support the model that you provided. Try again with a \
            supported text or chat model.
            """,
        why: "Embedding, image and some imported models are served by InvokeModel only.",
        fix: "Use a chat model, or InvokeModel for this one.",
        detection: "The words about an action that does not support the model.",
        source: """
            https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-supported-models-features.html
            """)

    package static let validationMaxTokens = FindingCode(
        "validation-max-tokens", in: .service,
        title: "maxTokens is outside what the model allows",
        meaning: "The output asked for is longer than the model can give, or its limit is below 1.",
        looksLike: "400 ValidationException: The maximum tokens you requested exceeds the model limit of N.",
        why: "A limit copied from another model, or 0 or -1 for no limit.",
        fix: """
            Set inferenceConfig.maxTokens from 1 to the number in the message, or leave it out. With reasoning on, its budget must \
            stay below it.
            """,
        detection: "The words about maximum tokens and a limit.",
        source: "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html")

    package static let validationMessages = FindingCode(
        "validation-messages", in: .service,
        title: "The conversation has a form that the model does not take",
        meaning: "A message, a content block or a tool result is missing, empty or out of order.",
        looksLike: """
            400 ValidationException: A conversation must start with a user message; The text field in the \
            ContentBlock object at messages.15.content.0 is blank; Expected toolResult blocks at ...
            """,
        why: """
            Trimmed histories that begin with an assistant's turn, empty texts, a toolUse without its \
            toolResult in the next user message.
            """,
        fix: "Fix the block that the message names.",
        detection: "The words messages, content block, toolUse or toolResult with a word for what is wrong.",
        source: "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html")

    package static let validationSamplingParams = FindingCode(
        "validation-sampling-params", in: .service,
        title: "The model does not take these sampling parameters",
        meaning: "temperature, topP, topK or stop sequences are outside what the model accepts.",
        looksLike: "400 ValidationException: `temperature` and `top_p` cannot both be specified for this model.",
        why: "Newer models take one of the two or neither, and ranges differ.",
        fix: "Leave out the parameter that the message names.",
        detection: "The parameter's name with a word for what is wrong.",
        source: "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html")

    package static let validationSystemUnsupported = FindingCode(
        "validation-system-unsupported", in: .service,
        title: "The model takes no system prompt",
        meaning: "The model's template has no place for it.",
        looksLike: "400 ValidationException: This model doesn't support system messages.",
        why: "Titan Text, Mistral Instruct and other older models.",
        fix: "Put the text into the first user message.",
        detection: "The words about system messages or prompts.",
        source: "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html")

    package static let validationToolUnsupported = FindingCode(
        "validation-tool-unsupported", in: .service,
        title: "The model takes no tools",
        meaning: "toolConfig was sent to a model without tool use, or without it while streaming.",
        looksLike: "400 ValidationException: This model doesn't support tool use (in streaming mode).",
        why: "Tool use differs by model; some have it only for answers given at once.",
        fix: "Leave toolConfig out, do not stream, or use another model.",
        detection: "The words about tools with a word for not supported.",
        source: "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html")

    package static let validationRequest = FindingCode(
        "validation-request", in: .service,
        title: "The request has a form that Bedrock does not take",
        meaning: "A member is missing, unknown, or of the wrong kind.",
        looksLike: """
            400 ValidationException: Malformed input request ...; 1 validation error detected: Value at ... \
            failed to satisfy constraint
            """,
        why: "A client that builds requests for another API or another model.",
        fix: "Fix the member that the message names.",
        detection: "A validation error that no narrower code covers.",
        source: "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html")

    static let serviceValidation: [FindingCode] = [
        validationCacheUnsupported, validationContextLength, validationConverseUnsupported, validationMaxTokens,
        validationMessages, validationSamplingParams, validationSystemUnsupported, validationToolUnsupported,
        validationRequest,
    ]
}
