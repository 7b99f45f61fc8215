import Deflate
import JSONText
public import Recordings

/// Reads the recordings of any tool, by what a file holds.
///
/// Known are our own schema, HAR (browsers, proxies, Polly.JS), cassettes of VCR.py, Ruby's VCR, betamax and go-vcr, traces of
/// httprr, mappings of WireMock, recordings of nock, and simulations of Hoverfly. A file may be compressed with gzip.
public enum AnyRecording {
    /// No file that is compressed gets larger than this.
    private static let limit = 256 << 20

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - bytes: the file's contents.
    ///   - file: its name, for messages and for the recording's name. Where the contents leave a doubt, such as whether broken
    ///     text was meant as JSON or YAML, its extension decides.
    ///   - companions: the files beside it, which some tools keep bodies in.
    /// - Throws: `RecordingError` with file, line, column, path, what was expected and what was found.
    public static func recording(
        from bytes: [UInt8], file: String, companions: CompanionFiles = .none
    ) throws(RecordingError) -> ImportedRecording {
        let bytes = try expanded(bytes, file: file)
        if RecordingDialect.beginsAsOwn(bytes) {
            return ImportedRecording(recording: try Recording(parsing: bytes, file: file), notes: [])
        }
        if HTTPRRTrace.isTrace(bytes) { return try HTTPRRImport.recording(from: bytes, file: file) }
        let called = file.lowercased()
        let name = called.hasSuffix(".gz") ? String(called.dropLast(3)) : called
        let isYAML = name.hasSuffix(".yaml") || name.hasSuffix(".yml")
        let isNamedJSON = name.hasSuffix(".json") || name.hasSuffix(".har")
        guard isNamedJSON || ForeignJSON.looksLikeJSON(ForeignJSON.withoutMark(bytes)) else {
            if let error = NockImport.script(bytes, file: file) { throw error }
            return try VCRImport.recording(from: bytes, file: file)
        }
        guard let document = ForeignJSON.value(bytes) else {
            // YAML may begin with a brace too.
            if isYAML { return try VCRImport.recording(from: bytes, file: file) }
            return try ForeignJSON.reading(bytes, file: file) { root throws(JSONShapeError) in
                throw root.fault(expected: RecordingDialect.marks)
            }
        }
        switch RecordingDialect(document) {
        case .own: return ImportedRecording(recording: try Recording(parsing: bytes, file: file), notes: [])
        case .har: return try HARImport.recording(from: bytes, file: file)
        case .cassette: return try VCRImport.recording(from: bytes, file: file)
        case .wireMock: return try WireMockImport.recording(from: bytes, file: file, companions: companions)
        case .nock: return try NockImport.recording(from: bytes, file: file)
        case .hoverfly: return try HoverflyImport.recording(from: bytes, file: file, companions: companions)
        case .httprr, .compressed, nil:
            // Another schema is what is wrong then.
            if document["schema"] != nil { _ = try Recording(parsing: bytes, file: file) }
            return try ForeignJSON.reading(bytes, file: file) { root throws(JSONShapeError) in
                throw root.fault(expected: RecordingDialect.marks, found: shown(root.value))
            }
        }
    }

    /// Whether the bytes are a recording whose form tells so without a name; YAML never does.
    public static func isRecording(_ bytes: [UInt8]) -> Bool { RecordingDialect(bytes) != nil }

    /// Whether the bytes are of our own schema.
    public static func isOwn(_ bytes: [UInt8]) -> Bool { RecordingDialect(bytes) == .own }

    private static func expanded(_ bytes: [UInt8], file: String) throws(RecordingError) -> [UInt8] {
        // By its first bytes, however little there is behind them; by its name only where it is nothing else.
        // YAML has no form that tells it, so that a file called one is read, if need be, as the text that it is.
        let name = file.lowercased()
        let isNamedSo = name.hasSuffix(".gz") && ![".yaml.gz", ".yml.gz"].contains(where: name.hasSuffix)
        guard bytes.starts(with: [0x1F, 0x8B]) || isNamedSo && RecordingDialect(bytes) == nil else { return bytes }
        do throws(InflateError) {
            return try Expansion.gunzip(bytes.span, limit: limit)
        } catch {
            throw RecordingError(
                file: file, line: nil, column: nil, path: nil, expected: "a recording compressed with gzip",
                found: error.description)
        }
    }

    private static func shown(_ document: JSONValue) -> String {
        guard let names = document.objectValue?.names else { return document.kindName }
        guard !names.isEmpty else { return "an empty object" }
        let members = "an object with \(names.prefix(12).joined(separator: ", "))"
        let mapping = document["mappings"]?.arrayValue?.first ?? document
        return WireMockMark.difference(mapping).map { "\(members), which is no mapping of WireMock: \($0)" } ?? members
    }
}
