/// The sentences of other providers' own APIs: where Bedrock was meant, the client does not call it.
///
/// Sources: <https://docs.claude.com/en/api/errors>, <https://platform.openai.com/docs/guides/error-codes>.
extension AnswererSentence {
    private static let ownAPI = """
        This is Anthropic's own API, with an account and keys of its own; Bedrock was not called. If Bedrock was meant, the client does not \
        use it: in Claude Code, CLAUDE_CODE_USE_BEDROCK=1 is missing where the process reads its settings; in other programs another provider \
        is chosen.
        """

    static let ofProviders: [AnswererSentence] = [
        AnswererSentence(.anthropic, "invalid x-api-key", say: ownAPI),
        AnswererSentence(.anthropic, "OAuth token has expired. Please obtain a new token", say: ownAPI),
        AnswererSentence(.anthropic, "credit balance is too low to access the", say: ownAPI),
        AnswererSentence(.anthropic, "OAuth authentication is currently not supported", say: ownAPI),
        .ofModel(
            .anthropic, "\"not_found_error\", \"message\": \"model: ", "\"request_id\": \"req_",
            say: """
                This is Anthropic's own API, which has no model of that name. If the name is one of Bedrock's, the client does not call \
                Bedrock: in Claude Code, CLAUDE_CODE_USE_BEDROCK=1 is missing where the process reads its settings. Else name a model of \
                Anthropic's.
                """),
        AnswererSentence(
            .openAI, "platform.openai.com/account/api-keys",
            say: """
                This is OpenAI's own API; Bedrock was not called. Set the client's base URL to Bedrock's OpenAI-compatible endpoint or to your \
                gateway, and the key to one of theirs (OPENAI_BASE_URL, OPENAI_API_KEY).
                """),
    ]
}
