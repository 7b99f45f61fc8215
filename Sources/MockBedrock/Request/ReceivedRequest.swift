import SigV4

/// A whole request as received.
///
/// A class, because it goes from hand to hand, and a copy would retain each of its two dozen parts.
final class ReceivedRequest: Sendable {
    let head: ReceivedHead
    let body: [UInt8]
    /// The body as JSON.
    let json: JSONBody
    let named: NamedTarget
    /// Which client it says that it comes from.
    let client: ClaimedClient
    /// The request as the verifier takes it.
    let signable: SignableRequest

    /// The target without the name of a client in front.
    var target: RequestTarget { named.target }
    var route: Route { named.route }

    init(head: ReceivedHead, body: [UInt8], targets: TargetReader) {
        self.head = head
        self.body = body
        json = JSONBody(body)
        named = targets.named(NamedTarget.Line(method: head.method, target: head.target))
        client = targets.separation == .apart ? named.client.joined(with: head.headers) : .unnamed
        signable = SignableRequest(
            method: head.method, targetBytes: head.target, headers: head.headers,
            payload: body.isEmpty ? .empty : .bytes(body))
    }
}
