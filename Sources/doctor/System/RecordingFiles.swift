import Conformance
import RecordingImport
import Recordings

/// Recordings from files and directories, in our format, VCR's or HAR.
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

    /// The recording in one file: ours, a HAR file, or a cassette, which may be JSON as well.
    static func load(_ file: String) throws(InputProblem) -> ImportedRecording {
        try load(try FileSystem.read(file), named: file)
    }

    /// The recording in the bytes of a file.
    static func load(_ bytes: [UInt8], named file: String) throws(InputProblem) -> ImportedRecording {
        do throws(RecordingError) {
            if isNamed(file, [".har"]) { return try HARImport.recording(from: bytes, file: file) }
            if isJSON(file, bytes), let recording = try json(bytes, file) { return recording }
            return try VCRImport.recording(from: bytes, file: file)
        } catch {
            throw InputProblem(error.description)
        }
    }

    /// The recording in JSON of our own schema or in HAR; nil if it is a cassette instead.
    private static func json(_ bytes: [UInt8], _ file: String) throws(RecordingError) -> ImportedRecording? {
        do throws(RecordingError) {
            return ImportedRecording(recording: try Recording(parsing: bytes, file: file), notes: [])
        } catch {
            if HARImport.isHAR(bytes) { return try HARImport.recording(from: bytes, file: file) }
            guard VCRImport.isJSONCassette(bytes) else { throw error }
            return nil
        }
    }

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
        let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
        return ReplayInput(name: stem, file: file, recording: imported.recording, notes: imported.notes)
    }

    /// A file itself, or the recordings below a directory.
    ///
    /// Folders `accounts` and `scenarios` below it hold simulated accounts and scenarios for clients, which are no
    /// recordings; named themselves, they are read.
    static func files(_ path: String) throws(InputProblem) -> FileSystem.FoundFiles {
        guard FileSystem.isDirectory(path) else { return FileSystem.FoundFiles(paths: [path]) }
        let others = ["accounts", "scenarios"].map { path.hasSuffix("/") ? path + $0 + "/" : "\(path)/\($0)/" }
        let found = try FileSystem.files(below: path) { path in
            isNamed(path, [".json", ".yaml", ".yml", ".har"]) && !others.contains(where: path.hasPrefix)
        }
        if found.paths.isEmpty {
            throw InputProblem(file: path, message: "expected .json, .yaml, .yml or .har files below it, found none")
        }
        return found
    }

    /// By its name; what has none, as a pipe, by how it begins.
    private static func isJSON(_ file: String, _ bytes: [UInt8]) -> Bool {
        if isNamed(file, [".json"]) { return true }
        return !isNamed(file, [".yaml", ".yml"]) && bytes.first { $0 > 0x20 } == UInt8(ascii: "{")
    }

    private static func isNamed(_ path: String, _ extensions: [String]) -> Bool {
        let path = path.lowercased()
        return extensions.contains { path.hasSuffix($0) }
    }
}
