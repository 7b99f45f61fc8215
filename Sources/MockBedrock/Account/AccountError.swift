public import JSONText

/// Why an account file could not be used: where in the file, what was expected, what was found.
public struct AccountError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file as it was named to the loader.
    public let file: String
    /// The line, from 1; nil when the place is not in the text.
    public let line: Int?
    /// The column, from 1, in Unicode scalars.
    public let column: Int?
    /// The path of the value, such as `$.models[2].regions`; nil when the file is not JSON at all.
    public let path: JSONPath?
    /// What is wrong: what was expected and what was found.
    public let message: String

    /// `file:line:column: path: message`, with what is known.
    public var description: String {
        var text = file
        if let line, let column { text += ":\(line):\(column)" }
        if let path { text += ": \(path)" }
        return "\(text): \(message)"
    }

    init(_ error: JSONError, file: String) {
        self.file = file
        line = error.line
        column = error.column
        path = nil
        message = error.message
    }

    init(_ error: JSONShapeError, file: String, source: [UInt8]) {
        self.file = file
        let position = JSONLocator.position(of: error, in: source)
        line = position?.line
        column = position?.column
        path = error.path
        message = "expected \(error.expected), found \(error.found)"
    }
}
