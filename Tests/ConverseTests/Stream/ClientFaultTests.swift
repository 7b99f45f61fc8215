import Converse
import ConverseAPI
import HTTPTransport
import JSONText
import TestSupport
import Testing

/// A way in which an answer can go wrong, and what a client must make of it.
struct ClientFault: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let action: ScriptedAction
    let code: ConverseError.Code
    /// What the error's message must name.
    let words: String
    /// Whether another attempt may mend it.
    let isTriedAgain: Bool
}

/// Every fault, once and for good: each ends by its deadline in the right typed error, or in success after another
/// attempt, and leaves nothing open.
@Suite(.live, .timeLimit(.minutes(10)), .serialized)
struct ClientFaultTests {
    static let answer = Array(TestClient.answer.utf8)
    static let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"

    /// What goes wrong before there is an answer, or with the answer to Converse.
    static let ofConverse: [ClientFault] = [
        fault("throttled", TestClient.refusal(429, "ThrottlingException"), .throttled, "no"),
        fault("internal failure", TestClient.refusal(500, "InternalServerException"), .serviceFailed, "no"),
        fault("unavailable", TestClient.refusal(503, "ServiceUnavailableException"), .serviceFailed, "no"),
        fault("bad gateway", .answer(502, [("Content-Type", "text/html")], "<html>"), .serviceFailed, "<html>"),
        fault("gateway timeout", .answer(504), .serviceFailed, "no message"),
        fault("model error", TestClient.refusal(424, "ModelErrorException"), .modelFailed, "no", again: false),
        fault("closed without an answer", .close, .network, "without an answer"),
        fault("reset before the head", .raw("", .reset), .network, "broke"),
        fault("silence", .hang, .network, "waiting for the response"),
        fault("half a head", .raw("HTTP/1.1 200 OK\r\nContent-Ty", .cut), .network, "response's head"),
        fault("no HTTP", .raw("SSH-2.0-OpenSSH_9.2\r\n\r\n", .cut), .network, "HTTP", again: false),
        fault(
            "a body cut short", .raw(head + "Content-Length: 200\r\n\r\n{\"output\":", .cut), .network,
            "in the middle of the response"),
        fault(
            "a body that stops", .raw(head + "Content-Length: 200\r\n\r\n{\"output\":", .hang), .network,
            "reading the response"),
        fault(
            "a reset in the body", .raw(head + "Content-Length: 200\r\n\r\n{\"output\":", .reset), .network, "broke"),
        fault(
            "a length that is too small", .raw(head + "Content-Length: 9\r\n\r\n" + TestClient.answer, .cut),
            .unreadableAnswer, "not Converse's", again: false),
        fault(
            "a malformed chunk", .stream([Array(answer.prefix(9))], .malformedChunk, type: "application/json"),
            .network,
            "chunk", again: false),
        fault(
            "invalid JSON", .answer(200, [("Content-Type", "application/json")], #"{"output":"#), .unreadableAnswer,
            "not Converse's", again: false),
        fault(
            "invalid UTF-8", .stream([Array(#"{"output":""#.utf8) + [0xFF]], type: "application/json"),
            .unreadableAnswer, "not Converse's", again: false),
    ]

    /// What goes wrong inside a stream, after `count` whole events.
    static func ofStream(after count: Int) -> [ClientFault] {
        let before = Array(StreamFrames.whole.prefix(count))
        let next = StreamFrames.whole[count]
        let rest = Array(StreamFrames.whole.dropFirst(count + 1))
        return [
            fault(
                "exception", .stream(before + [StreamFrames.exception("serviceUnavailableException", "Later.")]),
                .serviceFailed, "Later."),
            fault(
                "exception of the model",
                .stream(before + [StreamFrames.exception("modelStreamErrorException", "Broken.")]), .modelFailed,
                "Broken.", again: false),
            fault(
                "exception that is not modelled",
                .stream(before + [StreamFrames.exception("somethingNewException", "New.")]), .serviceFailed, "New."),
            fault(
                "wrong prelude checksum", .stream(before + [StreamFrames.flipped(next, at: 9)] + rest), .streamDamaged,
                "the prelude's checksum"),
            fault(
                "wrong message checksum", .stream(before + [StreamFrames.flipped(next, at: -1)] + rest),
                .streamDamaged, "the message's checksum"),
            fault(
                "a flipped bit in the payload", .stream(before + [StreamFrames.flipped(next, at: -9)] + rest),
                .streamDamaged, "the message's checksum"),
            fault(
                "an oversize length", .stream(before + [StreamFrames.prelude(announcing: 0x7FFF_FFFF)]),
                .streamDamaged, "the limit is 25296912"),
            fault(
                "garbage between frames", .stream(before + [Array("garbage, 16 bytes".utf8), next] + rest),
                .streamDamaged, "the prelude's checksum"),
            fault(
                "a cut frame", .stream(before + [Array(next.dropLast(5))]), .streamEndedEarly, "the stream ended after"),
            fault("an early end", .stream(before), .streamEndedEarly, "messageStop had not come"),
            fault(
                "invalid JSON in a payload",
                .stream(before + [StreamFrames.frame("contentBlockDelta", Array("{\"delta\":".utf8))]), .streamDamaged,
                "is not JSON", again: false),
            fault(
                "invalid UTF-8 in a payload",
                .stream(before + [StreamFrames.frame("contentBlockDelta", Array("{\"p\":\"".utf8) + [0xC3, 0x28])]),
                .streamDamaged, "is not JSON", again: false),
            fault(
                "a payload of another shape", .stream(before + [StreamFrames.frame("contentBlockDelta", ["delta": 7])]),
                .streamDamaged, "$.contentBlockDelta.delta", again: false),
            fault(
                "a frame without a type", .stream(before + [StreamFrames.frame([])]), .streamDamaged, ":message-type",
                again: false),
            fault("the connection ends", .stream(before, .cut), .network, "in the middle of the response"),
            fault("the connection is reset", .stream(before, .reset), .network, "broke"),
            fault("a malformed chunk", .stream(before, .malformedChunk), .network, "chunk", again: false),
            fault("silence", .stream(before, .hang), .network, "reading the response"),
        ]
    }

    /// Events that come twice or not at all.
    static let disorder: [ClientFault] = [
        fault(
            "no messageStart", .stream(Array(StreamFrames.whole.dropFirst())), .streamDamaged, "before messageStart",
            again: false),
        fault(
            "messageStart twice", .stream([StreamFrames.start] + StreamFrames.whole), .streamDamaged, "a second time",
            again: false),
        fault("no contentBlockStop", .stream(without(3)), .streamDamaged, "block 0 had not ended", again: false),
        fault(
            "contentBlockStop twice", .stream(StreamFrames.whole.prefix(4) + [StreamFrames.stop()]), .streamDamaged,
            "block 0, which had ended", again: false),
        fault(
            "a delta after its block",
            .stream(StreamFrames.whole.prefix(4) + [StreamFrames.text("x")]), .streamDamaged,
            "contentBlockDelta of block 0, which had ended", again: false),
        fault("no messageStop", .stream(without(4)), .streamEndedEarly, "messageStop had not come", again: false),
        fault(
            "messageStop twice", .stream(StreamFrames.whole + [StreamFrames.messageStop]), .streamDamaged,
            "after messageStop", again: false),
    ]

    private static func without(_ place: Int) -> [[UInt8]] {
        var frames = StreamFrames.whole
        frames.remove(at: place)
        return frames
    }

    private static func fault(
        _ name: String, _ action: ScriptedAction, _ code: ConverseError.Code, _ words: String, again: Bool = true
    ) -> ClientFault {
        ClientFault(testDescription: name, action: action, code: code, words: words, isTriedAgain: again)
    }

    /// The deadlines are short where silence is what is tried, and the clock is virtual, so that no wait is real.
    private func with(
        _ fault: ClientFault, then success: ScriptedAction, _ use: (ConverseClient, ScriptedServer) async throws -> Void
    ) async throws {
        try await ScriptedServer.run { number, _ in
            number == 0 ? fault.action : success
        } _: { server in
            let transport = try HTTPTransport(TransportConfiguration(environment: [:]))
            let client = try TestClient.make(server.url, VirtualTime(), transport: transport) { configuration in
                configuration.timeouts.firstByte = .seconds(1)
                configuration.timeouts.idle = .seconds(1)
                configuration.streamDeadlines = StreamDeadlines(idle: .seconds(1), total: .seconds(20))
            }
            try await use(client, server)
            await transport.shutdown()
            #expect(OpenSockets.connected(to: server.port).isEmpty, "a connection is still open")
        }
    }

    private func expect(_ error: ConverseError?, _ fault: ClientFault) {
        #expect(error?.code == fault.code)
        #expect(error?.message.contains(fault.words) == true, "\(error?.message ?? "no error")")
    }

    private func never(_ call: (ConverseClient) async throws(ConverseError) -> String, _ fault: ClientFault)
        async throws
    {
        try await with(fault, then: fault.action) { client, server in
            do throws(ConverseError) {
                let text = try await call(client)
                Issue.record("an answer came: \(text)")
            } catch {
                expect(error, fault)
                #expect(server.received.count == (fault.isTriedAgain ? client.configuration.retry.maxAttempts : 1))
                #expect(error.end == (fault.isTriedAgain ? .attemptsUsedUp : .notWorthwhile))
            }
        }
    }

    @Test(arguments: ofConverse) func converseFailsForGood(_ fault: ClientFault) async throws {
        try await never(
            { client throws(ConverseError) in
                try await client.converse(TestClient.question, modelID: "m").response.text
            }, fault)
    }

    @Test(arguments: ofConverse.filter(\.isTriedAgain)) func converseSucceedsAfterIt(_ fault: ClientFault) async throws
    {
        try await with(fault, then: TestClient.success()) { client, server in
            let result = try await client.converse(TestClient.question, modelID: "m")
            #expect(result.response.text == "pong")
            #expect(server.received.count == 2)
        }
    }

    @Test(arguments: ofConverse.prefix { $0.testDescription != "a body cut short" } + ofStream(after: 0))
    func aStreamFailsForGoodBeforeItsFirstEvent(_ fault: ClientFault) async throws {
        try await never(
            { client throws(ConverseError) in
                try await client.converseStream(TestClient.question, modelID: "m").collect().response.text
            }, fault)
    }

    @Test(
        arguments: (ofConverse.prefix { $0.testDescription != "a body cut short" } + ofStream(after: 0)).filter(
            \.isTriedAgain))
    func aStreamSucceedsAfterIt(_ fault: ClientFault) async throws {
        try await with(fault, then: .stream(StreamFrames.whole)) { client, server in
            let stream = try await client.converseStream(TestClient.question, modelID: "m")
            let result = try await stream.collect()
            #expect(result.response.text == "pong")
            #expect(server.received.count == 2)
        }
    }

    @Test(arguments: ofStream(after: 1) + ofStream(after: 2) + disorder)
    func aStreamFailsInItsMiddleAndIsNotTriedAgain(_ fault: ClientFault) async throws {
        try await with(fault, then: .stream(StreamFrames.whole)) { client, server in
            do throws(ConverseError) {
                let text = try await client.converseStream(TestClient.question, modelID: "m").collect().response.text
                Issue.record("an answer came: \(text)")
            } catch {
                expect(error, fault)
                #expect(server.received.count == 1)
                if error.code == .streamDamaged || error.code == .streamEndedEarly {
                    #expect((error.streamFailure?.offset ?? -1) >= 0)
                }
            }
        }
    }
}
