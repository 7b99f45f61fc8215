import JSONText
import RecordingImport
import Recordings
import Testing
import WireText

@Suite struct HoverflyImportTests {
    private static let five = #"""
        "path": [{"matcher": "exact", "value": "/model/m:0/converse"}], "method": [{"matcher": "exact", "value": "POST"}],
        "destination": [{"matcher": "exact", "value": "h:1"}], "scheme": [{"matcher": "exact", "value": "https"}]
        """#

    /// A simulation of one pair.
    private func read(
        request: String = #"\#(five), "body": [{"matcher": "json", "value": "{\"a\": 1}"}]"#,
        response: String = #""status": 200, "body": "{\"b\":2}", "encodedBody": false, "templated": false"#,
        files: [String: String] = [:]
    ) throws -> ImportedRecording {
        let text = #"""
            {"data": {"pairs": [{"request": {\#(request)}, "response": {\#(response)}}], "globalActions": {"delays": []}},
             "meta": {"schemaVersion": "v5.2", "hoverflyVersion": "v1.10.5"}}
            """#
        let companions = CompanionFiles { files[$0].map { Array($0.utf8) } }
        return try HoverflyImport.recording(from: Array(text.utf8), file: "f.json", companions: companions)
    }

    @Test(
        "A request is the same in every schema",
        arguments: [
            #"\#(five), "body": [{"matcher": "json", "value": {"a": 1}}], "query": {"x": [{"matcher": "exact", "value": "1"}]}, "headers": {"Accept": [{"matcher": "exact", "value": "j"}]}"#,
            #"\#(five), "body": [{"matcher": "exact", "value": "{\"a\":1}"}], "query": {"x": [{"value": "1"}]}, "headers": {"Accept": [{"matcher": "array", "value": ["j"]}]}"#,
            #""path": {"exactMatch": "/model/m:0/converse"}, "method": {"exactMatch": "POST"}, "destination": {"exactMatch": "h:1"}, "query": {"exactMatch": "x=1"}, "body": {"jsonMatch": "{\"a\":1}"}, "headers": {"Accept": ["j"]}"#,
            #""requestType": "recording", "path": "/model/m:0/converse", "method": "POST", "destination": "h:1", "query": "x=1", "body": "{\"a\":1}", "headers": {"Accept": ["j"]}"#,
        ])
    func request(_ members: String) throws {
        let imported = try read(request: members)
        let exchange = try #require(imported.recording.exchanges.first, "\(imported.notes)")
        #expect(exchange.request.target == "/model/m:0/converse?x=1")
        #expect(exchange.request.host == "h:1")
        #expect(exchange.request.headers == [HeaderField("Accept", "j")])
        #expect(exchange.request.body == .json(["a": 1]))
        #expect(imported.recording.source.tool == "Hoverfly simulation")
        #expect(imported.recording.source.version == "v1.10.5")
    }

    @Test(
        "An answer is text, base64 or a file",
        arguments: [
            #""status": 200, "body": "{\"b\":2}""#, #""status": 200, "body": "eyJiIjoyfQ==", "encodedBody": true"#,
            #""bodyFile": "a.json", "body": """#, #""body": "{\"b\":2}", "bodyFile": "none", "templated": true"#,
        ])
    func answer(_ members: String) throws {
        let imported = try read(response: members, files: ["a.json": #"{"b":2}"#])
        #expect(imported.recording.exchanges.map(\.response.body) == [.json(["b": 2])], "\(imported.notes)")
    }

    @Test func `a path that was stored decoded becomes one that can be sent`() throws {
        let imported = try read(
            request: #""path": [{"matcher": "exact", "value": "/model/a b ü/converse"}], "body": [{"value": "{}"}]"#)
        #expect(imported.recording.exchanges.map(\.request.target) == ["/model/a%20b%20%C3%BC/converse"])
    }

    @Test(
        "What is a pattern or a template is left out, and said",
        arguments: [
            (
                #""path": [{"matcher": "glob", "value": "/model/*"}]"#, "",
                "$.data.pairs[0]: path with the matcher glob is a pattern, not the address of a request"
            ),
            (five, "", "$.data.pairs[0]: it takes any body, so that no one request is known"),
            (
                #"\#(five), "body": [{"matcher": "jsonPath", "value": "$.a"}]"#, "",
                "$.data.pairs[0]: its body has the matcher jsonPath, so that no one request is known"
            ),
            (
                #"\#(five), "body": [{"matcher": "json", "value": "{}"}]"#, #""body": "{{ Now }}", "templated": true"#,
                "$.data.pairs[0].response: the answer is a template"
            ),
            (
                #"\#(five), "body": [{"matcher": "json", "value": "{}"}]"#, #""bodyFile": "https://h/a.json""#,
                "$.data.pairs[0].response: the body is not in the file (it is at https://h/a.json)"
            ),
            (
                #"\#(five), "body": [{"matcher": "json", "value": "{}"}]"#, #""bodyFile": "x""#,
                "$.data.pairs[0].response: the body is not in the file (there is no file x beside the simulation; one to "
                    + "which a link leads out of its folder counts as none)"
            ),
            (
                #"\#(five), "body": [{"matcher": "array", "value": ["{}", "a"]}]"#, #""body": "{}""#,
                "$.data.pairs[0]: its body has the matcher array, so that no one request is known"
            ),
        ])
    func patterns(_ request: String, _ response: String, _ note: String) throws {
        #expect(try read(request: request, response: response).notes == [note + ", so the exchange is left out"])
    }

    @Test(
        "What is wrong has its place",
        arguments: [
            (#""body": "?", "encodedBody": true"#, "$.data.pairs[0].response.body: expected base64"),
            (
                #""headers": {"a": "b"}"#,
                "$.data.pairs[0].response.headers.a: expected an array, found the string \"b\""
            ),
        ])
    func errors(_ members: String, _ message: String) {
        let error = #expect(throws: RecordingError.self) { try read(response: members) }
        #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
    }
}
