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
