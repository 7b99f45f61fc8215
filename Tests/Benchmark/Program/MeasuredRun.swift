import Glibc

/// A program run to its end: how long it took.
struct MeasuredRun {
    /// From start to end, in seconds.
    let elapsed: Double
    /// What the processor did for it, in seconds.
    let processor: Double
    /// The exit status; nil where a signal ended it.
    let status: Int?

    /// Runs a program without input; its output goes nowhere.
    ///
    /// The system is asked itself: what a process used is known to whoever waits for it, and to nobody later.
    ///
    /// - Parameters:
    ///   - command: the program, by its path or its name, and its arguments.
    ///   - environment: what it gets as its environment, beside `PATH`.
    ///   - output: a file for its output.
    init(_ command: [String], environment: [String: String] = [:], output: String = "/dev/null") throws(Absence) {
        let path = unsafe getenv("PATH").map { unsafe String(cString: $0) } ?? "/usr/bin:/bin"
        let variables = environment.merging(["PATH": path]) { given, _ in given }.map { "\($0.key)=\($0.value)" }
        let clock = ContinuousClock()
        let began = clock.now
        let process = try Self.start(command, variables, output)
        var (ended, usage) = (Int32(0), rusage())
        while unsafe wait4(process, &ended, 0, &usage) < 0, errno == EINTR {}
        let spent = (clock.now - began).components
        elapsed = Double(spent.seconds) + Double(spent.attoseconds) / 1e18
        processor = Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime)
        // Source: wait(2), which these bits are of.
        status = ended & 0x7F == 0 ? Int(ended >> 8 & 0xFF) : nil
    }

    /// The most memory that a program has, in megabytes, in a run of its own.
    ///
    /// The system counts the peak of the process that starts a program as the program's, too (getrusage(2): it goes on
    /// over exec), and this process has more than most of what it measures. Python has 10 MB, and stands between.
    static func peakMemory(
        of command: [String], environment: [String: String] = [:], _ folder: borrowing TemporaryFolder
    ) throws(Absence) -> Double {
        let script = """
            import resource, subprocess, sys
            null = subprocess.DEVNULL
            subprocess.run(sys.argv[1:], stdin=null, stdout=null, stderr=null)
            print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
            """
        let output = try folder.write("peak", "")
        let run = try MeasuredRun(["python3", "-c", script] + command, environment: environment, output: output)
        let digits = try folder.read("peak").filter(\.isNumber)
        guard run.status == 0, let kibibytes = Double(digits) else {
            throw Absence(reason: "python3, which measures memory, cannot be run")
        }
        return kibibytes * 1024 / 1e6
    }

    private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }

    private static func start(_ command: [String], _ variables: [String], _ output: String) throws(Absence) -> pid_t {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { _ = unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        unsafe posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        var arguments = unsafe command.map { unsafe strdup($0) } + [nil]
        var environment = unsafe variables.map { unsafe strdup($0) } + [nil]
        defer {
            for index in unsafe arguments.indices { unsafe free(arguments[index]) }
            for index in unsafe environment.indices { unsafe free(environment[index]) }
        }
        var process: pid_t = 0
        let failure = unsafe posix_spawnp(&process, command[0], &actions, nil, &arguments, &environment)
        guard failure == 0 else { throw Absence(reason: "\(command[0]) cannot be run") }
        return process
    }
}

/// The program that is measured: the `doctor` that was built beside this one.
enum DoctorProgram {
    /// Where it is.
    static func path(beside program: String) throws(Absence) -> String {
        let parts = program.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        let path = (parts + ["doctor"]).joined(separator: "/")
        guard unsafe access(path, X_OK) == 0 else {
            throw Absence(reason: "there is no \(path) (swift build -c release --product doctor)")
        }
        return path
    }
}
