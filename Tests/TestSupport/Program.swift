import Subprocess
import SystemPackage

/// A program run to its end.
///
/// The wait holds no thread of Swift's few, on which all other tests run.
package struct Program: Sendable {
    /// The exit status; a signal counts as 128 and its number, as in a shell.
    package let status: Int32
    package let output: [UInt8]
    package let errors: [UInt8]

    package var text: String { String(decoding: output, as: UTF8.self) }
    package var errorText: String { String(decoding: errors, as: UTF8.self) }

    /// Runs a program with its standard input.
    ///
    /// - Parameters:
    ///   - path: Its path, or a name that `PATH` has.
    ///   - environment: Its whole environment; `nil` passes this process's on.
    package static func run(
        _ path: String, _ arguments: [String] = [], environment: [String: String]? = nil, input: [UInt8] = []
    ) async throws -> Program {
        LiveTrait.expect()
        let limit = 256 << 20
        let result = try await Subprocess.run(
            executable(path), arguments: Arguments(arguments),
            environment: environment.map(Environment.init) ?? .inherit, input: .array(input),
            output: .bytes(limit: limit), error: .bytes(limit: limit))
        return Program(
            status: result.terminationStatus.asInShell, output: result.standardOutput, errors: result.standardError)
    }

    /// The same, if its status is 0.
    package func succeeded() throws -> Program {
        guard status == 0 else { throw ProgramFailed(program: self) }
        return self
    }

    static func executable(_ path: String) -> Executable {
        path.contains("/") ? .path(FilePath(path)) : .name(path)
    }
}

/// A program that ended with another status than 0.
package struct ProgramFailed: Error, CustomStringConvertible {
    let program: Program

    package var description: String { "status \(program.status): \(program.errorText)" }
}

extension Environment {
    /// These variables and no others.
    init(_ variables: [String: String]) {
        self = .custom(Dictionary(uniqueKeysWithValues: variables.map { (Key(stringLiteral: $0), $1) }))
    }
}

extension TerminationStatus {
    /// The status as a shell shows it: a signal counts as 128 and its number.
    var asInShell: Int32 {
        switch self {
        case .exited(let code): code
        case .signaled(let signal): 128 + signal
        }
    }
}
