import Foundation
import TestSupport
import Testing

@testable import doctor

/// The file that says where a server is, and what it may replace.
struct ReadyFileTests {
    @Test func `it is there while the server answers, and replaces what an earlier run has left`() throws {
        let folder = try TemporaryFolder()
        let file = ReadyFile(path: folder.path + "/ready.json")
        try file.clear()
        try Data().write(to: URL(filePath: file.path))
        try file.clear()
        try file.write(endpoint: "http://127.0.0.1:1", admin: nil, hasPage: false)
        try file.clear()
        #expect(!FileManager.default.fileExists(atPath: file.path))
        try file.write(endpoint: "http://127.0.0.1:1", admin: nil, hasPage: false)
        file.remove()
        #expect(!FileManager.default.fileExists(atPath: file.path))
    }

    @Test(arguments: ["thesis", LongText(repeating: "x", count: 100_000), #"{"processIdentifier": 1, "mine": 2}"#])
    func `what is no ready file is left as it is`(long: LongText) throws {
        let content = long.text
        let folder = try TemporaryFolder()
        let path = folder.path + "/thesis.txt"
        try content.write(toFile: path, atomically: true, encoding: .utf8)
        #expect(throws: InputProblem.self) { try ReadyFile(path: path).clear() }
        ReadyFile(path: path).remove()
        #expect(try String(contentsOfFile: path, encoding: .utf8) == content)
    }

    @Test func `a link is not followed, and another server's file stays`() throws {
        let folder = try TemporaryFolder()
        let target = ReadyFile(path: folder.path + "/target.json")
        try target.write(endpoint: "http://127.0.0.1:1", admin: nil, hasPage: false)
        let link = folder.path + "/link.json"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target.path)
        #expect(throws: InputProblem.self) { try ReadyFile(path: link).clear() }
        let own = String(ProcessInfo.processInfo.processIdentifier)
        let other = try String(contentsOfFile: target.path, encoding: .utf8).replacing(own, with: "1")
        try other.write(toFile: target.path, atomically: true, encoding: .utf8)
        target.remove()
        #expect(FileManager.default.fileExists(atPath: target.path))
    }
}
