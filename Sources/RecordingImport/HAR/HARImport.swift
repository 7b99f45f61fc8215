public import Recordings

/// Imports HAR files (HTTP Archive 1.2), which browsers, proxies and Polly.JS write.
///
/// What is not a call of Converse or ConverseStream, or has no answer, is left out, and said in the notes; so is a stream whose
/// bytes the tool did not keep.
public enum HARImport {
    /// Reads a HAR file.
    ///
    /// - Parameters:
    ///   - bytes: the file's contents.
    ///   - file: its name, for messages and for the recording's name.
    /// - Throws: `RecordingError` with file, line, column, path, what was expected and what was found.
    public static func recording(from bytes: [UInt8], file: String) throws(RecordingError) -> ImportedRecording {
        let log = try HARLog(parsing: bytes, file: file)
        return ImportedRecording(
            HARExchanges.calls(log), file: file, tool: log.creator.map { "HAR file of \($0)" } ?? "HAR file",
            version: log.version, day: log.entries.lazy.compactMap(\.day).first)
    }

    /// Whether the bytes are a HAR file: a JSON object with a log of entries.
    public static func isHAR(_ bytes: [UInt8]) -> Bool { HARLog.isHAR(bytes) }
}
