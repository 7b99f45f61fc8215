import Evidence
import JSONText
import Report
import WireText

/// Who answered in place of the service, and what its owner has to do.
///
/// Sources: <https://repost.aws/knowledge-center/api-gateway-troubleshoot-403-forbidden>,
/// <https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/http-403-permission-denied.html>,
/// <https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html>.
enum AnswererRemedies {
    /// What to do: by a sentence of its own, else by the status, else by who it is; `nil` where nothing of this is known.
    static func all(_ call: FailedCall) -> [Remedy]? {
        if let own = call.own {
            let reason = own.answerer == .envoy ? EnvoyReset.advice(in: call.text).map { [Remedy($0)] } ?? [] : []
            return reason + [.advice(own.advice, isOnTheWay(own.answerer) ? call.env : nil)]
        }
        if call.words.has("internal server error"), !call.read.hasToldStatus, call.read.errorType == nil,
            call.scene.answerer == nil, call.scene.service == nil
        {
            return [ownServer(call)]
        }
        let answerer = call.scene.answerer.flatMap { $0.position == .between ? $0 : nil }
        let isPage = call.text.contains("<html") || call.text.contains("<!DOCTYPE html")
        if call.isOfTarget, answerer == nil || answerer == .loadBalancer { return byName(.loadBalancer, call) }
        if answerer != nil || isPage || call.read.isCodeless, answerer != .loadBalancer,
            let status = call.status,
            let meaning = AnswererStatus.meaning(status, of: answerer)
        {
            let who = answerer.map { capitalised($0.name) } ?? "A proxy or gateway on the way"
            return [Remedy("\(who) \(meaning)"), Remedy("See which proxy and which endpoint are set.", call.env)]
        }
        if let answerer { return byName(answerer, call) }
        let read = call.read
        guard read.isForeign, !read.message.trimmedWhitespace().isEmpty else { return nil }
        return [
            Remedy(
                """
                The body has a form that AWS does not use, so a gateway or an application between here and AWS wrote it, and the sentence is its \
                own: "\(SafeMessage.text(read.message, limit: 200))". Its log, or whoever runs it, says what it means and whether AWS was asked at all.
                """),
            Remedy("See which proxy and which endpoint are set.", call.env),
        ]
    }

    private static func byName(_ answerer: Answerer, _ call: FailedCall) -> [Remedy] {
        let name = answerer.name
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
                    Read the log of what is behind the load balancer, which got no valid answer from it: see that the container or task runs and is \
                    healthy in the target group, that it listens on the target's port, and that it ends no connection \
                    earlier than the load balancer (its idle timeout is 60 s). A Lambda function as the target has its log in CloudWatch \
                    (/aws/lambda/NAME): an image for another processor, a secret that it may not read, an error at its start, or its timeout. Keys and models of \
                    Bedrock are not in question before that program asks for them.
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

    /// A server of a program's own that failed in its own code, whatever it was about to call.
    private static func ownServer(_ call: FailedCall) -> Remedy {
        let program = call.scene.client.map { PrintableText.escaped($0.value, limit: 60) } ?? "the program"
        let logs = call.scene.program == .dify ? " (Dify: of the containers api and plugin_daemon)" : ""
        return Remedy(
            """
            Read the log of \(program)'s own server\(logs) at that moment: the words "Internal Server Error" without a type of AWS's and a request id are its own, and the exception behind them stands there; explain that one. Where an older version of the program or of its plugin \
            worked, go back to it meanwhile. Nothing shows that Bedrock was asked.
            """
        ).about(.instruction)
    }

    /// Whether a variable of the client decides that it is asked at all.
    private static func isOnTheWay(_ answerer: Answerer) -> Bool {
        answerer == .envoy || answerer == .webFilter
    }

    private static func capitalised(_ name: String) -> String { name.beginningSentence }
}
