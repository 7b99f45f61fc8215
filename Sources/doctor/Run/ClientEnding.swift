import Subprocess

/// How a client under test ended.
enum ClientEnding: Sendable {
    case exited(Int32)
    case signalled(Int32)
    /// There is no such program.
    case notFound
    /// There is one, and it cannot be run.
    case notRunnable(String)

    /// The status that a shell gives (POSIX, Shell Command Language, 2.8.2 "Exit Status for Commands").
    var status: Int32 {
        switch self {
        case .exited(let code): code
        case .signalled(let number): 128 + number
        case .notFound: 127
        case .notRunnable: 126
        }
    }

    /// What to say of it; nil of a good end.
    func words(_ command: String) -> String? {
        let command = VisibleText.of(command)
        switch self {
        case .exited(0): return nil
        case .exited(let code): return "\(command) ended with exit status \(code)"
        case .signalled(let number):
            return "\(command) was ended by signal \(Self.name(number)) (exit status \(status))"
        case .notFound:
            return "cannot run \(command): there is no such program. Give one on PATH, or the path of one."
        case .notRunnable(let reason): return "cannot run \(command): \(reason)"
        }
    }

    init(_ status: TerminationStatus) {
        self =
            switch status {
            case .exited(let code): .exited(code)
            case .signaled(let signal): .signalled(signal)
            }
    }

    /// Why a program could not be started.
    init(starting program: String, failed error: any Error, path: String?) {
        let places =
            program.contains("/") ? [program] : (path ?? "").split(separator: ":").map { "\($0)/\(program)" }
        guard let found = places.first(where: FileSystem.exists) else {
            self = .notFound
            return
        }
        if FileSystem.isDirectory(found) {
            self = .notRunnable("it is a directory. Give the program in it.")
        } else if !FileSystem.isExecutable(found) {
            self = .notRunnable("it is not executable. Make it so (chmod +x), or name the program that reads it.")
        } else {
            self = .notRunnable("\(error) Look at the interpreter in its first line and the system it is built for.")
        }
    }

    private static func name(_ number: Int32) -> String {
        let names: [Int32: String] = [
            1: "SIGHUP", 2: "SIGINT", 3: "SIGQUIT", 6: "SIGABRT", 9: "SIGKILL", 11: "SIGSEGV", 13: "SIGPIPE",
            15: "SIGTERM",
        ]
        return names[number] ?? "\(number)"
    }
}
