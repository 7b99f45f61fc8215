import Conformance
import Converse
import ConverseAPI
import Diagnosis
import Evidence
import HTTPTransport
import MockBedrock
import Report
import ServerClock
import SigV4
import TestSupport
import Testing

/// What a client must make of an answer with a fault.
enum FaultEnding: Sendable {
    /// The fault does not touch it, or cannot be seen.
    case answer
    /// It fails, and what the error says is explained by one finding; another attempt may mend it or not.
    case error(ConverseError.Code, finding: String, mends: Bool = true)
}

/// A fault, and its ending for Converse and for ConverseStream; the stream has had its first event in some of them, and
/// is then never tried again.
struct FaultRow: Sendable, CustomTestStringConvertible {
    let fault: String
    let converse: FaultEnding
    let stream: FaultEnding

    var testDescription: String { fault }
    var kind: String { String(fault.prefix { $0 != ":" }) }

    init(_ fault: String, _ converse: FaultEnding, _ stream: FaultEnding) {
        self.fault = fault
        self.converse = converse
        self.stream = stream
    }

    init(_ fault: String, both: FaultEnding) { self.init(fault, both, both) }
}

/// Every fault that the mock can make, against both forms of the client.
@Suite(.live, .timeLimit(.minutes(2)), .serialized)
struct FaultTableTests {
    private static func begun(_ code: ConverseError.Code, _ finding: String) -> FaultEnding {
        .error(code, finding: finding, mends: false)
    }

    static let rows: [FaultRow] = [
        FaultRow("delay:ms=20", both: .answer),
        FaultRow("throttle", both: .error(.throttled, finding: "throttled")),
        FaultRow("internal-error", both: .error(.serviceFailed, finding: "internal")),
        FaultRow("unavailable", both: .error(.serviceFailed, finding: "service-unavailable")),
        FaultRow("model-error", both: .error(.modelFailed, finding: "model-error", mends: false)),
        FaultRow("model-timeout", both: .error(.modelTimedOut, finding: "model-timeout")),
        FaultRow("model-not-ready", both: .error(.modelNotReady, finding: "model-not-ready")),
        FaultRow("gateway-error", both: .error(.serviceFailed, finding: "answer-not-from-service")),
        FaultRow("reset", both: .error(.network, finding: "network-connection-closed")),
        FaultRow("reset-after-headers", both: .error(.network, finding: "network-connection-closed")),
        FaultRow("empty-reply", both: .error(.network, finding: "network-connection-closed")),
        FaultRow("silence", both: .error(.network, finding: "network-answer-timeout")),
        FaultRow(
            "silence:after=2", .error(.network, finding: "stream-silent"), begun(.network, "stream-silent")),
        FaultRow(
            "truncated-body", .error(.network, finding: "stream-ended-early"), begun(.network, "stream-ended-early")),
        FaultRow(
            "wrong-content-length", .error(.network, finding: "stream-ended-early"),
            begun(.network, "stream-ended-early")),
        FaultRow(
            "wrong-content-length:by=-40", .error(.unreadableAnswer, finding: "answer-unreadable", mends: false),
            begun(.streamEndedEarly, "stream-ended-early")),
        FaultRow(
            "malformed-chunk", .error(.network, finding: "network-answer-malformed", mends: false),
            begun(.network, "network-answer-malformed")),
        FaultRow("slow-body:ms=1,bytes=64", both: .answer),
        FaultRow("exception:type=throttlingException", .answer, begun(.throttled, "throttled")),
        FaultRow(
            "exception:type=throttlingException,after=0", .answer, .error(.throttled, finding: "throttled")),
        FaultRow("exception", .answer, begun(.modelFailed, "model-error")),
        FaultRow("error-frame", .answer, begun(.serviceFailed, "internal")),
        FaultRow("bad-prelude-crc", .answer, begun(.streamDamaged, "stream-damaged")),
        FaultRow("bad-prelude-crc:after=0", .answer, .error(.streamDamaged, finding: "stream-damaged")),
        FaultRow("bad-message-crc", .answer, begun(.streamDamaged, "stream-damaged")),
        FaultRow("oversize-length", .answer, begun(.streamDamaged, "stream-damaged")),
        FaultRow("cut-frame", .answer, begun(.streamEndedEarly, "stream-ended-early")),
        FaultRow("garbage", .answer, begun(.streamDamaged, "stream-damaged")),
        FaultRow(
            "invalid-utf8", .error(.unreadableAnswer, finding: "answer-unreadable", mends: false),
            begun(.streamDamaged, "answer-unreadable")),
        FaultRow(
            "invalid-json", .error(.unreadableAnswer, finding: "answer-unreadable", mends: false),
            begun(.streamDamaged, "answer-unreadable")),
        // A delta that comes twice, or not at all, is text like any other.
        FaultRow("duplicate-event", .answer, .answer),
        FaultRow("duplicate-event:event=messageStop", .answer, begun(.streamDamaged, "stream-out-of-order")),
        FaultRow("duplicate-event:event=messageStart", .answer, begun(.streamDamaged, "stream-out-of-order")),
        FaultRow("missing-event", .answer, .answer),
        FaultRow("missing-event:event=contentBlockStop", .answer, begun(.streamDamaged, "stream-out-of-order")),
        FaultRow(
            "missing-event:event=messageStart", .answer,
            .error(.streamDamaged, finding: "stream-out-of-order", mends: false)),
        FaultRow("missing-event:event=messageStop", .answer, begun(.streamEndedEarly, "stream-ended-early")),
    ]

    /// The kinds as the mock's own guide lists them.
    @Test func noKindIsLeftOut() {
        let kinds = FaultRule.guide.split(separator: "\n").compactMap { line -> String? in
            guard line.hasPrefix("  "), !line.hasPrefix("   "), let name = line.dropFirst(2).split(separator: ":").first
            else { return nil }
            return name.contains("=") ? nil : String(name)
        }
        #expect(kinds.count > 20)
        #expect(Set(Self.rows.map(\.kind)) == Set(kinds))
    }

    @Test(arguments: rows) func converse(_ row: FaultRow) async throws {
        try await table(row, row.converse) { client throws(ConverseError) in
            try await client.converse(Self.question, modelID: Self.model).response
        }
    }

    @Test(arguments: rows) func converseStream(_ row: FaultRow) async throws {
        try await table(row, row.stream) { client throws(ConverseError) in
            try await client.converseStream(Self.question, modelID: Self.model).collect().response
        }
    }

    static let model = "amazon.nova-micro-v1:0"
    static let question = ConverseRequest(
        messages: [Message(role: .user, content: [.text("ping")])],
        inferenceConfig: InferenceConfiguration(maxTokens: 6))

    private typealias Call = (ConverseClient) async throws(ConverseError) -> ConverseResponse

    /// Meets the fault for good, and then once.
    private func table(_ row: FaultRow, _ ending: FaultEnding, _ call: Call) async throws {
        try await Self.with(row.fault) { client in try await expect(ending, of: client, call) }
        let once = row.fault + (row.fault.contains(":") ? "," : ":") + "times=1"
        try await Self.with(once) { client in
            if case .error(_, _, mends: true) = ending {
                try await expect(.answer, of: client, call)
            } else {
                try await expect(ending, of: client, call)
            }
        }
    }

    private func expect(_ ending: FaultEnding, of client: ConverseClient, _ call: Call) async throws {
        do throws(ConverseError) {
            let response = try await call(client)
            guard case .answer = ending else {
                Issue.record("expected \(ending), and an answer came")
                return
            }
            #expect(!response.text.isEmpty)
        } catch {
            guard case .error(let code, let finding, _) = ending else {
                Issue.record("expected an answer: \(error)")
                return
            }
            #expect(error.code == code, "\(error)")
            #expect(Self.findings(error) == [finding], "\(error)")
        }
    }

    /// What `doctor explain` finds in the error's own words.
    private static func findings(_ error: ConverseError) -> [String] {
        guard let input = try? ExplainInput(Array(error.description.utf8), name: "error") else { return ["unreadable"] }
        return Explanation(input, context: ExplainContext()).findings.map(\.code)
    }

    /// Lets a client ask a server that makes a fault, and ends both.
    static func with(_ fault: String, _ use: (ConverseClient) async throws -> Void) async throws {
        let clock: @Sendable () -> SigningTime = { SigningTime(unixSeconds: 1_767_323_045) }
        var configuration = MockServerConfiguration(credentials: [DemonstrationCredentials.credential], clock: clock)
        configuration.account = .demonstration
        configuration.faults = [try FaultRule(parsing: fault)]
        let server = try await MockServer.start(configuration)
        let transport = try HTTPTransport(TransportConfiguration(environment: [:]))
        let second = Duration.seconds(1)
        let client = ConverseClient(
            ConverseClientConfiguration(
                endpoint: try ConverseEndpoint(url: server.endpoint), region: "us-east-1",
                credentials: SigningCredentials(
                    accessKeyID: DemonstrationCredentials.accessKeyID,
                    secretAccessKey: DemonstrationCredentials.secretAccessKey),
                clock: ClientClock(wall: clock, sleep: { _ in }),
                retry: RetryPolicy(maxAttempts: 2, baseDelay: .milliseconds(1)),
                timeouts: TransportTimeouts(connect: .seconds(5), firstByte: second, total: .seconds(10)),
                streamDeadlines: StreamDeadlines(idle: second, total: .seconds(10)),
                skew: SkewPolicy(correction: .disabled)),
            transport: transport)
        try await use(client)
        await transport.shutdown()
        _ = await server.shutdown()
    }
}
