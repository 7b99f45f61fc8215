import SigV4
import Testing

/// Canonical requests whose line breaks a log, a form or an issue has lost.
@Suite("Canonical requests without their line breaks")
struct FlatCanonicalRequestTests {
    private static let hash = SHA256Digest.hash(Array("body".utf8)).hex

    private static let whole = """
        POST
        /dev/items
        after=x&limit=5
        content-type:application/json; charset=utf-8
        host:abcdef1234.execute-api.eu-west-1.amazonaws.com
        x-amz-date:20260102T030405Z
        x-amz-target:Items_20260101.Get

        content-type;host;x-amz-date;x-amz-target
        \(hash)
        """

    private static func restored(_ text: String) -> String? {
        FlatCanonicalRequest.restored(Array(text.utf8)).map(\.text)
    }

    @Test("blanks in the place of line breaks")
    func blanks() {
        #expect(Self.restored(Self.whole.replacing("\n", with: " ")) == Self.whole)
        #expect(Self.restored(Self.whole.replacing("\n", with: "  ")) == Self.whole)
        #expect(Self.restored(Self.whole.replacing("\n", with: "\r")) == Self.whole)
    }

    @Test("the empty lines alone are lost")
    func emptyLines() {
        let noQuery = Self.whole.replacing("after=x&limit=5", with: "")
        #expect(Self.restored(noQuery.replacing("\n\n", with: "\n")) == noQuery)
    }

    @Test("nothing in the place of line breaks: the list tells where each line begins")
    func nothing() {
        let noQuery = Self.whole.replacing("after=x&limit=5", with: "")
        #expect(Self.restored(noQuery.replacing("\n", with: "")) == noQuery)
    }

    @Test("a name that ends another is found by itself")
    func names() {
        let text = """
            GET
            /

            date:Fri, 02 Jan 2026 03:04:05 GMT
            host:example.amazonaws.com
            x-amz-date:20260102T030405Z

            date;host;x-amz-date
            UNSIGNED-PAYLOAD
            """
        #expect(Self.restored(text.replacing("\n", with: " ")) == text)
    }

    @Test("a host in the place of the path is kept")
    func hostAsPath() throws {
        let text =
            "POSTkinesis.eu-west-2.amazonaws.comhost:kinesis.eu-west-2.amazonaws.comx-amz-date:20260102T030405Zhost;x-amz-date"
        let sections = try #require(FlatCanonicalRequest.restored(Array((text + Self.hash).utf8))?.sections)
        #expect(sections.path == "kinesis.eu-west-2.amazonaws.com")
        #expect(sections.headers.count == 2)
    }

    @Test(
        "what is no canonical request stays none",
        arguments: [
            "", "GET", "POST /v1 HTTP/1.1 host:example.com", "GET / host " + hash, "a POST was refused: " + hash,
            hash,
        ])
    func others(text: String) { #expect(Self.restored(text) == nil) }

    @Test("a very long text is not looked at")
    func long() { #expect(Self.restored("GET " + String(repeating: "host:a ", count: 20_000) + Self.hash) == nil) }
}
