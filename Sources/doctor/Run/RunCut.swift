import Codes
import Report
import WireText

/// What ended a run before it had reached everything.
enum RunCut: Sendable {
    /// `--deadline`, so long after the run began.
    case deadline(Duration)
    /// SIGINT or SIGTERM.
    case signal

    /// What ended it, as the reason of a result without a verdict.
    var words: String {
        switch self {
        case .deadline(let deadline): "the run had \(deadline.words) (--deadline)"
        case .signal: CaseResult.interruption
        }
    }

    /// The code of what it left out; a signal has none.
    var code: FindingCode? {
        switch self {
        case .deadline: .deadlineReached
        case .signal: nil
        }
    }

    /// What a report says of it; nothing where a deadline left nothing out.
    ///
    /// - Parameter unreached: How many results have no verdict for it; `nil` where it was not known what was to come.
    func note(on unreached: Int?) -> String? {
        let lead =
            switch self {
            case .deadline(let deadline): "the deadline of \(deadline.words) was reached (--deadline): "
            case .signal: "interrupted: this is what was found until then; "
            }
        switch unreached {
        case nil: return lead + "what was still to be looked at was not known yet"
        case 0?: return nil
        case let count?:
            let results = "\(Counted.words(count, "result")) of the run \(count == 1 ? "has" : "have")"
            return lead + "\(results) no verdict for it"
        }
    }
}
