import TestSupport
import Testing

/// Runs short Python programs that use PyYAML.
enum PyYAML {
    /// Runs a test only where there is a Python with PyYAML to ask.
    static var isNeeded: ConditionTrait {
        .enabled("needs python3 with PyYAML") { (try? await run("import yaml")) != nil }
    }

    /// What the program writes to its output when it is given the arguments.
    static func run(_ program: String, arguments: [String] = []) async throws -> [UInt8] {
        try await Program.run("python3", ["-c", program] + arguments).succeeded().output
    }
}
