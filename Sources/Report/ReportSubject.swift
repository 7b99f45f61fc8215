/// The results that a command is run for.
///
/// What else a report holds prepares the ground: an environment without a fault is not a verdict on a call that nobody
/// answered.
package enum ReportSubject: Sendable, Hashable {
    /// The findings, whichever they are.
    case findings

    /// The findings of one check.
    case check(Check)

    /// The cells of the model x region table.
    case models

    /// The one cell of a call, after findings that were chosen by name as well.
    case call

    /// The vectors, or the replayed exchanges.
    case cases

    /// Whether a verdict was reached on any of them.
    func hasVerdict(in report: Report) -> Bool {
        switch self {
        case .findings: report.hasLeftOut || report.findings.contains(where: Self.isVerdict)
        case .check(let check):
            report.hasLeftOut || report.findings.contains { $0.check == check && Self.isVerdict($0) }
        case .models, .call: report.models.contains { $0.isAnswer || Self.isVerdict($0) }
        case .cases: report.cases.contains(where: Self.isVerdict)
        }
    }
}

extension ReportSubject {
    /// What was passed over was judged all the same.
    private static func isVerdict(_ result: some JudgedResult) -> Bool {
        result.status.isVerdict || result.setAside != nil
    }
}

extension Status {
    /// Whether something was judged.
    fileprivate var isVerdict: Bool {
        switch self {
        case .pass, .warn, .fail: true
        case .skip, .unknown: false
        }
    }
}

extension ModelCell {
    /// Whether something was said, although it is no verdict on access.
    ///
    /// That a region does not offer a model is an answer, although it is skipped in a table of several regions; that a
    /// region's name leads nowhere may also mean that there is no network.
    fileprivate var isAnswer: Bool { verdict == .notInRegion && httpStatus != nil }
}
