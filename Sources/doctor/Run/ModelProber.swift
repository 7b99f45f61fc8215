import Catalog
import Converse
import ConverseAPI
import Diagnosis
import Evidence
import HTTPTransport
import JSONText
import NetworkTerms
import Report
import ServerClock
import SigV4
import WireText

/// Asks models in regions, each by the plan of its cell.
struct ModelProber: Sendable {
    let kind: ProbeRequest.Kind
    let today: CalendarDay
    /// What holds for all calls with one account's credentials.
    let shared: Shared
    /// The pair that signs; nil where an API key is sent.
    private let credentials: SigningCredentials?
    private let limit: RequestLimit
    private let catalog: ModelCatalog
    private let now: Int64
    private let clients: [String: Clients]
    /// The origin that was named for the run, if one was.
    private let namedOrigin: String?

    /// What is found out once for all calls of an account, also when its credentials are renewed.
    struct Shared: Sendable {
        /// Why the first signature was refused, if one was: it is the same for all.
        let refusal = FirstFindings()
        /// What answered in Bedrock's place, if something did.
        let stranger = FirstFindings()
        /// Of all accounts together.
        let search: SearchTime

        init(search: SearchTime = SearchTime()) { self.search = search }
    }

    var refusal: FirstFindings { shared.refusal }
    var stranger: FirstFindings { shared.stranger }

    /// The clients of one region, one for each of Bedrock's hosts.
    private struct Clients: Sendable {
        var runtime: ConverseClient
        var controlPlane: ConverseClient
    }

    /// Prepares a client for each region over one transport and one cache of signing keys.
    ///
    /// A probe is sent once, and with the local clock as it is: what the user's own client would meet is what is to be
    /// seen, not what patience or a corrected clock could make of it.
    init(
        _ session: ServiceSession, credentials own: SigningCredentials? = nil, regions: [String],
        kind: ProbeRequest.Kind,
        transport: HTTPTransport, timeLimit: Duration, now: Int64, limit: RequestLimit = RequestLimit(nil),
        catalog: ModelCatalog? = nil, shared: Shared = Shared(),
        clock: ClientClock = ClientClock(wall: { WallClock.signingTime })
    ) throws {
        self.shared = shared
        self.limit = limit
        self.catalog = catalog ?? session.catalog
        self.kind = kind
        credentials = own ?? (session.settings.apiKey == nil ? session.settings.credentials : nil)
        self.now = now
        today = CalendarDay(unixSeconds: now)
        let signer = Signer()
        var clients: [String: Clients] = [:]
        for region in regions {
            guard
                let authorization = own.map({ RequestAuthorization.signature($0) }) ?? session.authorization(in: region)
            else {
                throw NoCredentials(description: session.lackOfAuthorization)
            }
            let client = { (endpoint: ConverseEndpoint) in
                ConverseClient(
                    ConverseClientConfiguration(
                        endpoint: endpoint, region: region, authorization: authorization, clock: clock,
                        retry: .none(deadline: timeLimit),
                        timeouts: TransportTimeouts(connect: timeLimit, firstByte: timeLimit, total: timeLimit),
                        skew: SkewPolicy(correction: .disabled)),
                    transport: transport, signer: signer)
            }
            clients[region] = Clients(
                runtime: client(try session.endpoint(of: region)),
                controlPlane: client(try session.endpoint(of: region, service: .controlPlane)))
        }
        self.clients = clients
        namedOrigin = session.isEndpointGiven ? try session.endpoint().origin : nil
    }

    /// The verdict on one cell; `nil` when the work was cancelled before there was one.
    func cell(_ subject: ProbeSubject) async -> ModelCell? {
        var subject = subject
        subject.endpoint = namedOrigin
        var plan = ProbePlan(subject, kind: kind, catalog: catalog, today: today)
        var step = plan.start()
        var last: ProbeOutcome.Answer?
        while true {
            switch step {
            case .verdict(let cell):
                if cell.code == ForeignAnswer.code, let last { introduce(last, in: cell.region) }
                return cell
            case .probe(let request):
                let tokens = ProbeRequest.tokenLimit(of: kind)
                if let reached = limit.take(tokens: tokens) { return plan.stopped(at: reached) }
                guard let outcome = await outcome(request) else { return nil }
                if case .answered(let answer) = outcome {
                    last = answer
                    limit.settle(reserved: tokens, used: answer.tokensUsed)
                }
                step = plan.receive(outcome)
            }
        }
    }

    /// Says who answered in Bedrock's place.
    private func introduce(_ answer: ProbeOutcome.Answer, in region: String) {
        guard let clients = clients[region],
            let foreign = ForeignAnswer(status: answer.status, headers: answer.headers, body: answer.body)
        else { return }
        let endpoint = (kind == .availability ? clients.controlPlane : clients.runtime).configuration.endpoint
        stranger.explain {
            [
                NetworkCheck.finding(
                    NetworkFacts(
                        outcome: .foreign(foreign), scheme: endpoint.scheme.rawValue, host: endpoint.host,
                        port: endpoint.port, region: region, durationMs: answer.latencyMs ?? 0))
            ]
        }
    }

    private func outcome(_ request: ProbeRequest) async -> ProbeOutcome? {
        guard let clients = clients[request.region] else { return nil }
        let client = request.host == .runtime ? clients.runtime : clients.controlPlane
        let segment = ModelTarget.segment(request.model, client.configuration.modelIDForm)
        do {
            let exchange = try await client.send(
                method: request.method, target: request.path(segment: segment),
                body: request.body.map { $0.bytes(.compact) } ?? [])
            let answer = ProbeOutcome.Answer(
                status: exchange.status, headers: exchange.headers,
                body: exchange.body, latencyMs: exchange.timings.total.milliseconds,
                httpVersion: exchange.response.httpVersion)
            if let credentials {
                refusal.explain {
                    SentExchange.findings(
                        requestHead: exchange.wire.requestHead, requestBody: exchange.wire.requestBody, answer: answer,
                        credentials: credentials, now: now, searchLimit: shared.search.begin)
                }
            }
            return .answered(answer)
        } catch {
            if error.code == .cancelled || Task.isCancelled { return nil }
            let failure = error.transportError
            if failure?.code == .closedEarly, failure?.wire.responseHead.isEmpty == false {
                return .brokenOff(message: error.message)
            }
            return .failed(failure?.code, message: error.message)
        }
    }
}

/// There is nothing to sign with; the environment check has a finding that says why.
struct NoCredentials: Error, CustomStringConvertible {
    /// Why, in a sentence without its end.
    let description: String
}
