import Diagnosis
import Report

/// The exit status of `explain`: whether a failure was recognised, not how sure its cause is.
enum ExplainStatus {
    /// - Parameters:
    ///   - rule: What fails the command, where something was said of it.
    ///   - isStrict: Whether nothing recognised counts as a failure, too.
    static func of(_ report: Report, failing rule: FailureRule?, isStrict: Bool) -> ExitStatus {
        if let rule, !isStrict {
            if rule.fails(report) { return .failed }
        } else if report.findings.contains(where: isFailure) || report.cases.contains(where: { $0.status == .fail }) {
            return .failed
        }
        // What is known to fail, or was asked not to fail the command, was recognised all the same.
        let isRecognised =
            report.hasLeftOut
            || report.findings.contains { $0.status == .pass || $0.status == .skip || isFailure($0) }
        if isRecognised { return .success }
        return isStrict ? .failed : .noVerdict
    }

    /// Whether a finding is a failure that was recognised; throttling and the service's own failures are, too.
    static func isFailure(_ finding: Finding) -> Bool {
        switch finding.status {
        case .fail, .warn: true
        case .unknown: ErrorCauseGroup(finding.code) == .serviceFault
        case .pass, .skip: false
        }
    }
}
