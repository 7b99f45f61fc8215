import MockBedrock
import Report

/// What a capture came to.
struct CaptureOutcome {
    let end: ServingEnd
    let summary: MockSummary
    /// How many exchanges were recorded.
    let recorded: Int

    /// The exit status: what ended the capture, else in strict mode whether a request was refused, else whether anything was
    /// recorded.
    func status(strict: Bool) -> Int32 {
        if end.status != 0 { return end.status }
        if strict, summary.refused > 0 { return Int32(ExitStatus.failed.rawValue) }
        return Int32((recorded == 0 ? ExitStatus.noVerdict : .success).rawValue)
    }
}
