import TestSupport
import Testing

/// Runs short Python programs.
enum Python {
    /// Runs a test only where there is a Python to ask.
    static var isNeeded: ConditionTrait {
        .enabled("needs python3") { (try? await run("", input: [])) != nil }
    }

    /// What the program writes to its output when it is given the input.
    static func run(_ program: String, input: [UInt8]) async throws -> [UInt8] {
        try await Program.run("python3", ["-c", program], input: input).succeeded().output
    }
}
