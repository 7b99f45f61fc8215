package import JSONText

/// Why an input file cannot be used: where, what was expected and what was found.
package struct InputFileError: Error, Sendable, Hashable {
    /// The file's path; a folder's if a file is missing in it.
    package let path: String
    /// The place in the file, if there is one.
    package let position: JSONPosition?
    /// What was expected, what was found, and the next step where there is one.
    package let message: String

    package init(_ path: String, at position: JSONPosition? = nil, _ message: String) {
        self.path = path
        self.position = position
        self.message = message
    }

    /// A text that is no JSON.
    init(_ error: JSONError, in file: InputFile) {
        self.init(file.path, at: error.position, error.message)
    }

    /// JSON of another shape than expected.
    init(_ error: JSONShapeError, in file: InputFile) {
        self.init(
            file.path, at: JSONLocator.position(of: error, in: file.bytes),
            "\(error.path): expected \(error.expected), found \(error.found)")
    }
}

extension InputFileError: CustomStringConvertible {
    /// `file:line:column: message`.
    package var description: String {
        guard let position else { return "\(path): \(message)" }
        return "\(path):\(position.line):\(position.column): \(message)"
    }
}
