import JSONText
import RecordingImport
import Recordings
import Testing
import WireText

@Suite struct NockImportTests {
    /// A recording of one call, from members that replace those it has.
    private func nock(_ members: String) -> [UInt8] {
        Array(
            """
            [{"scope": "https://bedrock-runtime.us-east-1.amazonaws.com:443", "method": "POST",
              "path": "/model/m%3A0/converse", "body": {"a": 1}, "status": 200, "response": {"b": 2},
              "rawHeaders": ["Content-Type", "application/json"], "responseIsBinary": false, \(members)}]
            """.utf8)
    }

    private func first(_ members: String) throws -> Exchange {
        let imported = try NockImport.recording(from: nock(members), file: "f.json")
        return try #require(imported.recording.exchanges.first, "\(imported.notes)")
    }

    @Test func `a call is taken with its port left out`() throws {
        let exchange = try first(#""reqheaders": {"accept": "x", "cookie": "secret"}"#)
        #expect(exchange.request.host == "bedrock-runtime.us-east-1.amazonaws.com")
        #expect(exchange.request.target == "/model/m%3A0/converse")
        #expect(exchange.request.headers == [HeaderField("accept", "x")])
        #expect(exchange.request.body == .json(["a": 1]))
        #expect(exchange.response.headers == [HeaderField("Content-Type", "application/json")])
        #expect(exchange.response.body == .json(["b": 2]))
    }

    @Test(
        "An answer is JSON, text, hexadecimal digits, or a list of them",
        arguments: [
            (#""response": "plain""#, RecordedBody.text("plain")),
            (#""response": "{\"b\":2}""#, .json(["b": 2])),
            (#""response": """#, .none), (#""response": null"#, .none), (#""response": false"#, .none),
            (#""response": "fF00", "responseIsBinary": true"#, .bytes([0xFF, 0])),
            (#""response": ["ff", "00"], "rawHeaders": ["Content-Encoding", "br"]"#, .bytes([0xFF, 0])),
            (#""response": ["ff", "00"]"#, .json(["ff", "00"])),
            (
                #""response": "0001", "rawHeaders": ["content-type", "application/vnd.amazon.eventstream"], "responseIsBinary": true"#,
                .stream([StreamChunk(milliseconds: 0, bytes: [0, 1])])
            ),
        ])
    func answer(_ members: String, _ body: RecordedBody) throws { #expect(try first(members).response.body == body) }

    @Test(
        "A status is called reply in old files, and a port stands beside its scope",
        arguments: [(#""reply": "429""#, 429), (#""status": null"#, 200), (#""status": "503""#, 503)])
    func status(_ members: String, _ status: Int) throws {
        let exchange = try first(members + #", "scope": "http://localhost", "port": 8080, "headers": {"A": "b"}"#)
        #expect(exchange.response.status == status)
        #expect(exchange.request.host == "localhost:8080")
    }

    @Test func `a request whose body is open is left out, and so is another host`() throws {
        let any = try NockImport.recording(from: nock(#""body": "*""#), file: "f.json")
        #expect(any.notes == ["$[0]: its request has no body to tell it by, so the exchange is left out"])
        let other = try NockImport.recording(
            from: Array(#"[{"scope": "https://example.com:443", "path": "/a"}]"#.utf8), file: "f.json")
        #expect(other.notes == ["1 exchange with other hosts ignored: example.com"])
        #expect(other.recording.exchanges.isEmpty)
    }

    @Test(
        "What is wrong has its place",
        arguments: [
            (#""responseIsBinary": true, "response": "xyz""#, "$[0].response: expected hexadecimal digits, since"),
            (#""rawHeaders": ["a"]"#, "$[0].rawHeaders: expected names and values in turn, found 1 elements"),
            (#""status": 42"#, "$[0].status: expected an HTTP status from 100 to 599, found a number (42)"),
            (#""path": 1"#, "$[0].path: expected a string, found a number (1)"),
        ])
    func errors(_ members: String, _ message: String) {
        let error = #expect(throws: RecordingError.self) { try NockImport.recording(from: nock(members), file: "f") }
        #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
    }

    @Test func `a recording that is a program is told from others`() {
        let script = "const nock = require('nock')\n\nnock('https://h:443').post('/a', {}).reply(200, {}, []);\n"
        let error = #expect(throws: RecordingError.self) {
            try AnyRecording.recording(from: Array(script.utf8), file: "f.js")
        }
        #expect(
            error?.description
                == "f.js:3: expected nock's recording as JSON, which recorder.rec({ output_objects: true }) makes, found a program"
        )
    }
}
