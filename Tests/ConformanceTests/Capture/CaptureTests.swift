import Conformance
import Converse
import ConverseAPI
import EventStream
import HTTPTransport
import JSONText
import MockBedrock
import Recordings
import SigV4
import TestSupport
import Testing
import WireText

/// A client, the capture, and a mock as the upstream; all speak over sockets.
@Suite(.live, .timeLimit(.minutes(10))) struct CaptureTests {
    private static let now = SigningTime(unixSeconds: 1_795_341_600)
    private static let upstreamSecret = "upstreamSecret/0123456789+abcdefghijklmnop"
    private static let token = "UpstreamSessionToken/0123456789="
    private static let clientSecret = "clientSecret/0123456789+abcdefghijklmnopqr"

    /// What a run gave: the recording, its file, and what the capture's log said.
    private struct Run {
        let recording: Recording
        let upstreamLog: MockSummary
    }

    private func capture(
        faults: [String] = [], answering text: String? = nil,
        _ body: (ConverseClient) async throws -> Void
    ) async throws -> Run {
        var configuration = MockServerConfiguration(
            credentials: [
                MockCredential(
                    accessKeyID: "ASIAUPSTREAM00000001", secretAccessKey: Secret(Self.upstreamSecret),
                    sessionToken: Secret(Self.token))
            ], clock: { Self.now })
        configuration.account = .demonstration
        configuration.faults = try faults.map { try FaultRule(parsing: $0) }
        if let text {
            configuration.recordings = [
                Recording(
                    name: "r", source: RecordingSource(kind: .authored, tool: "test", version: "1"),
                    exchanges: [
                        Exchange(
                            request: RecordedRequest(
                                method: "POST", target: "/model/amazon.nova-micro-v1:0/converse",
                                body: .json(try JSONValue(parsing: Self.ping))),
                            response: RecordedResponse(status: 200, body: .json(["output": .string(text)])))
                    ])
            ]
        }
        let upstream = try await MockServer.start(configuration)
        let endpoint = try ConverseEndpoint(url: upstream.endpoint)
        let book = CaptureBook(secrets: [Self.upstreamSecret, Self.token, Self.clientSecret])
        let transport = try HTTPTransport(TransportConfiguration(environment: [:]))
        let relay = CaptureRelay(
            to: Upstream(
                runtime: endpoint, controlPlane: endpoint, region: "us-east-1",
                authorization: .signature(
                    SigningCredentials(
                        accessKeyID: "ASIAUPSTREAM00000001", secretAccessKey: Self.upstreamSecret,
                        sessionToken: Self.token))
            ) { Self.now }, over: transport, into: book)
        var middle = MockServerConfiguration(
            credentials: [
                MockCredential(accessKeyID: "AKIACLIENT0000000001", secretAccessKey: Secret(Self.clientSecret))
            ],
            clock: { Self.now })
        middle.relay = { await relay.relay($0, $1) }
        let server = try await MockServer.start(middle)
        let client = ConverseClient(
            ConverseClientConfiguration(
                endpoint: try ConverseEndpoint(url: server.endpoint), region: "us-east-1",
                credentials: SigningCredentials(
                    accessKeyID: "AKIACLIENT0000000001", secretAccessKey: Self.clientSecret),
                clock: ClientClock { Self.now }, retry: .none), transport: transport)
        try await body(client)
        _ = await server.shutdown()
        await book.settled()
        let summary = await upstream.shutdown()
        await transport.shutdown()
        return Run(
            recording: book.recording(
                name: "capture", source: RecordingSource(kind: .captured, tool: "test", version: "1")),
            upstreamLog: summary)
    }

    private static let ping =
        #"{"messages":[{"role":"user","content":[{"text":"ping"}]}],"inferenceConfig":{"maxTokens":1}}"#

    private func send(
        _ client: ConverseClient, _ operation: String = "converse", model: String = "amazon.nova-micro-v1:0"
    )
        async throws -> SignedExchange
    {
        try await client.send(method: "POST", target: "/model/\(model)/\(operation)", body: Array(Self.ping.utf8))
    }

    @Test func `Calls are signed anew, answered, and recorded without what identifies the sender`() async throws {
        let run = try await capture { client in
            let answer = try await send(client)
            #expect(answer.status == 200)
            let stream = try await send(client, "converse-stream", model: "amazon.nova-micro-v1%3A0")
            #expect(stream.status == 200)
            #expect(stream.headers.first { $0.isNamed("content-type") }?.text == "application/vnd.amazon.eventstream")
        }
        #expect(run.upstreamLog.refused == 0)
        let exchanges = run.recording.exchanges
        #expect(
            exchanges.map(\.request.target) == [
                "/model/amazon.nova-micro-v1:0/converse", "/model/amazon.nova-micro-v1%3A0/converse-stream",
            ])
        #expect(exchanges[0].request.headers.map { $0.name.lowercased() } == ["accept", "content-type"])
        #expect(exchanges[0].response.body.json?["stopReason"] == "max_tokens")
        guard case .stream(let chunks) = exchanges[1].response.body else {
            Issue.record("the stream was not kept as one")
            return
        }
        #expect(
            RecordedStream(chunks).frames.map(\.message.eventType) == [
                "messageStart", "contentBlockDelta", "contentBlockStop", "messageStop", "metadata",
            ])
        let file = String(decoding: run.recording.bytes(), as: UTF8.self)
        for secret in [Self.upstreamSecret, Self.token, Self.clientSecret, "ASIAUPSTREAM", "AKIACLIENT", "AWS4-HMAC"] {
            #expect(!file.contains(secret))
        }
    }

    @Test func `A credential in a place where it cannot be taken out keeps its exchange out of the recording`()
        async throws
    {
        let run = try await capture(answering: "they said \(Self.clientSecret) aloud") { client in
            #expect(try await send(client).status == 200)
            let next = try await send(client)
            #expect(next.status == 200)
        }
        #expect(run.recording.exchanges.count == 1)
        #expect(run.recording.notes == ["request 1 left out: a credential stands in it where it cannot be taken out"])
        #expect(!String(decoding: run.recording.bytes(), as: UTF8.self).contains(Self.clientSecret))
    }

    @Test func `An answer that breaks off is kept as far as it came, with a note`() async throws {
        let run = try await capture(faults: ["reset-after-headers:after=2"]) { client in
            await #expect(throws: ConverseError.self) { try await send(client, "converse-stream") }
        }
        try #require(run.recording.exchanges.count == 1)
        guard case .stream(let chunks) = run.recording.exchanges[0].response.body else {
            Issue.record("the stream was not kept as one")
            return
        }
        #expect(RecordedStream(chunks).frames.map(\.message.eventType) == ["messageStart", "contentBlockDelta"])
        #expect(run.recording.notes.first?.hasPrefix("exchange 0: the upstream's answer broke off: ") == true)
    }

    @Test func `An upstream that says nothing is a 502 of the capture's own, and no exchange`() async throws {
        let run = try await capture(faults: ["empty-reply"]) { client in
            let answer = try await send(client)
            #expect(answer.status == 502)
            #expect(answer.refusal?.errorType == "DoctorUpstreamException")
        }
        #expect(run.recording.exchanges == [])
        #expect(run.recording.notes.count == 1)
    }
}
