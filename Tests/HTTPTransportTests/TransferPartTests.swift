import Testing
import WireText

@testable import HTTPTransport

/// What a transfer is made of, each part by itself.
@Suite struct TransferPartTests {
    private static let head = Array("POST / HTTP/1.1\r\nHost: a\r\nX-Line: \r\r\n\n\r\n\r\n".utf8)

    /// Wherever the bytes are cut, the head ends at the empty line, and what follows is body.
    @Test(arguments: 1...head.count) func aHeadIsFoundHoweverItIsCut(_ cut: Int) {
        var log = OutgoingLog()
        let bytes = Self.head + Array("body".utf8)
        log.append(bytes[..<cut])
        #expect(log.isHeadComplete == (cut == Self.head.count))
        log.append(bytes[cut...])
        #expect(log.isHeadComplete)
        #expect(log.head == Self.head)
        #expect(log.bodyCount == 4)
    }

    @Test func aKnownOriginIsTheOneThatWasParsed() throws {
        let memo = OriginMemo()
        for text in ["http://a:1", "http://a:1", "https://b", "http://a:1"] {
            #expect(try memo.origin(text) == Origin(parsing: text))
        }
        #expect(throws: TransportError.self) { try memo.origin("ftp://a") }
        #expect(try memo.origin("http://a:1").port == 1)
    }

    @Test func headerLinesHaveAnEndEach() {
        var lines = HeaderLines()
        lines.append("A", ": ", Array("1".utf8))
        lines.append("Empty", ";", [])
        lines.append("Accept", ":", [])
        #expect(lines.bytes == Array("A: 1\0Empty;\0Accept:\0".utf8))
        #expect(lines.starts == [0, 5, 12])
    }

    @Test(arguments: [
        ("HTTP/1.1 200 OK", "HTTP/1.1", 200), ("HTTP/2 404", "HTTP/2", 404), ("HTTP/1.0  503 a b", "HTTP/1.0", 503),
    ])
    func aStatusLineIsRead(_ line: String, _ version: String, _ status: Int) throws {
        let head = try #require(ResponseHead(Array("\(line)\r\nA: b\r\n\r\n".utf8)))
        #expect(head.httpVersion == version)
        #expect(head.status == status)
        #expect(head.fields == [HeaderField("A", "b")])
    }

    @Test(arguments: ["HTTP/1.1", "HTTP/1.1 x", "ICY 200 OK", ""]) func anythingElseIsNoHead(_ line: String) {
        #expect(ResponseHead(Array("\(line)\r\nA: b\r\n\r\n".utf8)) == nil)
    }
}
