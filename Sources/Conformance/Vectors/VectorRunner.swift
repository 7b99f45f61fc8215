package import Report

/// Runs vectors: signs and compares stage by stage, or verifies and compares the verdict.
package struct VectorRunner: Sendable {
    private let stopwatch: @Sendable () -> Duration

    /// Makes a runner.
    ///
    /// - Parameter stopwatch: the time since some moment, from a clock that does not jump.
    package init(stopwatch: @escaping @Sendable () -> Duration) {
        self.stopwatch = stopwatch
    }

    /// Runs all cases of a set, in their order.
    package func run(_ set: VectorSet) -> [CaseResult] {
        set.cases.map(run)
    }

    /// Runs one case.
    package func run(_ vector: VectorCase) -> CaseResult {
        let start = stopwatch()
        let fault =
            switch vector {
            case .signing(let signing): signing.fault()
            case .verification(let verification): verification.fault()
            }
        let elapsed = stopwatch() - start
        return CaseResult(
            id: vector.id, status: fault == nil ? .pass : .fail, stage: fault?.stage, message: fault?.message,
            durationMs: elapsed.milliseconds)
    }
}
