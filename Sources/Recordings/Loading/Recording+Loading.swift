import JSONText

extension Recording {
    /// Reads a recording of the schema `converse-recording/1`.
    ///
    /// The document must have exactly the members of the schema: an unknown or repeated one, a wrong type or a cut file is an
    /// error with its place. Secrets in it are redacted as it is read, so that they reach no comparison and no output.
    ///
    /// - Parameters:
    ///   - bytes: the file's contents.
    ///   - file: its name, for messages.
    /// - Throws: `RecordingError` with file, line, column, path, what was expected and what was found.
    public init(parsing bytes: [UInt8], file: String) throws(RecordingError) {
        let document: JSONValue
        do throws(JSONError) {
            document = try JSONValue(parsing: bytes)
        } catch {
            let earlier = error.first.map { ", first at \($0)" } ?? ""
            throw RecordingError(
                file: file, line: error.line, column: error.column, path: nil, expected: error.expected,
                found: error.found + earlier)
        }
        do throws(JSONShapeError) {
            self = Redactor.standard.redact(try RecordingReader.recording(JSONCursor(document)))
        } catch {
            let position = JSONLocator.position(of: error, in: bytes)
            throw RecordingError(
                file: file, line: position?.line, column: position?.column, path: error.path.description,
                expected: error.expected, found: error.found)
        }
    }
}
