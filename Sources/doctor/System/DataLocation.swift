import FoundationEssentials

/// Where the bundled `vectors/` and `recordings/` are.
struct DataLocation {
    var environment: [String: String]
    var executable: String

    /// The directory of the given name, tried in order: `DOCTOR_DATA`, `share/bedrock-doctor` beside the executable's
    /// `bin`, then upward from the executable (a checkout).
    ///
    /// - Throws: ``InputProblem`` that says where it looked.
    func directory(_ name: String) throws(InputProblem) -> String {
        var tried: [String] = []
        for candidate in candidates(name) {
            if FileSystem.isDirectory(candidate) { return candidate }
            tried.append(candidate)
        }
        throw InputProblem(
            file: name,
            message: "the bundled \(name) were not found; looked at \(tried.joined(separator: ", ")). "
                + "Name a path, or set DOCTOR_DATA to the directory that holds \(name)/.")
    }

    private func candidates(_ name: String) -> [String] {
        if let data = environment["DOCTOR_DATA"], !data.isEmpty { return [data + "/" + name] }
        var directory = URL(filePath: executable).resolvingSymlinksInPath().deletingLastPathComponent()
        var candidates = [
            directory.deletingLastPathComponent().appending(path: "share/bedrock-doctor/" + name).path
        ]
        while directory.path != "/" {
            candidates.append(directory.appending(path: name).path)
            directory = directory.deletingLastPathComponent()
        }
        return candidates
    }

    /// The location for this process.
    static func current(_ facts: ProcessFacts) -> DataLocation {
        DataLocation(
            environment: facts.environment,
            executable: executable)
    }

    /// This program's file: Linux links to it, elsewhere it is where the command line says.
    private static var executable: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
            ?? CommandLine.arguments.first ?? "doctor"
    }
}
