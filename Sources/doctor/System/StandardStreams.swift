import Foundation

/// Standard output carries results, standard error everything else.
///
/// Both are written at once, without a buffer that a signal could lose.
enum StandardStreams {
    static func writeResult(_ text: String) {
        write(text, to: .standardOutput)
    }

    /// One line of log or explanation.
    static func log(_ line: String) {
        write(line + "\n", to: .standardError)
    }

    static func writeError(_ text: String) {
        write(text, to: .standardError)
    }

    /// A reader that has gone (`doctor ... | head`) is no fault of the command's.
    private static func write(_ text: String, to handle: FileHandle) {
        try? handle.write(contentsOf: Data(text.utf8))
    }
}
