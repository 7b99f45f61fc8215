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

    /// Why it does not count, although it was run.
    package var setAside: SetAside?

    /// The stage of a case at which the adapter itself broke, so that what it drives was not tried.
    package static let adapterStage = "adapter"

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

    /// Whether it passes and something is said of it all the same: a rule of the level `may` is broken.
    ///
    /// An entry of a comparison has a stage too, which says what has changed.
    package var isRemark: Bool {
        status == .pass && stage.map { ReportDifference.Change(rawValue: $0) == nil } ?? false
    }

    /// What names the case among all others, the same from run to run.
    package var name: String { adapter.map { "\(id) by \($0)" } ?? id }
}

extension CaseResult {
    /// How far a case had come that a run left behind.
    package enum Progress: Sendable, Hashable, CaseIterable {
        case notBegun
        /// It was given out, and not answered.
        case underWay
    }

    /// Why a run that a signal ended left something out.
    package static let interruption = "the run was interrupted"

    /// A case that has no verdict because its run ended before.
    ///
    /// - Parameter end: What ended the run, as in "the run was interrupted".
    package static func unreached(
        _ id: String, _ progress: Progress = .notBegun, _ end: String = interruption,
        code: FindingCode? = nil
    ) -> CaseResult {
        let words =
            switch progress {
            case .notBegun: "not reached: \(end)"
            case .underWay: "begun, and not answered: \(end)"
            }
        return CaseResult(id: id, status: .unknown, message: words, code: code, durationMs: 0)
    }

    /// How far it had come, of one that has no verdict because its run was interrupted; `nil` of any other.
    package var unreachedProgress: Progress? {
        guard status == .unknown, code == nil else { return nil }
        return Progress.allCases.first { CaseResult.unreached(id, $0).message == message }
    }

    package var isUnreached: Bool { unreachedProgress != nil }
}
