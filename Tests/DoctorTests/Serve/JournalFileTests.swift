import Foundation
import JSONText
import TestSupport
import Testing
import WireText

@testable import MockBedrock
@testable import doctor

/// The journal's file and the ready file.
@Suite struct JournalFileTests {
    private func permissions(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test func `each request is a line, which its owner alone can read`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/journal.jsonl"
        try Data("old".utf8).write(to: URL(filePath: path))
        let file = try JournalFile(path, masking: KnownSecrets(environment: ["AWS_SESSION_TOKEN": "token+of/this=run"]))
        let journal = Journal()
        let headers = [HeaderField("X-Odd", "token+of/this=run"), HeaderField("Cookie", "other")]
        for _ in 0..<2 { file.take(journal.take(JournalTests.observation("a", headers: headers), at: 0)) }
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let lines = try text.split(separator: "\n").map { try JSONValue(parsing: Array($0.utf8)) }
        #expect(lines.compactMap { $0["sequence"]?.text(.compact) } == ["1", "2"])
        #expect(!text.contains("token+of") && !text.contains("other"))
        #expect(try permissions(path) == 0o600)
        #expect(file.words == nil)
    }

    @Test func `a disk that is full is told and ends nothing`() throws {
        let file = try JournalFile("/dev/full", masking: KnownSecrets(environment: [:]))
        let journal = Journal()
        for _ in 0..<3 { file.take(journal.take(JournalTests.observation(), at: 0)) }
        #expect(file.words == "doctor: 3 requests could not be written to /dev/full")
        let dump = try RequestDump("/dev/full", masking: KnownSecrets(environment: [:]))
        for verdict in [.simulated, .refused, .probed] as [MockLogEntry.Verdict] {
            dump.take(JournalTests.observation("", verdict))
        }
        // A probe is no call.
        #expect(dump.words == "doctor: 2 requests could not be written to /dev/full")
    }

    @Test func `the ready file is its owner's, replaces that of an earlier run, and goes at the end`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/ready.json"
        let file = ReadyFile(path: path)
        try file.clear()
        try file.write(endpoint: "http://127.0.0.1:1", admin: "http://127.0.0.1:2/s/", hasPage: false)
        let content = try JSONValue(parsing: Array(Data(contentsOf: URL(filePath: path))))
        #expect(content["admin"]?.stringValue == "http://127.0.0.1:2/s/")
        #expect(content["page"]?.isNull == true)
        #expect(content["processIdentifier"]?.text(.compact) == "\(ProcessInfo.processInfo.processIdentifier)")
        #expect(try permissions(path) == 0o600)
        try ReadyFile(path: path).clear()
        #expect(!FileManager.default.fileExists(atPath: path))
        try Data("mine".utf8).write(to: URL(filePath: path))
        #expect(throws: InputProblem.self) { try file.clear() }
        #expect(FileManager.default.fileExists(atPath: path))
    }
}
