import JSONText
import Recordings

/// Reads JSON that other tools wrote or people edited for them.
enum ForeignJSON {
    /// Of a repeated name the last value counts, as the readers of all these tools have it.
    static let options = JSONReaderOptions(repeatedNames: .lastCounts)

    /// The same for a look at what a file is, which may be one of ours.
    private static let deepOptions = JSONReaderOptions(
        maximumDepth: Recording.readerOptions.maximumDepth, repeatedNames: .lastCounts)

    /// Parses a file and reads a value out of it; a byte order mark is skipped.
    static func reading<Value>(
        _ bytes: [UInt8], file: String, _ read: (JSONCursor) throws(JSONShapeError) -> Value
    ) throws(RecordingError) -> Value {
        try RecordingError.reading(withoutMark(bytes), file: file, options: options, read)
    }

    /// The value of a text; nil if it is no JSON.
    static func value(_ bytes: [UInt8]) -> JSONValue? {
        let source = withoutMark(bytes)
        return looksLikeJSON(source) ? try? JSONValue(parsing: source, options: deepOptions) : nil
    }

    /// Whether the text begins as a JSON document of these tools does: with an object or a list.
    static func looksLikeJSON(_ bytes: [UInt8]) -> Bool {
        let first = bytes.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    }

    /// The bytes behind a byte order mark.
    static func withoutMark(_ bytes: [UInt8]) -> [UInt8] {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        return bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
    }
}
