import NIOCore
import NIOEmbedded
import NIOHTTP1
import SigV4
import Testing
import WireText

@testable import MockBedrock

/// What is read without the parser is what the parser reads.
struct PlainHeadReaderTests {
    private static let lines = [
        "POST /model/amazon.nova-micro-v1:0/converse?a=b%20c HTTP/1.1", "Host: 127.0.0.1:8080",
        "User-Agent: Boto3/1.43 md/Botocore#1.43 (x; y) \"z\" {}|^`", "X-Amz-Date: 20261129T150000Z",
        "Content-Length: 12", "Connection: Keep-Alive", "Accept:", "Accept:   */*", "X-B: a  b",
    ]

    private static func head(_ lines: [String]) -> [UInt8] { Array((lines + ["", ""]).joined(separator: "\r\n").utf8) }

    /// What the last of some heads on one connection says; nil where it is left to the parser.
    private static func reading(_ heads: [UInt8]...) -> PlainHeadReader.Reading? {
        var reader = PlainHeadReader()
        var reading: PlainHeadReader.Reading?
        for head in heads { reading = reader.read(head) }
        return reading
    }

    /// What the parser makes of a head and a body of the length that was read; nil where it refuses them.
    private static func parsed(
        _ head: [UInt8], bodyLength: Int
    ) throws -> (head: HTTPRequestHead, body: Int, isWhole: Bool)? {
        let channel = EmbeddedChannel(
            handler: ByteToMessageHandler(HTTPRequestDecoder(leftOverBytesStrategy: .dropBytes)))
        defer { _ = try? channel.finish(acceptAlreadyClosed: true) }
        do {
            try channel.writeInbound(ByteBuffer(bytes: head + [UInt8](repeating: 0x20, count: bodyLength)))
        } catch { return nil }
        guard case .head(let found)? = try channel.readInbound(as: HTTPServerRequestPart.self) else { return nil }
        var (count, isWhole) = (0, false)
        while let part = try channel.readInbound(as: HTTPServerRequestPart.self) {
            switch part {
            case .body(let buffer): count += buffer.readableBytes
            case .end: isWhole = true
            case .head: return nil
            }
        }
        return (found, count, isWhole)
    }

    @Test func `a head as clients send it is plain, and says what it says`() throws {
        let reading = try #require(Self.reading(Self.head(Self.lines)))
        #expect(reading.bodyLength == 12)
        #expect(reading.head == ReceivedHead(Self.head(Self.lines)))
    }

    @Test(arguments: [
        "Transfer-Encoding: chunked", "transfer-encoding:", "Content-Length: 13", "content-length: +1", "Host: b",
        "Connection: close", "Connection: upgrade", "Upgrade: h2c", "Expect: 100-continue", "Proxy-Connection: close",
        "Content-Length : 12", " folded: line", "X: \u{1}", "X: a\tb", "X: \u{e9}", "X: a\u{7f}", ": x", "no colon",
        "X: a\rb", "Host: a/b", "Content-Length: 9999999999999999999",
    ])
    func `what can be read in two ways, or changes the connection, is left to the parser`(line: String) {
        let (plain, other) = (Self.head(Self.lines), Self.head(Self.lines + [line]))
        #expect(Self.reading(other) == nil)
        #expect(Self.reading(plain, other) == nil)
        #expect(Self.reading(plain, other, plain) != nil)
    }

    @Test(arguments: [
        "POST  /a HTTP/1.1", "POST /a HTTP/1.0", "POST /a HTTP/1.1 ", "POST http://h/a HTTP/1.1", "BREW /a HTTP/1.1",
        "post /a HTTP/1.1", "POST /a", "POST /a b HTTP/1.1", "POST * HTTP/1.1", "POST /a#b HTTP/1.1",
        " POST /a HTTP/1.1", "POST /\u{1}a HTTP/1.1", "CONNECT a:443 HTTP/1.1", "",
    ])
    func `a request line that is not plain is left to the parser`(line: String) {
        #expect(Self.reading(Self.head([line] + Self.lines.dropFirst())) == nil)
        #expect(Self.reading(Self.head(Self.lines), Self.head([line] + Self.lines.dropFirst())) == nil)
    }

    @Test func `a bare line feed is left to the parser`() {
        #expect(Self.reading(Array((Self.lines + ["", ""]).joined(separator: "\n").utf8)) == nil)
        #expect(Self.reading(Array("\r\n".utf8) + Self.head(Self.lines)) == nil)
    }

    /// Heads with a byte changed, a line left out, repeated or moved, one behind another: where one is plain, the parser
    /// takes it, reads the same, and finds the end of the body at the same place.
    @Test func `the parser reads every plain head alike`() throws {
        var bits = SeededBits(seed: 7)
        var reader = PlainHeadReader()
        var plain = 0
        for _ in 0..<4000 {
            var lines = Self.lines
            for _ in 0..<(bits.next() % 3) {
                let place = 1 + Int(bits.next() % UInt64(lines.count - 1))
                switch bits.next() % 3 {
                case 0: lines.remove(at: place)
                case 1: lines.insert(lines[place], at: place)
                default: lines.swapAt(place, 1 + Int(bits.next() % UInt64(lines.count - 1)))
                }
            }
            var head = Self.head(lines)
            if bits.next() % 4 != 0 {
                let place = Int(bits.next() % UInt64(head.count))
                head[place] = UInt8(truncatingIfNeeded: bits.next())
            }
            var scanner = HeadScanner()
            guard scanner.endOfHead(in: head.span) == head.count, !scanner.needsRepair,
                let reading = reader.read(head)
            else { continue }
            plain += 1
            let text = String(decoding: head, as: UTF8.self)
            let parsed = try #require(try Self.parsed(head, bodyLength: reading.bodyLength), "\(text)")
            #expect(parsed.isWhole && parsed.body == reading.bodyLength, "\(text)")
            #expect(parsed.head.isKeepAlive, "\(text)")
            #expect(parsed.head.method.rawValue == reading.head.method)
            #expect(Array(parsed.head.uri.utf8) == reading.head.target)
            #expect(parsed.head.headers.map { HeaderField($0.name, $0.value) } == reading.head.headers, "\(text)")
            #expect(reading.head == ReceivedHead(head))
        }
        #expect(plain > 1000)
    }

    @Test func `the connections of a loop remember together`() {
        let memories = HeadMemories()
        let (one, other) = (EmbeddedEventLoop(), EmbeddedEventLoop())
        #expect(memories.memory(on: one) === memories.memory(on: one))
        #expect(memories.memory(on: one) !== memories.memory(on: other))
    }
}
