/// Recorded exchanges with Bedrock, and where they come from.
///
/// On disk a recording is a JSON document of the schema `converse-recording/1`; see ``Recording/init(parsing:file:)``.
public struct Recording: Sendable, Hashable {
    /// The schema that this version reads and writes.
    public static let schema = "converse-recording/1"

    /// What the recording is called; by habit the name of its file without extension.
    public var name: String
    /// Where it comes from.
    public var source: RecordingSource
    /// The exchanges in the order in which they took place.
    public var exchanges: [Exchange]
    /// What a reader should know: what was left out, what was changed.
    public var notes: [String]

    /// A recording.
    public init(name: String, source: RecordingSource, exchanges: [Exchange], notes: [String] = []) {
        self.name = name
        self.source = source
        self.exchanges = exchanges
        self.notes = notes
    }
}
