import RecordingImport
import Recordings
import Testing

/// A file's dialect is told by what it holds.
@Suite struct AnyRecordingTests {
    private static let address = #""method": "POST", "url": "https://h/model/m/converse""#

    @Test(
        "whatever its name says",
        arguments: [
            ("cassette of Ruby's VCR", "http_interactions: []\nrecorded_with: VCR 6.1.0"),
            ("betamax cassette", #"{"http_interactions": [], "recorded_with": "betamax/0.9.0"}"#),
            ("VCR cassette", #"{"interactions": []}"#),
            (
                "go-vcr cassette",
                "version: 2\ninteractions:\n- request: {url: /a, method: GET}\n  response: {code: 200, duration: 1ms}\n"
            ),
            ("HAR file of Polly.JS", #"{"log": {"creator": {"name": "Polly.JS"}, "entries": []}}"#),
            ("httprr trace", "httprr trace v1\n"),
            ("WireMock mappings", #"{"mappings": []}"#),
            ("WireMock mappings", #"{"request": {\#(address)}, "response": {"status": 200}}"#),
            ("nock recording", #" [{"scope": "https://h", "path": "/a"}]"#),
            ("Hoverfly simulation", #"{"data": {"pairs": []}, "meta": {}}"#),
        ], ["f.json", "f.yaml", "f", "f.txt"])
    func dialect(_ sample: (tool: String, text: String), _ file: String) throws {
        // What calls itself JSON must be it.
        if file == "f.json", !"{[ ".contains(sample.text.prefix(1)), sample.tool != "httprr trace" { return }
        let imported = try AnyRecording.recording(from: Array(sample.text.utf8), file: file)
        #expect(imported.recording.source.tool == sample.tool)
    }

    @Test(arguments: [[0x1F, 0x8B], [0x1F, 0x8B, 8, 0, 0], [], Array("no".utf8)] as [[UInt8]])
    func `a compressed file that was cut is told as one, however little is left`(bytes: [UInt8]) {
        let error = #expect(throws: RecordingError.self) {
            try AnyRecording.recording(from: bytes, file: "tiny.httprr.gz")
        }
        #expect(error?.expected == "a recording compressed with gzip")
    }

    @Test func `what is called compressed and is not is read as it is`() throws {
        let imported = try AnyRecording.recording(from: Array("httprr trace v1\n".utf8), file: "a.httprr.gz")
        #expect(imported.recording.source.tool == "httprr trace")
    }

    @Test func `a recording of our own is one, and other documents are none`() throws {
        let own =
            #"{"schema": "converse-recording/1", "name": "n", "source": {"kind": "captured", "tool": "t", "version": "1"}, "exchanges": []}"#
        #expect(try AnyRecording.recording(from: Array(own.utf8), file: "f").recording.name == "n")
        #expect(AnyRecording.isOwn(Array(own.utf8)) && AnyRecording.isRecording(Array(own.utf8)))
        for text in [
            #"{"schema": "bedrock-doctor.report/1"}"#, "{}", "[]", #"{"messages": []}"#, #"{"request": {}, "a": {}}"#,
            "a: 1", "",
        ] {
            #expect(!AnyRecording.isRecording(Array(text.utf8)), "\(text)")
        }
    }

    @Test(
        "What is none is refused with what would be one",
        arguments: [
            ("{\"a\": 1}", "f.json", "f.json:1:1: $: expected a recording: \"schema\" (our own), "),
            ("{\"a\": 1}", "f.json", "found an object with a"),
            (
                #"{"schema": "converse-records/1"}"#, "f",
                "$.schema: expected \"converse-recording/1\", found the string"
            ),
            (
                #"{"request": {\#(address), "body": "{}"}, "response": {"body": "{}"}}"#, "f",
                #"found an object with request, response, which is no mapping of WireMock: its request has a "body""#
            ),
            (
                #"{"request": {\#(address)}, "response": {"status": {"code": 200}}}"#, "f",
                #"its response's "status" is an object"#
            ),
            (
                #"{"mappings": [{"request": {\#(address), "headers": {"A": "b"}}, "response": {}}]}"#, "f",
                "its request's headers are words, not rules for them"
            ),
            ("[1]", "f", "found an array"), ("3", "f.json", "expected a recording"),
            ("{", "f.json", "f.json:1:2: expected"), ("", "f.json", "f.json:1:1: expected"),
            ("", "f", "expected a mapping with interactions, found an empty document"),
        ])
    func refused(_ text: String, _ file: String, _ message: String) {
        let error = #expect(throws: RecordingError.self) {
            try AnyRecording.recording(from: Array(text.utf8), file: file)
        }
        #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
    }

    @Test func `broken compression is said`() {
        let bytes: [UInt8] = [0x1F, 0x8B, 8] + [UInt8](repeating: 0, count: 20)
        let error = #expect(throws: RecordingError.self) {
            try AnyRecording.recording(from: bytes, file: "f.httprr.gz")
        }
        #expect(error?.description.hasPrefix("f.httprr.gz: expected a recording compressed with gzip") == true)
    }

    @Test func `of a member that stands twice the last one counts, as in the tools' own readers`() throws {
        let json = #"{"interactions": 1, "interactions": []}"#
        #expect(try AnyRecording.recording(from: Array(json.utf8), file: "f.json").recording.exchanges.isEmpty)
        let yaml = "interactions: 1\ninteractions: []\n"
        let imported = try AnyRecording.recording(from: Array(yaml.utf8), file: "f.yaml")
        #expect(imported.notes == ["line 2: interactions stands twice in a mapping; the last one counts"])
    }
}
