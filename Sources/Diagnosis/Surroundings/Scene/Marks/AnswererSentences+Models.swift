/// The sentences of gateways for language models, said before any provider was asked or in its place.
///
/// Sources: <https://docs.litellm.ai/docs/proxy/virtual_keys>, <https://docs.litellm.ai/docs/completion/drop_params>,
/// <https://portkey.ai/docs/api-reference/inference-api/error-codes>,
/// <https://developers.cloudflare.com/ai-gateway/>, <https://vercel.com/docs/ai-gateway>,
/// <https://openrouter.ai/docs/api-reference/errors>, <https://docs.getbifrost.ai>, <https://docs.helicone.ai>.
extension AnswererSentence {
    private static let portkeyKey = """
        The gateway Portkey did not take its own key or route: set x-portkey-api-key to a key of Portkey, and name the provider \
        (x-portkey-provider with AWS's keys, a virtual key or integration, or x-portkey-config). Bedrock was not asked.
        """

    private static let cloudflareKey = """
        Cloudflare AI Gateway refused the call itself: the gateway is authenticated and wants cf-aig-authorization: Bearer TOKEN of \
        Cloudflare's, beside AWS's signature, which is made for Bedrock's own host. Bedrock was not asked.
        """

    private static let vercelKey = """
        Vercel AI Gateway did not take the caller: set AI_GATEWAY_API_KEY, or run where its OIDC token exists (vercel dev, a deployment). \
        AWS's keys are set there as keys of your own (BYOK). Bedrock was not asked.
        """

    private static let openRouterProvider = """
        OpenRouter says so of its own call of a provider (metadata.provider_name; Amazon Bedrock among them): what failed lies between OpenRouter and that provider, with an account of \
        OpenRouter's unless keys of your own are set there (BYOK), so nothing on this machine and nothing in an account of AWS changes it. See metadata.raw for what the provider said; \
        retry, take or leave out providers (provider.order, provider.ignore), ask for less at once where a long pause in the stream was cut (a big tool call), and report it \
        there.
        """

    private static let gatewayBudget = """
        A budget of the gateway (of the virtual key, team or customer) is used up, no quota of AWS: raise it there, or wait until it is \
        reset.
        """

    private static let liteLLMRoute = """
        The gateway LiteLLM does not let this key use this route: management routes want the master key or an administrator's, and a key may \
        be limited to some routes (allowed_routes). AWS was not asked.
        """

    static let ofModels: [AnswererSentence] = [
        AnswererSentence(
            .liteLLM, "UnsupportedParamsError",
            say: """
                LiteLLM refused the call before it was sent: by its table the model does not take the parameters in the message. Leave these parameters out, or let LiteLLM drop them (drop_params: true under litellm_settings, or drop_params=True); where the model takes \
                them, update LiteLLM or name them in allowed_openai_params.
                """),
        .ofModel(
            .liteLLM, "Unsupported model=",
            say: """
                LiteLLM asked nobody: the name is none of its own table (for images it puts size and steps before it). Call images by \
                image_generation with bedrock/MODEL, keep size and steps out of the name, and update LiteLLM.
                """),
        AnswererSentence(
            .liteLLM, "support tool calling without `tools=` param specified",
            say: """
                LiteLLM sent nothing: the history holds tool calls or tool results, and the call names no tools, which Bedrock asks for with every \
                turn of that kind. Pass tools= along each time, or let LiteLLM add one that is never called: modify_params: true under \
                litellm_settings (litellm.modify_params = True).
                """),
        AnswererSentence(
            .liteLLM, "Invalid Message passed in ",
            say: """
                LiteLLM sent nothing: it cannot turn the quoted message into one of Bedrock's, most often for a content that is None or a role that \
                it does not know. Give every message a text or content blocks (an assistant's turn of tool calls alone: content \"\"), or update LiteLLM.
                """),
        AnswererSentence(
            .liteLLM, "Missing boto3 to call bedrock",
            say: """
                LiteLLM signs its calls of Bedrock with boto3, which is not installed beside it: pip install boto3 in the same environment \
                or image. Nothing was sent.
                """),
        AnswererSentence(.liteLLM, "Only proxy admin can be used to", say: liteLLMRoute),
        AnswererSentence(.liteLLM, "Virtual key is not allowed to call this route", say: liteLLMRoute),
        AnswererSentence(
            .liteLLM, "ExceededTokenBudget",
            say: """
                The budget of the key at the gateway LiteLLM is used up; AWS refused nothing. Raise max_budget there, or wait until \
                budget_duration is over.
                """),
        AnswererSentence(.portkey, "Invalid API Key. Error Code: 03", say: portkeyKey),
        AnswererSentence(.portkey, "Portkey Error", say: portkeyKey),
        AnswererSentence(.portkey, "x-portkey-provider header is required", say: portkeyKey),
        AnswererSentence(.portkey, "Invalid virtual key provided", say: portkeyKey),
        AnswererSentence(.cloudflareAI, "configure AI Gateway in the Cloudflare dashboard", say: cloudflareKey),
        AnswererSentence(.cloudflareAI, "\"success\": false", "\"code\": 2009", say: cloudflareKey),
        AnswererSentence(.cloudflareAI, "AiGatewayError", "2009", say: cloudflareKey),
        AnswererSentence(
            .cloudflareAI, "\"code\": 10000", "\"message\": \"Authentication error\"",
            say: """
                Cloudflare's API refused its own token (code 10000): it is missing, wrong, or lacks the permission for AI Gateway. Neither AWS nor \
                another provider was asked.
                """),
        AnswererSentence(
            .cloudflareAI, "\"success\": false", "\"code\": 2003",
            say: """
                The rate limit of Cloudflare AI Gateway refused the call, no quota of AWS: raise it in the gateway's settings, or call less \
                often.
                """),
        AnswererSentence(
            .cloudflareAI, "\"success\": false", "\"code\": 2008",
            say: """
                Cloudflare AI Gateway does not know the provider in the path: it is aws-bedrock, followed by \
                bedrock-runtime/REGION/model/... Bedrock was not asked.
                """),
        AnswererSentence(.vercelAI, "GatewayAuthenticationError", say: vercelKey),
        AnswererSentence(.vercelAI, "AI Gateway authentication failed", say: vercelKey),
        AnswererSentence(
            .vercelAI, "AI Gateway requires a valid credit card",
            say: """
                Vercel AI Gateway wants a card on file for the team before it serves requests, with keys of your own as well. Bedrock was \
                not asked.
                """),
        .ofModel(
            .vercelAI, "GatewayModelNotFoundError",
            say: """
                Vercel AI Gateway has no model of that name: its names are PROVIDER/MODEL of its own list (GET /v1/models there), such as \
                anthropic/claude-sonnet-4.5, and bedrock is chosen by the order of providers, not in the name. Bedrock was not asked.
                """),
        AnswererSentence(
            .vercelAI, "GatewayInternalServerError",
            say: """
                Vercel AI Gateway failed by itself, or none of its providers answered: the generation's record there shows the attempts. Retry.
                """),
        AnswererSentence(
            .vercelAI, "GatewayRateLimitError",
            say: "A limit of Vercel AI Gateway refused the call, no quota of AWS: add credit or call less often."),
        AnswererSentence(.openRouter, "\"provider_unavailable\"", say: openRouterProvider),
        AnswererSentence(.openRouter, "Provider returned error", "\"provider_name\"", say: openRouterProvider),
        .ofModel(
            .openRouter, "is not a valid model ID",
            say: """
                The gateway (OpenRouter) has no model of that name: it has names of its own, such as anthropic/claude-sonnet-4.5, and none of \
                Bedrock's ids. Bedrock was not asked.
                """),
        AnswererSentence(
            .openRouter, "\"message\": \"No auth credentials found\"",
            say: """
                OpenRouter got no key of its own in Authorization: Bearer sk-or-...: set it in the client. AWS's keys are set at \
                OpenRouter (BYOK). Bedrock was not asked.
                """),
        AnswererSentence(
            .openRouter, "\"message\": \"User not found.\"", "401",
            say: """
                OpenRouter does not know the key that was sent (it was deleted, or is none): make a new one there. Bedrock was not asked.
                """),
        AnswererSentence(.bifrost, "VK budget exceeded", say: gatewayBudget),
        .ofModel(
            .bifrost, "failed to get config for provider",
            say: """
                Bifrost has no provider of the quoted name: it reads the provider in front of the model (bedrock/ID), and takes a name without one for the provider of the API that was \
                called (anthropic for /v1/messages). Add the provider in its settings, or name the model bedrock/MODEL in the client (Claude Code: ANTHROPIC_MODEL and \
                ANTHROPIC_SMALL_FAST_MODEL). AWS was not asked.
                """),
        AnswererSentence(.someGateway, "\"type\": \"budget_exceeded\"", say: gatewayBudget),
        AnswererSentence(
            .trueFoundry, "is not authorized to access model", "does not exist",
            say: """
                The gateway (TrueFoundry says so) does not let its own user call the model, or has none of that name: see the user's access and the \
                model's name there. AWS was not asked.
                """),
        AnswererSentence(
            .trueFoundry, "Rate limit exceeded for rule",
            say: """
                A rate limit rule of the gateway TrueFoundry refused the call, no quota of AWS: see the rule there, or call less often.
                """),
        AnswererSentence(
            .helicone, "Helicone-Auth",
            say: """
                Helicone wants a key of its own (Helicone-Auth: Bearer sk-helicone-...), beside AWS's signature. Bedrock was not asked.
                """),
        AnswererSentence(
            .newAPI, "\u{4E0A}\u{6E38}\u{8D1F}\u{8F7D}\u{5DF2}\u{9971}\u{548C}",
            say: """
                The gateway (one-api, new-api) says that what is behind it is overloaded: its channels of this model were throttled or \
                switched off. Its log shows what AWS answered; add channels, regions or quota there, and retry later.
                """),
        AnswererSentence(
            .newAPI, "\u{989D}\u{5EA6}\u{5DF2}\u{7528}\u{5C3D}",
            say: """
                The credit of the token at the gateway (one-api, new-api) is used up; AWS refused nothing. Its administrator has to raise it.
                """),
    ]
}
