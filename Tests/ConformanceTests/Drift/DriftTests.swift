import Conformance
import Converse
import ConverseAPI
import EventStream
import HTTPTransport
import JSONText
import MockBedrock
import Recordings
import Report
import SigV4
import Synchronization
import TestSupport
import Testing
import WireText

/// What counts as drift between a recording and an upstream.
@Suite(.live, .timeLimit(.minutes(10))) struct DriftTests {
    private static let now = SigningTime(unixSeconds: 1_795_341_600)

    /// A recording of one exchange.
    private func input(
        _ response: RecordedResponse, operation: String = "converse", request: JSONValue = ["messages": [], "n": 1]
    ) -> ReplayInput {
        ReplayInput(
            name: "r",
            recording: Recording(
                name: "r", source: RecordingSource(kind: .authored, tool: "test", version: "1"),
                exchanges: [
                    Exchange(
                        request: RecordedRequest(
                            method: "POST", target: "/prefix/model/m/\(operation)", body: .json(request)),
                        response: response)
                ]))
    }

    /// The case of a recorded answer when the upstream gives another one.
    private func judge(
        _ recorded: RecordedResponse, against now: RecordedResponse, operation: String = "converse"
    ) async throws -> CaseResult {
        // What is sent has the ceiling in it.
        let sent: JSONValue = ["messages": [], "n": 1, "inferenceConfig": ["maxTokens": 9]]
        var configuration = MockServerConfiguration(
            credentials: [DemonstrationCredentials.credential], clock: { Self.now })
        configuration.recordings = [input(now, operation: operation, request: sent).recording]
            .map { recording in
                var copy = recording
                copy.exchanges[0].request.target = "/model/m/\(operation)"
                return copy
            }
        let server = try await MockServer.start(configuration)
        let transport = try HTTPTransport(TransportConfiguration(environment: [:]))
        let client = ConverseClient(
            ConverseClientConfiguration(
                endpoint: try ConverseEndpoint(url: server.endpoint), region: "us-east-1",
                credentials: SigningCredentials(
                    accessKeyID: DemonstrationCredentials.accessKeyID,
                    secretAccessKey: DemonstrationCredentials.secretAccessKey), clock: ClientClock { Self.now }),
            transport: transport)
        let plan = DriftPlan([input(recorded, operation: operation)], maxRequests: nil, maxTokens: 9)
        let cases = Mutex<[CaseResult]>([])
        await DriftRunner(client, now: { .zero }).run(plan) { result in cases.withLock { $0.append(result) } }
        _ = await server.shutdown()
        await transport.shutdown()
        let all = cases.withLock { $0 }
        try #require(all.count == 1)
        return all[0]
    }

    private func answer(_ json: String, headers: [HeaderField] = [], status: Int = 200) throws -> RecordedResponse {
        RecordedResponse(status: status, headers: headers, body: .json(try JSONValue(parsing: json)))
    }

    @Test(
        "Values may change, shape may not",
        arguments: [
            (#"{"a": 1, "b": ["x"]}"#, #"{"b": ["y", "z"], "a": 2.5}"#, nil),
            (#"{"a": []}"#, #"{"a": [1]}"#, nil),
            (#"{"a": 1}"#, #"{"a": "1"}"#, "$.a was a number, is now a string"),
            (#"{"a": {"b": null}}"#, #"{"a": {"b": true}}"#, "$.a.b was null, is now a boolean"),
            (#"{"a": 1}"#, #"{"a": 1, "c": 1}"#, "$.c is new"), (#"{"a": 1, "c": 1}"#, #"{"a": 1}"#, "$.c is gone"),
            (#"{"a": [{"x": 1}, {"y": 1}]}"#, #"{"a": [{"x": 1}]}"#, "$.a[].y is gone"),
            (#"{"a": [1]}"#, #"{"a": {}}"#, "$.a was an array, is now an object"),
        ])
    func documents(_ recorded: String, _ found: String, _ drift: String?) async throws {
        let result = try await judge(try answer(recorded), against: try answer(found))
        #expect(result.status == (drift == nil ? .pass : .fail))
        #expect(result.message == drift)
    }

    @Test func `Which content there is, a model chooses, and what a tool gets is its own`() async throws {
        let recorded = try answer(
            #"{"output": {"message": {"content": [{"toolUse": {"toolUseId": "1", "input": {"a": 1}}}, {"text": "x"}]}}}"#
        )
        let tools = try answer(
            #"{"output": {"message": {"content": [{"toolUse": {"toolUseId": "2", "input": {"b": []}}}]}}}"#)
        let result = try await judge(recorded, against: tools)
        #expect(result.status == .pass)
        #expect(result.message == "$.output.message.content[].text is gone (the model's choice)")
        let renamed = try answer(
            #"{"output": {"message": {"content": [{"toolUse": {"id": "2", "input": {}}}]}}}"#)
        #expect(try await judge(recorded, against: renamed).status == .fail)
    }

    @Test func `Headers that matter are compared, those of the moment are not`() async throws {
        let recorded = try answer(
            "{}",
            headers: [HeaderField("x-amzn-bedrock-a", "1"), HeaderField("Date", "x"), HeaderField("Via", "1")])
        let found = try answer(
            "{}", headers: [HeaderField("X-Amzn-Bedrock-B", "1"), HeaderField("x-amzn-requestid", "q")])
        let result = try await judge(recorded, against: found)
        #expect(
            result.message == """
                header x-amzn-bedrock-a is gone
                header x-amzn-bedrock-b is new
                """)
    }

    @Test func `A status is compared before all else`() async throws {
        let result = try await judge(
            try answer("{}"), against: try answer(#"{"message": "gone"}"#, status: 404))
        #expect(result.status == .fail)
        #expect(result.message == "status was 200, is now 404\ngone")
        let busy = try await judge(try answer("{}"), against: try answer(#"{"message": "x"}"#, status: 503))
        #expect(busy.status == .unknown)
    }

    // MARK: Streams

    private func stream(_ events: [(String, JSONValue)]) throws -> RecordedResponse {
        let bytes = try events.flatMap { name, payload in
            try EventStreamEncoder().encode(
                EventStreamMessage(
                    headers: [
                        EventStreamHeader(":event-type", .string(name)),
                        EventStreamHeader(":message-type", .string("event")),
                    ], payload: payload.bytes()))
        }
        return RecordedResponse(
            status: 200, headers: [HeaderField("content-type", "application/vnd.amazon.eventstream")],
            body: .stream([StreamChunk(milliseconds: 0, bytes: bytes)]))
    }

    private func text(_ count: Int, starts: Bool = false) -> [(String, JSONValue)] {
        let start: [(String, JSONValue)] =
            starts ? [("contentBlockStart", ["contentBlockIndex": 0, "start": ["text": ""]])] : []
        return start
            + (0..<count).map { _ in ("contentBlockDelta", ["contentBlockIndex": 0, "delta": ["text": "x"]]) }
            + [("contentBlockStop", ["contentBlockIndex": 0])]
    }

    private let start: [(String, JSONValue)] = [("messageStart", ["role": "assistant"])]
    private let stop: [(String, JSONValue)] = [
        ("messageStop", ["stopReason": "end_turn"]), ("metadata", ["usage": ["inputTokens": 1]]),
    ]

    @Test func `The order of events is compared, their number is not`() async throws {
        let recorded = try stream(start + text(1) + stop)
        let same = try await judge(recorded, against: try stream(start + text(5) + stop), operation: "converse-stream")
        #expect(same.status == .pass)
        #expect(same.message == nil)
        let without = try await judge(recorded, against: try stream(start + text(1)), operation: "converse-stream")
        #expect(
            without.message
                == "events came as messageStart, content, messageStop, metadata, come now as messageStart, content")
        let begun = try await judge(
            recorded, against: try stream(start + text(1, starts: true) + stop), operation: "converse-stream")
        #expect(begun.message == "events of text came as delta stop, come now as start delta stop")
        let changed = try await judge(
            recorded, against: try stream(start + text(1) + [stop[0], ("metadata", ["usage": ["inputTokens": "1"]])]),
            operation: "converse-stream")
        #expect(changed.message == "metadata.usage.inputTokens was a number, is now a string")
    }

    @Test func `A stream that becomes a document is drift`() async throws {
        let result = try await judge(
            try stream(start + stop),
            against: try answer("{}", headers: [HeaderField("content-type", "application/json")]),
            operation: "converse-stream")
        #expect(result.message == "body was a stream of events, is now a JSON document")
    }

    // MARK: What a plan announces

    @Test func `A plan sends each request once, and says what that takes at most`() throws {
        let twice = input(try answer("{}"), request: ["messages": [], "inferenceConfig": ["maxTokens": 5]])
        let busy = input(try answer("{}", status: 429), request: ["messages": [], "x": 1])
        let free = input(try answer("{}"), request: ["messages": []])
        let plan = DriftPlan([twice, twice, busy, free], maxRequests: nil, maxTokens: 100)
        #expect(plan.requests == 2)
        #expect(plan.answerTokens == 105)
        #expect(DriftPlan([twice, free], maxRequests: 1, maxTokens: 100).answerTokens == 5)
    }
}
