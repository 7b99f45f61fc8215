/// The sentences of API Gateway, AppSync and CloudFront that need no header to be known.
///
/// Sources: <https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html>,
/// <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-troubleshooting-lambda.html>,
/// <https://repost.aws/knowledge-center/api-gateway-troubleshoot-403-forbidden>,
/// <https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/troubleshooting-response-errors.html>,
/// <https://docs.aws.amazon.com/appsync/latest/devguide/troubleshooting-and-common-mistakes.html>.
extension AnswererSentence {
    private static let authorizer = """
        The authorizer of an API Gateway API (Lambda, Cognito or JWT) let this caller not in: see the policy that it returns (it may be \
        cached for another path), the token's audience, issuer and lifetime, and the header in which it is expected. IAM's policies for \
        Bedrock were not asked.
        """

    private static let appSyncCaller = """
        AWS AppSync refused the caller before any data source was asked: send what the API's authorization mode wants (x-api-key, a \
        Cognito or OIDC token in Authorization, or a signature for the service appsync), and see whether the mode covers this field.
        """

    static let ofAWS: [AnswererSentence] = [
        .ofBody(
            .someGateway, "Forbidden",
            say: """
                This is no sentence of Bedrock's: API Gateway, or another gateway in front, says so and does not say why. For API Gateway: \
                the x-api-key header is missing or its usage plan does not cover the stage; a private API was called from outside its VPC \
                endpoint, or without the Host or x-apigw-api-id that its resource policy allows; a web ACL (AWS WAF) blocked the call; \
                or a custom domain wants a client certificate. See the host that is called and who runs it. IAM for Bedrock was not asked.
                """),
        .ofBody(
            .someGateway, "Not Found",
            say: """
                A gateway or a web application has no such path; Bedrock names what it does not find. For API Gateway's HTTP APIs: no \
                route fits the path and method, or the stage is missing in the URL. See the base URL (with or without /v1) and the host.
                """),
        .ofBody(
            .someGateway, "Unauthorized",
            say: """
                This is no sentence of Bedrock's: a gateway in front wants a key or token of its own (API Gateway: the authorizer's token \
                in Authorization, issuer, audience and lifetime as it expects them) and did not get it, or did not take it. IAM and \
                Bedrock were not asked.
                """),
        .ofBody(
            .someGateway, "Internal server error",
            say: """
                API Gateway, or another gateway in front, says so when it got no valid result from what is behind it; Bedrock has \
                another sentence for its own faults. Most often a Lambda function raised an error, timed out or returned another form than \
                the integration wants, or API Gateway may not invoke it (lambda:InvokeFunction in its resource policy). The function's log \
                and the API's execution log say which.
                """),
        .ofBody(
            .someGateway, "Service Unavailable",
            say: """
                A gateway in front did not reach what is behind it, or waited too long (API Gateway's HTTP APIs: the integration's \
                timeout is 30 s at most): see that it runs, its log, its VPC link, and how long an answer takes; stream the answer. \
                Where no gateway is in between, Bedrock is busy: retry with growing pauses.
                """),
        .ofBody(
            .someGateway, "Invalid request body",
            say: """
                The request validator of API Gateway refused the body by the model of the method, before anything behind it was asked: \
                compare the body with that schema, and see Content-Type (without application/json it is not read).
                """),
        .ofBody(
            .someGateway, "Unsupported Media Type",
            say: """
                The gateway takes no body of this Content-Type (API Gateway: passthrough behaviour NEVER, and no template for it): send \
                application/json, or allow the type there.
                """),
        AnswererSentence(
            .apiGateway, "Missing required request parameters:",
            say: """
                The request validator of API Gateway misses the parameters (path, query or header) that the message names; nothing behind it \
                was asked. Send them, or change the method's request settings.
                """),
        AnswererSentence(
            .apiGateway, "User: anonymous is not authorized to perform: execute-api:",
            say: """
                The request was not signed, so the resource policy of the API in API Gateway decides alone, and it does not let this call in: \
                compare its conditions with the call (aws:SourceVpce with the VPC endpoint that was called, aws:SourceVpc, aws:SourceIp), and \
                deploy the API again, since a changed policy counts only then. No policy of a role or user matters here, unless the method \
                has the authorization AWS_IAM: then sign for execute-api.
                """),
        AnswererSentence(
            .apiGateway, "User is not authorized to access this resource", say: authorizer),
        AnswererSentence(
            .apiGateway, "The incoming token has expired",
            say: """
                The Cognito token that was sent to API Gateway's authorizer has expired: get a new one by the refresh token (it is no \
                session token of AWS's). IAM and Bedrock were not asked.
                """),
        AnswererSentence(
            .apiGateway, "Execution failed due to configuration error",
            say: """
                API Gateway could not run the integration as it is configured: the execution log of the stage has the reason (no permission \
                to invoke the function, a malformed result, a role that may not be assumed).
                """),
        AnswererSentence(.appSync, "Valid authorization header not provided", say: appSyncCaller),
        AnswererSentence(.appSync, "You are not authorized to make this call", say: appSyncCaller),
        AnswererSentence(
            .cloudFront, "is configured to block access from your country",
            say: """
                The CloudFront distribution's geographic restriction refuses the caller's country: its owner changes it. Bedrock was not \
                asked.
                """),
        AnswererSentence(
            .cloudFront, "establish a connection with the origin",
            say: """
                CloudFront forwarded the request and got no connection to the origin, or lost it: see that the origin runs, takes CloudFront's \
                addresses and TLS versions, and how long it may take (origin response timeout, 30 s unless set). Bedrock was not shown to \
                be involved.
                """),
        AnswererSentence(
            .cloudFront, "CloudFront wasn't able to connect to the origin",
            say: """
                CloudFront could not connect to the origin: see its host name, port, certificate and security group. Nothing is said about \
                Bedrock.
                """),
        AnswererSentence(
            .cloudFront, "not configured to allow the HTTP request method",
            say: """
                The CloudFront distribution's behaviour for this path allows GET and HEAD only: allow POST there, or call the origin. Bedrock \
                was not asked.
                """),
    ]
}
