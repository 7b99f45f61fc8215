import Diagnosis
import Report

/// The exit status of `explain`: whether a failure was recognised, not how sure its cause is.
enum ExplainStatus {
    /// - Parameter strict: Whether nothing recognised counts as a failure, too.
    static func of(_ report: Report, strict: Bool) -> ExitStatus {
        if report.findings.contains(where: isFailure) { return .failed }
        if report.findings.contains(where: { $0.status == .pass }) { return .success }
        return strict ? .failed : .noVerdict
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
