public import Recordings

/// What an import gave: the recording, and what was left behind.
public struct ImportedRecording: Sendable, Hashable {
    /// The Converse exchanges, without secrets.
    public let recording: Recording
    /// What was ignored or kept in another form than meant, one sentence each; the recording has them as its notes too.
    public let notes: [String]

    /// What the calls of a file are, without secrets.
    ///
    /// - Parameters:
    ///   - tool: What wrote the file, in a few words.
    ///   - version: The version of the tool or of its format; nil where the file does not say.
    ///   - day: The day that the file itself names, as `YYYY-MM-DD`.
    init(_ calls: ConverseCalls, file: String, tool: String, version: String? = nil, day: String? = nil) {
        notes = calls.ignored.notes
        recording = Redactor.standard.redact(
            Recording(
                name: RecordingName.of(file),
                source: RecordingSource(
                    kind: .imported, tool: tool, version: version ?? "unknown", date: day ?? calls.day),
                exchanges: calls.exchanges, notes: notes))
    }

    /// An imported recording.
    public init(recording: Recording, notes: [String]) {
        self.recording = recording
        self.notes = notes
    }
}

/// The name of a recording that is made from a file of another tool.
enum RecordingName {
    /// The file's name without directory and extension, nor that of its compression.
    static func of(_ file: String) -> String {
        var last = file.split(separator: "/").last.map(String.init) ?? file
        if last.lowercased().hasSuffix(".gz") { last = String(last.dropLast(3)) }
        guard let dot = last.lastIndex(of: "."), dot != last.startIndex else { return last }
        return String(last[..<dot])
    }
}
