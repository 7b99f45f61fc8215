import JSONText
import SigV4
import TestSupport
import Testing
import WireText

/// botocore as a second signer, in one Python process for any number of requests.
enum Botocore {
    /// Whether `python3` can import botocore here.
    static func isPresent() async -> Bool { (try? await run("import botocore.auth", input: [])) != nil }

    /// What botocore made of one request.
    struct Result: Sendable {
        let canonicalRequest: [UInt8]
        let stringToSign: String
        let signature: String
        let headers: [HeaderField]
        let target: [UInt8]
    }

    static func sign(_ requests: [GeneratedRequest]) async throws -> [Result] {
        let input = JSONValue.array(requests.map(\.json))
        let output = try await run(botocoreScript, input: input.bytes())
        let results = try #require(try JSONValue(parsing: output).arrayValue)
        return try results.map { result in
            func bytes(_ name: String) throws -> [UInt8] { latin1(try #require(result[name]?.stringValue)) }
            return Result(
                canonicalRequest: try bytes("canonicalRequest"),
                stringToSign: String(decoding: try bytes("stringToSign"), as: UTF8.self),
                signature: String(decoding: try bytes("signature"), as: UTF8.self),
                headers: try #require(result["headers"]?.arrayValue).map {
                    HeaderField(name: $0[0]?.stringValue ?? "", bytes: latin1($0[1]?.stringValue ?? ""))
                },
                target: try bytes("target"))
        }
    }

    /// The bytes that Latin-1 text stands for.
    private static func latin1(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    }

    private static func run(_ script: String, input: [UInt8]) async throws -> [UInt8] {
        try await Program.run("python3", ["-c", script], input: input).succeeded().output
    }
}
