import Converse
import ConverseAPI
import EventStream
import HTTPTransport
import JSONText
import TestSupport
import Testing

/// A stream from its request to its folded answer.
@Suite(.live, .timeLimit(.minutes(10)))
struct ConverseStreamTests {
    private func read(_ stream: ConverseStream) async -> (events: [ConverseStreamEvent], error: ConverseError?) {
        var events: [ConverseStreamEvent] = []
        do throws(ConverseError) {
            for try await event in stream { events.append(event) }
            return (events, nil)
        } catch {
            return (events, error)
        }
    }

    private func ask(
        _ client: ConverseClient
    ) async throws -> (events: [ConverseStreamEvent], error: ConverseError?, stream: ConverseStream) {
        let stream = try await client.converseStream(TestClient.question, modelID: "amazon.nova-micro-v1:0")
        let (events, error) = await read(stream)
        return (events, error, stream)
    }

    @Test func aWholeStreamIsReadAndFolded() async throws {
        let time = VirtualTime()
        try await ScriptedServer.run { _, _ in
            .stream(StreamFrames.whole)
        } _: { server in
            let client = try TestClient.make(server.url, time)
            let (events, error, stream) = try await ask(client)
            #expect(error == nil)
            #expect(
                events.map(\.name) == [
                    "messageStart", "contentBlockDelta", "contentBlockDelta", "contentBlockStop", "messageStop",
                    "metadata",
                ])
            #expect(stream.exchange.status == 200)
            #expect(stream.exchange.requestID == "7e57-1d")
            #expect(stream.exchange.attempts.count == 1)
            let request = try #require(server.received.first)
            #expect(request.targetText == "/model/amazon.nova-micro-v1:0/converse-stream")
            #expect(TestClient.isAccepted(request, now: time.now))
            let result = try await client.converseStream(TestClient.question, modelID: "m").collect()
            #expect(result.response.text == "pong")
            #expect(result.response.stopReason == .endTurn)
            #expect(result.response.usage.totalTokens == 3)
            #expect(result.response.usage.unmodeled["serverToolUsage"] == [:])
            #expect(result.response.metrics.latencyMs == 7)
            #expect(result.response.faults().isEmpty)
        }
    }

    @Test func everyCutGivesTheSameEvents() async throws {
        let bytes = StreamFrames.whole.flatMap { $0 }
        try await ScriptedServer.run { number, _ in
            let cut = number * 13 % bytes.count
            return .stream(number == 0 ? bytes.map { [$0] } : [Array(bytes[..<cut]), Array(bytes[cut...])])
        } _: { server in
            let client = try TestClient.make(server.url, VirtualTime())
            for _ in 0..<60 {
                let (events, error, _) = try await ask(client)
                #expect(error == nil)
                #expect(events.count == 6)
            }
        }
    }

    @Test func whatTheAPIDoesNotKnowIsKept() async throws {
        let strange = EventStreamMessage(
            headers: [
                EventStreamHeader(":message-type", .string("event")), EventStreamHeader(":event-type", .string("odd")),
                EventStreamHeader("flag", .bool(true)),
            ], payload: [0xFF, 0])
        let frames =
            [
                StreamFrames.frame("initial-response", [:]), StreamFrames.start,
                StreamFrames.frame(strange.headers, [0xFF, 0]),
            ]
            + [StreamFrames.delta(["hologram": [1.50]]), StreamFrames.frame("newEvent", ["a": nil])]
            + StreamFrames.whole.dropFirst()
        try await ScriptedServer.run { _, _ in
            .stream(frames)
        } _: { server in
            let (events, error, _) = try await ask(TestClient.make(server.url, VirtualTime()))
            #expect(error == nil)
            #expect(events[0].isInitialResponse)
            #expect(events[2].message == strange)
            #expect(events[2].payload == nil)
            guard case .contentBlockDelta(let event) = events[3].output, case .unrecognized(let form) = event.delta
            else {
                Issue.record("another event: \(events[3].output)")
                return
            }
            #expect(JSONValue.object(form) == ["hologram": [1.50]])
            #expect(event.unmodeled["p"] == "abcdefghij")
            #expect(events[4].payload == ["a": nil])
        }
    }

    @Test func aRefusalIsTheErrorOfConverse() async throws {
        try await ScriptedServer.run { _, _ in
            TestClient.refusal(400, "ValidationException", "The provided model identifier is invalid.")
        } _: { server in
            let client = try TestClient.make(server.url, VirtualTime())
            let error = await #expect(throws: ConverseError.self) {
                try await client.converseStream(TestClient.question, modelID: "m")
            }
            #expect(error?.code == .validation)
            #expect(error?.httpStatus == 400)
            #expect(error?.message == "The provided model identifier is invalid.")
        }
    }

    @Test(arguments: ["text/html", "application/json"])
    func anAnswerThatIsNoStreamIsNotReadAsOne(_ type: String) async throws {
        try await ScriptedServer.run { _, _ in
            .answer(200, [("Content-Type", type)], "<html>")
        } _: { server in
            let client = try TestClient.make(server.url, VirtualTime())
            let error = await #expect(throws: ConverseError.self) {
                try await client.converseStream(TestClient.question, modelID: "m")
            }
            #expect(error?.code == .unreadableAnswer)
            #expect(error?.message.contains(type) == true)
        }
    }

    @Test func throttlingBeforeTheFirstEventIsTriedAgainInEitherForm() async throws {
        let time = VirtualTime()
        try await ScriptedServer.run { number, _ in
            switch number {
            case 0: TestClient.refusal(429, "ThrottlingException", headers: [("Retry-After", "3")])
            case 1: .stream([StreamFrames.exception("throttlingException", "Too many tokens.")])
            case 2: .stream([StreamFrames.flipped(StreamFrames.start, at: 9)])
            default: .stream(StreamFrames.whole)
            }
        } _: { server in
            let client = try TestClient.make(server.url, time)
            let stream = try await client.converseStream(TestClient.question, modelID: "m")
            let result = try await stream.collect()
            #expect(result.response.text == "pong")
            #expect(
                stream.exchange.attempts.map(\.outcome) == [
                    .answered(status: 429, errorType: "ThrottlingException"),
                    .answered(status: 200, errorType: "ThrottlingException"), .streamFailed(.damagedFrame),
                    .answered(status: 200, errorType: nil),
                ])
            #expect(time.waits.first.map { $0 >= .seconds(3) } == true)
        }
    }

    @Test func nothingIsTriedAgainOnceAnEventWasDelivered() async throws {
        try await ScriptedServer.run { _, _ in
            .stream([StreamFrames.start, StreamFrames.exception("throttlingException", "Too many tokens.")])
        } _: { server in
            let (events, error, _) = try await ask(TestClient.make(server.url, VirtualTime()))
            #expect(events.count == 1)
            #expect(error?.code == .throttled)
            #expect(error?.errorType == "ThrottlingException")
            #expect(error?.message == "Too many tokens.")
            #expect(error?.httpStatus == 200)
            #expect(error?.requestID == "7e57-1d")
            #expect(error?.end == .answerBegun)
            #expect(server.received.count == 1)
        }
    }

    @Test func theErrorStays() async throws {
        try await ScriptedServer.run { _, _ in
            .stream([StreamFrames.start])
        } _: { server in
            let client = try TestClient.make(server.url, VirtualTime())
            let stream = try await client.converseStream(TestClient.question, modelID: "m")
            #expect(await read(stream).error?.code == .streamEndedEarly)
            let again = await read(stream)
            #expect(again.events.isEmpty)
            #expect(again.error?.code == .streamEndedEarly)
        }
    }

    @Test func aCancelledReaderIsToldSo() async throws {
        try await ScriptedServer.run { _, _ in
            .stream([StreamFrames.start], .hang)
        } _: { server in
            let client = try TestClient.make(server.url, VirtualTime())
            let stream = try await client.converseStream(TestClient.question, modelID: "m")
            let reading = Task { await read(stream).error?.code }
            try await Task.sleep(for: .milliseconds(20))
            reading.cancel()
            #expect(await reading.value == .cancelled)
        }
    }

    @Test func secretsOfAnEchoAreMaskedInsideAStreamToo() async throws {
        let echo = "canonical x-amz-security-token:\(TestClient.token) and \(TestClient.secret)"
        try await ScriptedServer.run { _, _ in
            .stream([StreamFrames.start, StreamFrames.exception("validationException", echo)])
        } _: { server in
            let (_, error, _) = try await ask(TestClient.make(server.url, VirtualTime()))
            let shown = "\(error.map { String(reflecting: $0) } ?? "")"
            #expect(shown.contains("canonical"))
            #expect(!shown.contains(TestClient.secret))
            #expect(!shown.contains(TestClient.token))
        }
    }
}
