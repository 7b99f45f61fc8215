import Evidence
import Testing

/// What services and clients say of one member of a request, in each grammar they have for it.
@Suite struct MemberRefusalTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let text: String
        let refusals: [MemberRefusal]

        init(_ text: String, _ refusals: MemberRefusal...) {
            self.text = text
            self.refusals = refusals
        }

        var testDescription: String { String(text.prefix(70)) }
    }

    /// What the service's own model of the API refuses.
    static let constraints: [Row] = [
        Row(
            "1 validation error detected: Value 'ticket search' at 'toolConfig.tools.8.member.toolSpec.name' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_-]+",
            MemberRefusal(
                "toolConfig.tools.8.member.toolSpec.name", .pattern("[a-zA-Z0-9_-]+"), found: "ticket search")),
        Row(
            "Value at 'toolConfig.tools' failed to satisfy constraint: Member must have length greater than or equal to 1",
            MemberRefusal("toolConfig.tools", .lengthAtLeast("1"))),
        Row(
            "Value null at 'messages' failed to satisfy constraint: Member must not be null",
            MemberRefusal("messages", .required)),
        Row(
            "Value 'fast' at 'serviceTier.type' failed to satisfy constraint: Member must satisfy enum value set: [default, flex, priority]",
            MemberRefusal("serviceTier.type", .oneOf("default, flex, priority"), found: "fast")),
        Row(
            "Value '2.5' at 'inferenceConfig.temperature' failed to satisfy constraint: Member must have value less than or equal to 1",
            MemberRefusal("inferenceConfig.temperature", .atMost("1"), found: "2.5")),
    ]

    /// botocore's checks, before anything is sent.
    static let checks: [Row] = [
        Row(
            "Parameter validation failed:\nInvalid length for parameter toolConfig.tools[2].toolSpec.description, value: 0, valid min length: 1",
            MemberRefusal("toolConfig.tools[2].toolSpec.description", .lengthAtLeast("1"), found: "0")),
        Row(
            "Parameter validation failed:\nInvalid type for parameter serviceTier, value: flex, type: <class 'str'>, valid types: <class 'dict'>",
            MemberRefusal("serviceTier", .type("dict"), found: "flex")),
        Row(
            "Parameter validation failed:\nMissing required parameter in input: \"modelId\"",
            MemberRefusal("modelId", .required)),
        Row(
            "Parameter validation failed:\nUnknown parameter in inferenceConfig: \"max_tokens\", must be one of: maxTokens, temperature",
            MemberRefusal("inferenceConfig.max_tokens", .unknownAmong("maxTokens, temperature"))),
    ]

    /// Sentences with figures: lengths, tokens, counts.
    static let figures: [Row] = [
        Row(
            "The model returned the following errors: messages.4.content.1.image.source.bytes: image exceeds 5 MB maximum: 6000000 bytes > 5242880 bytes",
            MemberRefusal("messages.4.content.1.image.source.bytes", .bytesAtMost("5242880"), found: "6000000")),
        Row(
            "The model returned the following errors: too many images and documents: 3 + 19 > 20",
            MemberRefusal("images and documents", .countAtMost("20"), found: "3 images and 19 documents")),
        Row(
            "The model returned the following errors: prompt is too long: 210000 tokens > 200000 maximum",
            MemberRefusal("the input", .tokensAtMost("200000"), found: "210000")),
        Row(
            "The model returned the following errors: input length and `max_tokens` exceed context limit: 190000 + 20000 > 200000, decrease input length",
            MemberRefusal("max_tokens", .window(input: "190000", output: "20000", limit: "200000"))),
        Row(
            "The model returned the following errors: This model's maximum context length is 40000 tokens. However, you requested 16000\n output tokens and your prompt contains at least 24001 input tokens, for a total of at least 40001 tokens.",
            MemberRefusal("max_tokens", .window(input: "24001", output: "16000", limit: "40000"))),
        Row(
            "The model returned the following errors: This model's maximum context length is 30000 tokens. However, you requested 31500 tokens (21000 in the messages, 500 in the functions, and 10000 in the completion).",
            MemberRefusal("max_tokens", .window(input: "21500", output: "10000", limit: "30000"))),
        Row(
            "The model returned the following errors: Requested token count exceeds the model's maximum context length of 50000 tokens. You requested a total of 61000 tokens: 41000 tokens from the input messages and 20000 tokens for the completion.",
            MemberRefusal("max_tokens", .window(input: "41000", output: "20000", limit: "50000"))),
        Row(
            "The model returned the following errors: 'max_tokens' or 'max_completion_tokens' is too large: 9000. This model's maximum context length is 10000 tokens and your request has 2500 input tokens (9000 > 10000 - 2500).",
            MemberRefusal("max_tokens", .window(input: "2500", output: "9000", limit: "10000"))),
        Row(
            "The model returned the following errors: This model's maximum context length is 7000 tokens. However, your messages resulted in 7900 tokens.",
            MemberRefusal("the input", .tokensAtMost("7000"), found: "7900")),
        Row(
            "The model returned the following errors: max_tokens is too large: 33000. This model supports at most 12000 completion tokens, whereas you provided 33000.",
            MemberRefusal("max_tokens", .atMost("12000"), found: "33000")),
        Row(
            "The model returned the following errors: max_tokens: 70000 > 64000, which is the maximum allowed number of output tokens",
            MemberRefusal("max_tokens", .atMost("64000"), found: "70000")),
        Row(
            "The model returned the following errors: A maximum of 4 blocks with cache_control may be provided. Found 7.",
            MemberRefusal("cache_control", .countAtMost("4"), found: "7")),
    ]

    /// A value and the form that it must have.
    static let forms: [Row] = [
        Row(
            "Tool call id was fc_81-x but must be a-z, A-Z, 0-9, with a length of 9.",
            MemberRefusal("Tool call id", .pattern("^[a-zA-Z0-9]{9}$"), found: "fc_81-x")),
        Row(
            "The tool_call_id was 'weather:3' but must be exactly nine letters.",
            MemberRefusal("tool_call_id", .form("exactly nine letters"), found: "weather:3")),
        Row(
            "toolUseId 'a b' must match pattern '^[a-zA-Z0-9_-]+$'",
            MemberRefusal("toolUseId", .pattern("^[a-zA-Z0-9_-]+$"), found: "a b")),
        Row(
            "tool_call_id: expected 9 characters, got 31",
            MemberRefusal("tool_call_id", .form("exactly 9 characters long"), found: "31 characters")),
        Row(
            "temperature was 7 but must be between 0 and 1.",
            MemberRefusal("temperature", .form("between 0 and 1"), found: "7")),
        Row(
            "It fails since the update.\n\n> The model says: Tool call id was fc_81-x but must be a-z, A-Z, 0-9, with a length of 9.\n\nAny idea?",
            MemberRefusal("Tool call id", .pattern("^[a-zA-Z0-9]{9}$"), found: "fc_81-x")),
        Row(
            "It fails since the update.\n\n> The model says: The tool_call_id was 'weather:3' but must be exactly nine letters.\n\nAny idea?",
            MemberRefusal("tool_call_id", .form("exactly nine letters"), found: "weather:3")),
        Row(
            "It fails since the update.\n\n> The model says: toolUseId 'a b' must match pattern '^[a-zA-Z0-9_-]+$'\n\nAny idea?",
            MemberRefusal("toolUseId", .pattern("^[a-zA-Z0-9_-]+$"), found: "a b")),
        Row(
            "It fails since the update.\n\n> The model says: tool_call_id: expected 9 characters, got 31\n\nAny idea?",
            MemberRefusal("tool_call_id", .form("exactly 9 characters long"), found: "31 characters")),
        Row(
            "It fails since the update.\n\n> The model says: temperature was 7 but must be between 0 and 1.\n\nAny idea?",
            MemberRefusal("temperature", .form("between 0 and 1"), found: "7")),
    ]

    /// A field that is named.
    static let fields: [Row] = [
        Row(
            "metadata.user: Extra inputs are not permitted", MemberRefusal("metadata.user", .unknown)),
        Row(
            "thinking.enabled.budget_tokens: Input should be greater than or equal to 1024",
            MemberRefusal("thinking.enabled.budget_tokens", .atLeast("1024"))),
        Row(
            "This model doesn't support the toolConfig.toolChoice.tool field. Remove toolConfig.toolChoice.tool and try again.",
            MemberRefusal("toolConfig.toolChoice.tool", .unsupported)),
        Row(
            "The value at toolConfig.tools.3.toolSpec.inputSchema.json.type must be one of the following: object.",
            MemberRefusal("toolConfig.tools.3.toolSpec.inputSchema.json.type", .oneOf("object"))),
    ]

    /// Sizes and names of the providers' own checks.
    static let providers: [Row] = [
        Row(
            "tools.0.custom.name: String should match pattern '^[a-z]{1,128}$'",
            MemberRefusal("tools.0.custom.name", .pattern("^[a-z]{1,128}$"))),
        Row(
            "system.0.text: String should have at least 1 character",
            MemberRefusal("system.0.text", .lengthAtLeast("1"))),
        Row(
            "stop_sequences: List should have at most 4 items", MemberRefusal("stop_sequences", .lengthAtMost("4"))),
        Row(
            "Malformed input request: expected maxLength: 20480, actual: 35000, please reformat",
            MemberRefusal("the input", .lengthAtMost("20480"), found: "35000")),
        Row(
            "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
            MemberRefusal("max_tokens", .unknown)),
    ]

    /// Every fault of a body against a JSON schema; of a list counts its own where a text was the other choice.
    static let schemas: [Row] = [
        Row(
            "Malformed input request: #: required key [max_tokens] not found#: extraneous key [maxTokens] is not permitted#/texts/3: expected maxLength: 2048, actual: 3000, please reformat your input and try again.",
            MemberRefusal("max_tokens", .required), MemberRefusal("maxTokens", .unknown),
            MemberRefusal("texts.3", .lengthAtMost("2048"), found: "3000")),
        Row(
            "Malformed input request: #/messages/1/content: expected type: String, found: JSONArray#/messages/1/content: expected minimum item count: 1, found: 0, please reformat your input and try again.",
            MemberRefusal("messages.1.content", .lengthAtLeast("1"), found: "0")),
    ]

    /// What names no member of a request: a sentence of the same shape about something else, words with a colon behind them, the name of an
    /// error, a stray figure.
    static let others: [Row] = [
        Row("The region was us-east-1 but must be us-west-2."),
        Row("The clock was wrong but must be right."),
        Row("My plan was to wait but must be quick."),
        Row("ThrottlingException: Too many requests, please wait before trying again."),
        Row("Note: Claude Code might not be available in your country."),
        Row("User: arn:aws:sts::123456789012:assumed-role/a/b is not authorized to perform: bedrock:InvokeModel"),
        Row("The maximum number of blocks is a matter of taste."),
        Row("ValidationException: Extra inputs are not permitted: performanceConfig"),
        Row("A maximum of 4 retries was made; the cache of the client holds nothing."),
    ]

    @Test(arguments: constraints + checks + figures + forms + fields + providers + schemas + others)
    func `a text names the members that it refuses, and no others`(row: Row) {
        #expect(MemberRefusal.all(in: row.text) == row.refusals)
    }
}
