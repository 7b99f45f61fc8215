import SigV4
import Testing
import WireText

@testable import MockBedrock

struct ReceivedHeadTests {
    private func read(_ text: String) -> ReceivedHead? { ReceivedHead(Array(text.utf8)) }

    @Test func `target and values are kept byte for byte`() throws {
        let head = try #require(
            read("POST /mödel/a b?x=1 2 HTTP/1.1\r\nhOsT:a\r\nX-A:\t  one   two \t\r\nx-a: é\r\nEmpty:\r\n\r\n"))
        #expect(head.method == "POST")
        #expect(head.target == Array("/mödel/a b?x=1 2".utf8))
        #expect(
            head.headers == [
                HeaderField("hOsT", "a"), HeaderField("X-A", "one   two"), HeaderField("x-a", "é"),
                HeaderField("Empty", ""),
            ])
    }

    @Test func `bytes that are no UTF-8 survive`() throws {
        let bytes = Array("GET /".utf8) + [0xE9] + Array(" HTTP/1.1\r\nA: ".utf8) + [0xFF, 0x80] + [13, 10, 13, 10]
        let head = try #require(ReceivedHead(bytes))
        #expect(head.target == [UInt8(ascii: "/"), 0xE9])
        #expect(head.headers == [HeaderField(name: "A", bytes: [0xFF, 0x80])])
    }

    @Test func `a fold becomes one space`() throws {
        let head = try #require(read("GET / HTTP/1.1\r\nA: one\r\n   two\r\n\tthree\r\nB: x\r\n\r\n"))
        #expect(head.headers == [HeaderField("A", "one two three"), HeaderField("B", "x")])
    }

    @Test(arguments: [
        ("http://127.0.0.1:8080/model/a%3A0/converse?x=1", "/model/a%3A0/converse?x=1"), ("HTTPS://h", "/"),
        ("http://h?x", "/?x"), ("/http://h/x", "/http://h/x"), ("ftp://h/x", "ftp://h/x"), ("*", "*"),
    ])
    func `an absolute target counts from its path on`(sent: String, target: String) throws {
        let head = try #require(read("GET \(sent) HTTP/1.1\r\n\r\n"))
        #expect(String(decoding: head.target, as: UTF8.self) == target)
    }

    @Test func `empty lines before the request line are skipped`() throws {
        let head = try #require(read("\r\n\r\nGET / HTTP/1.1\r\n\r\n"))
        #expect(head.target == [UInt8(ascii: "/")])
    }

    @Test(arguments: ["", "\r\n", "GET\r\n\r\n", "GET /\r\n\r\n", " \r\n\r\n", "\r\n : \r\n"])
    func `a line that is no request line gives nothing`(text: String) {
        #expect(read(text) == nil)
    }

    @Test func `no bytes make it crash`() {
        var generator = SystemRandomNumberGenerator()
        let alphabet = Array("GET / HTTP:\r\n\t é\u{0}".utf8)
        for _ in 0..<2000 {
            let bytes = (0..<Int.random(in: 0...60, using: &generator)).map { _ in alphabet.randomElement() ?? 0 }
            _ = ReceivedHead(bytes)
        }
    }
}
