import Codes
import Evidence
import Report
import Testing

@testable import Diagnosis

private func explained(_ text: String) throws -> (finding: Finding, scene: Scene) {
    let input = try ReadInput(Array(text.utf8), name: "standard input")
    let explanation = Explanation(input, context: ExplainContext(now: 1_795_300_000))
    return (try #require(explanation.findings.first), explanation.scene)
}

private func advice(_ finding: Finding) -> String { finding.remedies.map(\.text).joined(separator: "\n") }

/// What stands between client and service and answers in words of its own: it is named, and its own cure with it.
@Suite struct AnswererSentenceTests {
    @Test(
        arguments: [
            (
                "HTTP/1.1 503 Service Unavailable\ncontent-type: text/plain\nserver: envoy\n\nupstream connect error or disconnect/reset before headers. reset reason: connection failure",
                "an Envoy proxy", "upstream"
            ),
            ("504 upstream request timeout", "an Envoy proxy", "route's timeout"),
            (
                "HTTP/1.1 429 Too Many Requests\nx-envoy-ratelimited: true\nserver: istio-envoy\n\nlocal_rate_limited",
                "an Envoy proxy", "no quota of AWS"
            ),
            (
                "HTTP/2 429\nx-amzn-errortype: TooManyRequestsException\nx-amz-apigw-id: abc=\n\n{\"message\":\"Too Many Requests\"}",
                "API Gateway", "usage plan"
            ),
            (
                "HTTP/1.1 429 Too Many Requests\nx-amzn-ErrorType: LimitExceededException\nx-amz-apigw-id: abc=\n\n{\"message\":\"Limit Exceeded\"}",
                "API Gateway", "quota of the usage plan"
            ),
            (#"{"message": "Endpoint request timed out"}"#, "API Gateway", "29 s"),
            (
                #"{"Message":"Forbidden. For troubleshooting Function URL authorization issues, see: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html"}"#,
                "a Lambda function URL", "lambda:InvokeFunctionUrl"
            ),
            ("{\"message\":\"no Route matched with those values\"}", "the gateway Kong", "strip_path"),
            (
                "<html>\n<head><title>Attention Required! | Cloudflare</title></head>\n<body>\n</body>\n</html>",
                "Cloudflare", "Ray ID"
            ),
            (
                "<html>\n<title>Web Page Blocked</title>\n<p>Access to the web page you were trying to visit has been blocked in accordance with company policy.</p>\n</html>",
                "a company's web filter", "allow the host"
            ),
        ])
    func `a sentence of its own names who answered`(text: String, who: String, cure: String) throws {
        let (finding, scene) = try explained(text)
        #expect(finding.code == .answerNotFromService)
        // A sentence may be quoted; a page of it is the answer itself.
        #expect(finding.confidence == (text.contains("<html>") ? .certain : .likely))
        #expect(scene.answeredBy?.value == who)
        #expect(advice(finding).contains(cure), "\(advice(finding))")
    }

    @Test(
        arguments: [
            (
                #"{"error":{"message":"litellm.NotFoundError: BedrockException - Bedrock Invoke HTTPX: Unknown provider=None, model=x. Try calling via converse route","code":"404"}}"#,
                FindingCode.clientRefused, "LiteLLM", "bedrock/converse/"
            ),
            (
                #"{"detail":"Unsupported model x, please use models API to get a list of supported models"}"#,
                .modelIDInvalid, "bedrock-access-gateway", "GET /models"
            ),
        ])
    func `a gateway that does not know the model's name says how to write it`(
        text: String, code: FindingCode, who: String, cure: String
    ) throws {
        let (finding, scene) = try explained(text)
        #expect(finding.code == code)
        #expect(finding.confidence == .likely)
        #expect(scene.answeredBy?.value == who)
        #expect(advice(finding).contains(cure), "\(advice(finding))")
    }

    @Test func `what a gateway passes on is still the service's`() throws {
        let (finding, _) = try explained(
            """
            HTTP/1.1 400 Bad Request
            server: envoy
            content-type: application/json

            {"message":"The provided model identifier is invalid."}
            """)
        #expect(finding.code == .modelIDInvalid)
    }

    @Test func `a short message is a gateway's only where it is shown`() throws {
        #expect(try explained(#"{"message":"Too Many Requests"}"#).finding.code == .throttled)
    }

    @Test(
        arguments: [
            (524, "Cloudflare", "cdn-cgi/", "stream the answer"), (522, "Cloudflare", "cdn-cgi/", "firewall"),
            (520, "Cloudflare", "cdn-cgi/", "origin"), (502, "nginx", "<center>nginx", "no valid answer"),
            (503, "nginx", "<center>nginx", "health checks"), (504, "nginx", "<center>nginx", "gave up waiting"),
            (413, "nginx", "<center>nginx", "client_max_body_size"),
        ])
    func `the status of a page says what went wrong behind it`(status: Int, who: String, mark: String, cure: String)
        throws
    {
        let (finding, scene) = try explained(
            "API Error: \(status) <html>\n<head></head>\n<body>\(mark)</body>\n</html>")
        #expect(finding.code == .answerNotFromService)
        #expect(scene.answeredBy?.value.contains(who) == true)
        #expect(advice(finding).contains(cure), "\(advice(finding))")
    }

    @Test func `a page of nobody known is read by its status, too`() throws {
        let finding = try explained("API Error: 413 <html>\n<h1>413 Request Entity Too Large</h1>\n</html>").finding
        #expect(advice(finding).contains("takes no body of this size"), "\(advice(finding))")
    }
}
