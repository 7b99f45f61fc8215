import JSONText
import Recordings
import Testing

/// A long recording is read by all cores as a short one is by one.
@Suite struct LongRecordingTests {
    /// More than 256 KB, with whatever the places of exchanges could be mistaken by.
    private static func long() throws -> Recording {
        var recording = try fullRecording()
        recording.notes = [#"a note that has "exchanges": [1, {2], 3 in it"#]
        recording.exchanges = (0..<1500).map { number in
            let texts = ["]}, [\"exchanges\": [", "\\", "\\\"", "Grüße, 你好", "day \(number)"]
            return Exchange(
                request: RecordedRequest(
                    method: "POST", target: "/model/m/converse",
                    body: .json(["exchanges": .array(texts.map { .string($0) }), "empty": [[], [:]]])),
                response: RecordedResponse(status: 200, body: .json(["session_token": "abc", "number": [1, 2]])))
        }
        return recording
    }

    @Test func `it is the one that was written, without its secrets`() throws {
        let recording = try Self.long()
        let bytes = recording.bytes()
        #expect(bytes.count > 256 << 10)
        let read = try Recording(parsing: bytes, file: "long.json")
        #expect(read == Redactor.standard.redact(recording))
        #expect(Recording.readByAllCores(bytes) == read)
    }

    @Test(arguments: [
        ("\"status\": 200", "\"status\": 99", ".response.status"),
        ("\"status\": 200", "\"state\": 200", ".response.state"),
        ("day 1499", "day 1499\u{1}", nil), ("\"number\"", "number", nil),
    ]) func `what is wrong with it is told with its place`(words: String, wrong: String, path: String?) throws {
        var text = String(decoding: try Self.long().bytes(), as: UTF8.self)
        let place = try #require(text.ranges(of: words).last)
        text.replaceSubrange(place, with: wrong)
        let line = text[..<place.lowerBound].count { $0 == "\n" } + 1
        #expect(Recording.readByAllCores(Array(text.utf8)) == nil)
        let error = try #require(throws: RecordingError.self) {
            try Recording(parsing: Array(text.utf8), file: "long.json")
        }
        #expect(error.line == line)
        #expect(error.path == path.map { "$.exchanges[1499]" + $0 })
    }

    /// The elements of the array, as they stand in the text; nil where there is no such array.
    private static func elements(_ text: String) -> [String]? {
        let utf8 = Array(text.utf8)
        return ElementPlaces(of: "exchanges", in: utf8.span)?.elements
            .map { String(decoding: utf8[$0], as: UTF8.self) }
    }

    @Test(arguments: [
        "[1, 2]", #"{"exchanges": [1, 2"#, #"{"exchanges": {"a": [1]}}"#, #"{"a": {"exchanges": [1]}}"#, "", "\"",
    ])
    func `a text without such an array has no elements`(text: String) {
        #expect(Self.elements(text) == nil)
    }

    @Test(arguments: [
        (#"{"exchanges": []}"#, []), (#"{"exchanges":[ ] , "a": [1]}"#, []), (#"{"exchanges": [1]}"#, ["1"]),
        (
            #"{"a": ["exchanges", 5], "exchanges" :[{"a": [1, 2]}, "],[\"", [ ] ,null]}"#,
            [#"{"a": [1, 2]}"#, #" "],[\"""#, " [ ] ", "null"]
        ),
        (#"{"exchanges": [1,]}"#, ["1", ""]),
    ]) func `elements stand between commas`(text: String, elements: [String]) {
        #expect(Self.elements(text) == elements)
    }
}
