import SigV4

/// A whole request as received.
struct ReceivedRequest: Sendable {
    let head: ReceivedHead
    let body: [UInt8]
    let named: NamedTarget
    /// The request as the verifier takes it.
    let signable: SignableRequest

    var target: RequestTarget { named.target }
    var route: Route { named.route }

    init(head: ReceivedHead, body: [UInt8], targets: Memo<NamedTarget.Line, NamedTarget>) {
        self.head = head
        self.body = body
        let line = NamedTarget.Line(method: head.method, target: head.target)
        named = line.isShort ? targets.value(of: line) { NamedTarget(line) } : NamedTarget(line)
        signable = SignableRequest(
            method: head.method, targetBytes: head.target, headers: head.headers,
            payload: body.isEmpty ? .empty : .bytes(body))
    }
}
