import Dispatch
import Foundation
import JSONText
import Testing

/// A python3 that runs a script and answers in JSON: the way to botocore and PyYAML, where they are installed.
enum Python {
    /// Whether python3 can import all of these modules.
    static func canImport(_ modules: String...) async -> Bool {
        (try? await json("import \(modules.joined(separator: ", "))\nprint('{}')")) != nil
    }

    /// Runs a script, with more variables in its environment, and reads its output as one JSON document.
    ///
    /// The script runs beside the tests' own threads, of which there are few: a wait there would hold up every other test.
    static func json(_ script: String, _ environment: [String: String] = [:]) async throws -> JSONValue {
        let output = try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(with: Result { try run(script, environment) })
            }
        }
        return try JSONValue(parsing: Array(output))
    }

    private static func run(_ script: String, _ environment: [String: String]) throws -> Data {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script]
        process.environment = ProcessInfo.processInfo.environment
            .filter { !$0.key.hasPrefix("AWS_") }.merging(environment) { $1 }
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw PythonFailed(status: process.terminationStatus) }
        return data
    }
}

/// A script that ended with another status than 0.
struct PythonFailed: Error {
    let status: Int32
}

extension Trait where Self == ConditionTrait {
    /// Runs the test only where python3 has botocore, the outside oracle.
    static var needsBotocore: Self {
        enabled("python3 cannot import botocore (install it with pip to run this)") {
            await Python.canImport("botocore")
        }
    }
}
