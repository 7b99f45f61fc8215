/// Who gives an answer, apart from the service that was called.
struct Answerer: Sendable, Hashable {
    /// As a report shows it.
    let name: String

    /// Where it stands.
    let position: Position

    enum Position: Sendable, Hashable {
        /// Between client and service: what it answers is not of AWS's doing.
        case between
        /// In the place of the service that was meant.
        case other
        /// Beside the call of a model, in another step of the same work.
        case beside
    }

    private init(_ name: String, _ position: Position = .between) {
        self.name = name
        self.position = position
    }

    // MARK: AWS

    static let apiGateway = Answerer("API Gateway")
    static let cloudFront = Answerer("CloudFront")
    static let loadBalancer = Answerer("an AWS load balancer")
    static let s3 = Answerer("Amazon S3", .other)
    static let waf = Answerer("AWS WAF")
    static let functionURL = Answerer("a Lambda function URL")
    static let identityCenter = Answerer("IAM Identity Center's portal", .other)
    static let kiro = Answerer("Kiro's own service (Amazon Q Developer)", .other)

    // MARK: Gateways and web servers

    /// One that the words do not name.
    static let someGateway = Answerer("a gateway")
    static let apigee = Answerer("the gateway Apigee")
    static let apisix = Answerer("the gateway APISIX")
    static let appSync = Answerer("AWS AppSync")
    static let caddy = Answerer("the web server Caddy")
    static let cloudflareAI = Answerer("Cloudflare AI Gateway")
    static let envoyAI = Answerer("Envoy AI Gateway")
    static let helicone = Answerer("Helicone")
    static let hosting = Answerer("the platform that runs the program")
    static let kubernetesIngress = Answerer("a Kubernetes ingress")
    static let muleSoft = Answerer("the gateway MuleSoft")
    static let ngrok = Answerer("the tunnel ngrok")
    static let newAPI = Answerer("a gateway of one-api or new-api")
    static let openRouter = Answerer("OpenRouter")
    static let traefik = Answerer("the proxy Traefik")
    static let trueFoundry = Answerer("the gateway TrueFoundry")
    static let tyk = Answerer("the gateway Tyk")
    static let vercelAI = Answerer("Vercel AI Gateway")
    static let webApplication = Answerer("a web application")
    static let wso2 = Answerer("the gateway WSO2")
    static let apache = Answerer("a web server Apache")
    static let azureAPIManagement = Answerer("Azure API Management")
    static let bedrockAccessGateway = Answerer("bedrock-access-gateway")
    static let bifrost = Answerer(ClientProgram.bifrost.name)
    static let cloudflare = Answerer("Cloudflare")
    static let envoy = Answerer("an Envoy proxy")
    static let haProxy = Answerer("the load balancer HAProxy")
    static let kong = Answerer("the gateway Kong")
    static let liteLLM = Answerer(ClientProgram.liteLLM.name)
    static let nginx = Answerer("a web server nginx")
    static let portkey = Answerer(ClientProgram.portkey.name)

    // MARK: Web proxies and firewalls

    static let akamai = Answerer("Akamai")
    static let blueCoat = Answerer("the web proxy of Blue Coat")
    static let f5 = Answerer("a web application firewall of F5")
    static let forcepoint = Answerer("the web filter Forcepoint")
    static let fortiGate = Answerer("the firewall FortiGate")
    static let imperva = Answerer("the firewall of Imperva")
    static let mcAfee = Answerer("the web proxy of McAfee")
    static let modSecurity = Answerer("the firewall ModSecurity")
    static let sucuri = Answerer("the firewall of Sucuri")
    static let azureFrontDoor = Answerer("Azure Front Door or Application Gateway")
    static let netskope = Answerer("the web proxy of Netskope")
    static let paloAlto = Answerer("the web proxy of Palo Alto")
    static let sophos = Answerer("the web filter Sophos")
    static let squid = Answerer("the web proxy Squid")
    static let umbrella = Answerer("the web filter Cisco Umbrella")
    /// One that says no more of itself.
    static let webFilter = Answerer("a company's web filter")
    static let zscaler = Answerer("the web proxy of Zscaler")

    // MARK: Other services

    static let anthropic = Answerer("Anthropic's API", .other)
    static let azureOpenAI = Answerer("Azure OpenAI", .other)
    static let deepSeek = Answerer("DeepSeek's API", .other)
    static let google = Answerer("Google's Gemini API", .other)
    static let openAI = Answerer("OpenAI's API", .other)
    static let vertexAI = Answerer("Anthropic on Google's Vertex AI", .other)

    // MARK: Other steps of the same work

    static let kubernetes = Answerer("the API of Kubernetes", .beside)
    static let openSearch = Answerer("OpenSearch", .beside)
    static let awsCDK = Answerer("AWS CDK itself", .beside)

    /// The answerer with this name; `nil` for a service's name.
    static func named(_ name: String) -> Answerer? { byName[name] }

    private static let byName = Dictionary(
        (AnswererMarks.headers + AnswererMarks.words).map { ($0.answerer.name, $0.answerer) }
            + AnswererSentence.all.map { ($0.answerer.name, $0.answerer) },
        uniquingKeysWith: { first, _ in first })
}

/// An answerer, and what shows it.
struct AnswererMark: Sendable {
    let answerer: Answerer
    let sights: [SceneSight]

    init(_ answerer: Answerer, _ sights: SceneSight...) {
        self.answerer = answerer
        self.sights = sights
    }
}
