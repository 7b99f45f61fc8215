package import JSONText
import MockBedrock
import Recordings
package import SigV4
import SignatureForensics
import Synchronization

/// A scenario given to somebody else's client: the server that plays it, and the judgement on both sides of the wire.
package final class ScenarioExercise: AdapterExercise {
    let scenario: Scenario
    private let clock: @Sendable () -> SigningTime
    private let stopwatch: @Sendable () -> Duration
    private let sleep: @Sendable (Duration) async throws -> Void
    private let server = Mutex<MockServer?>(nil)
    private let elsewhere = Mutex<Elsewhere?>(nil)
    private let arrived = Mutex<[Arrival]>([])
    private let ruling = Mutex(Ruling())
    /// Ends the wait of a client that knows no limit of its own.
    private let watch = Mutex<Task<Void, Never>?>(nil)
    private let isOverdue = Mutex(false)

    /// What goes with a judgement.
    private struct Ruling {
        var excuse: CaseExcuse?
        var mayBeLoad = false
        var told: Set<String> = []
        var untold: UntoldMembers?
    }

    /// A request that arrived, and when.
    struct Arrival: Sendable {
        var observation: MockObservation
        var moment: Duration
    }

    /// - Parameters:
    ///   - clock: The time of day, which client and server share.
    ///   - stopwatch: The time since some moment.
    ///   - sleep: Waits that long, or until the task is cancelled.
    package init(
        _ scenario: Scenario, clock: @escaping @Sendable () -> SigningTime,
        stopwatch: @escaping @Sendable () -> Duration,
        sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) {
        self.scenario = scenario
        self.clock = clock
        self.stopwatch = stopwatch
        self.sleep = sleep
    }

    package var id: String { scenario.id }
    package var needs: [String] { scenario.needs }

    /// The pair of every scenario; the token belongs to the temporary one.
    private var credentials: AdapterCredentials? {
        if scenario.call.credentials == .bearer { return nil }
        let isTemporary = scenario.call.credentials == .temporary
        return AdapterCredentials(
            accessKeyID: isTemporary ? "ASIAQ2WERTYUIOPASDFG" : "AKIAQ2WERTYUIOPASDFG",
            stored: StoredCredential(
                secretAccessKey: Secret("Scenario/Secret+Key0123456789abcdefghijk"),
                sessionToken: isTemporary ? Secret("FwoGZXIvYXdzScenarioToken/+==") : nil))
    }

    /// The API key of every scenario that has one.
    static let bearerToken =
        "ABSKQmVkcm9ja0FQSUtleS1zY2VuYXJpby1hdC0xMjM0NTY3ODkwMTI6U2NlbmFyaW8vU2VjcmV0K0tleTAxMjM0NTY3ODk="

    package func begin() async throws -> JSONObject {
        arrived.withLock { $0 = [] }
        isOverdue.withLock { $0 = false }
        let credentials = credentials
        var configuration = MockServerConfiguration(
            credentials: credentials.map {
                [
                    MockCredential(
                        accessKeyID: $0.accessKeyID, secretAccessKey: $0.stored.secretAccessKey,
                        sessionToken: $0.stored.sessionToken)
                ]
            } ?? [], clock: clock)
        if credentials == nil { configuration.bearerKeys = [MockBearerKey(BedrockAPIKey(Self.bearerToken))] }
        configuration.regions = [scenario.call.region]
        configuration.script = try await answers()
        configuration.faults = scenario.faults
        configuration.clockOffsetSeconds = Int64(scenario.clockOffset)
        configuration.streamChunking = scenario.chunking
        let tls = try scenario.tls.map { (kind) throws(TLSSetupError) in try ScenarioTLS(kind, now: clock()) }
        configuration.identity = tls?.identity
        configuration.examiner = scenario.expected.signature == nil ? nil : SignatureExaminer()
        configuration.observe = { [self] observation in
            let moment = stopwatch()
            arrived.withLock { $0.append(Arrival(observation: observation, moment: moment)) }
        }
        let server = try await MockServer.start(configuration)
        self.server.withLock { $0 = server }
        watch.withLock { $0 = Task { await cutOff() } }
        var message: JSONObject = [
            "id": .string(id), "endpoint": .string(server.endpoint), "region": .string(scenario.call.region),
            "operation": .string(scenario.call.operationName),
            "modelId": .string(scenario.call.modelID), "input": scenario.call.input,
            "timeoutSeconds": .number(JSONNumber(Int64(scenario.call.timeoutSeconds))),
        ]
        if let tls { message["caBundle"] = .string(tls.bundle) }
        if let http = scenario.http { message["httpVersion"] = .string(http.rawValue) }
        if let credentials {
            message["credentials"] = credentials.json
        } else {
            message["bearerToken"] = .string(Self.bearerToken)
        }
        return message
    }

    package func judge(_ answer: JSONCursor, of adapter: AdapterHello) throws(JSONShapeError) -> CaseJudgement {
        let told = stopwatch()
        let report = try CallerReport(answer)
        let judge = ScenarioJudge(
            scenario: scenario, report: report, arrived: arrived.withLock { $0 }, told: told,
            authority: authority, sentOn: elsewhere.withLock { $0 }?.credentials,
            overdue: isOverdue.withLock { $0 } ? patience : nil)
        let judgement = judge.judgement()
        let ruling = Ruling(
            excuse: judge.excuse, mayBeLoad: judge.mayBeLoad(judgement), told: ScenarioJudge.told(report),
            untold: judge.untold)
        self.ruling.withLock { $0 = ruling }
        return judgement
    }

    package var excuse: CaseExcuse? { ruling.withLock(\.excuse) }
    package var told: Set<String> { ruling.withLock(\.told) }
    package var untold: UntoldMembers? { ruling.withLock(\.untold) }
    package var mayBeLoad: Bool { ruling.withLock(\.mayBeLoad) }

    /// How long the client may take: it may take its limit for each of its attempts, and waits between them.
    ///
    /// Where the time itself is judged, what comes later changes nothing.
    private var patience: Duration {
        scenario.expected.longestMilliseconds.map { .milliseconds($0) + .seconds(20) }
            ?? .seconds(10 * scenario.call.timeoutSeconds + 15)
    }

    /// Ends the server under a client that is still waiting, which then has an error to tell; other cases go on.
    private func cutOff() async {
        do { try await sleep(patience) } catch { return }
        isOverdue.withLock { $0 = true }
        _ = await server.withLock { $0.take() }?.shutdown()
    }

    package func end() async {
        watch.withLock { $0.take() }?.cancel()
        let server = server.withLock { $0.take() }
        _ = await server?.shutdown()
        await elsewhere.withLock { $0.take() }?.end()
    }

    /// The server's host with its port, as the client was given it; empty once the server has ended.
    private var authority: String {
        let endpoint = server.withLock { $0?.endpoint ?? "" }
        return String(endpoint[(endpoint.firstRange(of: "://")?.upperBound ?? endpoint.startIndex)...])
    }

    /// What the server answers; where that points to another one, with its address.
    private func answers() async throws -> [RecordedResponse] {
        guard Elsewhere.isNamed(in: scenario.answers) else { return scenario.answers }
        let there = try await Elsewhere.start(clock: clock)
        elsewhere.withLock { $0 = there }
        return there.named(in: scenario.answers)
    }
}
