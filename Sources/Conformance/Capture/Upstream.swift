package import Converse
package import ConverseAPI
import HTTPTransport
import MockBedrock
package import SigV4
import WireText

/// Where captured requests are sent on to, and in whose name.
package struct Upstream: Sendable {
    /// The host of Converse and the other calls of models.
    package var runtime: ConverseEndpoint
    /// The host of the control plane; the same one where an address of one's own serves both.
    package var controlPlane: ConverseEndpoint
    /// The region that is signed for.
    package var region: String
    /// Who sends, and how that is shown.
    package var authorization: RequestAuthorization
    /// The time of day, read right before each signature.
    package var clock: @Sendable () -> SigningTime

    private let signer = Signer()

    package init(
        runtime: ConverseEndpoint, controlPlane: ConverseEndpoint, region: String,
        authorization: RequestAuthorization, clock: @escaping @Sendable () -> SigningTime
    ) {
        self.runtime = runtime
        self.controlPlane = controlPlane
        self.region = region
        self.authorization = authorization
        self.clock = clock
    }

    /// The endpoint that a request belongs to.
    func endpoint(for target: String) -> ConverseEndpoint {
        target.contains("/model/") ? runtime : controlPlane
    }

    /// The request as it is sent on: without the client's signature or key, with the upstream's host and one of its own.
    ///
    /// - Throws: `AuthorizationError` when the request cannot be signed, or the key not be sent.
    func request(
        for received: RelayedRequest, _ timeouts: TransportTimeouts
    ) throws(AuthorizationError) -> TransportRequest {
        let target = UnsignedTarget.text(received.target)
        let endpoint = endpoint(for: target)
        let fields = received.headers.filter { !Self.dropped.contains($0.name.lowercased()) }
        let unsigned = SignableRequest(
            method: received.method, target: endpoint.pathPrefix + target,
            headers: [HeaderField("Host", endpoint.authority)] + fields,
            payload: received.body.isEmpty ? .empty : .bytes(received.body))
        let sent = try authorization.applied(
            to: unsigned, bound: endpoint, region: region, at: clock(), signer: signer)
        return TransportRequest(
            method: received.method, origin: endpoint.origin, target: String(decoding: sent.target, as: UTF8.self),
            headers: sent.headers, body: received.body,
            timeouts: timeouts,
            // What the client did not send is not added.
            absentHeaders: ["Accept", "User-Agent"].filter { name in !fields.contains { $0.isNamed(name) } })
    }

    /// What belongs to the client's connection or its signature; and the codings that a recording would have to undo.
    private static let dropped: Set<String> = [
        "host", "connection", "keep-alive", "proxy-connection", "proxy-authorization", "te", "trailer",
        "transfer-encoding", "upgrade", "content-length", "expect", "accept-encoding", "authorization", "x-amz-date",
        "date", "x-amz-security-token", "x-amz-content-sha256",
    ]
}
