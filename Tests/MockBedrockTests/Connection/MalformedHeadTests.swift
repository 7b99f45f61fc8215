import Testing

@testable import MockBedrock

/// What is said of a head that was refused, by the rule that it breaks.
struct MalformedHeadTests {
    private static let host = "Host: h\r\n"

    @Test(arguments: [
        ("POST /m HTTP/1.1\r\n\r\n", "it has no Host"),
        ("POST /m HTTP/1.1\r\nHost: a\r\nhost: b\r\n\r\n", "it has Host 2 times"),
        ("POST /m HTTP/1.1\r\nHost: a b\r\n\r\n", "the value of Host is no host"),
        ("GET http://a/m HTTP/1.1\r\nHost: b\r\n\r\n", "Host and the host in its target differ"),
        ("GET /a b HTTP/1.1\r\n\(host)\r\n", "its target has a blank in it"),
        ("GET /a b\r\n\(host)\r\n", "a blank in the target must be %20"),
        ("GET /a\r\n\(host)\r\n", "ends without a version"),
        ("POST /m HTTP/2.0\r\n\(host)\r\n", "its first line names HTTP/2.0"),
        ("{\"messages\": []}\r\n\r\n", "it does not begin with a method"),
        ("GET\r\n\r\n", "no target and no version"),
        ("POST /m HTTP/1.1\r\n\(host)Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n", "two ends"),
        ("POST /m HTTP/1.1\r\n\(host)Transfer-Encoding: gzip\r\n\r\n", "another one than chunked"),
        ("POST /m HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", "HTTP/1.0 has no Transfer-Encoding"),
        ("POST /m HTTP/1.1\r\n\(host)Content-Length: 3\r\nContent-Length: 4\r\n\r\n", "several values"),
        ("POST /m HTTP/1.1\r\n\(host)Content-Length: +3\r\n\r\n", "no number of bytes"),
        ("POST /m HTTP/1.1\r\n\(host)X-A\r\n\r\n", "the line \"X-A\" has no colon"),
        ("POST /m HTTP/1.1\r\n\(host)X-A : b\r\n\r\n", "a blank stands between the name"),
        ("POST /m HTTP/1.1\r\n\(host)X A: b\r\n\r\n", "characters that no header's name has"),
    ])
    func `the rule that is broken is named, with its section`(head: String, words: String) {
        let said = MalformedHead.words(Array(head.utf8)) ?? ""
        #expect(said.contains(words), "\(said)")
        #expect(said.contains("RFC 91"), "\(said)")
    }

    @Test func `of a head in which nothing is wrong nothing is said`() {
        for head in [
            "POST /m HTTP/1.1\r\n\(Self.host)Content-Length: 3\r\n\r\n", "\r\nGET / HTTP/1.0\r\n\r\n", "",
            "POST /m HTTP/1.1\r\n\(Self.host)Transfer-Encoding: chunked\r\nX-A: b\r\n folded\r\n\r\n",
        ] { #expect(MalformedHead.words(Array(head.utf8)) == nil, "\(head)") }
    }
}
