import Conformance
import Report

extension VectorRunner {
    /// A runner whose stopwatch stands still: tests look at verdicts, not at times.
    static let still = VectorRunner { .zero }
}

extension [CaseResult] {
    /// The cases that did not pass, with their messages.
    var failures: [String] {
        filter { $0.status != .pass }.map { "\($0.id) [\($0.stage ?? "-")] \($0.message ?? "")" }
    }
}
