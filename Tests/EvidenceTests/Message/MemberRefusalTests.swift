import Evidence
import Testing

/// What services and clients say of one member of a request, in each grammar they have for it.
@Suite struct MemberRefusalTests {
    @Test(
        arguments: [
            (
                "1 validation error detected: Value 'ticket search' at 'toolConfig.tools.8.member.toolSpec.name' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_-]+",
                MemberRefusal(
                    "toolConfig.tools.8.member.toolSpec.name", .pattern("[a-zA-Z0-9_-]+"), found: "ticket search")
            ),
            (
                "Value at 'toolConfig.tools' failed to satisfy constraint: Member must have length greater than or equal to 1",
                MemberRefusal("toolConfig.tools", .lengthAtLeast("1"))
            ),
            (
                "Value null at 'messages' failed to satisfy constraint: Member must not be null",
                MemberRefusal("messages", .required)
            ),
            (
                "Value 'fast' at 'serviceTier.type' failed to satisfy constraint: Member must satisfy enum value set: [default, flex, priority]",
                MemberRefusal("serviceTier.type", .oneOf("default, flex, priority"), found: "fast")
            ),
            (
                "Value '2.5' at 'inferenceConfig.temperature' failed to satisfy constraint: Member must have value less than or equal to 1",
                MemberRefusal("inferenceConfig.temperature", .atMost("1"), found: "2.5")
            ),
        ])
    func `a constraint of the service's model`(text: String, expected: MemberRefusal) {
        #expect(MemberRefusal.all(in: text) == [expected])
    }

    @Test(
        arguments: [
            (
                "Invalid length for parameter toolConfig.tools[2].toolSpec.description, value: 0, valid min length: 1",
                MemberRefusal("toolConfig.tools[2].toolSpec.description", .lengthAtLeast("1"), found: "0")
            ),
            (
                "Invalid type for parameter serviceTier, value: flex, type: <class 'str'>, valid types: <class 'dict'>",
                MemberRefusal("serviceTier", .type("dict"), found: "flex")
            ),
            (
                "Missing required parameter in input: \"modelId\"", MemberRefusal("modelId", .required)
            ),
            (
                "Unknown parameter in inferenceConfig: \"max_tokens\", must be one of: maxTokens, temperature",
                MemberRefusal("inferenceConfig.max_tokens", .unknownAmong("maxTokens, temperature"))
            ),
        ])
    func `a check of botocore`(text: String, expected: MemberRefusal) {
        #expect(MemberRefusal.all(in: "Parameter validation failed:\n" + text) == [expected])
    }

    @Test func `every fault of a body against a JSON schema`() {
        let text =
            "Malformed input request: #: required key [max_tokens] not found#: extraneous key [maxTokens] is not permitted#/texts/3: expected maxLength: 2048, actual: 3000, please reformat your input and try again."
        #expect(
            MemberRefusal.all(in: text) == [
                MemberRefusal("max_tokens", .required), MemberRefusal("maxTokens", .unknown),
                MemberRefusal("texts.3", .lengthAtMost("2048"), found: "3000"),
            ])
    }

    @Test(
        arguments: [
            (
                "messages.4.content.1.image.source.bytes: image exceeds 5 MB maximum: 6000000 bytes > 5242880 bytes",
                MemberRefusal("messages.4.content.1.image.source.bytes", .bytesAtMost("5242880"), found: "6000000")
            ),
            (
                "too many images and documents: 3 + 19 > 20",
                MemberRefusal("images and documents", .countAtMost("20"), found: "3 images and 19 documents")
            ),
            (
                "prompt is too long: 210000 tokens > 200000 maximum",
                MemberRefusal("the input", .tokensAtMost("200000"), found: "210000")
            ),
            (
                "input length and `max_tokens` exceed context limit: 190000 + 20000 > 200000, decrease input length",
                MemberRefusal("max_tokens", .window(input: "190000", output: "20000", limit: "200000"))
            ),
            (
                "This model's maximum context length is 40000 tokens. However, you requested 16000\n output tokens and your prompt contains at least 24001 input tokens, for a total of at least 40001 tokens.",
                MemberRefusal("max_tokens", .window(input: "24001", output: "16000", limit: "40000"))
            ),
            (
                "This model's maximum context length is 30000 tokens. However, you requested 31500 tokens (21000 in the messages, 500 in the functions, and 10000 in the completion).",
                MemberRefusal("max_tokens", .window(input: "21500", output: "10000", limit: "30000"))
            ),
            (
                "Requested token count exceeds the model's maximum context length of 50000 tokens. You requested a total of 61000 tokens: 41000 tokens from the input messages and 20000 tokens for the completion.",
                MemberRefusal("max_tokens", .window(input: "41000", output: "20000", limit: "50000"))
            ),
            (
                "'max_tokens' or 'max_completion_tokens' is too large: 9000. This model's maximum context length is 10000 tokens and your request has 2500 input tokens (9000 > 10000 - 2500).",
                MemberRefusal("max_tokens", .window(input: "2500", output: "9000", limit: "10000"))
            ),
            (
                "This model's maximum context length is 7000 tokens. However, your messages resulted in 7900 tokens.",
                MemberRefusal("the input", .tokensAtMost("7000"), found: "7900")
            ),
            (
                "max_tokens is too large: 33000. This model supports at most 12000 completion tokens, whereas you provided 33000.",
                MemberRefusal("max_tokens", .atMost("12000"), found: "33000")
            ),
            (
                "max_tokens: 70000 > 64000, which is the maximum allowed number of output tokens",
                MemberRefusal("max_tokens", .atMost("64000"), found: "70000")
            ),
            (
                "A maximum of 4 blocks with cache_control may be provided. Found 7.",
                MemberRefusal("cache_control", .countAtMost("4"), found: "7")
            ),
        ])
    func `a sentence with figures`(text: String, expected: MemberRefusal) {
        #expect(MemberRefusal.all(in: "The model returned the following errors: " + text) == [expected])
    }

    @Test(
        arguments: [
            (
                "Tool call id was fc_81-x but must be a-z, A-Z, 0-9, with a length of 9.",
                MemberRefusal("Tool call id", .pattern("^[a-zA-Z0-9]{9}$"), found: "fc_81-x")
            ),
            (
                "The tool_call_id was 'weather:3' but must be exactly nine letters.",
                MemberRefusal("tool_call_id", .form("exactly nine letters"), found: "weather:3")
            ),
            (
                "toolUseId 'a b' must match pattern '^[a-zA-Z0-9_-]+$'",
                MemberRefusal("toolUseId", .pattern("^[a-zA-Z0-9_-]+$"), found: "a b")
            ),
            (
                "tool_call_id: expected 9 characters, got 31",
                MemberRefusal("tool_call_id", .form("exactly 9 characters long"), found: "31 characters")
            ),
            (
                "temperature was 7 but must be between 0 and 1.",
                MemberRefusal("temperature", .form("between 0 and 1"), found: "7")
            ),
        ])
    func `a value and the form that it must have`(text: String, expected: MemberRefusal) {
        #expect(MemberRefusal.all(in: text) == [expected])
        #expect(
            MemberRefusal.all(in: "It fails since the update.\n\n> The model says: \(text)\n\nAny idea?") == [expected])
    }

    /// What is no member of a request is refused elsewhere.
    @Test(arguments: [
        "The region was us-east-1 but must be us-west-2.", "The clock was wrong but must be right.",
        "My plan was to wait but must be quick.",
    ])
    func `a sentence of the same shape about something else`(text: String) {
        #expect(MemberRefusal.all(in: text).isEmpty)
    }

    @Test(
        arguments: [
            ("metadata.user: Extra inputs are not permitted", MemberRefusal("metadata.user", .unknown)),
            (
                "thinking.enabled.budget_tokens: Input should be greater than or equal to 1024",
                MemberRefusal("thinking.enabled.budget_tokens", .atLeast("1024"))
            ),
            (
                "This model doesn't support the toolConfig.toolChoice.tool field. Remove toolConfig.toolChoice.tool and try again.",
                MemberRefusal("toolConfig.toolChoice.tool", .unsupported)
            ),
            (
                "The value at toolConfig.tools.3.toolSpec.inputSchema.json.type must be one of the following: object.",
                MemberRefusal("toolConfig.tools.3.toolSpec.inputSchema.json.type", .oneOf("object"))
            ),
        ])
    func `a field that is named`(text: String, expected: MemberRefusal) {
        #expect(MemberRefusal.all(in: text) == [expected])
    }

    /// Words with a colon behind them name no member of a request.
    @Test(arguments: [
        "ThrottlingException: Too many requests, please wait before trying again.",
        "Note: Claude Code might not be available in your country.",
        "User: arn:aws:sts::123456789012:assumed-role/a/b is not authorized to perform: bedrock:InvokeModel",
        "The maximum number of blocks is a matter of taste.",
    ])
    func `other sentences name no member`(text: String) {
        #expect(MemberRefusal.all(in: text).isEmpty)
    }

    @Test(
        arguments: [
            (
                "tools.0.custom.name: String should match pattern '^[a-z]{1,128}$'",
                MemberRefusal("tools.0.custom.name", .pattern("^[a-z]{1,128}$"))
            ),
            (
                "system.0.text: String should have at least 1 character",
                MemberRefusal("system.0.text", .lengthAtLeast("1"))
            ),
            ("stop_sequences: List should have at most 4 items", MemberRefusal("stop_sequences", .lengthAtMost("4"))),
            (
                "Malformed input request: expected maxLength: 20480, actual: 35000, please reformat",
                MemberRefusal("the input", .lengthAtMost("20480"), found: "35000")
            ),
            (
                "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
                MemberRefusal("max_tokens", .unknown)
            ),
        ])
    func `sizes and names of the providers' own checks`(text: String, expected: MemberRefusal) {
        #expect(MemberRefusal.all(in: text) == [expected])
    }

    @Test(
        arguments: [
            "ValidationException: Extra inputs are not permitted: performanceConfig",
            "A maximum of 4 retries was made; the cache of the client holds nothing.",
        ])
    func `a name of an error or a stray figure is no member`(text: String) {
        #expect(MemberRefusal.all(in: text).isEmpty)
    }

    @Test func `the fault of a list counts where a text was the other choice`() {
        let text =
            "Malformed input request: #/messages/1/content: expected type: String, found: JSONArray"
            + "#/messages/1/content: expected minimum item count: 1, found: 0, please reformat your input and try again."
        #expect(MemberRefusal.all(in: text).map(\.rule) == [.lengthAtLeast("1")])
    }
}
