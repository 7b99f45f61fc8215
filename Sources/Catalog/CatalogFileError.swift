import JSONText

/// Why a catalog file cannot be used: where in it, what was expected, what was found.
package struct CatalogFileError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file as it was named to the loader.
    package let file: String
    /// The line, from 1.
    package let line: Int
    /// The column, from 1; `nil` where the whole line is meant.
    package let column: Int?
    /// What was expected and what was found.
    package let message: String

    /// `line:column: message`.
    package var reason: String { "\(line)" + (column.map { ":\($0)" } ?? "") + ": \(message)" }

    package var description: String { "\(file):\(reason)" }

    init(file: String, line: Int, _ message: String) {
        self.file = file
        self.line = line
        column = nil
        self.message = message
    }

    init(file: String, line: Int, _ error: JSONError) {
        self.file = file
        self.line = line + error.line - 1
        column = error.column
        message = error.message
    }

    init(file: String, line: Int, _ error: JSONShapeError, source: [UInt8]) {
        self.file = file
        self.line = line
        column = JSONLocator.position(of: error, in: source)?.column
        message = "\(error.path): expected \(error.expected), found \(error.found)"
    }
}
