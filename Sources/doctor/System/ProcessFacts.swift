import Diagnosis
import FoundationEssentials
import SigV4
import SystemPackage

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// What the command reads once from the process it runs in.
///
/// Everything below takes these as parameters.
struct ProcessFacts: Sendable {
    var environment: [String: String]

    /// The words behind the program's name.
    var arguments: [String]

    /// Where the process runs.
    var place: PlaceFacts
    var standardInputIsTerminal: Bool
    var standardOutputIsTerminal: Bool
    var standardErrorIsTerminal: Bool

    /// The columns for text on standard output; 80 where no terminal and no `COLUMNS` says otherwise.
    var standardOutputColumns = TerminalWidth.usual

    /// The columns for text on standard error.
    var standardErrorColumns = TerminalWidth.usual

    /// The time at the start, in whole seconds since 1970.
    var now: Int64

    /// Reads the facts of this process.
    static func read() -> ProcessFacts {
        let environment = ProcessInfo.processInfo.environment
        let columns = { (stream: FileDescriptor) in
            TerminalWidth.columns(
                terminal: TerminalWidth.ofTerminal(stream.rawValue), environment: environment)
        }
        return ProcessFacts(
            environment: environment, arguments: Array(ProcessInfo.processInfo.arguments.dropFirst()),
            place: PlaceGathering.facts(environment),
            standardInputIsTerminal: isatty(FileDescriptor.standardInput.rawValue) == 1,
            standardOutputIsTerminal: isatty(FileDescriptor.standardOutput.rawValue) == 1,
            standardErrorIsTerminal: isatty(FileDescriptor.standardError.rawValue) == 1,
            standardOutputColumns: columns(.standardOutput),
            standardErrorColumns: columns(.standardError),
            now: WallClock.signingTime.unixSeconds)
    }
}
