/// What the server will answer, and what it will say about it.
struct MockOutcome: Sendable {
    var response: MockResponse
    var entry: MockLogEntry
    /// What to search for the cause of a mismatch in; nil for everything else.
    var search: MockDiagnosisInput?
    /// What goes wrong with the answer's bytes on their way; nil if nothing does.
    var carriage: CarriageFault?
    /// How much later than otherwise the answer is sent.
    var delay: Duration = .zero
}
