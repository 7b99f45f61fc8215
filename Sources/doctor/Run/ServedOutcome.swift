import MockBedrock
import Report
import WireText

/// What a run of the mock server came to.
struct ServedOutcome {
    let end: ServingEnd
    let summary: MockSummary
    /// What the requests were found to be wrong in, when they were explained.
    let findings: [Finding]

    /// The exit status: the client's own when it failed, else what the server has to say.
    ///
    /// Without a client only a run that must fail says more than the signal that ended it.
    func status(strict: Bool) -> Int32 {
        guard case .client = end else { return summary.failed ? Int32(ExitStatus.failed.rawValue) : end.status }
        return end.status != 0 ? end.status : Int32(verdict(strict: strict).rawValue)
    }

    /// What to say at the end beside the summary; nil when all is well, or the summary says it.
    func words(_ command: String, strict: Bool) -> String? {
        guard case .client(let client) = end else { return nil }
        if let words = client.words(command) { return words }
        if summary.calls == 0, summary.failedHandshakes > 0 {
            return "no call reached the server, because TLS failed (exit status \(status(strict: strict)))"
        }
        guard summary.calls == 0 else {
            return status(strict: strict) == 0 ? nil : "the run fails: \(reasons(strict: strict))"
        }
        return "\(unreached), so nothing was tried (exit status \(status(strict: strict)))"
    }

    /// What reached the server in place of a call.
    private var unreached: String {
        if summary.foreign > 0 { return "only hosts that are not played here were called" }
        return summary.malformed > 0 ? "nothing but what is no HTTP reached the server" : "no call reached the server"
    }

    private func reasons(strict: Bool) -> String {
        func count(_ number: Int, _ noun: String, _ rest: String) -> String? {
            number == 0 ? nil : "\(Counted.words(number, noun)) \(rest)"
        }
        let failing = findings.count { $0.status == .fail || (strict && $0.status == .warn) }
        let parts = [
            count(summary.refused, "request", "refused"),
            strict ? count(summary.unmatched + summary.unplayed, "request", "that nothing can answer") : nil,
            strict ? count(summary.foreign, "request", "for hosts that are not played") : nil,
            strict ? count(summary.malformed, "request", "that are no HTTP") : nil,
            strict ? count(summary.failedHandshakes, "handshake", "of TLS failed") : nil,
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
