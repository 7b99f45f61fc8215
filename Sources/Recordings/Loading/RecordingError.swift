package import JSONText

/// Why a file is not a recording, and where.
public struct RecordingError: Error, Sendable, Hashable {
    /// The file as the caller named it.
    public let file: String
    /// The line, from 1, if the fault has a place.
    public let line: Int?
    /// The column, from 1, in Unicode scalars, if the fault has a place.
    public let column: Int?
    /// The way to the value at fault, such as `$.exchanges[2].response.status`; nil where the text itself is broken.
    public let path: String?
    /// What should have stood there.
    public let expected: String
    /// What stood there.
    public let found: String

    /// An error at a place.
    public init(file: String, line: Int?, column: Int?, path: String?, expected: String, found: String) {
        self.file = file
        self.line = line
        self.column = column
        self.path = path
        self.expected = expected
        self.found = found
    }
}

extension RecordingError: CustomStringConvertible {
    /// The message: `FILE:LINE:COLUMN: PATH: expected …, found …`.
    public var description: String {
        var text = file
        if let line { text += ":\(line)" }
        if line != nil, let column { text += ":\(column)" }
        if let path { text += ": \(path)" }
        return "\(text): expected \(expected), found \(found)"
    }
}

extension Recording {
    /// How deep a file of ours may nest: a body is read up to 512 deep, and its recording has a few levels around it.
    package static let readerOptions = JSONReaderOptions(maximumDepth: 600)
}

extension RecordingError {
    /// Parses a JSON file and reads a value out of it; an error of either has its place in the file.
    package static func reading<Value>(
        _ bytes: [UInt8], file: String, options: JSONReaderOptions = .default,
        _ read: (JSONCursor) throws(JSONShapeError) -> Value
    ) throws(RecordingError) -> Value {
        let document: JSONValue
        do throws(JSONError) {
            document = try JSONValue(parsing: bytes, options: options)
        } catch {
            let earlier = error.first.map { ", first at \($0)" } ?? ""
            throw RecordingError(
                file: file, line: error.line, column: error.column, path: nil, expected: error.expected,
                found: error.found + earlier)
        }
        do throws(JSONShapeError) {
            return try read(JSONCursor(document))
        } catch {
            let position = JSONLocator.position(of: error, in: bytes)
            throw RecordingError(
                file: file, line: position?.line, column: position?.column, path: error.path.description,
                expected: error.expected, found: error.found)
        }
    }
}
