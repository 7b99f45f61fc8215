/// The outcome of one vector or one replayed exchange.
package struct CaseResult: Sendable, Hashable {
    /// `<vector id>`, `<directory>/header`, `<directory>/query` or `<recording>#<n>`.
    package var id: String
    package var status: Status

    /// The first stage that went wrong, such as `canonical-request`; `nil` when none did.
    package var stage: String?

    /// What differed, or why the case was skipped.
    package var message: String?

    /// In milliseconds.
    package var durationMs: Double

    package init(id: String, status: Status, stage: String? = nil, message: String? = nil, durationMs: Double) {
        self.id = id
        self.status = status
        self.stage = stage
        self.message = message
        self.durationMs = durationMs
    }
}
