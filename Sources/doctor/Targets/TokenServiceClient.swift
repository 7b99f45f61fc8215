import ConverseAPI
import Diagnosis
import HTTPTransport
import SigV4
import WireText

/// Asks AWS STS, signed by our own signer.
///
/// `POST /` in the query protocol, service `sts`, at the region's own endpoint
/// (<https://docs.aws.amazon.com/STS/latest/APIReference/welcome.html>); the answer is wanted in JSON.
struct TokenServiceClient: Sendable {
    let endpoint: ConverseEndpoint
    let region: String
    let transport: HTTPTransport
    let timeLimit: Duration
    var now: @Sendable () -> SigningTime = { WallClock.signingTime }

    /// - Parameter session: Its region is where STS is asked.
    init(_ session: ServiceSession, transport: HTTPTransport, timeLimit: Duration) throws {
        self.init(
            endpoint: try Self.endpoint(session), region: session.settings.region.value, transport: transport,
            timeLimit: timeLimit)
    }

    init(endpoint: ConverseEndpoint, region: String, transport: HTTPTransport, timeLimit: Duration) {
        self.endpoint = endpoint
        self.region = region
        self.transport = transport
        self.timeLimit = timeLimit
    }

    /// `AWS_ENDPOINT_URL_STS`, else the endpoint that was named for the run when it is not a host of AWS's, else the region's.
    private static func endpoint(_ session: ServiceSession) throws -> ConverseEndpoint {
        let environment = session.transportEnvironment
        if let url = environment["AWS_ENDPOINT_URL_STS"], !url.isEmpty { return try ConverseEndpoint(url: url) }
        if let given = session.settings.endpoint, session.takesEveryService { return given.endpoint }
        let region = session.settings.region.value
        let isFIPS = environment["AWS_USE_FIPS_ENDPOINT"]?.lowercased() == "true"
        return try ConverseEndpoint(
            url: "https://\(isFIPS ? "sts-fips" : "sts").\(region).\(Partition.containing(region: region).suffix)")
    }

    /// The answer to an action with its parameters, in their order.
    func ask(
        _ action: String, _ parameters: [(name: String, value: String)] = [], as credentials: SigningCredentials
    ) async throws -> TransportResponse {
        let all = [(name: "Action", value: action), (name: "Version", value: "2011-06-15")] + parameters
        let body = Array(all.map { "\($0.name)=\(Self.encoded($0.value))" }.joined(separator: "&").utf8)
        let request = SignableRequest(
            method: "POST", target: endpoint.pathPrefix + "/",
            headers: [
                HeaderField("Host", endpoint.authority),
                HeaderField("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"),
                HeaderField("Accept", "application/json"),
            ],
            payload: .bytes(body))
        let signed = try Signer().sign(
            request,
            SigningParameters(credentials: credentials, region: region, service: "sts", time: now()))
        return try await transport.send(
            TransportRequest(
                method: "POST", origin: endpoint.origin, target: String(decoding: signed.target, as: UTF8.self),
                headers: signed.headers.filter { !$0.isNamed("host") }, body: body,
                timeouts: TransportTimeouts(connect: timeLimit, firstByte: timeLimit, total: timeLimit)))
    }

    private static func encoded(_ text: String) -> String {
        String(decoding: PercentCoding.encode(Array(text.utf8).span), as: UTF8.self)
    }
}
