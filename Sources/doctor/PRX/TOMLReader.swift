import JSONText
import Subprocess
import SystemPackage

/// Reads TOML in a process of its own.
///
/// The parser ends its process on some malformed documents, `[=` among them, instead of saying what is wrong. So it runs
/// in a second `doctor`, the hidden command `read-toml`, whose death is a result like any other.
struct TOMLReader: Sendable {
    /// What became of a document.
    enum Outcome: Sendable {
        case document(JSONObject)
        case malformed(line: Int?, column: Int?, message: String)
        /// The parser did not get that far: the reason.
        case failed(String)
    }

    /// How long a document may take.
    ///
    /// A few KB take no time at all.
    private static let timeLimit = Duration.seconds(10)
    private static let largestAnswer = 32 << 20

    /// The hidden command of the second process.
    static let command = "read-toml"

    private let surroundings: [String: String]
    private let program: Executable
    private let memory: Int

    /// - Parameters:
    ///   - surroundings: The environment, of which the second process gets what finds its libraries.
    ///   - program: A `doctor`, this one by default.
    ///   - memory: The most bytes that the second process may take; a document of the size that is read takes a tenth.
    init(surroundings: [String: String], program: Executable = TOMLReader.executable, memory: Int = 512 << 20) {
        self.surroundings = surroundings
        self.program = program
        self.memory = memory
    }

    /// Reads a document in UTF-8.
    func read(_ text: [UInt8]) async -> Outcome {
        switch await parsed(text) {
        case .answer(let outcome): return outcome
        case .started(let why): return .failed("the program that reads TOML cannot be started: \(why)")
        case .tooLarge: return .failed("reading it takes more than \(memory >> 20) MB of memory")
        case .late: return .failed("it was not read within \(Self.timeLimit.components.seconds) s")
        case .died:
            let line = await fatalLine(in: text)
            return .malformed(
                line: line, column: nil,
                message: "the parser breaks off \(line == nil ? "on it" : "there") and says no more")
        }
    }

    private enum Parsing: Sendable {
        case answer(Outcome)
        case started(failure: String)
        case late
        case tooLarge
        case died
    }

    /// The first line that the parser dies of: with it the lines above it are fatal, without it they are not.
    private func fatalLine(in text: [UInt8]) async -> Int? {
        let ends = text.indices.filter { text[$0] == UInt8(ascii: "\n") }.map { $0 + 1 } + [text.count]
        var survived = 0
        var fatal = ends.count
        while fatal - survived > 1, !Task.isCancelled {
            let middle = (survived + fatal) / 2
            switch await parsed(Array(text[..<ends[middle - 1]])) {
            case .died: fatal = middle
            case .answer: survived = middle
            case .started, .late, .tooLarge: return nil
            }
        }
        return Task.isCancelled ? nil : fatal
    }

    private func parsed(_ text: [UInt8]) async -> Parsing {
        await withTaskGroup(of: Parsing.self) { group in
            group.addTask { await run(text) }
            group.addTask {
                try? await Task.sleep(for: Self.timeLimit)
                return .late
            }
            let first = await group.next() ?? .late
            group.cancelAll()
            return first
        }
    }

    private func run(_ text: [UInt8]) async -> Parsing {
        do {
            // Its standard error holds the parser's crash text, which helps nobody.
            let result = try await Subprocess.run(
                program, arguments: [Self.command, "--memory", "\(memory)"], environment: environment,
                input: .array(text),
                output: .bytes(limit: Self.largestAnswer), error: .discarded)
            if case .exited(MemoryLimit.exitStatus) = result.terminationStatus { return .tooLarge }
            guard case .exited(0) = result.terminationStatus else { return .died }
            return Self.outcome(result.standardOutput).map(Parsing.answer) ?? .died
        } catch {
            return .started(failure: "\(error)")
        }
    }

    private static func outcome(_ answer: [UInt8]) -> Outcome? {
        guard let value = try? JSONValue(parsing: answer) else { return nil }
        if let document = value["document"]?.objectValue { return .document(document) }
        guard let fault = value["fault"], let message = fault["message"]?.stringValue else { return nil }
        return .malformed(
            line: fault["line"]?.numberValue?.int64.map(Int.init),
            column: fault["column"]?.numberValue?.int64.map(Int.init), message: message)
    }

    static var executable: Executable {
        #if os(Linux)
            // It is there even when the file of this program has been replaced meanwhile.
            .path("/proc/self/exe")
        #else
            .path(FilePath(CommandLine.arguments.first ?? "doctor"))
        #endif
    }

    /// Nothing but what the loader reads; the secrets stay here.
    private var environment: Environment {
        var variables: [Environment.Key: String] = ["SWIFT_BACKTRACE": "enable=no"]
        for name in ["LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"] {
            if let value = surroundings[name] { variables[Environment.Key(stringLiteral: name)] = value }
        }
        return .custom(variables)
    }
}
