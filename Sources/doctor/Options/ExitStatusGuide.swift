/// The exit statuses in the words of the help; `ExitStatus` has their meaning.
enum ExitStatusGuide {
    /// The statuses of a command that ends with a report.
    static let report = """
        Exit status: 0 nothing failed; 1 something failed (with --strict, also a warning or a missing verdict); 2 \
        nothing failed, and no verdict was reached at all; \(others)
        """

    /// The statuses that mean the same for every command.
    static let others = """
        64 wrong usage; 65 an input file could not be read or understood, or the result could not be written; 70 \
        internal error; 130 interrupted.
        """
}
