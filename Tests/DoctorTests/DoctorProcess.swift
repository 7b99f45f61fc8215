import Foundation
import TestSupport

/// The command as its users run it: a process with nothing in its environment but what a test gives it.
enum DoctorProcess {
    struct Result {
        var status: Int32
        var output: String
        var errors: String

        init(_ program: Program) {
            status = program.status
            output = program.text
            errors = program.errorText
            KeptReports.keep(output)
        }

        /// Everything the process wrote.
        var everything: String { output + errors }
    }

    /// The binary stands beside the test bundle.
    static let binary = Bundle.main.bundleURL.appending(path: "doctor").path

    /// The checkout, which holds `vectors/` and `recordings/`.
    static let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// Runs the command to its end.
    static func run(
        _ arguments: [String], environment: [String: String] = [:], input: String = ""
    ) async throws -> Result {
        Result(
            try await Program.run(
                binary, arguments, environment: surroundings(environment), input: Array(input.utf8)))
    }

    /// Runs the command beside a closure and interrupts it when that is done.
    static func interrupted(
        _ arguments: [String], environment: [String: String] = [:], _ body: (RunningProgram) async throws -> Void
    ) async throws -> Result {
        Result(
            try await RunningProgram.with(
                binary, arguments, environment: surroundings(environment), endedBy: .interrupt, body
            ).program)
    }

    /// Runs `doctor serve` beside a closure, which gets the server's address, and stops it when that is done.
    static func serving(
        _ options: [String], _ body: (_ endpoint: String) async throws -> Void
    ) async throws -> Result {
        Result(
            try await RunningProgram.with(binary, ["serve"] + options, environment: surroundings([:])) { server in
                try await body(String(try await server.line().dropFirst("listening on ".count)))
            }.program)
    }

    private static func surroundings(_ environment: [String: String]) -> [String: String] {
        // A sanitizer's options are about the build, and hold for every process of it.
        let sanitizers = ProcessInfo.processInfo.environment.filter { $0.key.hasSuffix("SAN_OPTIONS") }
        return sanitizers.merging(["DOCTOR_DATA": checkout, "HOME": "/nonexistent"]) { $1 }.merging(environment) { $1 }
    }
}
