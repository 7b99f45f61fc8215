/// Sentences of other providers' own APIs, in which no answer of Bedrock is written: the call went to them.
///
/// Sources: <https://docs.claude.com/en/api/errors>, <https://platform.openai.com/docs/guides/error-codes>,
/// <https://ai.google.dev/gemini-api/docs/troubleshooting>, <https://api-docs.deepseek.com/quick_start/error_codes>,
/// <https://learn.microsoft.com/azure/ai-foundry/openai/>.
extension AnswererSentence {
    /// The backend of Kiro, the Amazon Q CLI and the toolkits of editors, behind which Bedrock is hidden.
    private static let kiroCalled = """
        What answered is Kiro's own service (Amazon Q Developer: codewhisperer or q.REGION.amazonaws.com), not Bedrock: it takes the token of Kiro's login, and has models \
        and limits of its own plan. Quotas, policies and model access of your account at Bedrock do not count. A limit is the plan's (see the usage in Kiro's \
        account settings, or ask who administers the subscription); a refused caller signs in again, or has no subscription; where a request is badly formed, a tool's schema, an \
        attachment or a long history is refused: begin a new session, and leave MCP servers out one by one; where capacity is short, wait or choose another model there.
        """

    static let ofProviders: [AnswererSentence] = [
        AnswererSentence(.kiro, "codewhisperer.", ".amazonaws.com", say: kiroCalled),
        AnswererSentence(.kiro, "CodeWhispererStreaming", say: kiroCalled),
        AnswererSentence(.kiro, "codewhisperer-streaming", say: kiroCalled),
        AnswererSentence(.kiro, "//q.us-east-1.amazonaws.com", say: kiroCalled),
        AnswererSentence(.kiro, "//q.eu-central-1.amazonaws.com", say: kiroCalled),
        AnswererSentence(.kiro, "MONTHLY_REQUEST_COUNT", say: kiroCalled),
        AnswererSentence(.anthropic, "credit balance is too low", say: anthropicCalled),
        AnswererSentence(.anthropic, "would exceed the rate limit for your organization", say: anthropicCalled),
        AnswererSentence(.anthropic, "anthropic.com/en/api/rate-limits", say: anthropicCalled),
        AnswererSentence(.anthropic, "claude.com/en/api/rate-limits", say: anthropicCalled),
        AnswererSentence(.anthropic, "invalid x-api-key", say: anthropicCalled),
        AnswererSentence(.anthropic, "x-api-key header is required", say: anthropicCalled),
        AnswererSentence(.anthropic, "OAuth authentication is currently not supported", say: anthropicCalled),
        AnswererSentence(.anthropic, "authentication_error", "\"request_id\":\"req_", say: anthropicCalled),
        AnswererSentence(.anthropic, "authentication_error", "'request_id': 'req_", say: anthropicCalled),
        AnswererSentence(.anthropic, "OAuth token has expired. Please obtain a new token", say: anthropicCalled),
        .ofModel(
            .anthropic, "\"not_found_error\", \"message\": \"model: ", "\"request_id\": \"req_",
            say: """
                This is Anthropic's own API, which has no model of that name. If the name is one of Bedrock's, the client does not call \
                Bedrock: in Claude Code, CLAUDE_CODE_USE_BEDROCK=1 is missing where the process reads its settings. Else name a model of \
                Anthropic's.
                """),
        AnswererSentence(.openAI, "does not exist or you do not have access to it", say: openAICalled),
        AnswererSentence(.openAI, "Incorrect API key provided", say: openAICalled),
        AnswererSentence(.openAI, "Invalid URL (POST /", say: openAIPath),
        AnswererSentence(.openAI, "Invalid URL (GET /", say: openAIPath),
        AnswererSentence(.openAI, "insufficient_quota", "check your plan and billing", say: openAICalled),
        AnswererSentence(.openAI, "You didn't provide an API key", "Authorization: Bearer", say: openAICalled),
        AnswererSentence(.openAI, "platform.openai.com/", say: openAICalled),
        AnswererSentence(.openAI, " in organization org-", say: openAICalled),
        AnswererSentence(.google, "API key not valid. Please pass a valid API key", say: called("Google's Gemini API")),
        AnswererSentence(.google, "is not found for API version v1", say: called("Google's Gemini API")),
        AnswererSentence(.google, "\"status\": \"PERMISSION_DENIED\"", say: called("one of Google's APIs")),
        AnswererSentence(.google, "\"status\": \"UNAUTHENTICATED\"", say: called("one of Google's APIs")),
        AnswererSentence(.google, "\"status\": \"RESOURCE_EXHAUSTED\"", say: called("one of Google's APIs")),
        AnswererSentence(.google, "\"status\": \"INVALID_ARGUMENT\"", say: called("one of Google's APIs")),
        AnswererSentence(.google, "generativelanguage.googleapis.com", say: called("Google's Gemini API")),
        AnswererSentence(
            .azureOpenAI, "The API deployment for this resource does not exist", say: called("Azure OpenAI")),
        AnswererSentence(.azureOpenAI, "DeploymentNotFound", say: called("Azure OpenAI")),
        AnswererSentence(.deepSeek, "Authentication Fails", "Your api key", say: called("DeepSeek's API")),
    ]

    private static let anthropicCalled = """
        Set the client to Bedrock where that was meant: CLAUDE_CODE_USE_BEDROCK=1 for Claude Code where the process reads its settings, the provider \
        bedrock (not anthropic) in a gateway's or agent's configuration, AnthropicBedrock in the place of Anthropic in code. Where it is set so \
        already, update the client: it does not heed its own setting. The sentence is Anthropic's own: the call went to Anthropic's API, or a \
        gateway's fallback did, and not to Bedrock. Else the key, the credit or the rate limit at Anthropic is the matter. AWS said nothing.
        """

    private static let openAICalled = """
        Where Bedrock was meant, set the client's base URL and provider to it (bedrock/MODEL in LiteLLM; the base URL of the gateway or of Bedrock's OpenAI-compatible \
        endpoint), in the variables that this very process reads (OPENAI_BASE_URL, OPENAI_API_KEY). Else the key or the model at OpenAI is \
        the matter. AWS said nothing.
        """

    private static let openAIPath = """
        The sentence is OpenAI's own, of a path that its API does not have (it stands in the brackets): the client's base URL ends in the wrong place (/v1 \
        twice or not at all, a path of another API behind it), or it is empty, so that the client called OpenAI in place of the gateway or of Bedrock. Set it in the \
        variable that this very process reads (OPENAI_BASE_URL, baseURL). AWS was not asked.
        """

    private static func called(_ api: String) -> String {
        """
        The sentence is that of \(api): the call went there, or a gateway's fallback did, and not to Bedrock. Where Bedrock was meant, name \
        it as the provider and give Bedrock's model id; a gateway tells by the model's name whom it asks. AWS said nothing.
        """
    }
}
