/// Recorded exchanges with Bedrock, and where they come from.
///
/// On disk a recording is a JSON document of the schema `converse-recording/1`:
///
/// ```json
/// {"schema": "converse-recording/1", "name": "hello", "notes": ["optional"],
///  "source": {"kind": "authored", "tool": "API reference", "version": "2023-09-30", "date": "2026-01-02"},
///  "exchanges": [
///    {"request": {"method": "POST", "target": "/model/amazon.nova-micro-v1%3A0/converse", "host": "optional",
///                 "headers": [{"name": "content-type", "value": "application/json"}], "body": {"json": {}}},
///     "response": {"status": 200, "headers": [], "body": {"stream": [{"atMs": 0, "base64": "AAAA"}]}}}]}
/// ```
///
/// A body is one of `{"json": …}`, `{"text": "…"}`, `{"base64": "…"}` and `{"stream": […]}`; without a body the member is
/// left out, and so may `date`, `notes`, `host` and `headers` be.
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
