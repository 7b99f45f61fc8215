package import Recordings

/// A recording to replay, under the name that its cases carry.
package struct ReplayInput: Sendable {
    /// The file's name without its extension.
    package var name: String
    package var recording: Recording

    /// What the importer ignored, and why.
    package var notes: [String]

    package init(name: String, recording: Recording, notes: [String] = []) {
        self.name = name
        self.recording = recording
        self.notes = notes
    }
}
