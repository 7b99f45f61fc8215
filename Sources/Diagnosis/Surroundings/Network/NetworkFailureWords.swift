import Catalog
import Codes
import NetworkTerms
import Report

/// The finding's words for each way in which the endpoint can fail to answer.
struct NetworkFailureWords {
    var code: FindingCode
    /// `nil` for the code's own.
    var title: String?
    var detail: String
    var place = Side.network
    var confidence = Confidence.likely
    var remedies: [Remedy]

    init(_ failure: NetworkFailure, _ facts: NetworkFacts) {
        let host = PrintableText.escaped(facts.host)
        let word = ShellWord.quoted(facts.host) ?? "HOST"
        let port = facts.port
        let connect = Remedy(
            "See whether the port answers at all",
            command: "curl -sv --max-time 10 -o /dev/null \(facts.scheme)://\(word):\(port)/")
        if let problem = failure.certificateProblem {
            self = Self.certificate(problem, facts, host, word)
            return
        }
        switch failure {
        case _ where failure.isUnresolvedName: self = Self.name(facts, host, word)
        case .connectFailed:
            self.init(
                code: .networkConnectFailed, title: "No connection to \(host):\(port)",
                detail:
                    "The name resolves, but nothing accepts the connection: a firewall, a route that is missing, a VPC endpoint whose security group does not let port \(port) in, or a server that is not running.",
                remedies: [connect])
        case _ where failure.isConnectTimeout:
            self.init(
                code: .networkConnectTimeout, title: "\(host):\(port) did not accept a connection in time",
                detail:
                    "Packets are dropped on the way. In a private subnet that is a missing NAT gateway or VPC endpoint for bedrock-runtime; in an office, a proxy that must be used.",
                remedies: [
                    connect,
                    Remedy(
                        "If calls must go through a proxy, set HTTPS_PROXY to its URL, such as http://proxy.example:3128"
                    ),
                ])
        case _ where failure.isTimeout:
            self.init(
                code: .networkAnswerTimeout, title: "\(host) did not answer in time",
                detail:
                    "The connection was made and the request was sent, but no answer came. A model may simply be slow; a proxy that holds answers back looks the same.",
                confidence: .possible,
                remedies: [Remedy("Allow more time", .doctor(.again(.option("--timeout", "120"))))])
        case .tlsFailed:
            self.init(
                code: .networkTLSFailed, title: "TLS with \(host):\(port) failed",
                detail:
                    "The two sides could not agree on a protocol, or the port does not speak TLS. Middle boxes and an http:// server behind an https:// URL look like this.",
                remedies: [
                    Remedy(
                        "Look at the handshake",
                        command: "openssl s_client -connect \(word):\(port) -servername \(word) </dev/null")
                ])
        case .connectionReset, .closedEarly:
            self.init(
                code: .networkConnectionClosed, title: "\(host) closed the connection before it answered",
                detail:
                    "A proxy, a firewall or a load balancer ended it; a retry may help, unless a rule forbids the call.",
                confidence: .possible, remedies: [connect])
        case .proxyFailed:
            self.init(
                code: .networkProxyFailed,
                detail:
                    "\(facts.proxy.map { PrintableText.escaped($0) + " " } ?? "It ")was reached or looked for, and refused or could not connect to \(host). It may want a user name, or not allow the host.",
                remedies: [
                    Remedy("See which proxy it is, and which variable names it", .doctor(.env)),
                    Remedy(
                        "To try without it in this shell", command: "unset HTTPS_PROXY https_proxy ALL_PROXY all_proxy"),
                ])
        case .malformedResponse:
            self.init(
                code: .networkAnswerMalformed, title: "What came from \(host):\(port) is not HTTP",
                detail:
                    "Another kind of server listens there, or something on the way answers in its place. Check the endpoint's scheme and port.",
                remedies: [Remedy("See where requests go, and which setting says so", .doctor(.env)), connect])
        case .badProxySetting:
            self.init(
                code: .networkProxyMalformed,
                detail: "A proxy variable holds something that is not a proxy URL.", place: .client,
                confidence: .certain, remedies: [Remedy("See which one and why", .doctor(.env))])
        case .certificateAuthoritiesUnusable:
            self.init(
                code: .networkCAUnreadable, title: "The file of trusted certificates cannot be used",
                detail: "A variable names a CA file that curl could not load.", place: .client, confidence: .certain,
                remedies: [Remedy("See which one and why", .doctor(.env))])
        default:
            self.init(
                code: .networkFailed, title: "\(host) could not be reached",
                detail: "The transport says: \(PrintableText.escaped(facts.message, limit: 300))",
                confidence: .possible,
                remedies: [connect])
        }
    }

    private init(
        code: FindingCode, title: String? = nil, detail: String, place: Side = .network,
        confidence: Confidence = .likely,
        remedies: [Remedy]
    ) {
        self.code = code
        self.title = title
        self.detail = detail
        self.place = place
        self.confidence = confidence
        self.remedies = remedies
    }

    private static func name(_ facts: NetworkFacts, _ host: String, _ word: String) -> Self {
        let lookup = Remedy("Ask the resolver yourself", command: "getent hosts \(word)")
        if AWSHostName(facts.host)?.region != nil, RegionCatalog.hasBedrockRuntime(facts.region) != true {
            let region = PrintableText.escaped(facts.region, limit: 60)
            let near = RegionCatalog.nearest(to: facts.region)
            let other =
                near.flatMap { RegionCatalog.hasBedrockRuntime($0) == true ? $0 : nil } ?? RegionResolution.fallback
            return Self(
                code: .regionHasNoEndpoint, title: "There is no Bedrock endpoint in \(region)",
                detail:
                    "\(host) does not resolve, and \(RegionCatalog.isKnown(facts.region) ? "no public data names Bedrock there" : "no such region is known").",
                place: .client,
                remedies: [
                    Remedy("Choose a region with Bedrock", .doctor(.again(.region(other, insteadOf: facts.region)))),
                    lookup,
                ])
        }
        return Self(
            code: .networkNameUnresolved, title: "\(host) does not resolve",
            detail:
                "No name server answered, or none knows the name. This is what it looks like without a network, with a VPN that is down, or in a container without DNS.",
            remedies: [lookup])
    }

    private static func certificate(
        _ fault: CertificateProblem, _ facts: NetworkFacts, _ host: String, _ word: String
    ) -> Self {
        let look = Remedy(
            "See who signed the certificate, and for when",
            command:
                "openssl s_client -connect \(word):\(facts.port) -servername \(word) </dev/null 2>/dev/null | openssl x509 -noout -issuer -dates"
        )
        if fault == .wrongHost {
            return Self(
                code: .networkCertificateWrongHost, title: "The certificate is for another host than \(host)",
                detail:
                    "Something else answers under this name: a captive portal, a proxy, an entry in /etc/hosts, or an endpoint given by an alias.",
                remedies: [look, Remedy("See what the name resolves to", command: "getent hosts \(word)")])
        }
        if fault == .notYetValid || fault == .expired {
            let isEarly = fault == .notYetValid
            return Self(
                code: .networkCertificateTime,
                title: isEarly
                    ? "\(host)'s certificate is not valid yet, by the local clock"
                    : "\(host)'s certificate has expired, by the local clock",
                detail:
                    "AWS's certificates are renewed in time; it is likelier that the local clock is \(isEarly ? "far behind" : "far ahead"). Signatures fail with such a clock too.",
                place: .client, remedies: [Remedy("See what time it is here", command: "date -u"), look])
        }
        return Self(
            code: .networkCertificateUntrusted, title: "\(host)'s certificate is not trusted",
            detail:
                "Either a proxy opens TLS and signs with a company's own certificate, or the system has no CA certificates (a slim container). Verification is never switched off here.",
            remedies: [
                look,
                Remedy("If a company's proxy signed it, set AWS_CA_BUNDLE to the file of its authority"),
                Remedy("If the system has none", command: "apt-get install -y ca-certificates"),
            ])
    }
}
