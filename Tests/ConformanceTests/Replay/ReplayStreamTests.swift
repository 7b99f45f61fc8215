import Conformance
import EventStream
import JSONText
import Recordings
import Report
import SigV4
import TestSupport
import Testing

/// Streams come through with every byte, however they are cut, and what a recording lost is said.
@Suite(.live, .timeLimit(.minutes(10)))
struct ReplayStreamTests {
    private func run(
        _ exchange: Exchange, chunking: StreamChunking = .recorded, pace: StreamPace = .none
    ) async throws -> CaseResult {
        let runner = ReplayRunner(chunking: chunking, pace: pace) { SigningTime(unixSeconds: 1_767_323_045) }
        return try await runner.run([ReplayExample.input("example", [exchange])]).cases[0]
    }

    @Test(arguments: StreamChunking.allCases, StreamPace.allCases)
    func aWholeStreamPasses(_ chunking: StreamChunking, _ pace: StreamPace) async throws {
        let exchange = StreamExample.exchange([
            StreamExample.frames[0] + StreamExample.frames[1].prefix(7),
            Array(StreamExample.frames[1].dropFirst(7)) + StreamExample.frames[2...].joined(),
        ])
        let result = try await run(exchange, chunking: chunking, pace: pace)
        #expect(result.status == .pass, "\(result.message ?? "")")
        #expect(result.message == nil)
    }

    @Test func everyCutInTwoPasses() async throws {
        let bytes = StreamExample.frames.flatMap { $0 }
        let exchanges = stride(from: 1, to: bytes.count, by: 3).map { cut in
            StreamExample.exchange([Array(bytes[..<cut]), Array(bytes[cut...])])
        }
        let cases = try await ReplayExample.run(exchanges)
        #expect(cases.count > 150)
        #expect(cases.failures == [])
        #expect(cases.allSatisfy { $0.status == .pass })
    }

    @Test func anAnswerWithoutAContentTypeIsReadAsAStream() async throws {
        #expect(try await run(StreamExample.exchange(StreamExample.frames, headers: [])).status == .pass)
    }

    @Test func eventsThatTheAPIDoesNotKnowComeThrough() async throws {
        var frames = StreamExample.frames
        frames.insert(StreamExample.frame("somethingNew", ["a": [1.50, nil]]), at: 1)
        frames.insert(StreamExample.frame("somethingElse", [0xFF, 0xFE]), at: 2)
        frames.insert(StreamExample.frame("initial-response", [:]), at: 0)
        #expect(try await run(StreamExample.exchange(frames)).status == .pass)
    }

    @Test(arguments: [0, 1, 3])
    func anExceptionInsideTheStreamReachesTheCallerTyped(after events: Int) async throws {
        let exception = StreamExample.frame(
            "modelStreamErrorException", ["message": "The model broke.", "originalStatusCode": 500], type: "exception")
        let result = try await run(StreamExample.exchange(Array(StreamExample.frames.prefix(events)) + [exception]))
        #expect(result.status == .pass, "\(result.message ?? "")")
        let told = events == 1 ? "1 event" : "\(events) events"
        #expect(result.message == "the stream ends with ModelStreamErrorException, after \(told)")
    }

    @Test(arguments: [1, 200, 330])
    func aStreamThatBrokeOffMustBeSaidToHave(at end: Int) async throws {
        let bytes = StreamExample.frames.flatMap { $0 }
        let result = try await run(StreamExample.exchange([Array(bytes.prefix(end))]))
        #expect(result.status == .pass, "\(result.message ?? "")")
        #expect(result.message?.contains("breaks off") == true)
    }

    @Test func aStreamWithoutItsLastEventsMustBeSaidToHaveBrokenOff() async throws {
        let result = try await run(StreamExample.exchange(Array(StreamExample.frames.prefix(3))))
        #expect(result.status == .pass, "\(result.message ?? "")")
        #expect(result.message?.contains("breaks off") == true)
    }

    @Test func aDamagedFrameMustBeSaidToBeDamaged() async throws {
        var frames = StreamExample.frames
        frames[2][40] ^= 1
        let result = try await run(StreamExample.exchange(frames))
        #expect(result.status == .pass, "\(result.message ?? "")")
        #expect(result.message?.contains("damaged at byte") == true)
    }

    @Test func bytesThatTheRecorderTookForTextAreSaidToBeLost() async throws {
        let text = String(decoding: StreamExample.frames.flatMap { $0 }, as: UTF8.self)
        for body in [RecordedBody.text(text), .stream([StreamChunk(milliseconds: 0, bytes: Array(text.utf8))])] {
            let result = try await run(StreamExample.exchange(body))
            #expect(result.status == .skip)
            #expect(result.message?.contains("the recorder took the stream for text and lost") == true)
        }
    }

    @Test(arguments: [
        (RecordedBody.json(["a": 1]), "JSON"), (.none, "no byte"), (.text("data: x"), "text"), (.stream([]), "no byte"),
    ])
    func aBodyThatIsNoStreamIsSkippedWithTheReason(_ body: RecordedBody, _ word: String) async throws {
        let result = try await run(StreamExample.exchange(body))
        #expect(result.status == .skip)
        #expect(result.message?.contains(word) == true)
    }

    @Test func anEventOfTheWrongShapeFailsWithItsPlace() async throws {
        var frames = StreamExample.frames
        frames[1] = StreamExample.frame("contentBlockDelta", ["contentBlockIndex": "0", "delta": ["text": "x"]])
        let result = try await run(StreamExample.exchange(frames))
        #expect(result.status == .fail)
        #expect(result.message?.contains("$.contentBlockDelta.contentBlockIndex: expected an integer") == true)
    }
}
