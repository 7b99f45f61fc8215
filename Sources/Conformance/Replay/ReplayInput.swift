package import Recordings

/// A recording to replay, under the name that its cases carry.
package struct ReplayInput: Sendable {
    /// The file's name without its extension.
    package var name: String
    /// Where it was read from, for messages; two files may share a name.
    package var file: String
    package var recording: Recording

    /// What the importer ignored, and why.
    package var notes: [String]

    /// - Parameter file: Where it was read from; the name itself if that is all there is to say.
    package init(name: String, file: String? = nil, recording: Recording, notes: [String] = []) {
        self.name = name
        self.file = file ?? name
        self.recording = recording
        self.notes = notes
    }
}
