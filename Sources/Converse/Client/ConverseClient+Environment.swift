public import ConverseAPI
public import HTTPTransport

extension ConverseClient {
    /// Makes a client with a transport of its own from the variables that PRX documents, and the API key of the AWS SDKs.
    ///
    /// Credentials, region and endpoint are resolved as `RequestAuthorization(environment:)`,
    /// `ResolvedRegion(environment:)` and `ResolvedEndpoint(environment:region:)` say; proxies
    /// and certificate authorities are taken from the usual variables. The process's own variables are never read.
    ///
    /// - Parameters:
    ///   - environment: the variables.
    ///   - clock: time and chance; only the time of day must be given.
    ///   - change: the last word on the configuration.
    /// - Throws: ``ClientSetupError``
    public convenience init(
        environment: [String: String], clock: ClientClock,
        change: (inout ConverseClientConfiguration) -> Void = { _ in }
    ) throws(ClientSetupError) {
        let region = ResolvedRegion(environment: environment).name
        let authorization: RequestAuthorization
        do { authorization = try RequestAuthorization(environment: environment) } catch { throw .credentials(error) }
        let endpoint: ConverseEndpoint
        do {
            endpoint = try ResolvedEndpoint(environment: environment, region: region).endpoint
        } catch {
            throw .endpoint(error)
        }
        var configuration = ConverseClientConfiguration(
            endpoint: endpoint, region: region, authorization: authorization, clock: clock)
        change(&configuration)
        let transport: HTTPTransport
        do {
            transport = try HTTPTransport(TransportConfiguration(environment: environment))
        } catch {
            throw .transport(error)
        }
        self.init(configuration, transport: transport)
    }
}

/// Why an environment makes no client.
public enum ClientSetupError: Error, Sendable, CustomStringConvertible {
    /// There are no credentials in it.
    case credentials(CredentialsError)
    /// It names no usable endpoint.
    case endpoint(EndpointError)
    /// It names no usable proxy, or the system gives no resources.
    case transport(TransportError)

    /// What was expected, what was found and what to do.
    public var description: String {
        switch self {
        case .credentials(let error): error.description
        case .endpoint(let error): error.description
        case .transport(let error): error.description
        }
    }
}
