/// The endpoint to send to, and where it comes from.
public struct ResolvedEndpoint: Sendable, Hashable, CustomStringConvertible {
    /// Where an endpoint comes from.
    public enum Origin: Sendable, Hashable, CustomStringConvertible {
        /// The caller said so.
        case argument
        /// This variable.
        case variable(String)
        /// The region's own host.
        case region

        /// The origin in words.
        public var description: String {
            switch self {
            case .argument: "given by the caller"
            case .variable(let name): "from \(name)"
            case .region: "the region's own"
            }
        }
    }

    /// The endpoint.
    public let endpoint: ConverseEndpoint
    /// Where it comes from.
    public let origin: Origin

    /// Takes an endpoint from wherever it was found.
    public init(endpoint: ConverseEndpoint, origin: Origin) {
        self.endpoint = endpoint
        self.origin = origin
    }

    /// Resolves the endpoint as AWS's SDKs do.
    ///
    /// What the caller gives wins; then the service's own variable, then `AWS_ENDPOINT_URL`, both disabled by
    /// `AWS_IGNORE_CONFIGURED_ENDPOINT_URLS`; then the region's own host, by `AWS_USE_FIPS_ENDPOINT` and
    /// `AWS_USE_DUALSTACK_ENDPOINT`. Blank values are not set. The region that is signed for stays what it is,
    /// whatever the host.
    ///
    /// - Throws: ``EndpointError`` with the variable that is wrong.
    public init(
        environment: [String: String], region: String, url: String? = nil, service: BedrockService = .runtime
    ) throws(EndpointError) {
        if let url {
            self.init(endpoint: try ConverseEndpoint(url: url), origin: .argument)
            return
        }
        if EnvironmentText.flag(environment["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"]) != true {
            for variable in [service.endpointVariable, "AWS_ENDPOINT_URL"] {
                guard let value = EnvironmentText.value(variable, in: environment) else { continue }
                do {
                    self.init(endpoint: try ConverseEndpoint(url: value), origin: .variable(variable))
                } catch {
                    var named = error
                    named.variable = variable
                    throw named
                }
                return
            }
        }
        let endpoint = try ConverseEndpoint(
            region: region, variant: EndpointVariant(environment: environment), service: service)
        self.init(endpoint: endpoint, origin: .region)
    }

    /// The URL and its origin.
    public var description: String { "\(endpoint) (\(origin))" }
}
