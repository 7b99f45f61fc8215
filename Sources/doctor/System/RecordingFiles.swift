import Conformance
import RecordingImport
import Recordings

/// Recordings from files and directories, in our format or VCR's.
enum RecordingFiles {
    /// The recordings of every file named, and of every file below each directory named.
    ///
    /// - Throws: ``InputProblem`` for the first file that cannot be read or understood.
    static func load(_ paths: [String]) throws(InputProblem) -> [ImportedRecording] {
        var recordings: [ImportedRecording] = []
        for path in paths {
            for file in try files(path) { recordings.append(try load(file)) }
        }
        return recordings
    }

    /// The recording in one file; the form is told by the name's end.
    static func load(_ file: String) throws(InputProblem) -> ImportedRecording {
        let bytes = try FileSystem.read(file)
        do {
            if file.hasSuffix(".json") {
                return ImportedRecording(recording: try Recording(parsing: bytes, file: file), notes: [])
            }
            return try VCRImport.recording(from: bytes, file: file)
        } catch {
            throw InputProblem(error.description)
        }
    }

    /// The recording in one file as the replay takes it: under the file's name without its extension.
    static func input(_ file: String) throws(InputProblem) -> ReplayInput {
        let imported = try load(file)
        let name = file.split(separator: "/").last.map(String.init) ?? file
        let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
        return ReplayInput(name: stem, recording: imported.recording, notes: imported.notes)
    }

    /// A file itself, or the recordings below a directory.
    static func files(_ path: String) throws(InputProblem) -> [String] {
        guard FileSystem.isDirectory(path) else { return [path] }
        let found = try FileSystem.files(below: path).filter { path in
            [".json", ".yaml", ".yml"].contains { path.hasSuffix($0) }
        }
        if found.isEmpty {
            throw InputProblem(file: path, message: "expected .json, .yaml or .yml files below it, found none")
        }
        return found
    }
}
