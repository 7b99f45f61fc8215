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
        self = try RecordingError.reading(bytes, file: file, options: Self.readerOptions) {
            root throws(JSONShapeError) in
            Redactor.standard.redact(try RecordingReader.recording(root))
        }
    }
}
