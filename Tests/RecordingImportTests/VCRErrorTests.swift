import RecordingImport
import Recordings
import Testing

/// A text that is no cassette, and the error it must give.
struct BrokenCassette: Sendable, CustomTestStringConvertible {
    let text: String
    let error: String
    let file: String

    init(_ text: String, _ error: String, file: String = "f") {
        self.text = text
        self.error = error
        self.file = file
    }

    var testDescription: String { text.debugDescription }

    private static let head = "interactions:\n- request: {method: POST, uri: /model/m/converse"

    static let all: [BrokenCassette] = [
        .init("", "f: expected a mapping with interactions, found an empty document"),
        .init("- a\n- b\n", "f:1:1: $: expected a mapping with interactions, found a list"),
        .init("a: 1\n", "f:1:1: $: expected a member \"interactions\", found a mapping with a"),
        .init("interactions: 5\n", "f:1:15: $.interactions: expected a list of interactions, found a number (5)"),
        .init(
            "interactions:\n- 7\n",
            "f:2:3: $.interactions[0]: expected a mapping with request and response, found a number (7)"),
        .init(
            "interactions:\n- request: {}\n",
            "f:2:3: $.interactions[0]: expected a member \"response\", found a mapping with request"),
        .init(
            "interactions:\n- request: {method: POST}\n  response: {}\n",
            "f:2:12: $.interactions[0].request: expected a member \"uri\", found a mapping with method"),
        .init(
            head + "}\n  response: {status: ok}\n",
            "f:3:22: $.interactions[0].response.status: expected an HTTP status from 100 to 599, found the string \"ok\""
        ),
        .init(
            head + ", body: !!binary 'A'}\n  response: {status: 200}\n",
            "f:2:57: $.interactions[0].request.body: expected text or !!binary, found !!binary with broken base64"),
        .init(
            head + ", parsed_body: {a: [!!binary AAAA]}}\n  response: {status: 200}\n",
            "f:2:69: $.interactions[0].request.parsed_body.a[0]: expected a value that JSON has, found 3 bytes"),
        .init(
            head + ", parsed_body: .inf}\n  response: {status: 200}\n",
            "f:2:64: $.interactions[0].request.parsed_body: expected a value that JSON has, found .inf, which JSON does not have"
        ),
        .init(
            head
                + "}\n  response: {status: 200, body: {string: !!binary H4sIAAAAAAACA6tWSlSyUjDUUVAqSa0oATKVDu+JyVOq}}\n",
            "f:3:33: $.interactions[0].response.body: expected a compressed body, found compressed data that stops in the middle"
        ),
        .init(
            head + "\n  response: {status: 200}\n",
            "f:3:11: expected YAML, found a fault in it: did not find expected ',' or '}'"),
        .init(
            head + ", body: {string: !mine a}}\n  response: {status: 200}\n",
            "f:2:66: $.interactions[0].request.body.string: expected text or !!binary, found the tag !mine"),
        .init(
            head + ", body: !!set a}\n  response: {status: 200}\n",
            "f:2:57: $.interactions[0].request.body: expected text or !!binary, found the tag !!set"),
        .init("interactions: *x\n", "f:1:15: expected YAML, found a fault in it: found undefined alias"),
        .init("interactions: []\n---\na: 1\n", "f:2:1: expected one YAML document, found another one behind it"),
        .init("a: 1\nb: \u{1}\n", "f:2:4: expected YAML, found a fault in it: control characters are not allowed"),
        .init(
            "interactions: []\n? [a]\n: 1\n", "f:1:1: expected a name for each member, found a list or mapping as name"),
        .init(
            "interactions: []\n? !!python/object/apply:a.B [a, b]\n: 1\n",
            "f:1:1: expected a name for each member, found a list or mapping as name"),
        .init(
            "interactions: []\n? !!python/tuple [a]\n: 1\n",
            "f:1:1: expected a name for each member, found a list or mapping as name"),
        .init("{\"interactions\": [}", "f:1:19: expected a value or ']', found '}'", file: "f.json"),
        .init(
            "{\"interactions\": [\n 1]}",
            "f.json:2:2: $.interactions[0]: expected a mapping with request and response, found a number (1)",
            file: "f.json"),
    ]
}

@Suite struct VCRErrorTests {
    @Test("Every fault is placed and explained", arguments: BrokenCassette.all)
    func placed(_ broken: BrokenCassette) throws {
        let error = try #require(throws: RecordingError.self) {
            try VCRImport.recording(from: Array(broken.text.utf8), file: broken.file)
        }
        #expect(error.description.replacing("f.json:1:", with: "f:1:") == broken.error)
    }

    @Test func `bytes that are no UTF-8 are placed`() throws {
        let error = try #require(throws: RecordingError.self) {
            try VCRImport.recording(from: Array("a:\n  é".utf8) + [0xFF], file: "f")
        }
        #expect(error.description == "f:2:4: expected text in UTF-8, found a byte that is not UTF-8")
    }

    @Test func `nesting and aliases beyond measure are errors, not crashes`() throws {
        for (opening, depth) in [(" [\n", 100_000), (" {a:\n", 513), ("- ", 600)] {
            let deep = "interactions:\n" + String(repeating: opening, count: depth)
            let error = #expect(throws: RecordingError.self) {
                try VCRImport.recording(from: Array(deep.utf8), file: "f")
            }
            #expect(error?.expected == "at most 512 values inside one another")
        }
        let ring = "interactions: &a [*a]\n"
        #expect(throws: RecordingError.self) { try VCRImport.recording(from: Array(ring.utf8), file: "f") }
        var laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            let references = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            laughs += "a\(level): &a\(level) [\(references)]\n"
        }
        let error = try #require(throws: RecordingError.self) {
            try VCRImport.recording(from: Array(laughs.utf8), file: "f")
        }
        #expect(error.found == "more, by aliases of aliases")
    }

    @Test func `an empty list of interactions is an empty recording`() throws {
        #expect(try VCRImport.recording(from: Array("interactions: []".utf8), file: "f").recording.exchanges.isEmpty)
        #expect(try VCRImport.recording(from: Array("interactions:".utf8), file: "f").recording.exchanges.isEmpty)
    }
}
