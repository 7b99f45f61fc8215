import Codes
import Foundation
import JSONText
import TestSupport
import Testing

/// `doctor lint` as its users run it: inputs of every form, places, exit statuses.
@Suite(.live, .timeLimit(.minutes(10)))
struct LintCommandTests {
    private static let hello = #"{"messages":[{"role":"user","content":[{"text":"hi"}]}]}"#
    private static let blank =
        "{\n  \"messages\": [\n    {\"role\": \"user\", \"content\": [{\"text\": \" \"}]}\n  ]\n}\n"

    private func findings(_ arguments: [String], input: String = "") async throws -> (
        status: Int32, findings: [JSONValue]
    ) {
        let run = try await DoctorProcess.run(["lint", "--format", "json"] + arguments, input: input)
        let report = try JSONValue(parsing: run.output)
        return (run.status, report["findings"]?.arrayValue ?? [])
    }

    @Test("a request in order passes, from a pipe, and says so")
    func passes() async throws {
        let (status, found) = try await findings(["-"], input: Self.hello)
        #expect(status == 0)
        #expect(found.map { $0["code"]?.stringValue } == [FindingCode.requestValid.spelling])
        #expect(found.first?["status"]?.stringValue == "pass")
    }

    @Test(
        "a call in code is judged by what stands in it, and what does not is named",
        arguments: [
            """
            Why is this refused?

                model = "us.anthropic.claude-sonnet-4-6"
                history = [{"role": "user", "content": [{"text": " "}]}]  # a blank
                response = client.converse(modelId=model, messages=history, inferenceConfig={"maxTokens": kwargs.get("n", 5)})
            """,
            """
            const command = new ConverseCommand({
              modelId: "us.anthropic.claude-sonnet-4-6",
              messages: [{ role: 'user', content: [{ text: ' ' }] }], // a blank
              inferenceConfig: { maxTokens: limit(5) },
            });
            """,
        ])
    func code(_ text: String) async throws {
        let run = try await DoctorProcess.run(["lint", "--format", "json", "-"], input: text)
        let report = try JSONValue(parsing: run.output)
        let found = report["findings"]?.arrayValue ?? []
        #expect(run.status == 1)
        #expect(found.map { $0["code"]?.stringValue } == [FindingCode.validationMessages.spelling])
        #expect(found.first?["evidence"]?["path"]?.stringValue == "$.messages[0].content[0].text")
        let notes = (report["notes"]?.arrayValue ?? []).compactMap(\.stringValue)
        #expect(notes.contains { $0.contains("read as code") && $0.contains("inferenceConfig.maxTokens") }, "\(notes)")
    }

    @Test("a value that no literal says is not judged")
    func unreadCode() async throws {
        let text = "client.converse(modelId='amazon.nova-micro-v1:0', messages=build(), **options)"
        let (status, found) = try await findings(["-"], input: text)
        #expect(status == 0, "\(found)")
    }

    @Test("a finding has path, line, column, the code of the refusal and its words")
    func place() async throws {
        let (status, found) = try await findings([], input: Self.blank)
        #expect(status == 1)
        let finding = try #require(found.first)
        #expect(found.count == 1)
        #expect(finding["code"]?.stringValue == FindingCode.validationMessages.spelling)
        #expect(finding["check"]?.stringValue == "request")
        let evidence = try #require(finding["evidence"])
        #expect(evidence["path"]?.stringValue == "$.messages[0].content[0].text")
        #expect(evidence["line"]?.numberValue?.int64 == 3)
        #expect(evidence["column"]?.numberValue?.int64 == 43)
        #expect(evidence["refusal"]?.stringValue?.contains("messages.0.content.0 is blank") == true)
        #expect(evidence["refusalIs"]?.stringValue == "quoted")
    }

    @Test("a log of many requests has a thousand findings of a code, and the number of the others")
    func many() async throws {
        let line = Self.blank.filter { $0 != "\n" } + "\n"
        let run = try await DoctorProcess.run(
            ["lint", "--format", "json"], input: String(repeating: line, count: 1003))
        let report = try JSONValue(parsing: run.output)
        #expect(run.status == 1)
        #expect(report["findings"]?.arrayValue?.count == 1000)
        let notes = report["notes"]?.arrayValue?.compactMap(\.stringValue) ?? []
        #expect(notes.contains { $0.contains("3 more findings are not shown") }, "\(notes)")
    }

    @Test("a warning is not a failure without --strict")
    func strict() async throws {
        let body = #"{"mesages":1,"messages":[{"role":"user","content":[{"text":"hi"}]}]}"#
        #expect(try await findings([], input: body).status == 0)
        #expect(try await findings(["--strict"], input: body).status == 1)
    }

    @Test("the model comes from botocore's arguments, from a log of invocations, or from the option, which wins")
    func models() async throws {
        let beside = #"{"modelId":"anthropic/claude",\#(Self.hello.dropFirst())"#
        let (status, found) = try await findings([], input: beside)
        #expect(status == 1)
        #expect(found.first?["code"]?.stringValue == FindingCode.modelIDInvalid.spelling)
        #expect(found.first?["evidence"]?["column"]?.numberValue?.int64 == 12)
        #expect(try await findings(["--model", "amazon.nova-micro-v1:0"], input: beside).status == 0)
        let logged =
            #"{"schemaType":"ModelInvocationLog","operation":"Converse","modelId":"a/b","input":{"inputBodyJson":\#(Self.hello)}}"#
        #expect(
            try await findings([], input: logged).findings.first?["code"]?.stringValue
                == FindingCode.modelIDInvalid.spelling)
    }

    @Test("recordings, HAR and VCR files, and directories of them")
    func archives() async throws {
        let folder = try TemporaryFolder()
        let recordings = DoctorProcess.checkout + "/recordings/"
        #expect(try await findings([recordings + "hello.json"]).status == 0)
        let (status, found) = try await findings([recordings + "unknown-members.json"])
        #expect(status == 1)
        #expect(found.first?["evidence"]?["line"] != nil)
        let uri = "https://bedrock-runtime.us-east-1.amazonaws.com/model/amazon.nova-micro-v1%3A0/converse"
        let body = JSONValue.string(Self.blank).text()
        let cassette =
            #"{"version":1,"interactions":[{"request":{"method":"POST","uri":"\#(uri)","body":\#(body),"headers":{}},"#
            + #""response":{"status":{"code":200,"message":"OK"},"headers":{},"body":{"string":"{}"}}}]}"#
        try folder.write("first.yaml", cassette)
        let (vcrStatus, vcr) = try await findings([folder.path])
        #expect(vcrStatus == 1)
        #expect(vcr.first?["evidence"]?["request"]?.numberValue?.int64 == 1)
    }

    private static func logged(_ body: String, operation: String = "Converse") -> String {
        #"{"schemaType":"ModelInvocationLog","operation":"\#(operation)","modelId":"amazon.nova-micro-v1:0","#
            + #""input":{"inputBodyJson":\#(body)}}"#
    }

    @Test("a log with an entry a line: each finding has its line, and other operations are passed over")
    func lines() async throws {
        let blank = Self.hello.replacing("hi", with: " ")
        let log = [Self.logged(Self.hello), "", Self.logged("{}", operation: "InvokeModel"), Self.logged(blank)]
            .joined(separator: "\r\n")
        let (status, found) = try await findings([], input: log)
        #expect(status == 1)
        #expect(found.count == 1)
        let evidence = try #require(found.first?["evidence"])
        #expect(evidence["line"]?.numberValue?.int64 == 4)
        let column = try #require(Self.logged(blank).utf8.firstRange(of: #"" ""#.utf8))
        #expect(
            evidence["column"]?.numberValue?.int64
                == Int64(Self.logged(blank).utf8.distance(from: Self.logged(blank).startIndex, to: column.lowerBound))
                + 1)
        let broken = try await DoctorProcess.run(["lint"], input: Self.logged(Self.hello) + "\n{\n")
        #expect(broken.status == 65)
        #expect(broken.errors.contains("standard input:2:"), "\(broken.errors)")
    }

    @Test("a log as S3 keeps it, compressed with gzip; one that is cut is refused")
    func compressed() async throws {
        let folder = try TemporaryFolder()
        try folder.write("log.json", Self.logged(Self.hello.replacing("hi", with: " ")))
        let path = folder.path + "/log.json"
        let gzip = try await Self.gzip(path)
        try gzip.write(to: URL(filePath: path + ".gz"))
        try gzip.dropLast(12).write(to: URL(filePath: folder.path + "/cut.gz"))
        let (status, found) = try await findings([path + ".gz"])
        #expect(status == 1)
        #expect(found.first?["code"]?.stringValue == FindingCode.validationMessages.spelling)
        let cut = try await DoctorProcess.run(["lint", folder.path + "/cut.gz"])
        #expect(cut.status == 65)
        #expect(cut.errors.contains("stops in the middle"), "\(cut.errors)")
    }

    private static func gzip(_ path: String) async throws -> Data {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["gzip", "-9nc", path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return bytes
    }

    @Test(arguments: [
        ("", "is empty"), ("{\"messages\":[", "1:14: expected"), ("[]", "found an array"), ("\"a\"", "found a string"),
        (LongText(repeating: "[", count: 100_000), "less deeply nested"),
        ("{\"a\":1,\"a\":2}", "each member name once"),
    ])
    func `an input that is not a request`(input: LongText, said: String) async throws {
        let run = try await DoctorProcess.run(["lint"], input: input.text)
        #expect(run.status == 65)
        #expect(run.errors.contains("standard input"))
        #expect(run.errors.contains(said), "\(run.errors)")
    }

    @Test("an annotation of a workflow stands beside the line that it is about")
    func annotation() async throws {
        let folder = try TemporaryFolder()
        try folder.write("body.json", Self.blank)
        let run = try await DoctorProcess.run(["lint", "--format", "github", folder.path + "/body.json"])
        #expect(run.output.contains("::error file=\(folder.path)/body.json,line=3,col=43,title="), "\(run.output)")
        let piped = try await DoctorProcess.run(["lint", "--format", "github"], input: Self.blank)
        #expect(piped.output.hasPrefix("::error title="))
    }

    @Test("one input that cannot be read does not keep the others from being judged")
    func severalInputs() async throws {
        let run = try await DoctorProcess.run(["lint", "/nonexistent.json", "-"], input: Self.blank)
        #expect(run.status == 65)
        #expect(run.output.contains("A text block is blank"))
    }

    @Test("an archive without a call of Converse is not a verdict")
    func nothing() async throws {
        let run = try await DoctorProcess.run(["lint"], input: #"{"log":{"version":"1.2","entries":[]}}"#)
        #expect(run.status == 2)
    }

    @Test("a value that could move the cursor is escaped, in text and in places")
    func escapes() async throws {
        let run = try await DoctorProcess.run(["lint"], input: #"{"\u001b[2J":1,"messages":[]}"#)
        #expect(!run.everything.contains("\u{1B}"))
    }
}
