import MockBedrock
import Report

/// What a client's run against the mock server came to.
struct ServedOutcome {
    let client: ClientEnding
    let summary: MockSummary
    /// What the requests were found to be wrong in, when they were explained.
    let findings: [Finding]

    /// The exit status: the client's own when it failed, else what the server has to say.
    func status(strict: Bool) -> Int32 {
        client.status != 0 ? client.status : Int32(verdict(strict: strict).rawValue)
    }

    /// What to say at the end beside the summary; nil when all is well, or the summary says it.
    func words(_ command: String, strict: Bool) -> String? {
        if let words = client.words(command) { return words }
        guard summary.calls == 0 else {
            return status(strict: strict) == 0 ? nil : "the run fails: \(reasons(strict: strict))"
        }
        return "no call reached the server, so nothing was tried (exit status \(status(strict: strict)))"
    }

    private func reasons(strict: Bool) -> String {
        func count(_ number: Int, _ noun: String, _ rest: String) -> String? {
            number == 0 ? nil : "\(number) \(noun)\(number == 1 ? "" : "s") \(rest)"
        }
        let failing = findings.count { $0.status == .fail || (strict && $0.status == .warn) }
        let parts = [
            count(summary.refused, "request", "refused"),
            strict ? count(summary.unmatched, "request", "that nothing can answer") : nil,
            strict ? count(summary.malformed, "request", "that are no HTTP") : nil,
            strict ? count(summary.unusedRecordings.count, "recorded exchange", "never asked for") : nil,
        ].compactMap(\.self)
        return parts.isEmpty ? count(failing, "finding", "in the report") ?? "" : parts.joined(separator: ", ")
    }

    private func verdict(strict: Bool) -> ExitStatus {
        if summary.failed || summary.refused > 0 { return .failed }
        if findings.contains(where: { $0.status == .fail || (strict && $0.status == .warn) }) { return .failed }
        // A green run of a client that went elsewhere proves nothing.
        if summary.calls == 0 { return strict ? .failed : .noVerdict }
        return .success
    }
}
