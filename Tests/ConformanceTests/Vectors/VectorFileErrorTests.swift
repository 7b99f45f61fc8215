import Conformance
import JSONText
import Testing

@Suite("Errors in files of vectors")
struct VectorFileErrorTests {
    @Test func theExampleItselfIsRight() throws {
        let file = try VectorFile(ExampleVectors.file(ExampleVectors.text))
        #expect(file.cases.map(\.id) == ["signing-one", "verification-one"])
        #expect(file.notes == ["path-colon": "A colon in a model id."])
        #expect(file.source.name == "botocore")
        #expect(file.source.version == "1.43.11")
    }

    /// What is changed, the text that the error must point at, and what its message must name.
    struct Fault: CustomTestStringConvertible {
        let piece: String
        let other: String
        let at: String
        let names: [String]
        var testDescription: String { other }
    }

    @Test(
        arguments: [
            Fault(
                piece: "sigv4-vectors/1", other: "sigv4-vectors/2", at: "\"sigv4-vectors/2\"",
                names: ["$.schema", "sigv4-vectors/1", "sigv4-vectors/2"]),
            Fault(
                piece: "\"numberOfTests\": 2", other: "\"numberOfTests\": 3", at: "3,\n  \"notes\"",
                names: ["$.numberOfTests", "2", "3"]),
            Fault(
                piece: "\"source\"", other: "\"sources\"", at: "\"sources\"",
                names: ["$.sources", "unknown member", "did you mean \"source\""]),
            Fault(
                piece: "\"kind\": \"signing\"", other: "\"kind\": \"sign\"", at: "\"sign\"",
                names: ["$.groups[0].kind", "signing", "verification"]),
            Fault(
                piece: "[\"path-colon\"]", other: "[\"path-collon\"]", at: "\"path-collon\"",
                names: ["$.groups[0].tests[0].flags[0]", "a note", "path-collon"]),
            Fault(
                piece: "\"id\": \"verification-one\"", other: "\"id\": \"signing-one\"",
                at: "\"signing-one\", \"comment\": \"No", names: ["$.groups[1].tests[0].id", "signing-one"]),
            Fault(
                piece: "\"target\": \"/a:b\"", other: "\"target\": 7", at: "7, \"headers",
                names: ["$.groups[0].tests[0].request.target", "a string", "number (7)"]),
            Fault(
                piece: "[\"Host\", \"example.com\"]", other: "[\"Host\"]", at: "[\"Host\"]",
                names: ["headers[0]", "a name and a value"]),
            Fault(
                piece: "\"time\": \"20260102T030405Z\"", other: "\"time\": \"2026-01-02T03:04:05Z\"",
                at: "\"2026-01-02T03:04:05Z\"", names: ["time", "20260102T030405Z", "2026-01-02T03:04:05Z"]),
            Fault(
                piece: "\"hex\": \"00ff\"", other: "\"hex\": \"00f\"", at: "\"00f\"",
                names: ["body.hex", "hexadecimal"]),
            Fault(
                piece: "missing-authorization", other: "no-authorization", at: "\"no-authorization\"",
                names: ["expected.refusal", "missing-authorization", "no-authorization"]),
            Fault(
                piece: "\"now\": ", other: "\"options\": {\"uriEncoding\": \"double\"}, \"now\": ",
                at: "\"options\": {\"uriEncoding\": \"double", names: ["unknown member \"options\""]),
            Fault(
                piece: "\"service\": \"bedrock\",",
                other: "\"service\": \"bedrock\", \"options\": {\"uriEncoding\": \"twice\"},",
                at: "\"twice\"", names: ["options.uriEncoding", "\"double\" or \"single\"", "twice"]),
            Fault(
                piece: "\"service\": \"bedrock\",",
                other: "\"service\": \"bedrock\", \"options\": {\"expiresSeconds\": 9},",
                at: "9}", names: ["expiresSeconds", "query"]),
            Fault(
                piece: "\"comment\": \"A colon.\"", other: "\"comment\": \"A colon.\", \"comment\": \"Again.\"",
                at: "\"comment\": \"Again", names: ["comment"]),
        ])
    func areNamedWithTheirPlace(fault: Fault) throws {
        let file = ExampleVectors.changed(fault.piece, to: fault.other)
        let place = try #require(file.place(of: fault.at))
        let error = #expect(throws: InputFileError.self) { try VectorFile(file) }
        let message = error.map { "\($0)" } ?? ""
        #expect(message.hasPrefix("vectors/example.json:\(place): "), "\(message)")
        for name in fault.names { #expect(message.contains(name), "\(message)") }
    }

    @Test(arguments: [0, 1, 60, 400, 1500])
    func aTruncatedFileIsAnErrorAtItsEnd(length: Int) {
        let bytes = Array(ExampleVectors.text.utf8.prefix(length))
        let error = #expect(throws: InputFileError.self) {
            try VectorFile(InputFile(path: "cut.json", bytes: bytes))
        }
        #expect(error?.position?.offset == length)
    }

    @Test func anIdInTwoFilesIsAnError() {
        let first = ExampleVectors.file(ExampleVectors.text, path: "vectors/a.json")
        let second = ExampleVectors.file(ExampleVectors.text, path: "vectors/b.json")
        let error = #expect(throws: InputFileError.self) { try VectorSet([second, first], from: "vectors") }
        #expect(error?.path == "vectors/b.json")
        #expect(error?.message.contains("vectors/a.json") == true)
    }

    @Test func nothingFoundIsAnErrorThatSaysWhatWasLookedFor() {
        let error = #expect(throws: InputFileError.self) {
            try VectorSet([InputFile(path: "x/README.md", bytes: [])], from: "x")
        }
        #expect("\(error.map { "\($0)" } ?? "")".contains("context.json"))
    }
}
