import SigV4

extension MockCore {
    /// What becomes of a request that is to be answered from elsewhere.
    enum Relaying {
        case relayed(RelayTicket)
        case refused(MockOutcome)
    }

    /// Whether requests are answered from elsewhere.
    var relays: Bool { configuration.relay != nil }

    /// Hands a request on if it is signed with a credential of this server and is admitted; refuses any other.
    func relay(_ request: ReceivedRequest) -> Relaying {
        let requestID = RequestID(configuration.randomness)
        let now = now()
        let admission = configuration.relayAdmission
        guard let relay = configuration.relay else {
            return .refused(.unanswered(request, .unmatched, "", requestID: requestID))
        }
        if let reason = admission.refusal(ofSender: request, listeningOn: configuration.host) {
            return .refused(decline(request, reason, requestID: requestID))
        }
        switch authentication.check(request, now: now) {
        case .refused(let refusal):
            if ReachabilityProbe.isOne(request) { return .refused(probed(request, refusal, requestID: requestID)) }
            return .refused(refuse(request, refusal.byRelay, requestID: requestID, now: now))
        case .accepted(let caller):
            if let reason = admission.refusal(ofOperation: request) {
                return .refused(decline(request, reason, requestID: requestID))
            }
            var entry = MockLogEntry(request, .relayed, requestID: requestID)
            entry.requestID = nil
            entry.name(caller)
            entry.detail = caller.signature == nil ? "the client's API key is right" : "the client's signature is right"
            return .relayed(
                RelayTicket(
                    request: RelayedRequest(
                        method: request.head.method, target: request.head.target, headers: request.head.headers,
                        body: request.body),
                    relay: relay, outcome: MockOutcome(response: MockResponse(status: 200), entry: entry)))
        }
    }

    /// The refusal of a request that is not admitted, in the service's form.
    private func decline(_ request: ReceivedRequest, _ reason: String, requestID: RequestID) -> MockOutcome {
        var entry = MockLogEntry(request, .refused, requestID: requestID)
        let error = ServiceError(
            status: 403, type: "AccessDeniedException", message: "This request was not sent on: \(reason).", cause: nil,
            layer: .authentication)
        entry.status = error.status
        entry.errorType = error.type
        entry.detail = "not sent on: \(reason)"
        return MockOutcome(response: error.response(requestID: requestID, findings: []), entry: entry)
    }
}
