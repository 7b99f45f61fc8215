/// The sentences of gateways of APIs, of load balancers and of web servers that forward a call.
///
/// Sources: <https://docs.konghq.com/gateway/latest/>, <https://learn.microsoft.com/azure/api-management/>, and the pages that the others
/// show.
extension AnswererSentence {
    static let ofAPIGateways: [AnswererSentence] = [
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

    static let ofWebServers: [AnswererSentence] = [
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
    ]
}
