import Codes
import JSONText
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
    let targets = Memo<NamedTarget.Line, NamedTarget>()

    private let configuration: MockServerConfiguration
    /// The advice on accepted requests that came before.
    private let advice = Memo<AdviceKey, [CauseFinding]>()
    private let authentication: Authentication
    private let callerIdentity: CallerIdentityService
    private let recordings: RecordedAnswers
    private let script: ScriptedAnswers
    private let service: AccountService?
    private let faults: FaultInjector
    private let offset: Int64
    private let writtenDate = Mutex((seconds: Int64.min, text: ""))
    private let counts: Mutex<MockSummary>

    init(_ configuration: MockServerConfiguration) {
        self.configuration = configuration
        limits = configuration.limits
        latency = configuration.latency
        authentication = Authentication(configuration)
        callerIdentity = CallerIdentityService(configuration)
        recordings = RecordedAnswers(
            configuration.recordings, chunking: configuration.streamChunking, pace: configuration.streamPace)
        script = ScriptedAnswers(
            configuration.script, chunking: configuration.streamChunking, pace: configuration.streamPace)
        service = configuration.account.map { AccountService(account: $0, meter: UsageMeter()) }
        faults = FaultInjector(configuration.faults + (configuration.account?.faults ?? []))
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
        let now = now()
        let requestID = RequestID(configuration.randomness)
        if CallerIdentityService.takes(request) { return identify(request, requestID: requestID, now: now) }
        switch authentication.check(request, now: now) {
        case .refused(let refusal):
            if let other = OtherService(request) { return turnAway(request, other, requestID: requestID) }
            if ReachabilityProbe.isOne(request) { return probed(request, refusal, requestID: requestID) }
            return refuse(request, refusal, requestID: requestID, now: now)
        case .accepted(let signature):
            var outcome = answer(request, region: signature.scope.region, requestID: requestID, now: now)
            outcome.entry.region = signature.scope.region
            outcome.entry.accessKeyID = MaskedKeyID(signature.accessKeyID).description
            advise(&outcome, signature, request, now: now)
            return outcome
        }
    }

    /// Answers in the place of AWS STS.
    private func identify(_ request: ReceivedRequest, requestID: RequestID, now: SigningTime) -> MockOutcome {
        let answer = callerIdentity.answer(request, requestID: requestID, now: now)
        var entry = entry(request, answer.refusal == nil ? .simulated : .refused, requestID: requestID)
        entry.status = answer.response.status
        entry.errorType = answer.errorType
        entry.detail = answer.refusal?.detail
        entry.findings = answer.refusal?.findings ?? []
        entry.region = answer.signature?.scope.region
        let keyID = answer.signature?.accessKeyID ?? answer.refusal?.refusal?.accessKeyID
        entry.accessKeyID = keyID.map { MaskedKeyID($0).description }
        var outcome = MockOutcome(response: answer.response, entry: entry)
        if configuration.observe != nil { outcome.request = request.signable }
        return outcome
    }

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
        guard let relay = configuration.relay else { return .refused(unmatched(request, "", requestID: requestID)) }
        if let reason = admission.refusal(ofSender: request, listeningOn: configuration.host) {
            return .refused(decline(request, reason, requestID: requestID))
        }
        switch authentication.check(request, now: now) {
        case .refused(let refusal):
            if ReachabilityProbe.isOne(request) { return .refused(probed(request, refusal, requestID: requestID)) }
            return .refused(refuse(request, refusal.byRelay, requestID: requestID, now: now))
        case .accepted(let signature):
            if let reason = admission.refusal(ofOperation: request) {
                return .refused(decline(request, reason, requestID: requestID))
            }
            var entry = entry(request, .relayed, requestID: requestID)
            entry.requestID = nil
            entry.region = signature.scope.region
            entry.accessKeyID = MaskedKeyID(signature.accessKeyID).description
            entry.detail = "the client's signature is right"
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
        var entry = entry(request, .refused, requestID: requestID)
        let error = ServiceError(
            status: 403, type: "AccessDeniedException", message: "This request was not sent on: \(reason).", cause: nil,
            layer: .authentication)
        entry.status = error.status
        entry.errorType = error.type
        entry.detail = "not sent on: \(reason)"
        return MockOutcome(response: error.response(requestID: requestID, findings: []), entry: entry)
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
        if configuration.observe != nil { outcome.request = request.signable }
    }

    /// Answers a look at whether the server is there, as the service would.
    private func probed(
        _ request: ReceivedRequest, _ refusal: AuthenticationRefusal, requestID: RequestID
    ) -> MockOutcome {
        var entry = entry(request, .probed, requestID: requestID)
        entry.status = refusal.error.status
        entry.errorType = refusal.error.type
        entry.detail = "unsigned, and no call: a look at whether the server answers"
        return MockOutcome(
            response: refusal.error.response(requestID: requestID, findings: refusal.findings), entry: entry)
    }

    private func refuse(
        _ request: ReceivedRequest, _ refusal: AuthenticationRefusal, requestID: RequestID, now: SigningTime
    ) -> MockOutcome {
        var entry = entry(request, .refused, requestID: requestID)
        entry.status = refusal.error.status
        entry.errorType = refusal.error.type
        entry.detail = refusal.detail
        entry.findings = refusal.findings
        entry.accessKeyID = refusal.refusal?.accessKeyID.map { MaskedKeyID($0).description }
        var outcome = MockOutcome(
            response: refusal.error.response(requestID: requestID, findings: refusal.findings), entry: entry,
            search: authentication.searchInput(refusal.refusal, of: request, now: now))
        if configuration.observe != nil { outcome.request = request.signable }
        return outcome
    }

    /// Answers a request whose signature was right, with the fault that strikes it.
    private func answer(
        _ request: ReceivedRequest, region: String, requestID: RequestID, now: SigningTime
    ) -> MockOutcome {
        guard !faults.isIdle, let id = request.route.modelID, let operation = FaultCondition.Operation(request.route)
        else { return route(request, region: region, requestID: requestID, now: now) }
        let decision = faults.decide(model: id, operation: operation)
        var outcome: MockOutcome
        if case .answer(let answer) = decision.strike?.rule.fault {
            outcome = fault(answer, request, requestID: requestID)
        } else {
            // A recording whose answer does not arrive whole stays there for the client's next attempt.
            outcome = route(
                request, region: region, requestID: requestID, now: now, keeping: decision.isWhole ? .no : .yes)
        }
        outcome.apply(decision)
        return outcome
    }

    private func fault(_ answer: FaultAnswer, _ request: ReceivedRequest, requestID: RequestID) -> MockOutcome {
        var entry = entry(request, .faulted, requestID: requestID)
        entry.status = answer.status
        entry.errorType = answer.serviceError?.type
        entry.findings = answer.serviceError?.cause.map { [$0] } ?? []
        return MockOutcome(response: answer.response(requestID: requestID), entry: entry)
    }

    private func route(
        _ request: ReceivedRequest, region: String, requestID: RequestID, now: SigningTime,
        keeping: RecordedAnswers.Keeping = .no
    ) -> MockOutcome {
        if request.route.modelID != nil, let answer = script.next(keeping) {
            var entry = entry(request, .replayed, requestID: requestID)
            entry.recording = answer.label
            entry.status = answer.status
            return MockOutcome(response: answer.response(requestID: requestID), entry: entry)
        }
        // Without an account the nearest request is all that can be said.
        let search: RecordedAnswers.NearestSearch = configuration.strict == .on || service == nil ? .on : .off
        switch recordings.match(request, nearest: search, keeping: keeping) {
        case .found(let answer):
            var entry = entry(request, .replayed, requestID: requestID)
            entry.recording = answer.label
            entry.status = answer.status
            return MockOutcome(response: answer.response(requestID: requestID), entry: entry)
        case .nearMiss(let miss) where service == nil || miss.isOfSameCall:
            return unmatched(request, miss.message, differences: miss.differences, requestID: requestID)
        case .nearMiss(let miss):
            return simulate(request, region: region, requestID: requestID, now: now, after: miss)
        case .none:
            return simulate(request, region: region, requestID: requestID, now: now)
        }
    }

    /// - Parameter miss: The nearest recorded request, where it was looked for; else it is when the account refuses.
    private func simulate(
        _ request: ReceivedRequest, region: String, requestID: RequestID, now: SigningTime, after miss: NearMiss? = nil
    ) -> MockOutcome {
        guard let service else {
            return unmatched(
                request, "No recording matches, and this server plays no account.", requestID: requestID)
        }
        var entry = entry(request, .simulated, requestID: requestID)
        switch service.answer(request, region: region, now: now) {
        case .body(let body):
            return MockOutcome(response: .json(body, requestID: requestID), entry: entry)
        case .stream(let frames):
            let response = MockResponse(
                status: 200,
                headers: [
                    HeaderField("Content-Type", AuthoredStream.contentType),
                    HeaderField("x-amzn-RequestId", requestID.text),
                ],
                body: .pieces(frames.map { MockResponse.Piece(bytes: $0) }))
            return MockOutcome(response: response, entry: entry)
        case .error(let error):
            entry.status = error.status
            entry.errorType = error.type
            entry.detail = whyNot(error, request, region: region, after: miss)
            entry.findings = error.cause.map { [$0] } ?? []
            return MockOutcome(
                response: error.response(requestID: requestID, findings: entry.findings), entry: entry)
        case .unknownOperation:
            entry.verdict = .unmatched
            entry.status = 404
            entry.errorType = UnknownOperation.type
            entry.detail =
                "no operation that this server plays has this method and path; a slash inside a model id must be "
                + "sent as %2F"
            return MockOutcome(response: UnknownOperation.response(requestID: requestID), entry: entry)
        case .notPlayed(let reason):
            return unmatched(request, reason, requestID: requestID)
        }
    }

    /// Why the account refuses, with what the server knows and the service does not say.
    private func whyNot(
        _ error: ServiceError, _ request: ReceivedRequest, region: String, after miss: NearMiss?
    ) -> String {
        var parts = [error.message]
        if let account = service?.account, [.modelIDInvalid, .modelNotInRegion].contains(error.cause) {
            parts.append(account.offer(in: region))
        }
        var nearest = miss
        if nearest == nil, case .nearMiss(let found) = recordings.match(request, nearest: .on, keeping: .yes) {
            nearest = found
        }
        if let nearest { parts.append(nearest.message) }
        return parts.joined(separator: "; ")
    }

    /// Tells a call of another service what it has come to.
    private func turnAway(_ request: ReceivedRequest, _ other: OtherService, requestID: RequestID) -> MockOutcome {
        var entry = entry(request, .unmatched, requestID: requestID)
        let response = other.response(requestID: requestID)
        entry.status = response.status
        entry.errorType = OtherService.type
        entry.detail = other.message
        entry.findings = [OtherService.finding]
        return MockOutcome(response: response, entry: entry)
    }

    private func unmatched(
        _ request: ReceivedRequest, _ message: String, differences: [JSONValue] = [], requestID: RequestID
    ) -> MockOutcome {
        var entry = entry(request, .unmatched, requestID: requestID)
        entry.status = 404
        entry.errorType = NoMatchAnswer.type
        entry.detail = message
        return MockOutcome(
            response: NoMatchAnswer.response(message, differences: differences, requestID: requestID), entry: entry)
    }

    // MARK: Requests that are no HTTP

    /// The answer to a request that could not be read.
    func reject(_ fault: HTTPFault, head: [UInt8]) -> MockOutcome {
        let received = ReceivedHead(head)
        return reject(fault, method: received?.method, target: received?.target)
    }

    /// The same, with what could be read of it.
    func reject(_ fault: HTTPFault, method: String?, target: [UInt8]?) -> MockOutcome {
        let requestID = RequestID(configuration.randomness)
        let entry = MockLogEntry(
            number: 0, method: method.map { RequestTarget.printable(String($0.prefix(32))) } ?? "-",
            target: target.map { RequestTarget($0).logText } ?? "-", verdict: .malformed,
            status: fault.status, requestID: requestID.text, detail: fault.message, findings: [], advice: [],
            requestBodyBytes: 0, latency: .zero)
        var response = MockResponse.json(
            JSONValue.object(["message": .string(fault.message)]).bytes(.compact), status: fault.status,
            requestID: requestID)
        if let type = fault.errorType {
            response.headers.append(
                HeaderField("x-amzn-ErrorType", type + ServiceError.Layer.service.suffix))
        }
        return MockOutcome(response: response, entry: entry)
    }

    /// The answer to a connection that is one too many.
    func tooManyConnections() -> MockResponse {
        .json(
            JSONValue.object(["message": .string("This server has as many connections open as it accepts.")])
                .bytes(.compact),
            status: 503, requestID: RequestID(configuration.randomness))
    }

    // MARK: The search for a cause

    /// The search for the causes of a refusal, to be run off the event loop; nil when there is nothing to search.
    func search(for outcome: MockOutcome) -> (@Sendable (SearchQueue.Ticket) -> MockOutcome)? {
        guard let input = outcome.search, let examiner = configuration.examiner else { return nil }
        return { ticket in
            // One that has waited until nobody wants it is not begun.
            guard !ticket.isCancelled else { return outcome.unsearched }
            let causes = input.causes(examiner) { ticket.isCancelled }
            // What the refusal alone says stands where nothing more was found.
            guard let first = causes.first else { return outcome }
            var diagnosed = outcome
            diagnosed.causes = causes
            // The causes, then the service's own; what is no more than possible stands behind that. No code more.
            let service = outcome.entry.findings.suffix(1)
            let certain = causes.filter { $0.confidence != .possible }.map(\.cause)
            let possible = causes.filter { $0.confidence == .possible }.map(\.cause)
            diagnosed.entry.findings = certain + service.filter { !causes.map(\.cause).contains($0) } + possible
            diagnosed.entry.detail = first.summary
            diagnosed.response.headers.removeAll { $0.name == MockResponse.findingHeader }
            diagnosed.response.headers.append(
                HeaderField(MockResponse.findingHeader, diagnosed.entry.findings.map(\.spelling).joined(separator: ","))
            )
            return diagnosed
        }
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

    /// What the server did so far.
    func summary(connections: Int, rejected: Int) -> MockSummary {
        var summary = counts.withLock { $0 }
        summary.connections = connections
        summary.rejectedConnections = rejected
        summary.unusedRecordings = recordings.unused()
        return summary
    }

    private func entry(
        _ request: ReceivedRequest, _ verdict: MockLogEntry.Verdict, requestID: RequestID
    ) -> MockLogEntry {
        MockLogEntry(
            number: 0, method: request.head.method, target: request.named.logText, modelID: request.route.modelID,
            verdict: verdict, status: 200, requestID: requestID.text, findings: [], advice: [],
            requestBodyBytes: request.body.count, latency: .zero)
    }
}
