import Codes
import Foundation
import JSONText
import TestSupport
import Testing

/// Every command that takes recordings takes those of other tools, by what they hold.
@Suite(.live, .timeLimit(.minutes(10)))
struct ForeignRecordingTests {
    private static let files = DoctorProcess.checkout + "/Tests/Dialects/files"

    private func report(_ arguments: [String], input: String = "") async throws -> (status: Int32, report: JSONValue) {
        let run = try await DoctorProcess.run(arguments + ["--format", "json"], input: input)
        return (run.status, try JSONValue(parsing: run.output))
    }

    @Test func `a folder with all dialects is replayed, and the files with bodies are no recordings`() async throws {
        let (status, report) = try await report(["replay", Self.files])
        #expect(status == 0)
        #expect(report["summary"]?["pass"]?.numberValue?.int64 == 102)
        #expect(report["summary"]?["fail"]?.numberValue?.int64 == 0)
        let notes = report["notes"]?.arrayValue?.compactMap(\.stringValue) ?? []
        #expect(notes.filter { !$0.contains("files are called") } == [])
    }

    @Test func `a mapping finds its file from the folder above, whatever the place it is called from`() async throws {
        let mappings = Self.files + "/wiremock-files/mappings"
        for path in [mappings, mappings + "/hello-0.json"] {
            let (status, report) = try await report(["replay", path])
            #expect(status == 0, "\(path): \(report)")
        }
        let folder = try TemporaryFolder()
        try FileManager.default.copyItem(atPath: mappings + "/hello-0.json", toPath: folder.path + "/hello-0.json")
        let run = try await DoctorProcess.run(["replay", folder.path + "/hello-0.json"])
        // Without it the exchange is left out, and nothing is left to replay.
        #expect(run.status == 2)
        let words = Self.words(run)
        #expect(words.contains("there is no file __files/body-hello-0.json beside the folder of mappings"), "\(words)")
    }

    /// What was printed, without the breaks of its lines.
    private static func words(_ run: DoctorProcess.Result) -> String {
        run.everything.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test(arguments: ["wiremock", "hoverfly"])
    func `no link leads out of the folder of bodies`(dialect: String) async throws {
        let folder = try TemporaryFolder()
        let isWireMock = dialect == "wiremock"
        for name in ["one", "one/mappings", "one/__files"] {
            try FileManager.default.createDirectory(atPath: folder.path + "/" + name, withIntermediateDirectories: true)
        }
        try folder.write("outside.json", "{}")
        let body = folder.path + (isWireMock ? "/one/__files/body.json" : "/one/body.json")
        let file = folder.path + (isWireMock ? "/one/mappings/m.json" : "/one/m.json")
        let text =
            isWireMock
            ? #"{"request":{"method":"POST","url":"/model/m/converse","bodyPatterns":[{"equalToJson":{"messages":[]}}]},"response":{"status":200,"bodyFileName":"body.json"}}"#
            : #"{"data":{"pairs":[{"request":{"method":[{"matcher":"exact","value":"POST"}],"path":[{"matcher":"exact","value":"/model/m/converse"}],"body":[{"matcher":"json","value":"{\"messages\":[]}"}]},"response":{"status":200,"bodyFile":"body.json"}}]},"meta":{"schemaVersion":"v5.2"}}"#
        try Data(text.utf8).write(to: URL(filePath: file))
        // Inside it a link is as good as a file.
        try Data("{}".utf8).write(to: URL(filePath: body + "2"))
        try FileManager.default.createSymbolicLink(atPath: body, withDestinationPath: body + "2")
        #expect(try await DoctorProcess.run(["replay", file]).status != 65)
        try FileManager.default.removeItem(atPath: body)
        try FileManager.default.createSymbolicLink(
            atPath: body, withDestinationPath: folder.path + "/outside.json")
        let run = try await DoctorProcess.run(["replay", file])
        #expect(run.status == 2, "\(run.everything)")
        let words = Self.words(run)
        #expect(words.contains("one to which a link leads out of its folder counts as none"), "\(words)")
    }

    @Test func `compressed files of a folder are read, and explained`() async throws {
        let folder = try TemporaryFolder()
        for file in ["httprr/retries.httprr", "ruby-vcr/retries.yml", "nock/retries.json", "polly-5/retries.har"] {
            let name = file.split(separator: "/").joined(separator: "-")
            try FileManager.default.copyItem(atPath: Self.files + "/" + file, toPath: folder.path + "/" + name)
            let gzip = Process()
            gzip.executableURL = URL(filePath: "/usr/bin/env")
            gzip.arguments = ["gzip", folder.path + "/" + name]
            try gzip.run()
            gzip.waitUntilExit()
            let (status, report) = try await report(["explain", folder.path + "/\(name).gz"])
            #expect(status == 1, "\(report)")
        }
        let (status, report) = try await report(["replay", folder.path])
        #expect(status == 0, "\(report)")
        let ids = report["cases"]?.arrayValue?.compactMap { $0["id"]?.stringValue } ?? []
        for stem in ["httprr-retries", "ruby-vcr-retries", "nock-retries", "polly-5-retries"] {
            #expect(ids.contains(stem + "#0"), "\(ids)")
        }
    }

    @Test func `an import without a call leaves the recording that is there`() async throws {
        let folder = try TemporaryFolder()
        try folder.write("empty.yaml", "interactions: []")
        try folder.write("a.json", "kept")
        let run = try await DoctorProcess.run(
            ["record", folder.path + "/empty.yaml", "--into", folder.path + "/a.json"])
        #expect(run.status == 2, "\(run.everything)")
        #expect(run.errors.contains("no exchange of Converse, so"), "\(run.errors)")
        #expect(try folder.text("a.json") == "kept")
    }

    @Test func `requests are judged, also from a pipe`() async throws {
        let text = try String(contentsOfFile: Self.files + "/nock/hello.json", encoding: .utf8)
        let (status, report) = try await report(["lint", "-"], input: text)
        #expect(status == 0)
        #expect(report["findings"]?.arrayValue?.map { $0["code"]?.stringValue } == [FindingCode.requestValid.spelling])
    }

    @Test(arguments: [
        "httprr/retries.httprr", "wiremock/mappings/retries.json", "nock/retries.json", "hoverfly/retries.json",
        "ruby-vcr/retries.yml", "go-vcr-3/retries.yaml", "betamax/retries.json", "polly-5/retries.har",
    ])
    func `a failure is explained`(file: String) async throws {
        let (status, report) = try await report(["explain", Self.files + "/" + file])
        #expect(status == 1)
        #expect(
            report["findings"]?.arrayValue?.first?["code"]?.stringValue == FindingCode.throttled.spelling, "\(report)")
    }

    @Test func `what only looks like a recording is explained as text`() async throws {
        let text = """
            interactions: no
            request: botocore.errorfactory.ThrottlingException: An error occurred (ThrottlingException) when calling the \
            Converse operation: Too many requests, please wait before trying again.
            """
        let (status, report) = try await report(["explain", "-"], input: text)
        #expect(status == 1)
        #expect(report["findings"]?.arrayValue?.first?["code"]?.stringValue == FindingCode.throttled.spelling)
    }

    @Test func `members of an answer that no document names survive`() async throws {
        let folder = try TemporaryFolder()
        let request = """
            POST https://bedrock-runtime.us-east-1.amazonaws.com/model/amazon.nova-micro-v1%3A0/converse HTTP/1.1
            Content-Type: application/json

            {"messages":[{"role":"user","content":[{"text":"hi"}]}]}
            """
        let response = """
            HTTP/2.0 200 OK
            Content-Type: application/json

            {"metrics":{"latencyMs":1},"output":{"message":{"content":[{"text":"a"}],"role":"assistant"}},\
            "stopReason":"end_turn","usage":{"cacheReadInputTokenCount":0,"cacheWriteInputTokenCount":0,"inputTokens":1,\
            "outputTokens":1,"serverToolUsage":{},"totalTokens":2}}
            """
        try folder.write(
            "t.httprr", "httprr trace v1\n\(request.utf8.count) \(response.utf8.count)\n\(request)\(response)")
        let (status, report) = try await report(["replay", folder.path + "/t.httprr"])
        #expect(status == 0, "\(report)")
        #expect(report["summary"]?["pass"]?.numberValue?.int64 == 1)
        let imported = try await DoctorProcess.run(["record", folder.path + "/t.httprr"])
        #expect(imported.output.contains("serverToolUsage") && imported.output.contains("cacheReadInputTokenCount"))
    }

    @Test func `an import names the tool`() async throws {
        let folder = try TemporaryFolder()
        let run = try await DoctorProcess.run(
            ["record", Self.files + "/hoverfly/stream-unknown.json", "--into", folder.path + "/a.json"])
        #expect(run.status == 0, "\(run.everything)")
        let recording = try JSONValue(parsing: try folder.text("a.json"))
        #expect(recording["source"]?["tool"]?.stringValue == "Hoverfly simulation")
        #expect(recording["exchanges"]?.arrayValue?.count == 1)
    }
}
