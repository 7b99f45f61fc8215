import Foundation
import Subprocess
import Synchronization
import SystemPackage

/// A program while it runs: a server, or a command that a test interrupts.
package final class RunningProgram {
    /// What ends the program once the closure is done: SIGTERM, which stops a server, or SIGINT, which a person sends.
    package enum Ending: Sendable { case termination, interrupt }

    private var arriving: SubprocessOutputSequence.Iterator
    private var output: [UInt8] = []
    private var linesRead = 0
    private let errors: Collected

    private init(_ arriving: SubprocessOutputSequence.Iterator, _ errors: Collected) {
        self.arriving = arriving
        self.errors = errors
    }

    /// Runs a program beside a closure, and sends it a signal and waits for its end when the closure is done.
    ///
    /// - Parameter environment: Its whole environment; `nil` passes this process's on.
    /// - Returns: What the closure gave, and how the program ended, with all of its output.
    package static func with<Value: Sendable>(
        _ path: String, _ arguments: [String] = [], environment: [String: String]? = nil,
        endedBy ending: Ending = .termination, _ body: (RunningProgram) async throws -> Value
    ) async throws -> (value: Value, program: Program) {
        LiveTrait.expect()
        let errors = Collected()
        let result = try await Subprocess.run(
            Program.executable(path), arguments: Arguments(arguments),
            environment: environment.map(Environment.init) ?? .inherit, input: .none, output: .sequence,
            error: .sequence
        ) { execution in
            async let reading: Void = errors.read(execution.standardError)
            let running = RunningProgram(execution.standardOutput.makeAsyncIterator(), errors)
            do {
                let value = try await body(running)
                try? execution.send(signal: ending == .interrupt ? .interrupt : .terminate)
                while try await running.more() {}
                try await reading
                return (value, running.output)
            } catch {
                try? execution.send(signal: .kill)
                throw error
            }
        }
        let program = Program(
            status: result.terminationStatus.asInShell, output: result.closureResult.1, errors: errors.bytes)
        return (result.closureResult.0, program)
    }

    /// The next line of standard output, without its end; the rest when the program has closed it.
    package func line() async throws -> String {
        while true {
            let unread = output[linesRead...]
            if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
                linesRead = end + 1
                return String(decoding: unread[..<end], as: UTF8.self)
            }
            guard try await more() else {
                linesRead = output.count
                return String(decoding: unread, as: UTF8.self)
            }
        }
    }

    /// Waits until standard error has a text; a test's time limit bounds it.
    package func waitForLog(_ text: String) async throws {
        while !String(decoding: errors.bytes, as: UTF8.self).contains(text) {
            try await Task.sleep(for: .milliseconds(10))
        }
    }

    private func more() async throws -> Bool {
        guard let buffer = try await arriving.next() else { return false }
        output += Data(buffer: buffer)
        return true
    }

    /// What has come on standard error.
    private final class Collected: Sendable {
        private let state = Mutex<[UInt8]>([])

        var bytes: [UInt8] { state.withLock { $0 } }

        func read(_ sequence: SubprocessOutputSequence) async throws {
            for try await buffer in sequence {
                state.withLock { $0 += Data(buffer: buffer) }
            }
        }
    }
}
