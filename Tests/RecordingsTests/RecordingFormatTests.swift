import JSONText
import Recordings
import Testing
import WireText

/// A recording with everything the format has.
func fullRecording() throws -> Recording {
    Recording(
        name: "everything",
        source: RecordingSource(kind: .captured, tool: "a client", version: "1.2", date: "2026-01-31"),
        exchanges: [
            Exchange(
                request: RecordedRequest(
                    method: "POST", target: "/prefix/model/amazon.nova-micro-v1%3A0/converse", host: "localhost:8080",
                    headers: [HeaderField("Content-Type", "application/json")],
                    body: .json(try JSONValue(parsing: #"{"z":1.0,"a":[12345678901234567890,1e-05],"é":"\u0000"}"#))),
                response: RecordedResponse(
                    status: 200,
                    headers: [
                        HeaderField("x-amzn-RequestId", "1"), HeaderField("date", "d"),
                        HeaderField("X-Amzn-RequestId", "2"),
                    ],
                    body: .json([:]))),
            Exchange(
                request: RecordedRequest(method: "POST", target: "/model/m/converse-stream", body: .text("no JSON {")),
                response: RecordedResponse(
                    status: 200,
                    body: .stream([
                        StreamChunk(milliseconds: 0, bytes: [0, 255, 1]), StreamChunk(milliseconds: 12.25, bytes: []),
                        StreamChunk(milliseconds: 1e6, bytes: Array(0...200)),
                    ]))),
            Exchange(
                request: RecordedRequest(method: "GET", target: "/foundation-models?a=b"),
                response: RecordedResponse(status: 503, body: .bytes([0, 1, 2, 250]))),
        ],
        notes: ["1 exchange with another host ignored"])
}

@Suite struct RecordingFormatTests {
    @Test func `what is written is read back`() throws {
        let recording = try fullRecording()
        let bytes = recording.bytes()
        let again = try Recording(parsing: bytes, file: "x.json")
        #expect(again == recording)
        #expect(again.bytes() == bytes)
        #expect(bytes.last == 0x0A)
    }

    /// As deep as a body is read when it comes, and the recording has levels of its own around it.
    @Test func `the deepest body that is read as JSON is read back`() throws {
        let deep = try JSONValue(
            parsing: String(repeating: "[", count: 512) + String(repeating: "]", count: 512))
        var recording = try fullRecording()
        recording.exchanges[0].request.body = .json(deep)
        recording.exchanges[0].response.body = .json(deep)
        #expect(try Recording(parsing: recording.bytes(), file: "deep.json") == recording)
    }

    @Test func `the smallest recording needs no optional member`() throws {
        let text = """
            {"schema": "converse-recording/1", "name": "n", "source": {"kind": "authored", "tool": "t", "version": ""},
             "exchanges": [{"request": {"method": "GET", "target": "/"}, "response": {"status": 204}}]}
            """
        let recording = try Recording(parsing: Array(text.utf8), file: "n.json")
        #expect(recording.exchanges.first?.request.body == RecordedBody.none)
        #expect(recording.exchanges.first?.response == RecordedResponse(status: 204))
        #expect(recording.source.date == nil)
    }
}

/// A change to a sound recording, and the error it must give.
struct BrokenRecording: Sendable, CustomTestStringConvertible {
    let change: (from: String, to: String)
    let error: String

    init(_ from: String, _ to: String, _ error: String) {
        self.change = (from, to)
        self.error = error
    }

    var testDescription: String { "\(change.from) -> \(change.to)" }

    static let sound = """
        {
          "schema": "converse-recording/1",
          "name": "n",
          "source": {"kind": "authored", "tool": "t", "version": "1", "date": "2026-01-02"},
          "exchanges": [
            {
              "request": {"method": "POST", "target": "/model/m/converse", "body": {"json": {}}},
              "response": {
                "status": 200,
                "headers": [{"name": "date", "value": "d"}],
                "body": {"stream": [{"atMs": 1.5, "base64": "AAEC"}]}
              }
            }
          ]
        }
        """

    static let all: [BrokenRecording] = [
        .init(
            "recording/1", "recording/2",
            #"f:2:13: $.schema: expected "converse-recording/1", found the string "converse-recording/2""#),
        .init(
            #""schema": "converse-recording/1","#, "",
            #"f:1:1: $: expected a member "schema", found an object with name, source, exchanges"#),
        .init(
            #""name": "n""#, #""nmae": "n""#,
            #"f:3:3: $.nmae: expected only the members schema, name, source, notes, exchanges, found the unknown member "nmae"; did you mean "name"?"#
        ),
        .init(
            #""name": "n""#, #""name": """#,
            #"f:3:11: $.name: expected a string that is not empty, found the string """#),
        .init(
            "authored", "written",
            #"f:4:22: $.source.kind: expected "authored" or "captured" or "imported", found the string "written""#),
        .init(
            "2026-01-02", "2026-13-02",
            #"f:4:71: $.source.date: expected a day as YYYY-MM-DD, found the string "2026-13-02""#),
        .init(
            #""method": "POST""#, #""method": "POST", "method": "GET""#,
            #"f:7:37: expected each member name once, found the name "method" again, first at line 7, column 19"#),
        .init(
            #""target": "/model"#, #""target": "model"#,
            #"f:7:47: $.exchanges[0].request.target: expected a path with its query, beginning with '/', found the string "model/m/converse""#
        ),
        .init(
            #"{"json": {}}"#, #"{"json": {}, "text": ""}"#,
            "f:7:76: $.exchanges[0].request.body: expected exactly one of json, text, base64, stream, found json and text"
        ),
        .init(
            #"{"json": {}}"#, "{}",
            "f:7:76: $.exchanges[0].request.body: expected exactly one of json, text, base64, stream, found an empty object"
        ),
        .init(
            "200,", "200.5,",
            "f:9:19: $.exchanges[0].response.status: expected a whole number from 100 to 599, found a number (200.5)"),
        .init(
            "200,", "\"200\",",
            "f:9:19: $.exchanges[0].response.status: expected a whole number from 100 to 599, found the string \"200\""),
        .init(
            #""value": "d""#, #""value": 1"#,
            "f:10:47: $.exchanges[0].response.headers[0].value: expected a string, found a number (1)"),
        .init(
            "1.5", "-1",
            "f:11:38: $.exchanges[0].response.body.stream[0].atMs: expected milliseconds from 0, found a number (-1)"),
        .init(
            "AAEC", "AAE",
            "f:11:53: $.exchanges[0].response.body.stream[0].base64: expected base64 with padding (RFC 4648 section 4), found something else"
        ),
        .init("\n  ]\n}", "\n  ]\n", "f:15:1: expected ',' or '}', found the end of the text"),
    ]
}

@Suite struct RecordingErrorTests {
    @Test("Every fault is placed and explained", arguments: BrokenRecording.all)
    func placed(_ broken: BrokenRecording) throws {
        _ = try Recording(parsing: Array(BrokenRecording.sound.utf8), file: "f")
        let text = BrokenRecording.sound.replacing(broken.change.from, with: broken.change.to)
        try #require(text != BrokenRecording.sound)
        let error = try #require(throws: RecordingError.self) {
            try Recording(parsing: Array(text.utf8), file: "f")
        }
        #expect(error.description == broken.error)
    }

    @Test func `every cut of a file is an error at its end or earlier`() throws {
        let whole = Array(BrokenRecording.sound.utf8)
        for length in 0..<whole.count {
            #expect(throws: RecordingError.self) { try Recording(parsing: Array(whole[..<length]), file: "f") }
        }
    }
}
