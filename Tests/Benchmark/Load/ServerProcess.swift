import Subprocess
import SystemPackage

/// A server that runs while something is measured, on a core of its own.
enum ServerProcess {
    /// Runs a server, and `body` with its port.
    ///
    /// - Parameter port: where it listens; nil for a server that prints its port as its first line.
    static func with<Value: Sendable>(
        _ program: String, _ arguments: [String], port: Int?, _ body: (Int) async throws -> Value
    ) async throws -> Value {
        let command = Pinning.server.command(program, arguments)
        let outcome: Result<Value, any Error>
        do {
            outcome = try await Subprocess.run(
                .name(command[0]), arguments: Arguments(Array(command.dropFirst())), input: .none, output: .sequence,
                error: .currentStandardError
            ) { execution in
                let result: Result<Value, any Error>
                do {
                    let port =
                        if let port { port } else { try await firstNumber(of: execution.standardOutput, program) }
                    // A server that prints nothing is given time to listen.
                    try await Task.sleep(for: .milliseconds(300))
                    result = .success(try await body(port))
                } catch {
                    result = .failure(error)
                }
                try? execution.send(signal: .terminate)
                return result
            }.closureResult
        } catch {
            throw Absence(reason: "\(program) cannot be run")
        }
        return try outcome.get()
    }

    private static func firstNumber(of output: SubprocessOutputSequence, _ program: String) async throws -> Int {
        var line: [UInt8] = []
        for try await buffer in output {
            let whole: BytesOutput = .bytes(limit: buffer.count)
            line += try whole.output(from: buffer.bytes)
            guard let end = line.firstIndex(of: UInt8(ascii: "\n")) else { continue }
            if let port = Int(String(decoding: line[..<end], as: UTF8.self)) { return port }
            break
        }
        throw Absence(reason: "\(program) did not start")
    }
}
