import Foundation
import JSONText
import TestSupport
import Testing

/// Data that may lie beside the checkout: real cassettes and AWS's suite.
///
/// They are no part of the project.
@Suite(.live) struct SharedDataTests {
    private static let shared = DoctorProcess.checkout + "/../shared/"

    private static func exists(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: shared + name)
    }

    @Test(
        .enabled(if: exists("cassettes"), "real cassettes are not beside the checkout"), .timeLimit(.minutes(2)),
        arguments: ["recorded", "frames", "byte", "whole"])
    func `every real Converse exchange is replayed, streams in every cut`(chunking: String) async throws {
        let result = try await DoctorProcess.run([
            "replay", Self.shared + "cassettes", "--format", "json", "--chunking", chunking,
        ])
        let report = try JSONValue(parsing: result.output)
        let cases = try #require(report["cases"]?.arrayValue)
        for entry in cases {
            let words = [entry["id"], entry["status"], entry["message"]].compactMap { $0?.stringValue }
            #expect(entry["status"]?.stringValue == "pass", "\(words.joined(separator: ": "))")
        }
        #expect(result.status == 0)
        #expect(cases.count >= 50)
    }

    @Test(
        .enabled(if: exists("signing-suite-sample"), "AWS's suite is not beside the checkout"), .timeLimit(.minutes(1)))
    func `every case of AWS's suite passes in both forms`() async throws {
        let result = try await DoctorProcess.run(["vectors", Self.shared + "signing-suite-sample", "--format", "json"])
        let cases = try #require(try JSONValue(parsing: result.output)["cases"]?.arrayValue)
        #expect(result.status == 0)
        #expect(cases.allSatisfy { $0["status"]?.stringValue == "pass" })
        #expect(cases.contains { $0["id"]?.stringValue == "get-vanilla/header" })
        #expect(cases.contains { $0["id"]?.stringValue == "get-vanilla/query" })
    }
}
