import Codes
import Diagnosis
import Evidence
import JSONText
import MockBedrock
import Report
import SigV4
import Synchronization
import WireText

/// What a client sent to the mock server, explained: each failure as it happens, and all of them at the end.
final class ServedRequests: Sendable {
    private struct State {
        var exchanges: [ObservedExchange] = []
        /// One for each exchange.
        var examinations: [ServerExamination] = []
        /// One for each call, the last.
        var unanswered: [String: Finding] = [:]
        /// How often each came.
        var handshakes: [HandshakeFailure: Int] = [:]
        var occurrences: [[String]: Int] = [:]
        var dropped = 0
    }

    /// Later requests are counted, not kept.
    private static let limit = 10_000

    private let state = Mutex(State())
    private let style: TextStyle
    /// The report before anything was found.
    private let empty: Report
    private let verbosity: Int

    init(style: TextStyle, empty: Report, verbosity: Int) {
        self.style = style
        self.verbosity = verbosity
        self.empty = empty
    }

    /// Takes one request with its answer; a failure of a new kind is explained immediately on standard error.
    func take(_ observation: MockObservation) {
        guard observation.entry.verdict != .probed else { return }
        let unanswered = UnansweredRequest.finding(observation.entry)
        let exchange = ServedExplanation.exchange(observation)
        let examination = ServedExplanation.examination(observation)
        let key = observation.entry.method + " " + observation.entry.target
        state.withLock { state in
            if state.exchanges.count + state.unanswered.count >= Self.limit {
                state.dropped += 1
            } else if let unanswered {
                state.unanswered[key] = unanswered
            } else {
                state.exchanges.append(exchange)
                state.examinations.append(examination)
            }
        }
        let findings = ServedExplanation.findings(observation)
        guard !findings.isEmpty else { return }
        let times = state.withLock { state in
            let key =
                findings.map(\.code.spelling) + [observation.entry.method, observation.entry.target]
                // Many things are no request: each is told.
                + (observation.entry.verdict == .malformed ? [observation.entry.detail ?? ""] : [])
            state.occurrences[key, default: 0] += 1
            return state.occurrences[key] ?? 1
        }
        if times > 1 { return StandardStreams.log("the same failure again (\(times) times)") }
        var report = empty
        report.findings = findings
        StandardStreams.writeError("\n" + ExplainText.blocks(report, style, verbosity: verbosity) + "\n")
    }

    /// Takes a handshake that failed; one of a new kind is explained immediately on standard error.
    func take(_ failure: HandshakeFailure) {
        let times = state.withLock { state in
            state.handshakes[failure, default: 0] += 1
            return state.handshakes[failure] ?? 1
        }
        if times > 1 { return StandardStreams.log("the same failure of TLS again (\(times) times)") }
        var report = empty
        report.findings = [FailedHandshake.finding(failure)]
        StandardStreams.writeError("\n" + ExplainText.blocks(report, style, verbosity: verbosity) + "\n")
    }

    /// Each distinct failure once, the last first, or that nothing failed.
    ///
    /// - Parameter connections: How many connections the server has accepted.
    func report(connections: Int) -> Report {
        var report = empty
        let (exchanges, examinations, dropped) = state.withLock { ($0.exchanges, $0.examinations, $0.dropped) }
        let unanswered = state.withLock { Array($0.unanswered.values) }
            .sorted { Self.number($0) > Self.number($1) }
        let handshakes = state.withLock { Array($0.handshakes) }
            .sorted { ($1.value, $0.key.summary) < ($0.value, $1.key.summary) }
            .map { FailedHandshake.finding($0.key, count: $0.value) }
        if exchanges.isEmpty, unanswered.isEmpty, handshakes.isEmpty {
            // A green run of a client that went elsewhere proves nothing.
            report.findings = [connections == 0 ? Self.nothing : Self.onlyConnections(connections)]
        } else {
            report.findings =
                (exchanges.isEmpty ? [] : ServedExplanation.of(exchanges, examinations)) + unanswered
                + handshakes
        }
        if dropped > 0 { report.notes.append("\(dropped) more requests were answered and are not in this report") }
        return report
    }

    private static let nothing = Finding(
        code: .clientSentNothing, check: .client, status: .unknown,
        detail: """
            The client ended without a call to the endpoint it was given, so nothing about its signatures was tried.
            """,
        where: .client, confidence: .certain,
        remedies: [
            Remedy(
                """
                Let the client take its endpoint from AWS_ENDPOINT_URL_BEDROCK_RUNTIME, or set it in its code; a proxy or a \
                profile with an endpoint of its own may lead elsewhere.
                """)
        ])

    /// The endpoint was found, and no request was begun on the connections.
    private static func onlyConnections(_ count: Int) -> Finding {
        Finding(
            code: .clientSentNothing, check: .client, status: .unknown,
            title: "Connections came, and no request on them",
            detail: """
                The client, or something else, connected to the server \(count == 1 ? "once" : "\(count) times") and sent no \
                request, so nothing about its signatures was tried.
                """,
            where: .client, confidence: .possible,
            remedies: [
                Remedy(
                    """
                    See what the client itself says: it has the right address, and gave up before it sent a request. Libraries for \
                    HTTP/2 refuse by themselves what breaks its rules, such as a head of more than 64 KB (nghttp2, in curl and others, \
                    says then that the connection has died). A connection alone may also be a look whether the server is there.
                    """)
            ])
    }

    private static func number(_ finding: Finding) -> Int { finding.call?.number ?? 0 }
}
