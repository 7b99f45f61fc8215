import JSONText
import RecordingImport
import Recordings
import Testing
import WireText

/// A HAR file of one entry, from the JSON of its request and response, without their outer braces.
private func har(
    request: String = #""bodySize": 0"#, response: String = #""status": 200"#,
    url: String = "https://bedrock-runtime.us-east-1.amazonaws.com/model/m%3A0/converse", entry: String = ""
) -> [UInt8] {
    let text = """
        {"log": {"version": "1.2", "creator": {"name": "Firefox", "version": "128.0"}, "entries": [
          {"startedDateTime": "2026-01-02T03:04:05.678+01:00", "time": 12.5, \(entry)
           "request": {"method": "POST", "url": "\(url)", \(request)},
           "response": {\(response)}}]}}
        """
    return Array(text.utf8)
}

@Suite struct HARImportTests {
    private func entry(_ bytes: [UInt8]) throws -> HAREntry {
        try #require(try HARLog(parsing: bytes, file: "f.har").entries.first)
    }

    @Test func `An entry gives what was sent and what came back`() throws {
        let entry = try entry(
            har(
                request: #"""
                    "headers": [{"name": "Host", "value": "h:1"}, {"name": "X-B", "value": "2", "comment": ""}],
                    "postData": {"mimeType": "application/json", "text": "{\"a\": \"ü\"}"}, "cookies": []
                    """#,
                response: #"""
                    "status": 404, "statusText": "", "headers": [{"name": "x-amzn-ErrorType", "value": "T"}],
                    "content": {"size": 2, "mimeType": "application/json", "text": "{}"}
                    """#))
        #expect(entry.request.method == "POST")
        #expect(entry.request.target == "/model/m%3A0/converse")
        #expect(entry.request.host == "bedrock-runtime.us-east-1.amazonaws.com")
        #expect(entry.request.headers == [HeaderField("Host", "h:1"), HeaderField("X-B", "2")])
        #expect(entry.request.body == .bytes(Array(#"{"a": "ü"}"#.utf8)))
        #expect(entry.response?.status == 404)
        #expect(entry.response?.headers == [HeaderField("x-amzn-ErrorType", "T")])
        #expect(entry.response?.body == .bytes(Array("{}".utf8)))
        #expect(entry.startedDateTime == "2026-01-02T03:04:05.678+01:00")
        #expect(entry.time == 12.5)
    }

    @Test(
        "A response body is the same however it is written",
        arguments: [
            #"{"text": "{\"a\":1}"}"#, #"{"text": "eyJhIjoxfQ==", "encoding": "base64"}"#,
            #"{"text": "eyJhIjoxfQ", "encoding": "BASE64", "size": "7"}"#,
            #"{"text": "eyJh\nIjoxfQ==\n", "encoding": "base64", "comment": null}"#,
            #"{"text": "H4sIAAAAAAACA6tWSlSyMqwFAK+sG1YHAAAA", "encoding": "base64"}"#,
        ])
    func responseBody(_ content: String) throws {
        let imported = try HARImport.recording(
            from: har(response: #""status": "200", "content": \#(content)"#), file: "f.har")
        #expect(imported.recording.exchanges.map(\.response.body) == [.json(["a": 1])])
        #expect(imported.notes == [])
    }

    @Test(
        "A request body is the same however it is written",
        arguments: [
            #""postData": {"text": "{\"a\":1}", "params": []}"#,
            #""postData": {"mimeType": "x", "text": "eyJhIjoxfQ==", "encoding": "base64"}, "bodySize": -1"#,
            #""postData": {"mimeType": "x", "text": "eyJhIjoxfQ==", "_encoding": "base64"}"#,
        ])
    func requestBody(_ members: String) throws {
        #expect(try entry(har(request: members)).request.body.bytes == Array(#"{"a":1}"#.utf8))
    }

    @Test(
        "No body is no body",
        arguments: [
            (#""postData": null"#, #""status": 200, "content": {"size": 0, "mimeType": ""}"#),
            (#""postData": {}"#, #""status": 200, "content": null"#),
            (#""bodySize": 0"#, #""status": 200, "content": {"text": ""}"#),
            (#""bodySize": -1"#, #""status": 200"#),
            (#""bodySize": null"#, #""status": 200, "content": {"text": "", "encoding": "base64"}"#),
        ])
    func noBody(_ request: String, _ response: String) throws {
        let entry = try entry(har(request: request, response: response))
        #expect(entry.request.body == .none)
        #expect(entry.response?.body == StoredContent.none)
    }

    @Test func `Pseudo headers of HTTP 2 give host and target, and are no headers`() throws {
        let entry = try entry(
            har(
                request: #"""
                    "headers": [{"name": ":authority", "value": "b.example"}, {"name": ":method", "value": "POST"},
                                {"name": ":path", "value": "/model/m:0/converse"}, {"name": "accept", "value": "*/*"}]
                    """#,
                response: #""status": 200, "headers": [{"name": ":status", "value": "200"}]"#,
                url: "https://b.example/model/m%3A0/converse"))
        #expect(entry.request.headers == [HeaderField("host", "b.example"), HeaderField("accept", "*/*")])
        #expect(entry.request.target == "/model/m:0/converse")
        #expect(entry.response?.headers == [])
    }

    @Test func `Headers may be an object, and a repeated one is split`() throws {
        let entry = try entry(
            har(
                request: #""headers": {"A": "1", "B": 2, "C": null}"#,
                response: #""status": 200, "headers": [{"name": "X", "value": "a\nb"}]"#))
        #expect(
            entry.request.headers == [HeaderField("A", "1"), HeaderField("B", "2"), HeaderField("C", "")])
        #expect(entry.response?.headers == [HeaderField("X", "a"), HeaderField("X", "b")])
    }

    @Test(
        "What never got an answer has none",
        arguments: [#""status": 0, "_error": "net::ERR_ABORTED""#, #""status": null"#, #""headers": []"#])
    func noAnswer(_ response: String) throws {
        #expect(try entry(har(response: response)).response == nil)
        let imported = try HARImport.recording(from: har(response: response), file: "f.har")
        #expect(imported.recording.exchanges == [])
        #expect(imported.notes == ["$.log.entries[0]: no answer was stored, so the exchange is left out"])
    }

    @Test func `An import says where it came from, keeps no secret, and names what it left out`() throws {
        let text = """
            {"log": {"pages": [], "creator": {"name": "Proxyman", "version": "5.1"}, "entries": [
              {"request": {"method": "GET", "url": "https://example.com/"}, "response": {"status": 200}},
              {"request": {"method": "GET", "url": "https://bedrock.us-east-1.amazonaws.com/foundation-models"},
               "response": {"status": 200}},
              {"startedDateTime": "2026-03-04T00:00:00Z", "request": {"method": "post",
                "url": "https://bedrock-runtime.us-east-1.amazonaws.com/model/m/converse?x=1#y",
                "headers": [{"name": "Authorization", "value": "Bearer ABSKsecret0123456789"},
                            {"name": "Content-Type", "value": "application/json"}],
                "postData": {"text": "{\\"sessionToken\\": \\"0123456789abcdef\\"}"}},
               "response": {"status": 200, "content": {"text": "plain"}}}]}}
            """
        let imported = try HARImport.recording(from: Array(text.utf8), file: "some/dir/talk.har")
        let recording = imported.recording
        #expect(recording.name == "talk")
        #expect(
            recording.source
                == RecordingSource(
                    kind: .imported, tool: "HAR file of Proxyman", version: "5.1", date: "2026-03-04"))
        #expect(
            imported.notes == [
                "1 exchange with other hosts ignored: example.com",
                "1 exchange of other operations ignored: GET /foundation-models",
            ])
        try #require(recording.exchanges.count == 1)
        let exchange = recording.exchanges[0]
        #expect(exchange.request.target == "/model/m/converse?x=1")
        #expect(exchange.request.method == "POST")
        #expect(exchange.request.headers == [HeaderField("Content-Type", "application/json")])
        #expect(exchange.request.body == .json(["sessionToken": "<redacted>"]))
        #expect(exchange.response.body == .text("plain"))
        let file = String(decoding: recording.bytes(), as: UTF8.self)
        #expect(!file.contains("ABSK") && !file.contains("0123456789abcdef"))
    }

    @Test("A compressed body is a list of its chunks in the first versions of Polly", arguments: [true, false])
    func chunks(_ isCompressed: Bool) throws {
        let headers = isCompressed ? #"[{"name": "Content-Encoding", "value": "gzip"}]"# : "[]"
        let text = #"[\"1f8b0800000000000203\",\"ab564a54b232ac0500afac1b5607000000\"]"#
        let imported = try HARImport.recording(
            from: har(response: #""status": 200, "headers": \#(headers), "content": {"text": "\#(text)"}"#),
            file: "f.har")
        let list: JSONValue = [
            "1f8b0800000000000203", "ab564a54b232ac0500afac1b5607000000",
        ]
        #expect(imported.recording.exchanges.map(\.response.body) == [.json(isCompressed ? ["a": 1] : list)])
    }

    private static let stream =
        #""status": 200, "headers": [{"name": "content-type", "#
        + #""value": "application/vnd.amazon.eventstream"}], "content": "#

    @Test(
        "The bytes of a stream survive as base64 and as one character a byte",
        arguments: [#"{"text": "AAD/jw==", "encoding": "base64"}"#, #"{"text": "\u0000\u0000ÿ\u008f"}"#])
    func stream(_ content: String) throws {
        let imported = try HARImport.recording(from: har(response: Self.stream + content), file: "f.har")
        let body = imported.recording.exchanges.first?.response.body
        #expect(body == .stream([StreamChunk(milliseconds: 0, bytes: [0, 0, 0xFF, 0x8F])]))
    }

    @Test func `A stream whose bytes are lost is left out, with a note`() throws {
        let content = #"{"text": "\u0000\u0000\uFFFD{}"}"#
        let imported = try HARImport.recording(from: har(response: Self.stream + content), file: "f.har")
        #expect(imported.recording.exchanges == [])
        #expect(
            imported.notes == [
                "$.log.entries[0].response: the body is not in the file (it is binary and was stored as text, so that "
                    + "bytes are missing from it), so the exchange is left out"
            ])
    }

    @Test(
        "A body that is elsewhere, or was not kept, is no empty one",
        arguments: [
            (#""bodySize": 0"#, #"{"size": -1, "mimeType": "application/json"}"#, "the tool did not store it"),
            (#""bodySize": 0"#, #"{"size": 9, "_file": "a.json"}"#, "it is in another file, a.json"),
            (#""postData": {"text": "", "_file": "b.json"}"#, #"{"text": "{}"}"#, "it is in another file, b.json"),
        ])
    func lostBody(_ request: String, _ content: String, _ reason: String) throws {
        let file = har(request: request, response: #""status": 200, "content": \#(content)"#)
        let imported = try HARImport.recording(from: file, file: "f.har")
        #expect(imported.recording.exchanges == [])
        #expect(imported.notes.count == 1 && imported.notes.first?.contains(reason) == true, "\(imported.notes)")
    }

    @Test func `A byte order mark is skipped, and a HAR file is told from others`() throws {
        let marked = [0xEF, 0xBB, 0xBF] + har()
        #expect(try HARLog(parsing: marked, file: "f").entries.count == 1)
        #expect(HARImport.isHAR(marked) && HARImport.isHAR(har()))
        #expect(!HARImport.isHAR(Array(#"{"schema": "converse-recording/1"}"#.utf8)))
        #expect(!HARImport.isHAR(Array(#"{"log": "entries"}"#.utf8)))
        #expect(!HARImport.isHAR([]) && !HARImport.isHAR(Array("log:\n  entries: []".utf8)))
    }

    @Test(
        "A file that is none is refused with its place",
        arguments: [
            ("", "f:1:1: expected"),
            ("{}", "f:1:1: $: expected a member \"log\", found an empty object"),
            (#"{"log": []}"#, "f:1:9: $.log: expected an object, found an array"),
            (#"{"log": {"a": 1}}"#, "f:1:9: $.log: expected a member \"entries\", found an object with a"),
            (#"{"log": {"entries": {}}}"#, "f:1:21: $.log.entries: expected an array, found an object"),
            (#"{"log": {"entries": [{}]}}"#, "$.log.entries[0]: expected a member \"request\", found an empty object"),
            (#"{"log": {"entries": [{"request": {"method": "GET"}}]}}"#, "expected a member \"url\""),
            (
                #"{"log": {"entries": [{"request": {"method": ""}}]}}"#,
                "$.log.entries[0].request.method: expected a method, such as POST, found an empty string"
            ),
            (
                #"{"log": {"entries": [{"request": {"method": "GET", "url": "/"}, "response": {"status": 42}}]}}"#,
                "f:1:88: $.log.entries[0].response.status: expected an HTTP status from 100 to 599, or 0 for none, "
                    + "found a number (42)"
            ),
            (
                #"{"log": {"entries": [{"request": {"method": "GET", "url": "/", "postData": "#
                    + #"{"text": "?", "encoding": "base64"}}}]}}"#,
                "$.log.entries[0].request.postData.text: expected base64, as its \"encoding\" says"
            ),
            (#"{"log": {"entries": [{"request""#, "f:1:32: expected"),
        ])
    func errors(_ text: String, _ message: String) {
        let error = #expect(throws: RecordingError.self) { try HARLog(parsing: Array(text.utf8), file: "f") }
        #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
    }
}
