package import Codes

/// The outcome of one vector, one replayed exchange, or one case that other software was given.
package struct CaseResult: Sendable, Hashable {
    /// `<vector id>`, `<directory>/header`, `<directory>/query` or `<recording>#<n>`.
    package var id: String
    package var status: Status

    /// Whose software it is about, where there are several.
    package var adapter: String?

    /// The first stage that went wrong, such as `canonical-request`; `nil` when none did.
    package var stage: String?

    /// What differed, or why the case was skipped.
    package var message: String?

    /// The cause, where it is one that has a page.
    package var code: FindingCode?

    /// In milliseconds.
    package var durationMs: Double

    package init(
        id: String, status: Status, stage: String? = nil, message: String? = nil, code: FindingCode? = nil,
        durationMs: Double
    ) {
        self.id = id
        self.status = status
        self.stage = stage
        self.message = message
        self.code = code
        self.durationMs = durationMs
    }

    /// What names the case among all others, the same from run to run.
    package var name: String { adapter.map { "\(id) by \($0)" } ?? id }
}
