/// On which core a process runs: servers on the first, what loads them on the second.
///
/// A server and its load on one core would measure how the system shares it.
enum Pinning {
    case server, load

    /// The command that runs another one on that core.
    func command(_ program: String, _ arguments: [String]) -> [String] {
        ["taskset", "-c", self == .server ? "0" : "1", program] + arguments
    }
}

/// Something that a measurement needs and that is not there, or did not do what it should.
struct Absence: Error {
    let reason: String
}
