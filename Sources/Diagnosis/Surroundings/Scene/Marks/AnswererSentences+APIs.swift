/// The sentences of gateways for any API: Kong, Envoy's filters, Tyk, APISIX, Apigee, Azure API Management, WSO2, MuleSoft.
///
/// Sources: <https://developer.konghq.com/plugins/>,
/// <https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/jwt_authn_filter>,
/// <https://tyk.io/docs/>, <https://apisix.apache.org/docs/apisix/plugins/>,
/// <https://apim.docs.wso2.com/en/latest/troubleshooting/error-handling/>,
/// <https://learn.microsoft.com/azure/api-management/rate-limit-policy>.
extension AnswererSentence {
    private static let jwt = """
        Envoy's or Istio's check of JSON web tokens (jwt_authn, RequestAuthentication) refused the token in Authorization: see that one is \
        sent, its issuer, audience, lifetime and key (JWKS). Neither IAM nor Bedrock was asked.
        """

    private static let tykKey = """
        The gateway Tyk wants a key of its own (header Authorization, unless set otherwise), and it is missing or unknown. AWS was not asked.
        """

    private static let subscriptionRate = """
        The rate limit of the subscription at the gateway (Azure API Management) refused the call, no quota of AWS: wait as long as the \
        message says, call less often, or have the limit raised.
        """

    static let ofAPIs: [AnswererSentence] = [
        .ofBody(
            .someGateway, "No API key found in request",
            say: """
                The gateway (Kong's key-auth or one like it) found no key of its own in the request (header apikey, unless set otherwise): \
                send the consumer's key. AWS was not asked.
                """),
        AnswererSentence(
            .kong, "IP address not allowed:",
            say: "Kong's ip-restriction plugin refuses the caller's address: have it allowed there. AWS was not asked."),
        AnswererSentence(
            .kong, "request body doesn't contain valid prompts",
            say: """
                Kong's AI Proxy found no messages or prompt where the route type (llm/v1/chat, llm/v1/completions) expects them: send an \
                OpenAI-shaped body to that route, or set llm_format to bedrock for a native one. Bedrock was not asked.
                """),
        AnswererSentence(
            .kong, "route only supports llm/v1/",
            say: """
                Kong's AI Proxy did not find a body of the route's type: send Content-Type: application/json (curl -d alone sends \
                application/x-www-form-urlencoded, which is not read as one), with messages for llm/v1/chat or prompt for llm/v1/completions. \
                Bedrock was not asked.
                """),
        AnswererSentence(
            .kong, "cannot use own model",
            say: """
                Kong's AI Proxy fixes the model: leave model out of the body or name that one, or take model.name out of the plugin. Bedrock \
                was not asked.
                """),
        AnswererSentence(
            .kong, "Request size limit exceeded",
            say: """
                Kong's request-size-limiting plugin (allowed_payload_size, in megabytes) refused the body: raise it there, or send less. \
                Bedrock's own limits are not reached.
                """),
        AnswererSentence(
            .kong, "rate limit exceeded for provider(s)",
            say: """
                Kong's ai-rate-limiting-advanced plugin refused the call by its own count of tokens, no quota of AWS: raise its limit, or \
                call less often.
                """),
        .ofBody(
            .kong, "Invalid authentication credentials",
            say: "Kong knows no consumer by the key or token that was sent: send a valid one. AWS was not asked."),
        .ofBody(
            .someGateway, "name resolution failed",
            say: """
                The gateway (Kong says so) has no address for the host behind it: see the service's or upstream's host and the gateway's DNS \
                resolver. The client reached the gateway well.
                """),
        AnswererSentence(.envoy, "Jwt is missing", say: jwt),
        AnswererSentence(.envoy, "Jwt is expired", say: jwt),
        AnswererSentence(.envoy, "Jwt verification fails", say: jwt),
        AnswererSentence(.envoy, "Jwt issuer is not configured", say: jwt),
        AnswererSentence(.envoy, "Audiences in Jwt are not allowed", say: jwt),
        AnswererSentence(.envoy, "Jwks doesn't have key to match", say: jwt),
        .ofText(
            .someGateway, "Payload Too Large",
            say: """
                A proxy or gateway takes no body of this size (413): raise its limit (Envoy: the buffer filter's max_request_bytes or \
                per_connection_buffer_limit_bytes; nginx: client_max_body_size), or send less: smaller images, fewer attachments. \
                Bedrock's own limits are not reached.
                """),
        AnswererSentence(.tyk, "\"error\": \"Authorization field missing\"", say: tykKey),
        AnswererSentence(.tyk, "\"error\": \"API Access Disallowed\"", say: tykKey),
        AnswererSentence(
            .azureAPIManagement, "\"statusCode\": 429", "Rate limit is exceeded. Try again in", say: subscriptionRate),
        AnswererSentence(
            .azureAPIManagement, "\"statusCode\": 429", "Token limit is exceeded. Try again in", say: subscriptionRate),
        AnswererSentence(
            .wso2, "\"code\": \"9009", "API",
            say: """
                The gateway WSO2 API Manager refused the call: it wants an access token or API key of its own, subscribed to this API. AWS was \
                not asked.
                """),
        AnswererSentence(
            .wso2, "Make sure your API invocation call",
            say: """
                The gateway WSO2 API Manager wants an access token of its own in Authorization, and it is missing, expired or wrong. AWS was \
                not asked.
                """),
        AnswererSentence(
            .muleSoft, "Client ID is not present",
            say: """
                The gateway MuleSoft wants client_id and client_secret of an application with a contract for this API. AWS was not asked.
                """),
        .ofText(
            .kubernetesIngress, "default backend - 404",
            say: """
                The Kubernetes ingress has no rule for this host and path: see the Ingress object, its class, and the URL that is called. AWS \
                was not asked.
                """),
    ]
}
