import Codes
import Evidence
import JSONText
import Report
import WireText

/// What a report tells of a connection that refutes the standing advice: a client without a proxy, subnets that differ, an address that is no
/// endpoint of AWS's, an answer of a load balancer.
///
/// Sources: <https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-internet.html>,
/// <https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html> (HTTP 464),
/// <https://docs.aws.amazon.com/nova/latest/userguide/speech-bidirection.html> (HTTP/2).
extension Advice {
    static let told: [Advice] = [
        Advice(
            for: .programFailed, .networkCertificateUntrusted, .networkTLSFailed, .networkUnreachable,
            .networkNameUnresolved, .networkConnectTimeout, .networkConnectionClosed
        ) { call in call.fetchedPackage },
        Advice(for: .answerNotFromService, .networkUnreachable, .networkNameUnresolved, .networkCertificateUntrusted) {
            call in call.provisioned
        },
        Advice { call in call.protocolVersion },
        Advice(for: .networkUnreachable, .networkConnectTimeout, .networkAnswerTimeout) { call in call.ignoredProxy },
        Advice(for: .networkAnswerTimeout) { call in call.patienceOfClaudeCode },
        Advice(for: .networkUnreachable, .networkConnectTimeout) { call in call.differingSubnets },
        Advice(for: .networkUnreachable, .networkConnectTimeout) { call in call.privateNetwork },
        Advice("task timed out seconds", for: .networkAnswerTimeout) { call in call.silentNetwork },
        Advice(for: .networkConnectionClosed) { call in call.otherServer },
        Advice(for: .configEndpointMalformed) { call in call.filledTemplate },
    ]
}

/// Whether a report says that the client does not take a proxy: no advice about variables of a proxy helps then.
enum IgnoredProxy {
    static func stands(in text: String) -> Bool {
        UseReader.uses(of: "*proxy*", "*proxies", in: String(text.prefix(32_768))).contains(.passedBy)
    }
}

extension FailedCall {
    private var pasted: String { String(shown.prefix(32_768)) }

    /// What failed is a package manager's download.
    fileprivate var fetchedPackage: [Remedy] {
        let code: FindingCode =
            words.has("certificate|cert|ssl|tls|unknownissuer") ? .networkCertificateUntrusted : .programFailed
        return packageFetch?.remedies(code, around: shown) ?? []
    }

    /// What failed is a step of a provisioning tool with another provider than AWS's.
    fileprivate var provisioned: [Remedy] {
        guard own == nil, read.operation == nil, !(read.errorType.map(ErrorTypeName.isFromAWS) ?? false),
            let step = provisionedStep
        else { return [] }
        let isReached = !words.has(
            all: ["dial|connect|connection|lookup", "timeout|refused|tcp|timed|such|reset"], none: [])
        return [step.remedy(isReached: isReached)]
    }

    /// Whose failure it is, where that is another step of the same work; within a sentence.
    var neighbour: String? {
        if let own, own.answerer.position == .beside { return own.answerer.name }
        guard read.operation == nil, !(read.errorType.map(ErrorTypeName.isFromAWS) ?? false) else { return nil }
        return provisionedStep?.name
    }

    /// Whether a load balancer refused the version of HTTP.
    var isOfProtocolVersion: Bool {
        let around = pasted.lowercased()
        return status == 464
            || [
                "http 464", "status code 464", "status code: 464", "statuscode: 464", "464 error", "error 464",
                "statuscode=464",
            ]
            .contains(where: around.contains)
    }

    /// A load balancer's refusal of the version of HTTP, which Bedrock's front has for bidirectional streams.
    fileprivate var protocolVersion: [Remedy] {
        guard isOfProtocolVersion else { return [] }
        let around = pasted.lowercased()
        let isStream = ["bidirectional", "sonic", "netty", "bedrock-runtime.", "bedrockruntime"].contains(
            where: around.contains)
        if !isStream {
            return [
                Remedy(
                    """
                    Make client and target group speak the same version of HTTP: 464 is what a load balancer of AWS's (ALB) answers to a request of another one than its target group is set to (HTTP/1.1 sent to a group of HTTP2 or gRPC, \
                    or the other way round). Set the group's protocol version to HTTP1 for a gateway that takes usual calls, or let the client speak HTTP/2. Bedrock was not reached.
                    """),
                Remedy(
                    "See what each target group is set to.",
                    command:
                        "aws elbv2 describe-target-groups --query 'TargetGroups[].[TargetGroupName,Protocol,ProtocolVersion]'"
                ),
            ]
        }
        let java =
            around.contains("netty")
            ? " In Java a Netty client that is built by hand speaks HTTP/1.1: NettyNioAsyncHttpClient.builder().protocol(Protocol.HTTP2), with readTimeout(...) beside it."
            : " In Java: NettyNioAsyncHttpClient.builder().protocol(Protocol.HTTP2); elsewhere the HTTP client's own option for HTTP/2."
        return [
            Remedy(
                """
                Speak HTTP/2: 464 is a load balancer's word for a request whose version of HTTP is not the one that its target takes, and a bidirectional stream is taken over \
                HTTP/2 only.\(java) The default client of the SDK does so; whoever replaces it, to set a timeout, must say so again.
                """)
        ]
    }

    /// A client that goes past the proxy.
    fileprivate var ignoredProxy: [Remedy] {
        guard IgnoredProxy.stands(in: pasted) else { return [] }
        let name = AWSHostName(host ?? "")
        let place = name?.region ?? regionName ?? "REGION"
        return [
            Remedy(
                """
                The client does not take the proxy, as the text says, so no variable for one changes it, and curl, which takes it, proves nothing. Give the client a way that needs none: \
                an interface endpoint (com.amazonaws.\(place).bedrock-runtime, private DNS on, port 443 open to the client's security group) or a NAT gateway; or another HTTP client \
                or SDK that can be handed a proxy.
                """)
        ]
    }

    /// A function or a task that gets through at times: what differs between its runs is the subnet.
    fileprivate var differingSubnets: [Remedy] {
        let around = pasted.lowercased()
        let isTimeout = [
            "connect timeout", "connecttimeout", "connection timed out", "connection timeout", "connect timed out",
            "etimedout", "i/o timeout",
        ]
        .contains(where: around.contains)
        let isInNetwork = ["lambda", "subnet", "vpc", "fargate"].contains(where: around.contains)
        guard isTimeout, isInNetwork, isNowAndThen else { return [] }
        let regions = Set(around.ranges(of: "bedrock-runtime.").map { around[$0.upperBound...].prefix { $0 != "." } })
        let other =
            regions.count > 1
            ? " An interface endpoint serves its own region only: the calls to the other region (\(regions.sorted().map { PrintableText.escaped(String($0), limit: 20) }.joined(separator: ", "))) need the NAT gateway."
            : ""
        return [
            Remedy(
                """
                It gets through at times, so keys, code and region are right, and what differs is the subnet in which a run is placed: one of them has no route out. Compare the route tables of all \
                subnets of the function or task: each needs 0.0.0.0/0 to a NAT gateway (a public subnet does not do for Lambda), or the interface endpoint must stand in each of its zones.\(other) \
                Until then leave the subnet without a route out of the configuration.
                """,
                command:
                    "aws ec2 describe-route-tables --query 'RouteTables[].[Associations[].SubnetId,Routes[].[DestinationCidrBlock,NatGatewayId,GatewayId]]'"
            )
        ]
    }

    /// A server of somebody's own whose connection ended: Bedrock was not called by this request.
    fileprivate var otherServer: [Remedy] {
        let around = pasted
        guard !around.contains("amazonaws.com"), !around.contains("api.aws"), let address = calledElsewhere(around)
        else { return [] }
        return [
            Remedy(
                """
                The request that failed went to \(PrintableText.escaped(address, limit: 100)) and not to Bedrock: look at that server and its log. A connection that ends after an idle time was closed by it, or by \
                a load balancer before it, sooner than the client lets it go: make the server's keep-alive longer than the client's, or let the client not keep connections \
                (keepAlive: false) or send such a request again once.
                """)
        ]
    }

    /// The address behind a method or a call of an HTTP library, where it is a URL or made of a variable.
    private func calledElsewhere(_ text: String) -> String? {
        for mark in ["axios.post(", "axios.get(", "axios(", "fetch(", "requests.post(", "httpx.post(", "POST ", "GET "]
        {
            guard let place = text.firstRange(of: mark) else { continue }
            let rest = text[place.upperBound...].prefix(200).trimmed(of: " \n\t\r`\"'")
            let address = rest.prefix { !$0.isWhitespace && !"`\"',)".contains($0) }
            let isURL = address.hasPrefix("http://") || address.hasPrefix("https://")
            if isURL || address.hasPrefix("${") && address.contains("URL"), address.utf8.count > 9 {
                return String(address)
            }
        }
        return nil
    }

    /// A tool's result of which the client could not build the block.
    func unbuilt(_ code: FindingCode) -> [Remedy]? {
        guard code == .validationRequest,
            text.contains("required when building ToolResultBlock") || text.contains("when building ToolUseBlock")
        else { return nil }
        let name = text.contains("ToolResultBlock") ? "the result of a tool" : "the call of a tool"
        return [
            Remedy(
                """
                Nothing was sent: the client's own builder (AWS SDK for Rust) refused \(name) to which the client gave no content, as where the tool failed. Update the client; until it gives a failed \
                tool's words as content, go on in a new conversation and keep that tool from failing. Keys, network and model are not in question.
                """)
        ]
    }

    /// A URL in which a program's template had no place for what was put in.
    fileprivate var filledTemplate: [Remedy] {
        guard text.contains("%!(EXTRA") || text.contains("%!s(MISSING") || text.contains("%!(NOVERB") else { return [] }
        return [
            Remedy(
                """
                The program made this URL wrongly: %!(EXTRA ...) is Go's mark for a template with fewer places than values. Its template does not fit the base URL that was set (a gateway's \
                in place of Bedrock's): update the program, or leave its base URL blank so that it calls Bedrock itself; no other way of writing the URL helps.
                """)
        ]
    }
}
