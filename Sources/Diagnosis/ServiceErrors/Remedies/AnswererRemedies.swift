import Evidence
import Report

/// Who answered in place of the service, and what its owner has to do.
///
/// Sources: <https://repost.aws/knowledge-center/api-gateway-troubleshoot-403-forbidden>,
/// <https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/http-403-permission-denied.html>,
/// <https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html>.
enum AnswererRemedies {
    static func all(_ call: FailedCall) -> [Remedy]? {
        guard let answerer = call.scene.answerer, answerer.position == .between else { return nil }
        let name = answerer.name
        if let behind = behindIt(call), answerer != .loadBalancer {
            return [
                Remedy("\(capitalised(name)) \(behind)"),
                Remedy("See which proxy and which endpoint are set.", call.env),
            ]
        }
        switch answerer {
        case .apiGateway:
            return [
                Remedy(
                    """
                    API Gateway answered, not Bedrock and not IAM for Bedrock. See that path, stage and method exist there \
                    (the stage belongs into the URL), that the x-api-key header is sent and its usage plan covers the stage, \
                    and what the API's authorizer, resource policy or web ACL (AWS WAF) refuses.
                    """)
            ]
        case .cloudFront:
            return [
                Remedy(
                    """
                    CloudFront refused before anything behind it saw the request: look at the distribution's web ACL (AWS WAF: \
                    its rules and its sampled requests), its geographic restriction, and the methods and host names that it \
                    allows.
                    """)
            ]
        case .waf:
            return [
                Remedy(
                    """
                    A web ACL of AWS WAF blocked the request; Bedrock was not involved. Whoever owns the resource behind that \
                    host has to look at the ACL's rules and sampled requests: which rule matched, and whether your address \
                    is to be allowed.
                    """)
            ]
        case .loadBalancer:
            return [
                Remedy(
                    """
                    The load balancer got no valid answer from what is behind it: see that the container or task runs and is \
                    healthy in the target group, that it listens on the target's port, and that it ends no connection \
                    earlier than the load balancer (its idle timeout is 60 s). AWS was not reached.
                    """)
            ]
        case .liteLLM, .portkey, .bifrost:
            return [
                Remedy(
                    """
                    \(name) answered by itself: what Bedrock said, if it was asked, stands in the gateway's log. See the \
                    model's entry in its configuration, and its key.
                    """)
            ]
        default:
            return [
                Remedy(
                    """
                    \(capitalised(name)) answered in the place of AWS. Whoever runs it has to allow the host of the endpoint \
                    (bedrock-runtime.REGION.amazonaws.com, port 443) for you; or keep the host out of it by NO_PROXY, where \
                    a direct way exists. Nothing follows about credentials or permissions.
                    """),
                Remedy("See which proxy and which endpoint are set.", call.env),
            ]
        }
    }

    /// What a gateway says that forwarded the request and got no answer, or no valid one: nobody was refused.
    ///
    /// Source: RFC 9110, sections 15.6.3 to 15.6.5.
    private static func behindIt(_ call: FailedCall) -> String? {
        if call.answer.status == 504 || call.text.contains("504 Gateway") || call.text.contains("Gateway Time") {
            return """
                forwarded the request and gave up waiting (504): the answer takes longer than its limit, 60 s in many. Raise \
                that limit (nginx: proxy_read_timeout), or stream the answer (ConverseStream), so that bytes come from the \
                start. Credentials and access are not the problem.
                """
        }
        if call.answer.status == 502 || call.text.contains("502 Bad Gateway") {
            return """
                forwarded the request and got no valid answer (502): its error log says what it got from the host behind \
                it. See that this host runs, and that the gateway speaks its protocol and trusts its certificate.
                """
        }
        return nil
    }

    private static func capitalised(_ name: String) -> String { name.prefix(1).uppercased() + name.dropFirst() }
}
