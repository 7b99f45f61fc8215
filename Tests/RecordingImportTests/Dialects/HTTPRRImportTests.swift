import JSONText
import RecordingImport
import Recordings
import Testing
import WireText

/// A trace of httprr from the messages of its exchanges.
private func trace(_ exchanges: [(request: String, response: String)]) -> [UInt8] {
    let records = exchanges.map { "\($0.request.utf8.count) \($0.response.utf8.count)\n\($0.request)\($0.response)" }
    return Array(("httprr trace v1\n" + records.joined()).utf8)
}

@Suite struct HTTPRRImportTests {
    private let request = """
        POST https://bedrock-runtime.us-east-1.amazonaws.com/model/m%3A0/converse HTTP/1.1\r
        Host: bedrock-runtime.us-east-1.amazonaws.com\r
        Content-Type: application/json\r
        \r
        {"a":1}
        """
    private let response = """
        HTTP/2.0 200 OK\r
        Content-Length: 7\r
        X-Amzn-Requestid:  id \r
        Date: Tue, 03 Mar 2026 15:43:20 GMT\r
        \r
        {"b":2}
        """

    @Test("Lines end with CRLF or LF", arguments: [false, true])
    func lines(_ isLF: Bool) throws {
        let text =
            isLF ? (request.replacing("\r\n", with: "\n"), response.replacing("\r\n", with: "\n")) : (request, response)
        let imported = try HTTPRRImport.recording(from: trace([text, text]), file: "dir/talk.httprr")
        #expect(imported.notes == [])
        #expect(imported.recording.name == "talk")
        #expect(
            imported.recording.source
                == RecordingSource(kind: .imported, tool: "httprr trace", version: "1", date: "2026-03-03"))
        try #require(imported.recording.exchanges.count == 2)
        let exchange = imported.recording.exchanges[1]
        #expect(exchange.request.method == "POST")
        #expect(exchange.request.target == "/model/m%3A0/converse")
        #expect(exchange.request.host == "bedrock-runtime.us-east-1.amazonaws.com")
        #expect(exchange.request.body == .json(["a": 1]))
        #expect(exchange.response.status == 200)
        #expect(exchange.response.body == .json(["b": 2]))
    }

    @Test(arguments: [1, 40, 80, 150, 260], [false, true])
    func `an exchange whose end is missing is left out, and said`(missing: Int, isLF: Bool) throws {
        let text =
            isLF ? (request.replacing("\r\n", with: "\n"), response.replacing("\r\n", with: "\n")) : (request, response)
        let whole = trace([text, text])
        let imported = try HTTPRRImport.recording(from: Array(whole.dropLast(missing)), file: "t.httprr")
        #expect(imported.recording.exchanges.map(\.response.body) == [.json(["b": 2])])
        #expect(imported.notes.count == 1)
        #expect(imported.notes.first?.hasPrefix("the file ends inside the exchange of line ") == true)
    }

    @Test func `a body in chunks is joined, and a length that does not fit is said`() throws {
        let chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n{\"b\r\n4\r\n\":2}\r\n0\r\n\r\n"
        let wrong = "HTTP/1.1 429 Too Many Requests\nContent-Length: 5\n\n{}"
        let imported = try HTTPRRImport.recording(
            from: trace([(request, chunked), (request, wrong)]), file: "f.httprr")
        #expect(imported.recording.exchanges.map(\.response.body) == [.json(["b": 2]), .json([:])])
        #expect(
            imported.notes == [
                "exchange 2 (line 16), response: Content-Length is 5, the body has 2 bytes, all taken"
            ])
    }

    @Test func `changed line ends are met by each message's own length`() throws {
        let chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7\r\n{\"b\":2}\r\n0\r\n\r\n"
        let sent = request.replacing("Content-Type", with: "Content-Length: 7\r\nContent-Type")
        let whole = trace([(sent, response), (sent, chunked), (sent, response)])
        let changed = Array(String(decoding: whole, as: UTF8.self).replacing("\r\n", with: "\n").utf8)
        let imported = try HTTPRRImport.recording(from: changed, file: "f.httprr")
        #expect(
            imported.notes == [
                "the lengths do not fit, as after a change of line ends; each message's own length was used"
            ])
        #expect(
            imported.recording.exchanges.map(\.response.body) == [.json(["b": 2]), .json(["b": 2]), .json(["b": 2])])
        #expect(
            imported.recording.exchanges.map(\.request.body) == [.json(["a": 1]), .json(["a": 1]), .json(["a": 1])])
    }

    @Test func `other hosts and a relative address`() throws {
        let other = "GET https://example.com/ HTTP/1.1\r\n\r\n"
        let relative = "POST /model/m/converse HTTP/1.1\r\nHost: localhost:8080\r\n\r\n{}"
        let imported = try HTTPRRImport.recording(
            from: trace([(other, "whatever"), (relative, response)]), file: "f.httprr")
        #expect(imported.notes == ["1 exchange with other hosts ignored: example.com"])
        #expect(imported.recording.exchanges.map(\.request.host) == ["localhost:8080"])
    }

    @Test(
        "What is wrong has its line",
        arguments: [
            ("httprr trace v2\n", "f:1: expected the line \"httprr trace v1\", found another one"),
            (
                "httprr trace v1\n5 x\n",
                "f:2: expected two numbers, the lengths of a request and its answer in bytes, found something else; "
                    + "were line ends changed, the lengths no longer fit"
            ),
            ("httprr trace v1\n1 1\nabc", "f:3: expected two numbers"),
            ("httprr trace v1\n10 1\nabc\n", "f:2: expected 10 and 1 bytes behind this line, found 4"),
            ("httprr trace v1\n3 0\nabc", "f:2: expected a request behind this line, such as"),
            (
                "httprr trace v1\n33 3\nPOST /model/m/converse HTTP/1.1\n\nabc",
                "f:2: expected an answer, such as \"HTTP/2.0 200 OK\", behind the 33 bytes of the request, found \"abc\""
            ),
        ])
    func errors(_ text: String, _ message: String) {
        let error = #expect(throws: RecordingError.self) {
            try HTTPRRImport.recording(from: Array(text.utf8), file: "f")
        }
        #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
    }
}
