import Codes
import SigV4
import SignatureForensics
import Synchronization
import WireText

/// The server without its sockets: a request in, an answer and a log entry out.
///
/// It may be called from any thread; what it counts is behind locks.
final class MockCore: Sendable {
    let limits: MockLimits
    let latency: Duration

    /// Request lines that were read before.
    let targets: TargetReader

    let configuration: MockServerConfiguration
    /// The advice on accepted requests that came before.
    private let advice = Memo<AdviceKey, [CauseFinding]>()
    /// Whose mistake was searched for in vain.
    let fruitless = FruitlessSearches()
    let authentication: Authentication
    private let callers: KnownCallers
    private let tokenService: TokenService
    let clients: ClientBook
    private let offset: Int64
    private let writtenDate = Mutex((seconds: Int64.min, text: ""))
    private let counts: Mutex<MockSummary>
    /// What is answered from elsewhere just now.
    let relayTasks = RelayTasks()

    init(_ configuration: MockServerConfiguration) {
        self.configuration = configuration
        limits = configuration.limits
        latency = configuration.latency
        let callers = KnownCallers(configuration)
        self.callers = callers
        authentication = Authentication(configuration, callers)
        tokenService = TokenService(configuration, callers)
        clients = ClientBook(configuration)
        targets = TargetReader(separation: configuration.relay == nil ? .apart : .together)
        offset = configuration.clockOffsetSeconds + (configuration.account?.clockOffsetSeconds ?? 0)
        var summary = MockSummary()
        summary.strict = configuration.strict
        counts = Mutex(summary)
    }

    /// The simulated time.
    func now() -> SigningTime {
        let time = configuration.clock()
        return offset == 0 ? time : time.advanced(bySeconds: offset)
    }

    /// The simulated time as the value of `Date`.
    ///
    /// The clock is read for each response: clients take their own clock's offset from it, and a value kept for a second
    /// would give them a time up to a second old. Only the text of a second is kept until the next one.
    func date() -> String {
        let seconds = now().unixSeconds
        return writtenDate.withLock { written in
            if written.seconds != seconds { written = (seconds, HTTPDate(unixSeconds: seconds).description) }
            return written.text
        }
    }

    // MARK: Answering

    /// Answers a request: the signature is verified before anything else is looked at, as at the service.
    func answer(_ request: ReceivedRequest) -> MockOutcome {
        var outcome = judged(request)
        if configuration.observe != nil { outcome.request = request.signable }
        return outcome
    }

    private func judged(_ request: ReceivedRequest) -> MockOutcome {
        let now = now()
        let requestID = RequestID(configuration.randomness)
        if TokenService.takes(request) { return identify(request, requestID: requestID, now: now) }
        switch authentication.check(request, now: now) {
        case .refused(let refusal):
            if let other = OtherService(request) { return turnAway(request, other, requestID: requestID) }
            if ReachabilityProbe.isOne(request) { return probed(request, refusal, requestID: requestID) }
            return refuse(request, refusal, requestID: requestID, now: now)
        case .accepted(let caller):
            let identity = callers.caller(caller)
            var outcome = call(request, in: caller.region, by: identity, requestID: requestID, now: now)
            outcome.entry.name(caller)
            outcome.entry.name(identity)
            if let signature = caller.signature { advise(&outcome, signature, request, now: now) }
            return outcome
        }
    }

    /// Answers a call whose signature was right, as its client's turn.
    private func call(
        _ request: ReceivedRequest, in region: String, by caller: Caller, requestID: RequestID, now: SigningTime
    ) -> MockOutcome {
        let answers: CallAnswers
        switch request.client {
        case .unnamed: answers = clients.unnamed
        case .wrong(let reason): return .wrongClient(request, reason, requestID: requestID)
        case .named(let name):
            guard let own = clients.answers(for: name) else {
                return .wrongClient(
                    request,
                    "this server keeps \(limits.clients) clients apart, and \(name) is one more: let the admin "
                        + "endpoint forget one that has ended (DELETE clients/NAME)", requestID: requestID)
            }
            answers = own
        }
        return answers.answer(request, region: region, by: caller, requestID: requestID, now: now)
    }

    /// Answers in place of AWS STS.
    private func identify(_ request: ReceivedRequest, requestID: RequestID, now: SigningTime) -> MockOutcome {
        let answer = tokenService.answer(request, requestID: requestID, now: now)
        var entry = MockLogEntry(request, answer.refusal == nil ? .simulated : .refused, requestID: requestID)
        entry.operation = TokenService.operationName(request)
        entry.status = answer.response.status
        entry.errorType = answer.error?.code
        entry.detail = answer.detail
        entry.findings = answer.refusal?.findings ?? []
        entry.region = answer.signature?.scope.region
        let keyID = answer.signature?.accessKeyID ?? answer.refusal?.refusal?.accessKeyID
        entry.accessKeyID = keyID.map { MaskedKeyID($0).description }
        if let signature = answer.signature { entry.name(callers.caller(signature.accessKeyID)) }
        var outcome = MockOutcome(response: answer.response, entry: entry)
        outcome.holdsSecrets = answer.error == nil
        return outcome
    }

    /// Says what the request should do otherwise although its signature is right.
    private func advise(
        _ outcome: inout MockOutcome, _ signature: AcceptedSignature, _ request: ReceivedRequest, now: SigningTime
    ) {
        if let examiner = configuration.examiner {
            let advise = { examiner.advice(on: request.signable, receivedAt: now) }
            let key = AdviceKey(request.signable, signedAt: signature.signedAt, receivedAt: now)
            outcome.advice = key.map { advice.value(of: $0, make: advise) } ?? advise()
        }
        if signature.advice.contains(.tokenNotSigned), !outcome.advice.contains(where: { $0.cause == .tokenUnsigned }) {
            outcome.advice.append(
                CauseFinding(
                    .tokenUnsigned, at: .client, .certain, summary: "the session token was sent but not signed"))
        }
        if !outcome.advice.isEmpty { outcome.entry.advice = outcome.advice.map { "\($0.cause): \($0.summary)" } }
    }

    /// Answers a look at whether the server is there, as the service would.
    func probed(
        _ request: ReceivedRequest, _ refusal: AuthenticationRefusal, requestID: RequestID
    ) -> MockOutcome {
        var entry = MockLogEntry(request, .probed, requestID: requestID)
        entry.status = refusal.error.status
        entry.errorType = refusal.error.type
        entry.detail = "unsigned, and no call: a look at whether the server answers"
        return MockOutcome(
            response: refusal.error.response(requestID: requestID, findings: refusal.findings), entry: entry)
    }

    func refuse(
        _ request: ReceivedRequest, _ refusal: AuthenticationRefusal, requestID: RequestID, now: SigningTime
    ) -> MockOutcome {
        var entry = MockLogEntry(request, .refused, requestID: requestID)
        entry.status = refusal.error.status
        entry.errorType = refusal.error.type
        entry.detail = refusal.detail
        entry.findings = refusal.findings
        entry.accessKeyID = refusal.refusal?.accessKeyID.map { MaskedKeyID($0).description }
        if refusal.refusal == nil { entry.scheme = .bearer }
        var outcome = MockOutcome(
            response: refusal.error.response(requestID: requestID, findings: refusal.findings), entry: entry,
            search: !refusal.search ? nil : authentication.searchInput(refusal.refusal, of: request, now: now))
        if configuration.observe != nil {
            outcome.request = request.signable
            outcome.expectedTexts = refusal.refusal?.expected.map { SignedTexts($0) }
        }
        return outcome
    }

    /// Tells a call of another service what it has come to.
    private func turnAway(_ request: ReceivedRequest, _ other: OtherService, requestID: RequestID) -> MockOutcome {
        var entry = MockLogEntry(request, .unplayed, requestID: requestID)
        let response = other.response(requestID: requestID)
        entry.status = response.status
        entry.errorType = OtherService.type
        entry.detail = other.message
        entry.findings = [OtherService.finding]
        return MockOutcome(response: response, entry: entry)
    }

    // MARK: Counting

    /// Counts an answer and hands its entry to the log.
    func record(_ outcome: MockOutcome, latency: Duration) {
        var entry = outcome.entry
        entry.latency = latency
        entry.number = counts.withLock { summary in
            summary.count(entry)
            return summary.requests
        }
        configuration.log(entry)
        configuration.observe?(MockObservation(outcome, entry: entry))
    }

    /// Counts a handshake that failed and hands it to the log.
    func record(_ failure: HandshakeFailure) {
        counts.withLock { $0.failedHandshakes += 1 }
        configuration.handshakeFailed(failure)
    }

    /// What the server did so far.
    func summary(connections: Int, rejected: Int) -> MockSummary {
        var summary = counts.withLock { $0 }
        summary.connections = connections
        summary.rejectedConnections = rejected
        summary.unusedRecordings = clients.unusedRecordings
        return summary
    }
}
