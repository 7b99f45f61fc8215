public import Recordings

/// What an import gave: the recording, and what was left behind.
public struct ImportedRecording: Sendable, Hashable {
    /// The Converse exchanges, without secrets.
    public let recording: Recording
    /// What was ignored or kept in another form than meant, one sentence each; the recording has them as its notes too.
    public let notes: [String]

    /// An imported recording.
    public init(recording: Recording, notes: [String]) {
        self.recording = recording
        self.notes = notes
    }
}

/// The name of a recording that is made from a file of another tool.
enum RecordingName {
    /// The file's name without directory and extension.
    static func of(_ file: String) -> String {
        let last = file.split(separator: "/").last.map(String.init) ?? file
        guard let dot = last.lastIndex(of: "."), dot != last.startIndex else { return last }
        return String(last[..<dot])
    }
}
