/// The sentences of proxies and of AWS's own gateways; those of others stand in a file for each kind.
///
/// Sources: <https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_conn_man/response_code_details>,
/// <https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html>,
/// <https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html>.
extension AnswererSentence {
    static let all: [AnswererSentence] =
        envoy + awsGateways + ofModelGateways + ofAPIGateways + ofWebServers + ofAPIs + ofModels + ofHosting
        + ofProviders + filters + ofAWS
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
}
