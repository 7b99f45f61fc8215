import EventStream
import Testing

/// What is encoded is decoded, however the bytes are cut.
@Suite struct CodecTests {
    @Test func `the empty message of the specification`() throws {
        let expected = bytes(hexadecimal: "00000010 00000000 05c248eb 7d98c8ff")
        #expect(try EventStreamEncoder().encode(EventStreamMessage()) == expected)
        #expect(try decode([expected]) == [EventStreamMessage()])
    }

    @Test func `a header of each type has the specified bytes`() throws {
        let cases: [(EventStreamHeader.Value, String)] = [
            (.bool(true), "00"), (.bool(false), "01"), (.int8(-2), "02 fe"), (.int16(-2), "03 fffe"),
            (.int32(0x0102_0304), "04 01020304"), (.int64(-2), "05 fffffffffffffffe"),
            (.bytes([9, 8]), "06 0002 0908"),
            (.string("\u{e9}"), "07 0002 c3a9"), (.timestamp(milliseconds: 1), "08 0000000000000001"),
            (.uuid(EventStreamUUID(high: 1, low: 2)), "09 0000000000000001 0000000000000002"),
        ]
        for (value, text) in cases {
            let expected = frame(headers: [1, 0x61] + bytes(hexadecimal: text))
            let message = EventStreamMessage(headers: [EventStreamHeader("a", value)])
            #expect(try EventStreamEncoder().encode(message) == expected)
            #expect(try decode([expected]) == [message])
        }
    }

    @Test func `one frame cut at every byte, and byte by byte`() throws {
        var random = SeededGenerator(7)
        let messages = (0..<3).map { _ in RandomMessages.message(&random) }
        var stream: [UInt8] = []
        for message in messages { try EventStreamEncoder().append(message, to: &stream) }
        for cut in 0...stream.count {
            #expect(try decode([Array(stream[..<cut]), Array(stream[cut...])]) == messages)
        }
        #expect(try decode(stream.map { [$0] }) == messages)
    }

    @Test(arguments: 0..<50)
    func `random streams in random pieces`(seed: UInt64) throws {
        var random = SeededGenerator(seed)
        let messages = (0..<20).map { _ in RandomMessages.message(&random) }
        var stream: [UInt8] = []
        for message in messages { try EventStreamEncoder().append(message, to: &stream) }
        var pieces: [[UInt8]] = []
        var start = 0
        while start < stream.count {
            let end = min(start + Int.random(in: 0...4000, using: &random), stream.count)
            pieces.append(Array(stream[start..<end]))
            start = end
        }
        #expect(try decode(pieces) == messages)
        var spans = EventStreamDecoder()
        var decoded: [EventStreamMessage] = []
        for piece in pieces {
            spans.feed(piece.span)
            while let message = try spans.next() { decoded.append(message) }
        }
        #expect(decoded == messages)
        #expect(spans.offset == stream.count)
    }

    @Test func `the protocol's own headers have names`() throws {
        let message = EventStreamMessage(
            headers: [
                EventStreamHeader(":message-type", .string("event")),
                EventStreamHeader(":event-type", .string("metadata")),
                EventStreamHeader(":content-type", .string("application/json")), EventStreamHeader("n", .int32(1)),
            ], payload: Array("{}".utf8))
        let decoded = try #require(try decode([try EventStreamEncoder().encode(message)]).first)
        #expect(decoded.messageType == "event")
        #expect(decoded.eventType == "metadata")
        #expect(decoded.contentType == "application/json")
        #expect(decoded.exceptionType == nil)
        #expect(decoded.text("n") == nil)
        #expect(decoded.header("n") == .int32(1))
    }

    @Test func `a UUID in its usual form`() {
        let uuid = EventStreamUUID(high: 0x0123_4567_89AB_0DEF, low: 0x0011_2233_4455_6677)
        #expect(uuid.description == "01234567-89ab-0def-0011-223344556677")
    }
}
