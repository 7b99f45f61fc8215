import JSONText
import RecordingImport
import Recordings
import Testing
import WireText

@Suite struct WireMockImportTests {
    /// A mapping from the members of its request and response.
    private func mapping(
        request: String = #""bodyPatterns": [{"equalToJson": "{\"a\": 1}"}]"#,
        address: String = #""url": "/model/m%3A0/converse""#, response: String = #""jsonBody": {"b": 2}"#
    ) -> String {
        #"{"request": {"method": "POST", \#(address), \#(request)}, "response": {\#(response)}}"#
    }

    private func read(_ text: String, files: [String: String] = [:]) throws -> ImportedRecording {
        let companions = CompanionFiles { files[$0].map { Array($0.utf8) } }
        return try WireMockImport.recording(from: Array(text.utf8), file: "f.json", companions: companions)
    }

    @Test(
        "A request's body is JSON as text or as a value, other text, or base64",
        arguments: [
            #"{"equalToJson": "{\"a\": 1}", "ignoreArrayOrder": true, "ignoreExtraElements": true}"#,
            #"{"equalToJson": {"a": 1}}"#, #"{"equalTo": "{\"a\":1}"}"#, #"{"binaryEqualTo": "eyJhIjoxfQ=="}"#,
            #"{"matchesJsonPath": "$.a"}, {"equalToJson": {"a": 1}}"#,
        ])
    func requestBody(_ rules: String) throws {
        let imported = try read(mapping(request: #""bodyPatterns": [\#(rules)]"#))
        #expect(imported.recording.exchanges.map(\.request.body) == [.json(["a": 1])])
        #expect(imported.notes == [])
    }

    @Test(
        "An answer is text, JSON, base64 or a file",
        arguments: [
            #""body": "{\"b\":2}""#, #""jsonBody": {"b": 2}, "status": 200"#, #""base64Body": "eyJiIjoyfQ==""#,
            #""bodyFileName": "a/b.json""#,
        ])
    func answer(_ members: String) throws {
        let imported = try read(mapping(response: members), files: ["__files/a/b.json": #"{"b":2}"#])
        #expect(imported.recording.exchanges.map(\.response.body) == [.json(["b": 2])])
        #expect(imported.recording.exchanges.map(\.response.status) == [200])
    }

    @Test func `headers, host and query are taken where they are named`() throws {
        let imported = try read(
            mapping(
                request: #"""
                    "headers": {"Content-Type": {"equalTo": "application/json"}, "Accept": {"contains": "json"}},
                    "host": {"equalTo": "h:1"}, "queryParameters": {"a b": {"equalTo": "ü"}},
                    "bodyPatterns": [{"equalToJson": {}}]
                    """#,
                address: #""urlPath": "/model/m/converse""#,
                response: #""headers": {"Date": "Tue, 03 Mar 2026 15:43:20 GMT", "x-amzn-bedrock-x": ["1", "2"]}"#))
        let exchange = try #require(imported.recording.exchanges.first)
        #expect(exchange.request.headers == [HeaderField("Content-Type", "application/json")])
        #expect(exchange.request.host == "h:1")
        #expect(exchange.request.target == "/model/m/converse?a%20b=%C3%BC")
        #expect(exchange.response.headers.map(\.name) == ["Date", "x-amzn-bedrock-x", "x-amzn-bedrock-x"])
        #expect(imported.recording.source.date == "2026-03-03")
    }

    @Test(
        "What is a rule and no exchange is left out, and said",
        arguments: [
            (
                #"{"request": {"urlPathPattern": "/model/.*"}, "response": {}}"#,
                "$: urlPathPattern is a pattern, not the address of a request, so the exchange is left out"
            ),
            (
                #"{"request": {"method": "POST", "url": "/model/m/converse"}, "response": {}}"#,
                "$: it takes any body, so that no one request is known, so the exchange is left out"
            ),
            (
                #"{"request": {"url": "/model/m/converse", "bodyPatterns": [{"matchesJsonPath": "$.a"}]}, "response": {}}"#,
                "$: bodyPatterns has matchesJsonPath, so that no one request is known, so the exchange is left out"
            ),
            (
                #"{"request": {"url": "/model/m/converse", "bodyPatterns": [{"equalToJson": "{\"a\": \"${json-unit.any-string}\"}"}]}, "response": {}}"#,
                "$: bodyPatterns has equalToJson, so that no one request is known, so the exchange is left out"
            ),
        ])
    func patterns(_ text: String, _ note: String) throws { #expect(try read(text).notes == [note]) }

    @Test(
        "An answer that is made at run time is left out, and said",
        arguments: [
            (#""fault": "EMPTY_RESPONSE""#, "the answer is the fault EMPTY_RESPONSE"),
            (#""proxyBaseUrl": "https://h""#, "the answer comes from another server"),
            (#""transformers": ["response-template"], "body": "{{now}}""#, "the answer is a template"),
        ])
    func answers(_ members: String, _ reason: String) throws {
        #expect(try read(mapping(response: members)).notes == ["$.response: \(reason), so the exchange is left out"])
    }

    @Test func `a scenario orders its mappings`() throws {
        let states = [("b", "c", 2), ("Started", "b", 1), ("c", "", 3)].map { state in
            let next = state.1.isEmpty ? "" : #", "newScenarioState": "\#(state.1)""#
            return mapping(response: #""jsonBody": \#(state.2)"#).dropLast()
                + #", "scenarioName": "s", "requiredScenarioState": "\#(state.0)"\#(next)}"#
        }
        let other = mapping(response: #""jsonBody": 0"#)
        let imported = try read(#"{"mappings": [\#(states[0]), \#(other), \#(states[1]), \#(states[2])], "meta": {}}"#)
        #expect(imported.recording.exchanges.map(\.response.body) == [.json(1), .json(0), .json(2), .json(3)])
    }

    @Test("An answer whose file is not there costs its own exchange", arguments: ["x.json", "../x.json"])
    func missingFile(_ name: String) throws {
        let lost = mapping(response: #""bodyFileName": "\#(name)""#)
        let imported = try read(
            #"{"mappings": [\#(lost), \#(mapping(response: #""jsonBody": 1"#))]}"#, files: ["__files/../x.json": "{}"])
        #expect(imported.recording.exchanges.map(\.response.body) == [.json(1)])
        #expect(imported.notes.contains { $0.contains("there is no file __files/\(name)") }, "\(imported.notes)")
    }

    @Test(
        "What is wrong has its place",
        arguments: [
            (#""base64Body": "?""#, "$.response.base64Body: expected base64, found something else"),
            (#""status": 1"#, "$.response.status: expected a whole number from 100 to 599, found a number (1)"),
        ])
    func errors(_ members: String, _ message: String) {
        let error = #expect(throws: RecordingError.self) { try read(mapping(response: members)) }
        #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
    }
}
