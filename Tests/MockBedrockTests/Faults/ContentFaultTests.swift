import EventStream
import JSONText
import MockBedrock
import Recordings
import TestSupport
import Testing
import WireText

/// What stands in a stream under faults of its content; HTTP carries it well.
@Suite(.live, .timeLimit(.minutes(10))) struct ContentFaultTests {
    /// What a decoder makes of a stream.
    private struct Reading {
        var names: [String] = []
        var messages: [EventStreamMessage] = []
        var error: EventStreamError?
        var bytes: [UInt8] = []
    }

    private func read(_ fault: String) async throws -> Reading {
        let end = try await TestServer.with(faults: [fault]) { server -> WireEnd in
            let end = try await server.end("converse-stream")
            #expect(server.log.last?.fault == String(fault.prefix { $0 != ":" }))
            return end
        }
        #expect(end.head.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(end.end == .closed)
        let (bytes, isWhole) = end.unchunked
        #expect(isWhole, "the chunked coding must be whole")
        var reading = Reading(bytes: bytes)
        var decoder = EventStreamDecoder()
        decoder.feed(bytes)
        do throws(EventStreamError) {
            while let message = try decoder.next() {
                reading.messages.append(message)
                reading.names.append(
                    message.eventType ?? message.exceptionType ?? message.errorCode.map { "error \($0)" } ?? "?")
            }
            try decoder.finish()
        } catch {
            reading.error = error
        }
        return reading
    }

    private static let right = ["messageStart", "contentBlockDelta", "contentBlockStop", "messageStop", "metadata"]

    @Test(
        "A frame is broken where the rule says",
        arguments: [
            ("bad-prelude-crc", 1, EventStreamError.Code.preludeChecksumMismatch),
            ("bad-prelude-crc:after=0", 0, .preludeChecksumMismatch),
            ("bad-prelude-crc:event=messageStop", 3, .preludeChecksumMismatch),
            ("bad-message-crc", 1, .messageChecksumMismatch), ("bad-message-crc:after=4", 4, .messageChecksumMismatch),
            ("bad-message-crc:after=99", 4, .messageChecksumMismatch), ("oversize-length", 1, .messageTooLong),
            ("cut-frame", 1, .streamTruncated), ("cut-frame:event=metadata", 4, .streamTruncated),
            ("garbage:after=2", 2, .preludeChecksumMismatch), ("garbage:bytes=1", 1, .preludeChecksumMismatch),
        ])
    func broken(_ fault: String, _ whole: Int, _ code: EventStreamError.Code) async throws {
        let reading = try await read(fault)
        #expect(reading.names == Array(Self.right.prefix(whole)))
        #expect(reading.error?.code == code)
    }

    @Test func `Only the prelude's own checksum tells of a wrong one`() async throws {
        let bytes = try await read("bad-prelude-crc:after=0").bytes
        let length = bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        let announced = bytes[(length - 4)..<length].reduce(0) { $0 << 8 | UInt32($1) }
        #expect(CRC32.checksum(bytes.span.extracting(0..<(length - 4))) == announced)
    }

    @Test func `Garbage is the same for the same seed`() async throws {
        let first = try await read("garbage:seed=3").bytes
        #expect(try await read("garbage:seed=3").bytes == first)
        #expect(try await read("garbage:seed=4").bytes != first)
    }

    @Test(
        "An exception comes behind so many events and ends the stream",
        arguments: [
            ("exception", 1, "modelStreamErrorException"), ("exception:after=0", 0, "modelStreamErrorException"),
            ("exception:type=throttlingException,after=3", 3, "throttlingException"),
            ("exception:type=internalServerException,event=metadata", 4, "internalServerException"),
            ("exception:type=serviceUnavailableException,after=99", 5, "serviceUnavailableException"),
            ("exception:type=validationException,after=2", 2, "validationException"),
        ])
    func exception(_ fault: String, _ whole: Int, _ name: String) async throws {
        let reading = try await read(fault)
        #expect(reading.names == Array(Self.right.prefix(whole)) + [name])
        #expect(reading.error == nil)
        let last = try #require(reading.messages.last)
        #expect(last.messageType == "exception")
        let payload = try JSONValue(parsing: last.payload)
        #expect(payload["message"]?.stringValue?.isEmpty == false)
        #expect((payload["originalStatusCode"] != nil) == (name == "modelStreamErrorException"))
    }

    @Test func `An error that is no exception has its code in a header`() async throws {
        let reading = try await read("error-frame:code=Oops,after=2")
        #expect(reading.names == ["messageStart", "contentBlockDelta", "error Oops"])
        #expect(reading.messages.last?.messageType == "error")
    }

    @Test func `Events come twice or not at all`() async throws {
        #expect(
            try await read("duplicate-event").names
                == ["messageStart", "contentBlockDelta", "contentBlockDelta"] + Self.right[2...])
        #expect(try await read("missing-event:event=messageStop").names == Self.right.filter { $0 != "messageStop" })
        #expect(try await read("missing-event:after=0").names == Array(Self.right.dropFirst()))
    }

    @Test func `A payload is not UTF-8 although its checksums are right`() async throws {
        let reading = try await read("invalid-utf8")
        #expect(reading.names == Self.right)
        #expect(String(validating: reading.messages[1].payload, as: UTF8.self) == nil)
        #expect(reading.messages[1].payload.contains(0xFF))
    }

    @Test func `A payload is no JSON although its checksums are right`() async throws {
        let reading = try await read("invalid-json:event=metadata")
        #expect(reading.names == Self.right)
        let error = #expect(throws: JSONError.self) { try JSONValue(parsing: reading.messages[4].payload) }
        #expect(error?.code == .unexpectedEnd)
    }

    @Test(arguments: [("invalid-utf8", JSONError.Code.invalidUTF8), ("invalid-json", .unexpectedEnd)])
    func `A whole answer is no JSON`(_ fault: String, _ code: JSONError.Code) async throws {
        try await TestServer.with(faults: [fault]) { server in
            let answer = try await server.send(TestRequest())
            #expect(answer.status == 200)
            let error = #expect(throws: JSONError.self) { try JSONValue(parsing: answer.body) }
            #expect(error?.code == code)
        }
    }

    @Test func `Faults of streams leave whole answers alone`() async throws {
        try await TestServer.with(faults: ["cut-frame:times=1"]) { server in
            let answer = try await server.send(TestRequest())
            #expect(answer.json?["stopReason"] != nil)
            #expect(server.log.last?.fault == nil)
            let end = try await server.end("converse-stream")
            #expect(end.head.contains("x-doctor-fault: cut-frame"))
        }
    }

    @Test func `A fault that the answer has no place for is named as not made`() async throws {
        try await TestServer.with(faults: ["missing-event:event=contentBlockStart"]) { server in
            let end = try await server.end("converse-stream")
            #expect(!end.head.contains("x-doctor-fault"))
            #expect(server.log.last?.fault == "missing-event (not made: the answer has no such place)")
        }
    }

    @Test func `A recorded stream is struck by its events, however it was cut`() async throws {
        let right = try await TestServer.with(faults: []) { try await $0.end("converse-stream").unchunked.bytes }
        let chunks = stride(from: 0, to: right.count, by: 10).map { start in
            StreamChunk(milliseconds: Double(start), bytes: Array(right[start..<min(start + 10, right.count)]))
        }
        let exchange = Exchange(
            request: RecordedRequest(
                method: "POST", target: "/model/amazon.nova-micro-v1:0/converse-stream",
                body: .json(try JSONValue(parsing: TestRequest().body))),
            response: RecordedResponse(
                status: 200, headers: [HeaderField("content-type", "application/vnd.amazon.eventstream")],
                body: .stream(chunks)))
        let rule = try FaultRule(parsing: "exception:after=2")
        try await TestServer.with({
            $0.recordings = [
                Recording(
                    name: "r", source: RecordingSource(kind: .authored, tool: "test", version: "1"),
                    exchanges: [exchange])
            ]
            $0.faults = [rule]
        }) { server in
            let bytes = try await server.end("converse-stream").unchunked.bytes
            var decoder = EventStreamDecoder()
            decoder.feed(bytes)
            var names: [String?] = []
            while let message = try decoder.next() { names.append(message.eventType ?? message.exceptionType) }
            #expect(names == ["messageStart", "contentBlockDelta", "modelStreamErrorException"])
            #expect(server.log.last?.verdict == .replayed)
        }
    }
}
