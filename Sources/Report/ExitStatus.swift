/// What the process tells its caller when it ends.
///
/// `--format` never changes it.
package enum ExitStatus: Int, Sendable, Hashable {
    /// Nothing failed.
    case success = 0

    /// At least one finding, cell, vector or recording failed.
    case failed = 1

    /// Nothing failed, and no verdict was reached at all: nothing answered, or there was nothing to judge.
    case noVerdict = 2

    /// The command line was wrong (`EX_USAGE`).
    case usage = 64

    /// An input file could not be read or understood (`EX_DATAERR`).
    case badInput = 65

    /// A defect of the tool itself (`EX_SOFTWARE`).
    case internalError = 70

    /// Ended by SIGINT, with partial results.
    case interrupted = 130
}
