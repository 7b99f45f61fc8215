#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// How many columns a line of text may take.
enum TerminalWidth {
    /// The width where no terminal tells another: files, pipes, the logs of CI systems.
    static let usual = 80

    /// Narrower text falls apart, and wider lines are hard to follow back.
    private static let readable = 40...200

    /// The width of text for a destination.
    ///
    /// `COLUMNS` is the user's preference and comes first, as POSIX has it (Base Definitions, 8.3), then what the terminal
    /// says, then ``usual``.
    ///
    /// - Parameter terminal: The columns of the terminal the text goes to; `nil` when it goes elsewhere.
    static func columns(terminal: Int?, environment: [String: String]) -> Int {
        let preferred = environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
        let width = preferred ?? terminal ?? usual
        return min(max(width, readable.lowerBound), readable.upperBound)
    }

    /// The columns of the terminal behind a file descriptor; `nil` when there is none, or it does not know.
    static func ofTerminal(_ descriptor: Int32) -> Int? {
        var size = winsize()
        let isKnown = unsafe withUnsafeMutablePointer(to: &size) { pointer in
            unsafe ioctl(descriptor, UInt(TIOCGWINSZ), pointer) == 0
        }
        return isKnown && size.ws_col > 0 ? Int(size.ws_col) : nil
    }
}
