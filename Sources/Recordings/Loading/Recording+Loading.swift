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
        if bytes.count > Self.long, let recording = Self.readByAllCores(bytes) {
            self = recording
            return
        }
        self = try RecordingError.reading(bytes, file: file, options: Self.readerOptions) {
            root throws(JSONShapeError) in
            try RecordingReader.recording(root, .standard)
        }
    }
}

extension Recording {
    /// Shorter files are read before other threads have begun.
    private static let long = 256 << 10

    /// A recording whose exchanges are read on all cores; nil where anything is wrong with it: then it is read from its
    /// beginning, which says what and where.
    package static func readByAllCores(_ bytes: [UInt8]) -> Recording? {
        guard let places = ElementPlaces(of: "exchanges", in: bytes.span) else { return nil }
        let rest = bytes[..<places.array.lowerBound] + Array("[]".utf8) + bytes[places.array.upperBound...]
        // Each exchange stands in the array, and that in the recording.
        let options = JSONReaderOptions(maximumDepth: readerOptions.maximumDepth - 2)
        do {
            var recording = try RecordingReader.recording(
                JSONCursor(JSONValue(parsing: Array(rest), options: readerOptions)), .standard)
            recording.exchanges = try places.elements.mappedByAllCores { place in
                let exchange = try JSONValue(parsing: bytes.span.extracting(place), options: options)
                return Redactor.standard.redact(try RecordingReader.exchange(JSONCursor(exchange)))
            }
            return recording
        } catch {
            return nil
        }
    }
}
