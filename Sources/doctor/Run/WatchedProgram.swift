import Subprocess
import Synchronization
import SystemPackage

/// A program that runs against whatever it talks to, its output passed through as it comes and kept to be read afterwards.
///
/// Its environment and its standard input are those of this process; its output goes through a pipe.
struct WatchedProgram {
    var command: [String]

    /// Whether its standard output goes to standard error here, because a report has standard output to itself.
    var movesOutput: Bool

    struct Ending {
        /// Its exit status; 128 and the number of the signal that ended it, as in a shell.
        var status: Int32

        /// What it wrote to both streams, in the order in which it came, with an empty line where the other stream goes
        /// on; the last part of a long output.
        var output: [UInt8]
    }

    /// Runs the program to its end.
    func run(_ forwarding: SignalForwarding) async throws -> Ending {
        guard let program = command.first else { return Ending(status: 0, output: []) }
        let kept = KeptOutput()
        let toOutput: FileDescriptor = movesOutput ? .standardError : .standardOutput
        let status = try await forwarding.during { start in
            try await Subprocess.run(
                program.contains("/") ? .path(FilePath(program)) : .name(program),
                arguments: Arguments(Array(command.dropFirst())), input: .currentStandardInput, output: .sequence,
                error: .sequence
            ) { execution in
                start.yield(execution.send)
                async let errors: Void = Self.pass(
                    execution.standardError, to: .standardError, kept, as: .standardError)
                try await Self.pass(execution.standardOutput, to: toOutput, kept, as: .standardOutput)
                try await errors
            }.terminationStatus
        }
        return Ending(status: ClientEnding(status).status, output: kept.bytes)
    }

    /// Passes a stream on; whoever read it may have gone, and the program goes on.
    private static func pass(
        _ stream: SubprocessOutputSequence, to descriptor: FileDescriptor, _ kept: KeptOutput,
        as origin: KeptOutput.Origin
    ) async throws {
        for try await buffer in stream {
            let whole: BytesOutput = .bytes(limit: buffer.count)
            let bytes = try whole.output(from: buffer.bytes)
            kept.add(bytes, from: origin)
            _ = try? descriptor.writeAll(bytes)
        }
    }
}

/// The end of what a program wrote.
private final class KeptOutput: Sendable {
    enum Origin {
        case standardOutput, standardError
    }

    private struct State {
        var bytes: [UInt8] = []
        var latest: Origin?
    }

    /// A failure usually stands at the end of the output.
    private static let limit = 16 << 20

    private let kept = Mutex(State())

    /// Adds a part of one stream; never in the same paragraph as one of the other, which does not continue it.
    func add(_ bytes: [UInt8], from origin: Origin) {
        kept.withLock { kept in
            if let latest = kept.latest, latest != origin { kept.bytes += "\n\n".utf8 }
            kept.latest = origin
            kept.bytes += bytes
            // Half is dropped at once, so that a long output costs no more than its length.
            if kept.bytes.count > 2 * Self.limit { kept.bytes.removeFirst(kept.bytes.count - Self.limit) }
        }
    }

    var bytes: [UInt8] { kept.withLock { Array($0.bytes.suffix(Self.limit)) } }
}
