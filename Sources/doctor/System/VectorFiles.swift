import Conformance

/// Signing vectors from files and directories.
enum VectorFiles {
    /// The vectors in a file, or in all files below a directory.
    ///
    /// - Throws: ``InputProblem`` with file and place.
    static func load(_ path: String) throws(InputProblem) -> VectorSet {
        let paths = FileSystem.isDirectory(path) ? try FileSystem.files(below: path) : [path]
        var files: [InputFile] = []
        for path in paths where !Task.isCancelled {
            files.append(InputFile(path: path, bytes: try FileSystem.read(path)))
        }
        do {
            return try VectorSet(files, from: path)
        } catch {
            throw InputProblem(error.description)
        }
    }
}
