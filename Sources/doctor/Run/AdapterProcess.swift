import Conformance
import Report
import Subprocess
import Synchronization
import SystemPackage

/// An adapter as a process: started for one conversation, and ended with it; started again where it ends by itself.
struct AdapterProcess {
    var command: [String]
    var facts: ProcessFacts

    /// What became of the adapter beside its answers.
    struct Ending {
        var outcome: AdapterOutcome
        var process: ClientEnding
        /// The end of what it wrote to standard error.
        var errors: String

        /// How an adapter ended by itself, and the last of what it said.
        func lines(of program: String) -> [String] {
            let name = VisibleText.of(program)
            let ended =
                switch process {
                // SIGTERM: what did not exit when its output had ended was asked to.
                case .signalled(15): "\(name) closed its standard output and ran on"
                case .exited(0): "\(name) ended with exit status 0; it must read on until the line {\"end\":true}"
                default: process.words(program) ?? ""
                }
            return [ended] + lastWords
        }

        /// The last lines of its standard error.
        var lastWords: [String] {
            let lines = errors.split(separator: "\n")
            return lines.isEmpty ? [] : ["its standard error ends:"] + lines.suffix(12).map { "  " + $0 }
        }
    }

    /// How long an adapter may take to exit when asked to, before it is killed.
    private static let grace = Duration.milliseconds(1_500)

    /// Runs the adapter for a conversation.
    ///
    /// - Parameter settled: Gets each result as soon as it stands.
    /// - Throws: ``CommandFailure`` when there is no such program, or it cannot be run.
    func run(
        _ runner: AdapterRunner, _ exercises: [any AdapterExercise],
        settled: @escaping @Sendable (CaseResult) -> Void, progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws(CommandFailure) -> Ending {
        var session = runner.session(exercises, settled: settled)
        while true {
            let start = try await start(runner, session, progress: progress)
            session = start.session
            let ending = Ending(outcome: session.outcome, process: start.process, errors: start.errors)
            guard await session.goOn(after: ending.lines(of: command.first ?? "").joined(separator: "\n")) else {
                return Ending(outcome: session.outcome, process: start.process, errors: start.errors)
            }
        }
    }

    /// What one start came to.
    private struct Start {
        var session: AdapterSession
        var process: ClientEnding
        var errors: String
    }

    /// Starts the adapter for what is left of a conversation.
    private func start(
        _ runner: AdapterRunner, _ session: AdapterSession, progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws(CommandFailure) -> Start {
        let program = command.first ?? ""
        let kept = ErrorTail()
        // An adapter may end while a case is on its way to it.
        BrokenPipes.failWrites()
        do {
            let result = try await Subprocess.run(
                program.contains("/") ? .path(FilePath(program)) : .name(program),
                arguments: Arguments(Array(command.dropFirst())), environment: .inherit.updating(changes),
                platformOptions: Self.options, input: .inputWriter, output: .sequence, error: .sequence
            ) { execution in
                let input = execution.standardInputWriter
                let stop: @Sendable () async -> Void = {
                    await execution.teardown(using: Self.ending)
                }
                async let errors: Void = kept.read(execution.standardError)
                var session = session
                await runner.run(
                    &session,
                    over: AdapterConnection(
                        output: execution.standardOutput.map(\.everyByte), send: { _ = try await input.write($0) },
                        close: { try? await input.finish() }, stop: stop),
                    progress: progress)
                // It may still have something to put in order, and then it must end.
                await execution.teardown(using: [Self.patience] + Self.ending)
                await errors
                return session
            }
            return Start(
                session: result.closureResult, process: ClientEnding(result.terminationStatus), errors: kept.text)
        } catch {
            throw CommandFailure(
                .usage,
                ClientEnding(starting: program, failed: error, path: facts.environment["PATH"]).words(program)
                    ?? "cannot run \(VisibleText.of(program)): \(error)")
        }
    }

    /// A group of its own: an adapter that is a script is ended with the programs that it has started.
    private static var options: PlatformOptions {
        var options = PlatformOptions()
        options.processGroupID = 0
        options.teardownSequence = ending
        return options
    }

    private static let ending = [
        TeardownStep.gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: grace)
    ]

    /// SIGCONT does nothing to a program that runs: this is time to end by itself.
    private static let patience = TeardownStep.send(signal: .resume, allowedDurationToNextStep: .seconds(5))

    /// What would lead the software to credentials and places other than those of its cases.
    private var changes: [Environment.Key: String?] {
        var changes: [Environment.Key: String?] = [:]
        for variable in ClientEnvironment.foreign + ClientEnvironment.own {
            changes.updateValue(nil, forKey: Environment.Key(stringLiteral: variable))
        }
        for (name, value) in ClientEnvironment.closed {
            changes.updateValue(value, forKey: Environment.Key(stringLiteral: name))
        }
        return changes
    }
}

extension SubprocessOutputSequence.Buffer {
    /// A copy of the bytes.
    fileprivate var everyByte: [UInt8] {
        let whole: BytesOutput = .bytes(limit: count)
        // The limit is the length: nothing can be too long.
        return (try? whole.output(from: bytes)) ?? []
    }
}

/// The end of what an adapter wrote to standard error.
private final class ErrorTail: Sendable {
    /// A trace of a crash fits in.
    private static let limit = 16 << 10

    private let kept = Mutex<[UInt8]>([])

    func read(_ sequence: SubprocessOutputSequence) async {
        do {
            for try await buffer in sequence {
                let bytes = buffer.everyByte
                kept.withLock { kept in
                    kept += bytes
                    if kept.count > 2 * Self.limit { kept.removeFirst(kept.count - Self.limit) }
                }
            }
        } catch {
            // What was read until the process was ended is what there is.
        }
    }

    var text: String { String(decoding: kept.withLock { Array($0.suffix(Self.limit)) }, as: UTF8.self) }
}
