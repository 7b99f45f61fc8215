import Codes
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
    case error(ConverseError.Code, finding: FindingCode, mends: Bool = true)
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
@Suite(.live, .timeLimit(.minutes(10)), .serialized)
struct FaultTableTests {
    private static func begun(_ code: ConverseError.Code, _ finding: FindingCode) -> FaultEnding {
        .error(code, finding: finding, mends: false)
    }

    static let rows: [FaultRow] = [
        FaultRow("delay:ms=20", both: .answer),
        FaultRow("throttle", both: .error(.throttled, finding: .throttled)),
        FaultRow("internal-error", both: .error(.serviceFailed, finding: .internalError)),
        FaultRow("unavailable", both: .error(.serviceFailed, finding: .serviceUnavailable)),
        FaultRow("model-error", both: .error(.modelFailed, finding: .modelError, mends: false)),
        FaultRow("model-timeout", both: .error(.modelTimedOut, finding: .modelTimeout)),
        FaultRow("model-not-ready", both: .error(.modelNotReady, finding: .modelNotReady)),
        FaultRow("gateway-error", both: .error(.serviceFailed, finding: .answerNotFromService)),
        FaultRow("reset", both: .error(.network, finding: .networkConnectionClosed)),
        FaultRow("reset-after-headers", both: .error(.network, finding: .networkConnectionClosed)),
        FaultRow("empty-reply", both: .error(.network, finding: .networkConnectionClosed)),
        FaultRow("silence", both: .error(.network, finding: .networkAnswerTimeout)),
        FaultRow(
            "silence:after=2", .error(.network, finding: .streamSilent), begun(.network, .streamSilent)),
        FaultRow(
            "truncated-body", .error(.network, finding: .streamEndedEarly), begun(.network, .streamEndedEarly)),
        FaultRow(
            "wrong-content-length", .error(.network, finding: .streamEndedEarly),
            begun(.network, .streamEndedEarly)),
        FaultRow(
            "wrong-content-length:by=-40", .error(.unreadableAnswer, finding: .answerUnreadable, mends: false),
            begun(.streamEndedEarly, .streamEndedEarly)),
        FaultRow(
            "malformed-chunk", .error(.network, finding: .networkAnswerMalformed, mends: false),
            begun(.network, .networkAnswerMalformed)),
        FaultRow("slow-body:ms=1,bytes=64", both: .answer),
        FaultRow("exception:type=throttlingException", .answer, begun(.throttled, .throttled)),
        FaultRow(
            "exception:type=throttlingException,after=0", .answer, .error(.throttled, finding: .throttled)),
        FaultRow("exception", .answer, begun(.modelFailed, .modelError)),
        FaultRow("error-frame", .answer, begun(.serviceFailed, .internalError)),
        FaultRow("bad-prelude-crc", .answer, begun(.streamDamaged, .streamDamaged)),
        FaultRow("bad-prelude-crc:after=0", .answer, .error(.streamDamaged, finding: .streamDamaged)),
        FaultRow("bad-message-crc", .answer, begun(.streamDamaged, .streamDamaged)),
        FaultRow("oversize-length", .answer, begun(.streamDamaged, .streamDamaged)),
        FaultRow("cut-frame", .answer, begun(.streamEndedEarly, .streamEndedEarly)),
        FaultRow("garbage", .answer, begun(.streamDamaged, .streamDamaged)),
        FaultRow(
            "invalid-utf8", .error(.unreadableAnswer, finding: .answerUnreadable, mends: false),
            begun(.streamDamaged, .answerUnreadable)),
        FaultRow(
            "invalid-json", .error(.unreadableAnswer, finding: .answerUnreadable, mends: false),
            begun(.streamDamaged, .answerUnreadable)),
        // A delta that comes twice, or not at all, is text like any other.
        FaultRow("duplicate-event", .answer, .answer),
        FaultRow("duplicate-event:event=messageStop", .answer, begun(.streamDamaged, .streamOutOfOrder)),
        FaultRow("duplicate-event:event=messageStart", .answer, begun(.streamDamaged, .streamOutOfOrder)),
        FaultRow("missing-event", .answer, .answer),
        FaultRow("missing-event:event=contentBlockStop", .answer, begun(.streamDamaged, .streamOutOfOrder)),
        FaultRow(
            "missing-event:event=messageStart", .answer,
            .error(.streamDamaged, finding: .streamOutOfOrder, mends: false)),
        FaultRow("missing-event:event=messageStop", .answer, begun(.streamEndedEarly, .streamEndedEarly)),
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
            #expect(try Self.findings(error) == [finding], "\(error)")
        }
    }

    /// What `doctor explain` finds in the error's own words.
    private static func findings(_ error: ConverseError) throws -> [FindingCode] {
        let input = try ReadInput(Array(error.description.utf8), name: "error")
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
