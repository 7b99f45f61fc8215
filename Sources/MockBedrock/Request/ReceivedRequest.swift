import SigV4

/// A whole request as received.
struct ReceivedRequest: Sendable {
    let head: ReceivedHead
    let body: [UInt8]
    let target: RequestTarget
    let route: Route

    init(head: ReceivedHead, body: [UInt8]) {
        self.head = head
        self.body = body
        target = RequestTarget(head.target)
        route = Route(method: head.method, target: target)
    }

    /// The request as the verifier takes it.
    var signable: SignableRequest {
        SignableRequest(
            method: head.method, targetBytes: head.target, headers: head.headers,
            payload: body.isEmpty ? .empty : .bytes(body))
    }
}
