/// The sentences of gateways that stand in front of models: LiteLLM, one-api, OpenRouter and the like.
///
/// Sources: <https://docs.litellm.ai/docs/providers/bedrock>, <https://docs.litellm.ai/docs/proxy/users>, and the pages that the others show.
extension AnswererSentence {
    private static let liteLLMKey = """
        The gateway LiteLLM does not know the key that was sent to it (Authorization: Bearer sk-...): set a virtual key that it \
        issued in the client, in place of a placeholder or an old one. AWS's keys are set in the gateway, not in its callers; AWS was \
        not asked.
        """

    private static let liteLLMModel = """
        The gateway LiteLLM does not let this key, user or team use the model: choose one that it lists (GET /v1/models), or have it \
        added to the models of the key or team there. AWS was not asked, so nothing in IAM or the Bedrock console changes it.
        """

    private static let liteLLMDeployment = """
        LiteLLM's router has no deployment under that name that may be used, so nobody was asked: compare the name with model_name in the \
        model_list (GET /v1/models shows those), and see litellm_params.model of its entry (bedrock/ID, for this kind of call). A \
        deployment that failed before rests for a while (cooldown): the proxy's log before this line has why.
        """

    private static let liteLLMBudget = """
        A budget of the gateway LiteLLM (of the key, user or team) is used up; AWS refused nothing. Raise max_budget there, or wait \
        until budget_duration is over.
        """

    private static let liteLLMLimit = """
        A limit of the gateway LiteLLM itself (rpm, tpm or parallel requests of the key, user, team or deployment) refused the call, no \
        quota of AWS: raise it there, or call less often.
        """

    private static let newAPIChannel = """
        The gateway (one-api, new-api) has no enabled channel for this model in the caller's group: add the model to a channel of the type \
        AWS, map its name to Bedrock's id, and see that the channel is on and in that group. AWS was not asked.
        """

    private static let newAPIKeyForm = """
        The gateway (one-api, new-api) could not take the key of its channel apart; AWS was not asked, so nothing is said of the key itself. A channel of the type AWS wants it in one \
        line with bars: ACCESS_KEY|SECRET|REGION, or API_KEY|REGION where the key form is an API key, the region included, and no blanks; an old version knows the first form only, so update it.
        """

    private static let newAPIToken = """
        The gateway (one-api, new-api) does not know the token (sk-...) that was sent: use one that it issued. AWS's keys are set in \
        its channels, not in its callers.
        """

    static let ofModelGateways: [AnswererSentence] = [
        .ofModel(
            .liteLLM, "Unknown provider=",
            say: """
                LiteLLM asked nobody: it cannot tell from the id whose body the model takes. Name the route, \
                bedrock/converse/MODEL, or the provider of an imported model, bedrock/llama/ARN or bedrock/deepseek_r1/ARN; an \
                older version may not know the one you named, nor a prefix such as us. (taken for the provider): \
                update it.
                """),
        .ofModel(
            .liteLLM, "BedrockException - Unsupported model=",
            say: """
                LiteLLM asked nobody: it knows no call of this kind (image, embedding, rerank) for the model. What stands before the id, such \
                as 1024-x-1024/50-steps/, is a key of its table of prices and no part of the id: write bedrock/ and the model's id alone, call the \
                route that fits the model, and use a version that knows it.
                """),
        .ofModel(
            .liteLLM, "LLM Provider NOT provided",
            say: """
                LiteLLM asked nobody: it does not know whose model the name is. Write bedrock/ in front of the model's id, in the \
                call or in litellm_params of the model's entry.
                """),
        .ofModel(
            .liteLLM, "Invalid model name passed in model=",
            say: """
                The gateway has no such model: call it by a model_name of its model_list (GET /v1/models shows those), or add an \
                entry for it.
                """),
        AnswererSentence(
            .liteLLM, "There are no healthy deployments for this model", say: liteLLMDeployment),
        AnswererSentence(
            .liteLLM, "There is no \"model_name\" with this string", say: liteLLMDeployment),
        AnswererSentence(
            .liteLLM, "Budget has been exceeded", say: liteLLMBudget),
        AnswererSentence(
            .liteLLM, "Invalid proxy server token passed", say: liteLLMKey),
        AnswererSentence(.liteLLM, "LiteLLM Virtual Key expected", say: liteLLMKey),
        AnswererSentence(.liteLLM, "LiteLLM_VerificationTokenTable", say: liteLLMKey),
        AnswererSentence(.liteLLM, "token_not_found_in_db", say: liteLLMKey),
        AnswererSentence(.liteLLM, "/key/generate", say: liteLLMKey),
        AnswererSentence(.liteLLM, "key_model_access_denied", say: liteLLMModel),
        AnswererSentence(.liteLLM, "team_model_access_denied", say: liteLLMModel),
        AnswererSentence(.liteLLM, "ExceededBudget", say: liteLLMBudget),
        AnswererSentence(
            .liteLLM, "not allowed to access model", say: liteLLMModel),
        AnswererSentence(
            .liteLLM, "Max parallel request limit reached",
            say: """
                The gateway's own limit of parallel requests for this key is reached, not a quota of AWS: raise \
                max_parallel_requests, or call less at once.
                """),
        .ofModel(
            .bedrockAccessGateway, "please use models API to get a list of supported models",
            say: """
                The gateway does not know the model in its region: GET /models lists what it found in the account. Its role needs bedrock:ListFoundationModels and \
                bedrock:ListInferenceProfiles for that; see the region it runs in, whether cross-region profiles are switched on \
                (ENABLE_CROSS_REGION_INFERENCE), whether the model is past its end of life, and restart it after a change: it reads the list when it starts.
                """),
        AnswererSentence(
            .anthropic, "\"forbidden\"", "Request not allowed",
            say: """
                This is Anthropic's own API, which does not serve this place or address; Bedrock was not called. If Bedrock was meant, the \
                client does not use it: in Claude Code, CLAUDE_CODE_USE_BEDROCK=1 is missing where the process reads its settings.
                """),
        .ofModel(
            .envoyAI, "model specified in your request is not configured in the Gateway",
            say: """
                Envoy AI Gateway has no route for the model's name: add a rule for it to the AIGatewayRoute (it matches the header \
                x-ai-eg-model, taken from the body's model), or call the name that the route has. Bedrock was not asked.
                """),
        .ofModel(
            .openRouter, "No endpoints found",
            say: """
                OpenRouter has no provider for this model with these parameters or this account's settings: see the model's page there, \
                its spelling, and the provider and data policy settings. Bedrock was not asked.
                """),
        AnswererSentence(
            .openRouter, "requires more credits",
            say: """
                The credit at OpenRouter does not cover the answer that was asked for: lower max_tokens, or add credit there. No quota of \
                AWS is involved.
                """),
        .ofModel(
            .newAPI, "No available channel for model",
            say: newAPIChannel),
        .ofModel(.newAPI, "\u{65E0}\u{53EF}\u{7528}\u{6E20}\u{9053}", say: newAPIChannel),
        AnswererSentence(
            .newAPI, "insufficient_user_quota",
            say: """
                The user's credit in the gateway (one-api, new-api) is used up; AWS refused nothing. Its administrator has to raise it.
                """),
        AnswererSentence(.newAPI, "\u{65E0}\u{6548}\u{7684}\u{4EE4}\u{724C}", say: newAPIToken),
        AnswererSentence(.newAPI, "Invalid token", "new_api_error", say: newAPIToken),
        AnswererSentence(.newAPI, "invalid aws secret key", say: newAPIKeyForm),
        AnswererSentence(.newAPI, "invalid aws api key", say: newAPIKeyForm),
        AnswererSentence(.newAPI, "channel:aws_client_error", say: newAPIKeyForm),
        AnswererSentence(.newAPI, "channel:invalid_key", say: newAPIKeyForm),
        AnswererSentence(
            .newAPI, "upstream error: do request failed",
            say: """
                The gateway (new-api) sent the request on and no answer came: its own log has the cause (name lookup, connection, proxy, \
                timeout). See the channel's base URL, region and proxy there, and that its container reaches \
                bedrock-runtime.REGION.amazonaws.com.
                """),
        AnswererSentence(
            .cloudflareAI, "Failed to get response from provider",
            say: """
                Cloudflare AI Gateway asked the provider and got no answer: see the gateway's log for the attempt, the region in the path \
                (aws-bedrock/bedrock-runtime/REGION/...), and that the signature was made for Bedrock's own host.
                """),
        .ofModel(
            .bifrost, "no keys found for provider",
            say: """
                Bifrost has no key of the provider that may serve this model: list the model in the key's models (or leave that list \
                empty), and map its name to Bedrock's id or profile in deployments. AWS was not asked.
                """),
        AnswererSentence(
            .liteLLM, "Rate limit exceeded for", "Limit type:", say: liteLLMLimit),
        AnswererSentence(.liteLLM, "Crossed TPM / RPM", say: liteLLMLimit),
        AnswererSentence(
            .liteLLM, "No connected db",
            say: """
                The gateway LiteLLM got a key that is not its master key, and has no database to look it up in: send the master key, or \
                give the gateway DATABASE_URL. AWS was not asked.
                """),
        AnswererSentence(.liteLLM, "No api key passed in", say: liteLLMKey),
    ]
}
