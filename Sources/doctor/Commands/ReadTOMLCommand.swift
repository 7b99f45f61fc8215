import ArgumentParser
import Glibc
import JSONText
import Report

/// `doctor read-toml`: TOML on standard input as JSON on standard output, for ``TOMLReader`` only.
struct ReadTOMLCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: TOMLReader.command,
        abstract: "Read TOML for another doctor, so that a crash of the parser does not end this one.",
        shouldDisplay: false)

    @Option(help: "The most memory it may take, in bytes.")
    var memory: Int

    func run() throws {
        Self.dieQuietly()
        let bytes = try FileSystem.readStandardInput()
        MemoryLimit.set(memory)
        guard let text = String(validating: bytes, as: UTF8.self) else { return try ExitStatus.failed.end() }
        try StandardStreams.writeResult(TOMLDocument.json(text).text(.compact))
    }

    /// Makes a crash an exit: no core file, no backtrace.
    private static func dieQuietly() {
        for number in [SIGABRT, SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP] {
            signal(number) { _ in
                _exit(MemoryLimit.isReached ? MemoryLimit.exitStatus : Int32(ExitStatus.internalError.rawValue))
            }
        }
    }
}
