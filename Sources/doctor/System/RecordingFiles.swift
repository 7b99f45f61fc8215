import Conformance
import RecordingImport
import Recordings

/// Recordings from files and directories, in our format or that of any other recorder.
enum RecordingFiles {
    /// The recordings of every file named, and of every file below each directory named.
    ///
    /// What is skipped is said on standard error.
    ///
    /// - Throws: ``InputProblem`` for the first file that cannot be read or understood.
    static func load(_ paths: [String]) throws(InputProblem) -> [ImportedRecording] {
        var recordings: [ImportedRecording] = []
        for path in paths {
            let found = try files(path)
            for note in found.notes { StandardStreams.log(VisibleText.of(note)) }
            for file in found.paths { recordings.append(try load(file)) }
        }
        return recordings
    }

    /// The recording in one file, whoever wrote it.
    static func load(_ file: String) throws(InputProblem) -> ImportedRecording {
        try load(try FileSystem.read(file), named: file)
    }

    /// The recording in the bytes of a file.
    static func load(_ bytes: [UInt8], named file: String) throws(InputProblem) -> ImportedRecording {
        do throws(RecordingError) {
            return try AnyRecording.recording(from: bytes, file: file, companions: companions(of: file))
        } catch {
            throw InputProblem(error.description)
        }
    }

    /// Whether a file is a recording by its name, which YAML and a few others need.
    static func isNamedRecording(_ file: String) -> Bool {
        isNamed(file, [".har", ".yaml", ".yml", ".httprr"])
    }

    /// The files beside a recording: in its folder, and for WireMock beside its folder `mappings`.
    private static func companions(of file: String) -> CompanionFiles {
        let path = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        var folders = [path.map { $0 + "/" }.joined()]
        if let mappings = path.lastIndex(of: "mappings") { folders.append(path[..<mappings].map { $0 + "/" }.joined()) }
        return CompanionFiles { [folders] name in
            for folder in folders where FileSystem.isFile(folder + name) {
                let root = name.hasPrefix(bodies) ? folder + bodies : folder
                guard
                    FileSystem.canonical(folder + name).hasPrefix(FileSystem.canonical(root.isEmpty ? "." : root) + "/")
                else { continue }
                if let bytes = try? FileSystem.read(folder + name, takesPipes: false) { return bytes }
            }
            return nil
        }
    }

    /// The folder of WireMock's bodies.
    private static let bodies = "__files/"

    /// What was read of the files that were named: one broken file does not keep the others from being replayed.
    struct Inputs {
        /// The recordings, each under its file's name without the extension.
        var recordings: [ReplayInput] = []
        /// What was skipped, and why.
        var notes: [String] = []
        /// What could not be read.
        var problems: [InputProblem] = []
    }

    /// The recordings as the replay takes them.
    static func inputs(_ paths: [String]) -> Inputs {
        var inputs = Inputs()
        for path in paths {
            do throws(InputProblem) {
                let found = try files(path)
                inputs.notes += found.notes
                for file in found.paths where !Task.isCancelled {
                    do throws(InputProblem) {
                        inputs.recordings.append(try input(file))
                    } catch {
                        inputs.problems.append(error)
                    }
                }
            } catch {
                inputs.problems.append(error)
            }
        }
        return inputs
    }

    private static func input(_ file: String) throws(InputProblem) -> ReplayInput {
        let imported = try load(file)
        let name = file.split(separator: "/").last.map(String.init) ?? file
        let plain = String(uncompressed(name))
        let stem = plain.lastIndex(of: ".").map { String(plain[..<$0]) } ?? plain
        return ReplayInput(name: stem, file: file, recording: imported.recording, notes: imported.notes)
    }

    /// A file itself, or the recordings below a directory.
    ///
    /// Folders `accounts` and `scenarios` below it hold simulated accounts and scenarios for clients, and folders `__files`
    /// hold bodies of WireMock, which are no recordings; named themselves, they are read.
    static func files(_ path: String) throws(InputProblem) -> FileSystem.FoundFiles {
        guard FileSystem.isDirectory(path) else { return FileSystem.FoundFiles(paths: [path]) }
        let others = ["accounts", "scenarios"].map { path.hasSuffix("/") ? path + $0 + "/" : "\(path)/\($0)/" }
        let found = try FileSystem.files(below: path) { path in
            (isNamed(path, [".json"]) || isNamedRecording(path)) && !others.contains(where: path.hasPrefix)
                && !path.contains("/__files/")
        }
        if found.paths.isEmpty {
            throw InputProblem(
                file: path,
                message: "expected .json, .yaml, .yml, .har or .httprr files below it, each also with .gz, found none")
        }
        return found
    }

    private static func isNamed(_ path: String, _ extensions: [String]) -> Bool {
        let path = uncompressed(path).lowercased()
        return extensions.contains { path.hasSuffix($0) }
    }

    /// A name without the extension of gzip.
    private static func uncompressed(_ path: String) -> Substring {
        path.lowercased().hasSuffix(".gz") ? path.dropLast(3) : path[...]
    }
}
