import Converse
import ConverseAPI
import HTTPTransport
import MockBedrock
import Recordings
import Report
import ServerClock
import SigV4

/// A mock server with the recordings of a plan, and the clients that ask it.
struct ReplaySession: Sendable {
    private let server: MockServer
    private let transport: HTTPTransport
    private let clients: [String: ConverseClient]

    init(
        _ plan: ReplayPlan, chunking: StreamChunking = .recorded, pace: StreamPace = .none,
        httpVersion: HTTPVersionChoice = .automatic, clock: @escaping @Sendable () -> SigningTime
    ) async throws {
        var configuration = MockServerConfiguration(credentials: [DemonstrationCredentials.credential], clock: clock)
        configuration.regions = plan.regions.isEmpty ? [ResolvedRegion.fallbackName] : plan.regions
        configuration.recordings = plan.recordings
        configuration.streamChunking = chunking
        configuration.streamPace = pace
        configuration.strict = .on
        let server = try await MockServer.start(configuration)
        self.server = server
        transport = try HTTPTransport(TransportConfiguration(environment: [:], httpVersion: httpVersion))
        let endpoint = try ConverseEndpoint(url: server.endpoint)
        let credentials = SigningCredentials(
            accessKeyID: DemonstrationCredentials.accessKeyID,
            secretAccessKey: DemonstrationCredentials.secretAccessKey)
        let signer = Signer()
        var clients: [String: ConverseClient] = [:]
        for region in configuration.regions {
            clients[region] = ConverseClient(
                ConverseClientConfiguration(
                    endpoint: endpoint, region: region, credentials: credentials, clock: ClientClock(wall: clock),
                    // A recorded refusal is an answer, not something to try again.
                    retry: .none, skew: SkewPolicy(correction: .disabled)),
                transport: transport, signer: signer)
        }
        self.clients = clients
    }

    /// Replays one exchange and judges it.
    func replay(_ item: ReplayCase) async -> CaseResult {
        let began = ContinuousClock.now
        var result = CaseResult(id: item.id, status: .pass, durationMs: 0)
        do {
            let remarks = try await perform(item)
            if !remarks.isEmpty { result.message = remarks.joined(separator: "\n") }
        } catch {
            // What the end of the run broke off says nothing about the recording.
            if Task.isCancelled { return .unreached(item.id, .underWay) }
            result.status = .fail
            result.stage = error.stage
            result.message = error.message
        }
        result.durationMs = (ContinuousClock.now - began).milliseconds
        return result
    }

    /// Replays an exchange; what it returns is worth knowing and no fault.
    private func perform(_ item: ReplayCase) async throws(ReplayJudge.Fault) -> [String] {
        let body = try ReplayJudge.requestToSend(item.exchange)
        guard let client = clients[item.region] else {
            throw ReplayJudge.Fault(stage: "request", message: "no client for the region \(item.region)")
        }
        if item.isStreamed, case .stream(let chunks) = item.exchange.response.body {
            return try await StreamJudge.judge(client, target: item.path, body: body, against: chunks)
        }
        let answer: SignedExchange
        do {
            answer = try await client.send(method: item.exchange.request.method, target: item.path, body: body)
        } catch {
            throw ReplayJudge.Fault(stage: "answer", message: error.message)
        }
        try ReplayJudge.judge(
            status: answer.status, body: answer.body, refusal: answer.refusal,
            against: item.exchange.response)
        return []
    }

    /// Ends server and transport, and gives the labels of the cases whose answer nobody asked for.
    func close() async -> Set<String> {
        await transport.shutdown()
        let summary = await server.shutdown()
        // The mock names the exchange in the recording too, and each has but one.
        return Set(summary.unusedRecordings.map { name in name.hasSuffix("#0") ? String(name.dropLast(2)) : name })
    }
}
