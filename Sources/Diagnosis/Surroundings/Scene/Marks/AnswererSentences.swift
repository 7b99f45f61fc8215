/// The sentences of gateways, proxies, load balancers and firewalls.
///
/// Sources: <https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_conn_man/response_code_details>,
/// <https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html>,
/// <https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html>, <https://docs.konghq.com/gateway/latest/>,
/// <https://docs.litellm.ai/docs/providers/bedrock>, <https://docs.litellm.ai/docs/proxy/users>,
/// <https://learn.microsoft.com/azure/api-management/>, and the pages that the others show.
extension AnswererSentence {
    static let all: [AnswererSentence] =
        envoy + awsGateways + gateways + ofAPIs + ofModels + ofHosting + ofProviders + filters + ofAWS
        + ofNeighbours

    // MARK: Envoy and service meshes

    private static let envoy: [AnswererSentence] = [
        AnswererSentence(
            .envoy, "upstream connect error or disconnect/reset before headers",
            say: """
                Envoy forwarded the request, and the host behind it (its upstream) took no connection or ended it before an \
                answer. See the reset reason in the message; that the cluster's hosts run and are reachable; that Envoy speaks \
                their protocol (TLS with SNI for AWS, HTTP/2); and that they do not close idle connections earlier than Envoy.
                """),
        AnswererSentence(
            .envoy, "no healthy upstream",
            say: """
                Envoy has no host for the request: every endpoint of its cluster is marked unhealthy, or its name does not \
                resolve. See the cluster's health checks and DNS from where Envoy runs.
                """),
        AnswererSentence(
            .envoy, "upstream request timeout",
            say: """
                Envoy gave up waiting for the host behind it: a route's timeout is 15 s unless it is set. Raise it (0s switches \
                it off), or stream the answer (ConverseStream) and raise the idle timeout.
                """),
        AnswererSentence(
            .envoy, "local_rate_limited",
            say: """
                Envoy's own rate limit (local_ratelimit) refused the call; no quota of AWS is involved. Call less often, or \
                raise the bucket's max_tokens and fill rate.
                """),
        AnswererSentence(
            .envoy, "RBAC: access denied",
            say: """
                A rule of Envoy or Istio (RBAC filter, AuthorizationPolicy) refused the caller; IAM was not asked. Allow this \
                caller, path and method there.
                """),
    ]

    // MARK: AWS's own gateways

    private static let awsGateways: [AnswererSentence] = [
        AnswererSentence(
            .apiGateway, "Endpoint request timed out",
            say: """
                API Gateway ended the call at its integration timeout: 29 s for REST APIs (a quota that can be raised for \
                Regional ones), 30 s for HTTP APIs. What is behind it may still be working. Raise the timeout, stream the answer, \
                or accept the request, work on without the caller, and let it ask for the result.
                """),
        AnswererSentence(
            .apiGateway, "Network error communicating with endpoint",
            say: """
                API Gateway could not reach the integration behind it: see the integration's URI, its VPC link and target, and \
                its certificate.
                """),
        AnswererSentence(
            .apiGateway, "Malformed Lambda proxy response",
            say: """
                The Lambda function ran, and its result has not the form of a proxy integration: return statusCode (a number), \
                headers, and a body that is a string (JSON written as text), nothing else. The function's own log shows what it \
                returned.
                """),
        AnswererSentence(
            .apiGateway, message: "Too Many Requests",
            say: """
                API Gateway's own throttle refused the call (the stage's or method's rate and burst, the usage plan's, or the \
                account's in this region); no quota of Bedrock is involved. Raise it there, or call less often.
                """),
        AnswererSentence(
            .apiGateway, message: "Limit Exceeded",
            say: """
                The quota of the usage plan is used up for the API key that was sent; no quota of Bedrock is involved. Raise the \
                plan's quota, or wait for its next period.
                """),
        AnswererSentence(
            .apiGateway, message: "Internal server error",
            say: """
                API Gateway got no valid result from the integration behind it. Most often a Lambda function raised an error or \
                timed out, or API Gateway may not invoke it (lambda:InvokeFunction in its resource policy): the function's log \
                and the API's execution log say which.
                """),
        AnswererSentence(
            .apiGateway, message: "Unauthorized",
            say: """
                The API's authorizer (Cognito, JWT or Lambda) did not accept the token: see its issuer, audience and lifetime, \
                and the header in which the authorizer expects it. IAM and Bedrock were not asked.
                """),
        AnswererSentence(
            .apiGateway, message: "Request Too Long",
            say:
                "API Gateway takes bodies of 10 MB at most: send less, or put large files into S3 and send their address."
        ),
        AnswererSentence(
            .functionURL, "urls-auth.html",
            say: """
                The function URL refused the caller before the function ran. With AuthType AWS_IAM the function's resource policy \
                must allow the caller lambda:InvokeFunctionUrl, and function URLs made since October 2025 need \
                lambda:InvokeFunction as well (condition lambda:InvokedViaFunctionUrl); for CloudFront with origin access control \
                the principal is cloudfront.amazonaws.com. With AuthType NONE the same two must be allowed to everybody.
                """),
    ]

    // MARK: Gateways of LLMs and of APIs

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

    private static let gateways: [AnswererSentence] = [
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
                The gateway does not know the model in its region: GET /models lists what it found in the account. See the \
                region it runs in, whether cross-region profiles are switched on (ENABLE_CROSS_REGION_INFERENCE), and restart it \
                after access was given: it reads the list when it starts.
                """),
        AnswererSentence(
            .kong, "no Route matched with those values",
            say:
                "Kong has no route for this host, path and method: see the routes, strip_path, and the URL that is called."
        ),
        AnswererSentence(
            .kong, "failure to get a peer from the ring-balancer",
            say: "Kong has no healthy target for the upstream: see its targets, health checks and DNS."),
        AnswererSentence(
            .kong, "An invalid response was received from the upstream server",
            say: """
                Kong forwarded the request and got no valid answer: see its error log for the host behind it, the protocol and \
                the certificate; for a plugin that calls Bedrock, the plugin's credentials and region.
                """),
        AnswererSentence(
            .kong, "\"message\": \"An unexpected error occurred\"", "\"request_id\": \"",
            say: """
                Kong, or one of its plugins, failed itself (its word for 500): its error log has the line for this request_id, such as a plugin \
                whose settings lack a region, a URL's path or credentials.
                """),
        AnswererSentence(
            .kong, "The upstream server is timing out",
            say: "Kong gave up waiting: raise read_timeout of the service (60 s unless set), or stream the answer."),
        AnswererSentence(
            .kong, message: "API rate limit exceeded",
            say: "Kong's rate limiting plugin refused the call, not Bedrock: raise its limit, or call less often."),
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
        AnswererSentence(
            .kong, "No API key found in request",
            say: """
                Kong's key-auth plugin found no key of its own in the request (header apikey, unless set otherwise): send the consumer's \
                key. AWS was not asked.
                """),
        AnswererSentence(
            .kong, "You cannot consume this service",
            say: "Kong's acl plugin does not let this consumer in: add it to a group that the route allows."),
        AnswererSentence(
            .apisix, "404 Route Not Found",
            say:
                "APISIX has no route for this host, path and method: see its routes and the URL that is called. AWS was not asked."
        ),
        AnswererSentence(
            .apisix, "Missing API key found in request",
            say: "APISIX (or Higress) wants a key of its own (header apikey), and none was sent. AWS was not asked."),
        AnswererSentence(
            .tyk, "Access to this API has been disallowed",
            say: "Tyk does not let this key call the API: its policy or access rights there decide. AWS was not asked."),
        AnswererSentence(
            .tyk, "Key has expired, please renew",
            say: "The key of the gateway Tyk has expired: get a new one from who runs it."),
        AnswererSentence(
            .apigee, "faultstring", "oauth.v2.InvalidApiKey",
            say: """
                Apigee does not know the API key of its own that was sent (or none was): take the app's key, and see that its product holds \
                this proxy. AWS was not asked.
                """),
        AnswererSentence(
            .apigee, "faultstring", "policies.ratelimit",
            say: """
                A quota or spike arrest of Apigee refused the call, no quota of AWS: raise it in the API product, or call less often.
                """),
        AnswererSentence(
            .apigee, "faultstring", "errorcode",
            say: """
                Apigee answered by itself: errorcode in the body names the policy or the step (messaging.adaptors...: the target behind it did \
                not answer). Its trace shows the rest; AWS said nothing that arrived here.
                """),
        AnswererSentence(
            .azureAPIManagement, "\"statusCode\": 404", "\"Resource not found\"",
            say: """
                Azure API Management has no API or operation for this path and method: see the API's URL suffix, the operation's template, \
                and the URL that is called. AWS was not asked.
                """),
        AnswererSentence(
            .azureAPIManagement, "\"activityId\"", "\"statusCode\": 5",
            say: """
                Azure API Management failed by itself, or got no answer from the backend: find the activityId in its diagnostic logs, and see \
                the backend's URL, its certificate and the policy's timeout.
                """),
        AnswererSentence(
            .nginx, "no host allowed while connecting to upstream",
            say: """
                The web server has no address for the host that it should call: see the upstream's URL in its configuration, and \
                its DNS resolver.
                """),
        AnswererSentence(
            .haProxy, "No server is available to handle this request",
            say: "HAProxy has no healthy server behind it: see the backend's servers and health checks."),
        AnswererSentence(
            .haProxy, "The server didn't respond in time",
            say: "HAProxy gave up waiting: raise timeout server, or stream the answer."),
        AnswererSentence(
            .haProxy, "Request forbidden by administrative rules",
            say: "A rule of HAProxy (http-request deny) refused the request: its owner has to allow the caller."),
        AnswererSentence(
            .apache, "The proxy server received an invalid",
            say: "Apache forwarded the request and got no valid answer: its error log names the host behind it and why."
        ),
        AnswererSentence(
            .azureOpenAI, "Access denied due to", "subscription key", "regional API endpoint for your resource",
            say: """
                The sentence is that of Azure OpenAI (Azure AI services) and not of API Management in front of it, whose own ends before the \
                endpoint: the api-key that reached the backend, or its endpoint, is wrong. See which api-key the gateway sends on (the \
                set-header policy, the named value; a caller's own subscription key may have been passed through), and that key and endpoint \
                belong to one resource. AWS was not asked.
                """),
        AnswererSentence(
            .azureAPIManagement, "Access denied due to", "subscription key",
            say: """
                The gateway wants a subscription key of its own (header Ocp-Apim-Subscription-Key), and the one sent is missing or \
                wrong. AWS was not asked.
                """),
        AnswererSentence(
            .azureAPIManagement, "Out of call volume quota",
            say:
                "The quota of the subscription at the gateway is used up, not one of AWS: wait for its renewal, or raise it."
        ),
    ]
}
