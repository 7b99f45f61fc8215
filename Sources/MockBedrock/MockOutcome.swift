/// What the server will answer, and what it will say about it.
struct MockOutcome: Sendable {
    var response: MockResponse
    var entry: MockLogEntry
    /// What to search for the cause of a mismatch in; nil for everything else.
    var search: MockDiagnosisInput?
}
