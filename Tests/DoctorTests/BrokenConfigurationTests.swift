import Codes
import Foundation
import JSONText
import TestSupport
import Testing

@testable import doctor

/// Whatever stands in PRX's configuration, the command says so and goes on.
@Suite("Broken configurations", .live, .timeLimit(.minutes(10)))
struct BrokenConfigurationTests {
    /// What `doctor env` makes of a configuration: its findings by code.
    private func findings(_ configuration: [UInt8]) async throws -> (codes: [String: JSONValue], errors: String) {
        let folder = try TemporaryFolder()
        try Data(configuration).write(to: URL(filePath: folder.path + "/config.toml"))
        let result = try await DoctorProcess.run(
            ["env", "--format", "json"], environment: ["OPENPRX_CONFIG_DIR": folder.path])
        #expect([0, 1].contains(result.status), "\(result.status): \(result.everything)")
        let report = try JSONValue(parsing: result.output)
        let found = (report["findings"]?.arrayValue ?? []).filter { $0["check"] == .string("configuration") }
        let pairs = found.compactMap { finding in finding["code"]?.stringValue.map { ($0, finding) } }
        return (Dictionary(pairs) { first, _ in first }, result.errors)
    }

    @Test(arguments: ["[=", "[.a]", "[#c]", "[[[", "[=\ndefault_model = \"m\"\n"])
    func whatAnotherParserDiedOf(_ text: String) async throws {
        let (codes, errors) = try await findings(Array(text.utf8))
        let finding = try #require(codes[FindingCode.configMalformed.spelling])
        #expect(finding["evidence"]?["line"] == .number(1))
        #expect(errors.isEmpty)
    }

    @Test func theLineIsFound() async throws {
        let (codes, _) = try await findings(
            Array("default_model = \"m\"\n\n[default]\nmodel = \"\"\"\n[=\n\"\"\"\n[=\nx = 1\n".utf8))
        #expect(codes[FindingCode.configMalformed.spelling]?["evidence"]?["line"] == .number(7))
    }

    @Test func aDocumentIsReadAsBefore() async throws {
        let text =
            "default_provider = \"bedrock\"\ndefault_model = \"amazon.nova-micro-v1:0\"\n"
            + "big = [1, 2.5, inf, {a = 1979-05-27}]\n"
        let (codes, _) = try await findings(Array(text.utf8))
        #expect(codes[FindingCode.configMalformed.spelling] == nil)
        #expect(codes[FindingCode.configUnreadable.spelling] == nil)
    }

    @Test(arguments: [
        ("default_model = 1979-05-27", "a date"), ("default_model = 3", "a number"), ("default = 3", "a table"),
        ("default_model = [1]", "an array"),
    ])
    func aWrongTypeIsNamed(_ text: String, _ kind: String) async throws {
        let (codes, _) = try await findings(Array(text.utf8))
        let message = codes[FindingCode.configMalformed.spelling]?["evidence"]?["message"]?.stringValue
        #expect(message?.contains(kind) == true)
    }

    /// Pieces that TOML gives a meaning to, in an order that it may not.
    @Test func anythingElse() async throws {
        let pieces = [
            "[", "]", "[[", "]]", "=", ".", "#", "\"", "'", "\"\"\"", "{", "}", ",", "\n", "a", "1", "-", "+", "_", "e",
            "T",
            ":", "inf", "0x", "\\u", "\u{0}", "é", " ",
        ]
        var state: UInt64 = 20_261_128
        for _ in 0..<60 {
            var text = ""
            for _ in 0..<12 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int((state >> 33) % UInt64(pieces.count))]
            }
            let (_, errors) = try await findings(Array(text.utf8))
            #expect(errors.isEmpty, "\(text.debugDescription)")
        }
    }
}
