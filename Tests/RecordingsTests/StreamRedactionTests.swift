import EventStream
import JSONText
import Recordings
import Testing

/// Secrets inside streams go, and everything else stays where it was.
@Suite struct StreamRedactionTests {
    private static func frame(_ payload: JSONValue, error: String? = nil) -> [UInt8] {
        var headers = [
            EventStreamHeader(":event-type", .string("contentBlockDelta")),
            EventStreamHeader(":message-type", .string("event")),
        ]
        if let error { headers.append(EventStreamHeader(":error-message", .string(error))) }
        // These few bytes are within every limit.
        return
            (try? EventStreamEncoder().encode(
                EventStreamMessage(headers: headers, payload: payload.bytes(.compact)))) ?? []
    }

    private static let token = "IQoJb3JpZ2luX2VjEXAMPLETOKEN"
    private static let secret = frame(["message": .string("host:h\nx-amz-security-token:\(token)\n\nhost")])
    private static let plain = frame(["delta": ["text": "the token of my esteem"], "contentBlockIndex": 0])
    private static let signed = frame(["delta": ["reasoningContent": ["signature": "EqoBCkgIBxABGAIiQFhhbXBs"]]])

    private func redact(_ chunks: [[UInt8]]) -> [StreamChunk] {
        let body = RecordedBody.stream(
            chunks.enumerated().map { StreamChunk(milliseconds: Double($0.offset), bytes: $0.element) })
        guard case .stream(let redacted) = Redactor.standard.redact(body) else { return [] }
        return redacted
    }

    @Test func aStreamWithoutSecretsIsTheSame() {
        let chunks = [Self.plain, Array(Self.signed.prefix(9)), Array(Self.signed.dropFirst(9))]
        #expect(redact(chunks).map(\.bytes) == chunks)
    }

    @Test(arguments: [1, 40, 90, 140, 200, 260])
    func theTokenGoesWhereverTheChunksAreCut(_ place: Int) {
        let bytes = Self.plain + Self.secret + Self.plain
        let redacted = redact([Array(bytes[..<place]), Array(bytes[place...])])
        #expect(redacted.map(\.milliseconds) == [0, 1])
        let text = String(decoding: redacted.flatMap(\.bytes), as: UTF8.self)
        #expect(!text.contains(Self.token))
        let stream = RecordedStream(redacted)
        #expect(stream.ending == .whole)
        #expect(stream.frames.count == 3)
        #expect(
            (try? JSONValue(parsing: stream.frames[1].message.payload))
                == ["message": "host:h\nx-amz-security-token:<redacted>\n\nhost"])
        #expect(redacted.flatMap(\.bytes).starts(with: Self.plain))
        // A cut before the frame with the secret is where it was.
        if place <= Self.plain.count { #expect(redacted[0].bytes.count == place) }
    }

    @Test func headersLoseTheirsToo() {
        let redacted = redact([Self.frame([:], error: "AWS_SESSION_TOKEN=\(Self.token)")])
        #expect(RecordedStream(redacted).frames.first?.message.errorMessage == "AWS_SESSION_TOKEN=<redacted>")
    }

    @Test func aCutEndStays() {
        let redacted = redact([Self.secret + Array(Self.plain.dropLast(3))])
        #expect(RecordedStream(redacted).frames.count == 1)
        #expect(redacted[0].bytes.suffix(Self.plain.count - 3).elementsEqual(Self.plain.dropLast(3)))
    }
}
