import Foundation
import JSONText
import TestSupport
import Testing

/// A python3 that runs a script and answers in JSON: the way to botocore and PyYAML, where they are installed.
enum Python {
    /// Whether python3 can import all of these modules.
    static func canImport(_ modules: String...) async -> Bool {
        (try? await json("import \(modules.joined(separator: ", "))\nprint('{}')")) != nil
    }

    /// Runs a script, with more variables in its environment, and reads its output as one JSON document.
    static func json(_ script: String, _ environment: [String: String] = [:]) async throws -> JSONValue {
        let variables = ProcessInfo.processInfo.environment
            .filter { !$0.key.hasPrefix("AWS_") }.merging(environment) { $1 }
        let program = try await Program.run("python3", ["-c", script], environment: variables).succeeded()
        return try JSONValue(parsing: program.output)
    }
}

extension Trait where Self == ConditionTrait {
    /// Runs the test only where python3 has botocore, the outside oracle.
    static var needsBotocore: Self {
        enabled("python3 cannot import botocore (install it with pip to run this)") {
            await Python.canImport("botocore")
        }
    }
}
