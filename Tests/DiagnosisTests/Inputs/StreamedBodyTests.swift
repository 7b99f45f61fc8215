import Codes
import Report
import Testing

@testable import Diagnosis
@testable import Evidence

/// Streamed answers as curl shows or saves them: bytes among text.
@Suite struct StreamedBodyTests {
    /// Frames that botocore's decoder takes, made once with the checksums of the protocol.
    private static let frames: [(name: String, kind: String, payload: String)] = [
        ("messageStart", "event", #"{"role":"assistant"}"#),
        ("contentBlockDelta", "event", #"{"contentBlockIndex":0,"delta":{"text":"Hi"}}"#),
        ("contentBlockStop", "event", #"{"contentBlockIndex":0}"#),
        ("messageStop", "event", #"{"stopReason":"end_turn"}"#),
    ]

    private static let exception = (
        name: "modelStreamErrorException", kind: "exception", payload: #"{"message":"The model failed"}"#
    )

    private static func stream(_ frames: [(name: String, kind: String, payload: String)]) -> [UInt8] {
        frames.flatMap { StreamFrame.bytes(name: $0.name, kind: $0.kind, payload: $0.payload) }
    }

    private static let damaged: [UInt8] = {
        var bytes = stream(frames)
        bytes[40] ^= 1
        return bytes
    }()

    private static let cases: [([UInt8], [FindingCode])] = [
        (stream(frames), [.nothingFailed]), (stream(frames.dropLast()), [.streamEndedEarly]),
        (stream(Array(frames.prefix(2)) + [exception]), [.modelError]), (damaged, [.streamDamaged]),
        (stream(frames).dropLast(3), [.streamEndedEarly]),
    ]

    private static let sent =
        "POST /model/amazon.nova-micro-v1%3A0/converse-stream HTTP/1.1\r\nHost: 127.0.0.1:8000\r\nContent-Length: 56\r\n\r\n"
    private static let head =
        "HTTP/1.1 200 OK\r\nContent-Type: application/vnd.amazon.eventstream\r\nTransfer-Encoding: chunked\r\n\r\n"

    private static func lines(_ text: String, _ mark: String) -> String {
        text.split(separator: "\r\n", omittingEmptySubsequences: false).dropLast()
            .map { mark + " " + $0 + "\r\n" }.joined()
    }

    /// What `curl -sv ... > log 2>&1`, `curl -i -o FILE` and `curl -o FILE` write.
    private static let forms: [@Sendable ([UInt8]) -> [UInt8]] = [
        { body in
            Array(("*   Trying 127.0.0.1:8000...\n" + lines(sent, ">") + "} [56 bytes data]\n" + lines(head, "<")).utf8)
                + Array("{ [124 bytes data]\n".utf8) + body + Array("* Connection #0 to host left intact\n".utf8)
        },
        { body in
            Array(("*   Trying 127.0.0.1:8000...\n" + lines(sent, ">") + lines(head, "<")).utf8)
                + Array("{ [124 bytes data]\n* Connection #0 to host left intact\n".utf8) + body
        },
        { body in Array(head.utf8) + body }, { body in Array((sent + head).utf8) + body }, { body in body },
    ]

    @Test(arguments: 0..<5, 0..<5)
    func `the frames are decoded, and what is in them is named`(form: Int, index: Int) throws {
        let (body, codes) = Self.cases[index]
        let input = try ReadInput(Self.forms[form](body), name: "x")
        #expect(Explanation(input, context: ExplainContext()).findings.map(\.code) == codes)
    }

    @Test func `where bytes were replaced, an exception is read and damage is not claimed`() throws {
        let exceptional = Array(Self.frames.prefix(1)) + [Self.exception]
        for (frames, codes) in [(Self.frames, [FindingCode.nothingFailed]), (exceptional, [.modelError])] {
            let printed = Self.stream(frames).map { (0x20...0x7E).contains($0) ? $0 : UInt8(ascii: ".") }
            let input = try ReadInput(Array(Self.head.utf8) + printed, name: "x")
            #expect(Explanation(input, context: ExplainContext()).findings.map(\.code) == codes)
        }
    }

    @Test func `what is no text is refused as before`() {
        let program = Array("\u{7F}ELF".utf8) + (0..<4_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        #expect(throws: InputFault.self) { try ReadInput(program, name: "x") }
    }
}

/// One frame of an event stream, written from the specification and not with the codec under test.
enum StreamFrame {
    static func bytes(name: String, kind: String, payload: String) -> [UInt8] {
        let headers =
            header(kind == "event" ? ":event-type" : ":exception-type", name)
            + header(":content-type", "application/json") + header(":message-type", kind)
        let body = Array(payload.utf8)
        var frame = number(UInt32(16 + headers.count + body.count)) + number(UInt32(headers.count))
        frame += number(crc(frame)) + headers + body
        return frame + number(crc(frame))
    }

    private static func header(_ name: String, _ value: String) -> [UInt8] {
        let length = UInt16(value.utf8.count)
        return [UInt8(name.utf8.count)] + Array(name.utf8) + [7, UInt8(length >> 8), UInt8(length & 0xFF)]
            + Array(value.utf8)
    }

    private static func number(_ value: UInt32) -> [UInt8] {
        stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: value >> UInt32($0)) }
    }

    /// CRC-32 as in ISO-HDLC, bit by bit.
    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        var value = UInt32.max
        for byte in bytes {
            value ^= UInt32(byte)
            for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
        }
        return ~value
    }
}
