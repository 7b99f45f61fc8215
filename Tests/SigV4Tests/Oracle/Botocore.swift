import Foundation
import JSONText
import SigV4
import Testing

/// botocore as a second signer, in one Python process for any number of requests.
enum Botocore {
    /// Whether `python3` can import botocore here.
    static let isPresent = (try? run("import botocore.auth", input: Data())) != nil

    /// What botocore made of one request.
    struct Result: Sendable {
        let canonicalRequest: [UInt8]
        let stringToSign: String
        let signature: String
        let headers: [HeaderField]
        let target: [UInt8]
    }

    static func sign(_ requests: [GeneratedRequest]) throws -> [Result] {
        let input = JSONValue.array(requests.map(\.json))
        let output = try run(botocoreScript, input: Data(input.bytes()))
        let results = try #require(try JSONValue(parsing: Array(output)).arrayValue)
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

    private struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private static func run(_ script: String, input: Data) throws -> Data {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script]
        // A file as input: a pipe could fill up while Python is still writing.
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("sigv4-\(UUID().uuidString).json")
        try input.write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        process.standardInput = try FileHandle(forReadingFrom: file)
        let output = Pipe()
        let errors = Pipe()
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            throw Failure(description: "python3 ended with \(process.terminationStatus): \(text)")
        }
        return data
    }
}
