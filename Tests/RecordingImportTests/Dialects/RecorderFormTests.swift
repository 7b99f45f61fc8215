import JSONText
import RecordingImport
import Recordings
import Testing

/// What a file has that its recorder's own documents do not know is refused or said, by one rule for all recorders.
@Suite struct RecorderFormTests {
    private static let converse = "https://bedrock-runtime.us-east-1.amazonaws.com/model/m/converse"

    /// Cassettes of one call: what is put into the root, the request and the response.
    private static func go(_ root: String = "version: 2", request: String = "", response: String = "") -> String {
        """
        \(root)
        interactions:
        - request: {method: POST, url: '\(converse)', body: '{}'\(request)}
          response: {code: 200, status: 200 OK, duration: 1ms, body: '{}'\(response)}
        """
    }

    private static func vcr(
        _ root: String = "version: 1", request: String = "body: '{}'", response: String = "body: {string: '{}'}"
    ) -> String {
        """
        \(root)
        \(root.contains("recorded_with") ? "http_interactions" : "interactions"):
        - request: {method: POST, uri: '\(converse)', \(request)}
          response: {status: {code: 200, message: OK}, \(response)}
        """
    }

    private static func har(_ log: String, content: String = #""text": "{}""#) -> String {
        #"""
        {"log": {\#(log), "entries": [{"request": {"method": "POST", "url": "\#(converse)", "postData": {"text": "{}"}},
          "response": {"status": 200, "content": {\#(content)}}}]}}
        """#
    }

    private static func nock(_ members: String) -> String {
        #"""
        [{"method": "POST", "path": "/model/m/converse", "body": {"a": 1}, "status": 200, "response": {"b": 2},
          \#(members)}]
        """#
    }

    private static func hoverfly(_ meta: String, response: String = #""body": "{}""#) -> String {
        #"""
        {"data": {"pairs": [{"request": {"path": "/model/m/converse", "method": "POST", "destination": "h", "body": "{}"},
          "response": {\#(response)}}]}, "meta": {\#(meta)}}
        """#
    }

    private static func wireMock(_ response: String, mapping: String = "") -> String {
        #"""
        {"request": {"method": "POST", "url": "/model/m/converse", "bodyPatterns": [{"equalToJson": "{}"}]},
          "response": {\#(response)}\#(mapping)}
        """#
    }

    @Test(
        "A version that the recorder's reader refuses is refused, and what its reader needs is asked for by its name",
        arguments: [
            (
                go("version: 7"),
                "f.yaml:1:10: $.version: expected version 1 or 2 of go-vcr, found a number (7)"
            ),
            (go("version: -1"), "$.version: expected version 1 or 2 of go-vcr, found a number (-1)"),
            (go().replacing("url:", with: "address:"), "$.interactions[0].request: expected a member \"url\", found"),
            (go().replacing("code: 200", with: "code: -1"), "$.interactions[0].response.code: expected an HTTP status"),
            (
                hoverfly(#""schemaVersion": "v9""#),
                "$.meta.schemaVersion: expected version v1 to v5, or v5.N, of Hoverfly"
            ),
            (hoverfly(#""schemaVersion": "v5.x""#), "of Hoverfly's schema, found the string \"v5.x\""),
            (hoverfly(#""schemaVersion": "v5.-1""#), "of Hoverfly's schema, found the string \"v5.-1\""),
            (
                har(#""version": "2.0""#),
                "$.log.version: expected version 1.1 or a later 1.N of HAR, found"
            ),
            (har(#""version": "1.0""#), "found the string \"1.0\""),
            (har(#""version": "1.+5""#), "of HAR, found the string \"1.+5\""),
            (
                nock(#""scope": "not a url""#),
                "$[0].scope: expected scheme, host and port, such as \"https://HOST:443\", found"
            ),
            (
                har(#""version": "1.2""#, content: #""text": "not a list", "encoding": "base64""#),
                "$.log.entries[0].response.content.text: expected base64, as its \"encoding\" says"
            ),
        ])
    func refused(_ text: String, _ message: String) {
        let file = text.hasPrefix("version") ? "f.yaml" : "f"
        let error = #expect(throws: RecordingError.self) {
            try AnyRecording.recording(from: Array(text.utf8), file: file)
        }
        #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
    }

    @Test(
        "What is not read is said",
        arguments: [
            (
                vcr("version: 7"),
                "$.version: expected version 1 of VCR.py, which its own reader does not look at; the file is read as it is"
            ),
            (vcr("version: 1\nsession: a"), #"member "session" ignored at $.session"#),
            (
                vcr(request: "body: '{}', cookies: {}"),
                #"member "cookies" ignored at $.interactions[0].request.cookies"#
            ),
            (
                vcr(response: "body: {string: '{}', size: 2}"),
                #"member "size" ignored at $.interactions[0].response.body.size"#
            ),
            (
                vcr("recorded_with: VCR 6.1.0", response: "body: {string: '[1]', base64_string: e30=}"),
                #"member "string" beside "base64_string" ignored at $.http_interactions[0].response.body.string"#
            ),
            (
                vcr("recorded_with: betamax/0.9.0", request: "body: {string: '{}', base64_string: WzFd}"),
                #"member "base64_string" beside "string" ignored at $.http_interactions[0].request.body.base64_string"#
            ),
            (
                vcr(response: "parsed_body: {}, body: {string: '[1]'}"),
                #"member "body" beside "parsed_body" ignored at $.interactions[0].response.body"#
            ),
            (
                go(request: ", uri_template: a"),
                #"member "uri_template" ignored at $.interactions[0].request.uri_template"#
            ),
            (har(#""version": "1.3", "_own": 1, "flows": []"#), #"member "flows" ignored at $.log.flows"#),
            (
                nock(#""scope": "https://h:443", "rawHeaders": ["a", "b"], "headers": {"a": "c"}"#),
                #"member "headers" beside "rawHeaders" ignored at $[0].headers"#
            ),
            (
                hoverfly(#""schemaVersion": "v5.3""#, response: #""body": "{}", "bodyFile": "a.json""#),
                #"member "bodyFile" beside "body" ignored at $.data.pairs[0].response.bodyFile"#
            ),
            (
                wireMock(#""body": "{}", "jsonBody": [1]"#),
                #"member "jsonBody" beside "body" ignored at $.response.jsonBody"#
            ),
            (wireMock(#""body": "{}""#, mapping: #", "tags": []"#), #"member "tags" ignored at $.tags"#),
        ])
    func said(_ text: String, _ note: String) throws {
        let imported = try AnyRecording.recording(
            from: Array(text.utf8), file: text.hasPrefix("{") || text.hasPrefix("[") ? "f.json" : "f.yaml")
        #expect(imported.notes == [note])
        // What counts is what the recorder's own reader takes.
        let bodies = imported.recording.exchanges.map { $0.response.body.json }
        #expect(bodies == [[:]] || bodies == [["b": 2]])
    }

    @Test(
        "Whatever has its version and members is taken without a word",
        arguments: [
            go(), go("version: 1"), go(""), vcr(), vcr(""), vcr("recorded_with: VCR 6.1.0"),
            vcr(request: "body: {recipe: [1]}"), har(#""version": "1.2""#), har(#""version": """#),
            har(#""pages": []"#), nock(#""scope": "http://localhost""#), hoverfly(#""schemaVersion": "v1""#),
            hoverfly(#""schemaVersion": "v5.1", "timeExported": "t""#), wireMock(#""body": "{}""#),
        ])
    func silent(_ text: String) throws {
        let imported = try AnyRecording.recording(from: Array(text.utf8), file: "f")
        #expect(imported.notes.filter { !$0.contains("no body") } == [])
        #expect(imported.recording.exchanges.count == 1)
    }

    @Test func `a member that stands in every exchange is said once`() throws {
        let text = """
            interactions:
            - {request: {method: POST, uri: /model/m/converse, body: '{}'}, response: {status: 200, body: '{}'}, at: 1}
            - {request: {method: POST, uri: /model/m/converse, body: '{}'}, response: {status: 200, body: '{}'}, at: 2}
            """
        let imported = try AnyRecording.recording(from: Array(text.utf8), file: "f.yaml")
        #expect(imported.notes == [#"member "at" ignored at $.interactions[0].at, and 1 time more"#])
    }

    @Test func `an address that no request can have costs its own exchange`() throws {
        let text = Self.vcr().replacing("/model/m/", with: "/model/a b/")
        let imported = try AnyRecording.recording(from: Array(text.utf8), file: "f.yaml")
        #expect(
            imported.notes == [
                "$.interactions[0].request: its address has a character that no request can have there, so the exchange is left out"
            ])
    }
}
