import Codes
import JSONText
import SigV4
import WireText

/// The answer to a call whose signature was right: what a fault makes of it, else the script's, a recording's or the
/// simulated account's.
struct CallAnswers: Sendable {
    private let recordings: RecordedAnswers
    private let script: ScriptedAnswers
    private let home: PlayedAccount
    /// By their twelve digits.
    private let others: [String: PlayedAccount]
    private let strict: MockStrictMode

    /// - Parameter faults: What goes wrong with answers, by the numbers of the rules.
    init(_ configuration: MockServerConfiguration, faults: [(id: Int, rule: FaultRule)]) {
        recordings = RecordedAnswers(
            configuration.recordings, chunking: configuration.streamChunking, pace: configuration.streamPace)
        script = ScriptedAnswers(
            configuration.script, chunking: configuration.streamChunking, pace: configuration.streamPace)
        home = PlayedAccount(configuration.account, faults)
        others = Dictionary(
            configuration.otherAccounts.filter { $0.accountID != configuration.account?.accountID }
                .map { ($0.accountID, PlayedAccount($0, faults)) },
            uniquingKeysWith: { first, _ in first })
        strict = configuration.strict
    }

    private init(_ other: CallAnswers, faults: [(id: Int, rule: FaultRule)]) {
        recordings = other.recordings.anew()
        script = other.script.anew()
        home = PlayedAccount(other.home.service?.account, faults)
        others = other.others.mapValues { PlayedAccount($0.service?.account, faults) }
        strict = other.strict
    }

    /// The same answers for another client: nothing is counted, and every recording waits to be asked for.
    func anew(faults: [(id: Int, rule: FaultRule)]) -> CallAnswers { CallAnswers(self, faults: faults) }

    // MARK: Faults

    private var injectors: [FaultInjector] { [home.faults] + others.values.map(\.faults) }

    /// Adds a rule, for each of the accounts.
    func add(_ rule: FaultRule, id: Int) {
        for injector in injectors { injector.add(rule, id: id) }
    }

    /// Takes a rule away.
    func removeFault(_ id: Int) {
        for injector in injectors { injector.remove(id) }
    }

    /// What each of the accounts has counted of a rule.
    func counts(ofFault id: Int) -> [(matched: Int, struck: Int)] { injectors.compactMap { $0.count(of: id) } }

    // MARK: Answers

    /// The recordings that answered nothing so far.
    var unusedRecordings: [String] { recordings.unused() }

    /// Answers a request whose signature was right, with the fault that strikes it.
    ///
    /// - Parameter caller: Whose credentials signed it; the account of another than those that are played is the first one.
    func answer(
        _ request: ReceivedRequest, region: String, by caller: Caller, requestID: RequestID, now: SigningTime
    ) -> MockOutcome {
        let played = others[caller.accountID] ?? home
        let place = CalledPlace(service: played.service, region: region, caller: caller.arn)
        guard !played.faults.isIdle, let id = request.route.modelID,
            let operation = FaultCondition.Operation(request.route)
        else { return route(request, at: place, requestID: requestID, now: now) }
        let decision = played.faults.decide(model: id, operation: operation)
        var outcome: MockOutcome
        if case .answer(let answer) = decision.strike?.rule.fault {
            outcome = fault(answer, request, requestID: requestID)
        } else {
            // A recording whose answer does not arrive whole stays there for the client's next attempt.
            outcome = route(
                request, at: place, requestID: requestID, now: now, keeping: decision.isWhole ? .no : .yes)
        }
        outcome.apply(decision)
        return outcome
    }

    private func fault(_ answer: FaultAnswer, _ request: ReceivedRequest, requestID: RequestID) -> MockOutcome {
        var entry = MockLogEntry(request, .faulted, requestID: requestID)
        entry.status = answer.status
        entry.errorType = answer.serviceError?.type
        entry.findings = answer.serviceError?.cause.map { [$0] } ?? []
        return MockOutcome(response: answer.response(requestID: requestID), entry: entry)
    }

    private func route(
        _ request: ReceivedRequest, at place: CalledPlace, requestID: RequestID, now: SigningTime,
        keeping: RecordedAnswers.Keeping = .no
    ) -> MockOutcome {
        if request.route.modelID != nil, let answer = script.next(keeping) {
            var entry = MockLogEntry(request, .replayed, requestID: requestID)
            entry.recording = answer.label
            entry.status = answer.status
            return MockOutcome(response: answer.response(requestID: requestID), entry: entry)
        }
        // Without an account the nearest request is all that can be said.
        let search: RecordedAnswers.NearestSearch = strict == .on || place.service == nil ? .on : .off
        switch recordings.match(request, nearest: search, keeping: keeping) {
        case .found(let answer):
            var entry = MockLogEntry(request, .replayed, requestID: requestID)
            entry.recording = answer.label
            entry.status = answer.status
            return MockOutcome(response: answer.response(requestID: requestID), entry: entry)
        case .nearMiss(let miss) where place.service == nil || miss.isOfSameCall:
            return .unanswered(
                request, .unmatched, miss.message, differences: miss.differences, requestID: requestID)
        case .nearMiss(let miss):
            return simulate(request, at: place, requestID: requestID, now: now, after: miss)
        case .none:
            return simulate(request, at: place, requestID: requestID, now: now)
        }
    }

    /// - Parameter miss: The nearest recorded request, where it was looked for; else it is when the account refuses.
    private func simulate(
        _ request: ReceivedRequest, at place: CalledPlace, requestID: RequestID, now: SigningTime,
        after miss: NearMiss? = nil
    ) -> MockOutcome {
        guard let service = place.service else {
            return .unanswered(
                request, .unmatched, "No recording matches, and this server plays no account.", requestID: requestID)
        }
        var entry = MockLogEntry(request, .simulated, requestID: requestID)
        switch service.answer(request, region: place.region, caller: place.caller, now: now) {
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
            entry.detail = whyNot(error, request, of: service, region: place.region, after: miss)
            entry.findings = error.cause.map { [$0] } ?? []
            return MockOutcome(
                response: error.response(requestID: requestID, findings: entry.findings), entry: entry)
        case .unknownOperation:
            entry.verdict = .unplayed
            entry.status = 404
            entry.errorType = UnknownOperation.type
            entry.detail =
                "no operation that this server plays has this method and path"
                + (Route.segments(request.target.path).contains { $0.elementsEqual("model".utf8) }
                    ? "; a slash inside a model id must be sent as %2F" : "")
            return MockOutcome(response: UnknownOperation.response(requestID: requestID), entry: entry)
        case .notPlayed(let reason):
            return .unanswered(request, .unplayed, reason, requestID: requestID)
        }
    }

    /// Why the account refuses, with what the server knows and the service does not say.
    private func whyNot(
        _ error: ServiceError, _ request: ReceivedRequest, of service: AccountService, region: String,
        after miss: NearMiss?
    ) -> String {
        var parts = [error.message]
        if [.modelIDInvalid, .modelNotInRegion].contains(error.cause) {
            parts.append(service.account.offer(in: region))
        }
        var nearest = miss
        if nearest == nil, case .nearMiss(let found) = recordings.match(request, nearest: .on, keeping: .yes) {
            nearest = found
        }
        if let nearest { parts.append(nearest.message) }
        return parts.joined(separator: "; ")
    }
}

/// What a call is addressed to, and who calls.
private struct CalledPlace {
    /// Nil when no account is played.
    let service: AccountService?
    let region: String
    /// The ARN of the caller, as denials name it.
    let caller: String
}

/// An account with what it counts, and what goes wrong with its answers.
private struct PlayedAccount: Sendable {
    let service: AccountService?
    let faults: FaultInjector

    init(_ account: SimulatedAccount?, _ faults: [(id: Int, rule: FaultRule)]) {
        service = account.map { AccountService(account: $0, meter: UsageMeter()) }
        self.faults = FaultInjector(faults, own: account?.faults ?? [])
    }
}
