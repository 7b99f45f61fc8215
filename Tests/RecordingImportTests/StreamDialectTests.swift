import EventStream
import JSONText
import RecordingImport
import Recordings
import Testing

/// A stream's bytes come out of a cassette as they went into it, whatever the recorder took them for.
@Suite struct StreamDialectTests {
    /// Two frames with every byte value in their payloads.
    static let stream: [UInt8] = {
        var bytes: [UInt8] = []
        for payload in [[UInt8](0...255), Array("{}".utf8)] {
            let message = EventStreamMessage(
                headers: [EventStreamHeader(":event-type", .string("messageStart"))], payload: payload)
            bytes += (try? EventStreamEncoder().encode(message)) ?? []
        }
        return bytes
    }()

    private static let type = "headers: {Content-Type: [Application/vnd.amazon.eventstream]}"

    private func response(_ body: String, type: String = type) throws -> (body: RecordedBody, notes: [String]) {
        let imported = try VCRImport.recording(
            from: cassette(request: "body: null", response: type + "\n" + body), file: "c.yaml")
        return (try #require(imported.recording.exchanges.first).response.body, imported.notes)
    }

    private static func escaped(_ bytes: [UInt8]) -> String {
        bytes.map { "\\x" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static func base64(_ bytes: [UInt8]) -> String { OwnBase64.text(bytes) }

    /// The bytes as gzip, in one stored block (RFC 1951 section 3.2.4, RFC 1952).
    private static func gzip(_ bytes: [UInt8]) -> [UInt8] {
        func little(_ value: UInt32, _ count: Int) -> [UInt8] {
            (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        }
        let count = UInt32(bytes.count)
        return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255, 1] + little(count, 2) + little(~count, 2) + bytes
            + little(CRC32.checksum(bytes.span), 4) + little(count, 4)
    }

    @Test(
        "in every form that keeps them",
        arguments: [
            ("body: !!binary |\n  \(base64(stream))", nil),
            ("body: {string: !!binary \(base64(stream))}", nil),
            ("body: {base64_string: \(base64(stream))}", nil),
            ("body: {string: !!binary \(base64(gzip(stream)))}", nil),
            ("body: {string: \"\(escaped(stream))\"}", "Latin-1"),
            ("body: {string: '\(base64(stream))'}", "base64"),
        ] as [(String, String?)])
    func kept(_ body: String, _ how: String?) throws {
        let found = try response(body)
        #expect(found.body == .stream([StreamChunk(milliseconds: 0, bytes: Self.stream)]))
        #expect(found.notes.contains { $0.contains(how ?? "") } == (how != nil), "\(found.notes)")
    }

    @Test func `as Windows-1252 text`() throws {
        let printable = Array("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
        let text = Self.stream.map { byte in
            let scalar = (0x80...0x9F).contains(byte) ? printable[Int(byte) - 0x80].value : UInt32(byte)
            let digits = String(scalar, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
        let found = try response("body: {string: \"\(text.joined())\"}")
        #expect(found.body == .stream([StreamChunk(milliseconds: 0, bytes: Self.stream)]))
        #expect(found.notes.contains { $0.contains("Windows-1252") })
    }

    @Test func `without a content type`() throws {
        let found = try response("body: !!binary |\n  \(Self.base64(Self.stream))", type: "headers: {}")
        #expect(found.body == .stream([StreamChunk(milliseconds: 0, bytes: Self.stream)]))
    }

    @Test(
        "and what is missing at its end or wrong in it is said",
        arguments: [
            (Array(stream.dropLast(5)), "breaks off in the frame at byte "),
            (stream.dropLast() + [stream[stream.count - 1] ^ 1], "is damaged at byte "),
        ] as [([UInt8], String)])
    func broken(_ bytes: [UInt8], _ words: String) throws {
        let found = try response("body: !!binary |\n  \(Self.base64(bytes))")
        #expect(found.body == .stream([StreamChunk(milliseconds: 0, bytes: bytes)]))
        #expect(found.notes.filter { $0.contains(words) }.count == 1, "\(found.notes)")
    }

    @Test func `and what was lost stays as it is`() throws {
        let text = String(decoding: Self.stream, as: UTF8.self)
        let escapes = text.unicodeScalars.map { scalar in
            let digits = String(scalar.value, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
        let found = try response("body: {string: \"\(escapes.joined())\"}")
        #expect(found.body == .stream([StreamChunk(milliseconds: 0, bytes: Array(text.utf8))]))
    }
}

/// Base64 made by the test itself.
private enum OwnBase64 {
    static func text(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        var text = ""
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = Array(bytes[start..<min(start + 3, bytes.count)])
            let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for place in 0..<4 { text.append(place <= group.count ? alphabet[bits >> (18 - 6 * place) & 63] : "=") }
        }
        return text
    }
}
