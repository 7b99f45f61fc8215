import Conformance

/// Signing vectors from files and directories.
enum VectorFiles {
    /// The vectors in a file, or in all files below a directory.
    ///
    /// - Throws: ``InputProblem`` with file and place.
    static func load(_ path: String) throws(InputProblem) -> VectorSet {
        let found =
            FileSystem.isDirectory(path) ? try FileSystem.files(below: path) : FileSystem.FoundFiles(paths: [path])
        var files: [InputFile] = []
        for path in found.paths where !Task.isCancelled {
            files.append(InputFile(path: path, bytes: try FileSystem.read(path)))
        }
        do {
            var set = try VectorSet(files, from: path)
            set.notes += found.notes
            return set
        } catch {
            throw InputProblem(error.description)
        }
    }
}
