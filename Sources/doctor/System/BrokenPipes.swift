import Glibc

/// Lets a write to a pipe whose reader has gone fail instead of ending this process.
enum BrokenPipes {
    /// Takes SIGPIPE and does nothing, so that the write ends with EPIPE.
    ///
    /// A handler, and not SIG_IGN: programs that are started later would inherit that one (POSIX, exec).
    static func failWrites() { signal(SIGPIPE) { _ in } }
}
