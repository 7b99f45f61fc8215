/// The sentences of gateways, proxies, load balancers and firewalls.
///
/// Sources: <https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_conn_man/response_code_details>,
/// <https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html>,
/// <https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html>, <https://docs.konghq.com/gateway/latest/>,
/// <https://docs.litellm.ai/docs/providers/bedrock>, <https://docs.litellm.ai/docs/proxy/users>,
/// <https://learn.microsoft.com/azure/api-management/>, and the pages that the others show.
extension AnswererSentence {
    static let all: [AnswererSentence] = envoy + awsGateways + gateways + filters

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

    private static let gateways: [AnswererSentence] = [
        .ofModel(
            .liteLLM, "Unknown provider=",
            say: """
                LiteLLM asked nobody: it cannot tell from the id whose body the model takes. Name the route, \
                bedrock/converse/MODEL, or the provider of an imported model, bedrock/llama/ARN or bedrock/deepseek_r1/ARN; an \
                older version may not know the one you named.
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
            .liteLLM, "Budget has been exceeded",
            say: """
                A budget of the gateway (of the key, user or team) is used up; AWS refused nothing. Raise max_budget there, or \
                wait until budget_duration is over.
                """),
        AnswererSentence(
            .liteLLM, "Invalid proxy server token passed",
            say: """
                The gateway does not know the key that was sent to it (Authorization: Bearer sk-...): use one that it issued. AWS's \
                keys are set in the gateway, not in its callers.
                """),
        AnswererSentence(
            .liteLLM, "not allowed to access model",
            say: """
                The gateway does not let this key, user or team use the model: add it to the models of the key or team there. \
                AWS was not asked.
                """),
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
            .kong, "The upstream server is timing out",
            say: "Kong gave up waiting: raise read_timeout of the service (60 s unless set), or stream the answer."),
        AnswererSentence(
            .kong, message: "API rate limit exceeded",
            say: "Kong's rate limiting plugin refused the call, not Bedrock: raise its limit, or call less often."),
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

    // MARK: Firewalls and web filters

    private static func examined(_ who: String) -> String {
        """
        \(who) in front of the host that was called took the request for an attack or a robot and blocked it: prompts with code, \
        markup or SQL often match such rules. The host's owner finds the rule by the id on the page (Ray ID, support or incident \
        id) and can except this path from it; the caller can only change what is sent.
        """
    }

    private static let filters: [AnswererSentence] = [
        AnswererSentence(.cloudflare, "Sorry, you have been blocked", say: examined("Cloudflare's firewall")),
        AnswererSentence(.cloudflare, "Attention Required! | Cloudflare", say: examined("Cloudflare's firewall")),
        AnswererSentence(
            .cloudflare, "Just a moment...", "challenge", say: examined("Cloudflare's check for browsers")),
        AnswererSentence(.imperva, "Incapsula incident ID", say: examined("Imperva's firewall")),
        AnswererSentence(
            .f5,
            "The requested URL was rejected. Please consult with your administrator",
            say: examined("A web application firewall (F5)")),
        AnswererSentence(
            .webFilter, "has been blocked in accordance with company policy",
            say: """
                A firewall of the company (FortiGate, Palo Alto or the like) blocked the request by its policy and showed a page \
                in its place; AWS was not reached. Its administrator has to allow the host that is called \
                (bedrock-runtime.REGION.amazonaws.com, port 443, without inspection if possible) for this machine. Nothing \
                follows about credentials or permissions.
                """),
    ]
}
