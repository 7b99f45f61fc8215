import ArgumentParser
import Report

/// Asking again what had no good result in an earlier run.
struct OnlyFailedOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Take only what failed or had no verdict in this JSON report of an earlier run.", valueName: "report"),
        completion: .file())
    var onlyFailed: String?

    /// The earlier report, which must be one of this command, and say of everything that its run was for what came of it.
    func earlier(of command: String) throws(InputProblem) -> Report? {
        guard let onlyFailed else { return nil }
        let report = try ReportFile.read(onlyFailed)
        guard report.command == command else {
            throw InputProblem(
                file: onlyFailed, message: "is a report of doctor \(report.command), not of doctor \(command)")
        }
        if let lack = report.lackOfResults {
            // A note may be a message of any length, and the reason of a fault is its last.
            let reason = report.notes.last.map { ": \(PrintableText.escaped($0, limit: 300))" } ?? ""
            throw InputProblem(file: onlyFailed, message: "\(lack)\(reason); run all of it again")
        }
        return report
    }
}

extension Report {
    /// Why what failed and what is open cannot be told from this report; `nil` where it can.
    ///
    /// A run that a signal ended, or a deadline, names what it did not reach as soon as it knows its plan.
    fileprivate var lackOfResults: String? {
        let results = models.map(\.status) + cases.map(\.status)
        switch ExitStatus(rawValue: exitCode) {
        case .success: return nil
        case .failed, .noVerdict:
            return results.isEmpty ? "has no results: its run ended with status \(exitCode)" : nil
        case .interrupted:
            return results.contains(.unknown) ? nil : "does not say what its run, which was interrupted, left out"
        case .usage, .badInput, .internalError, nil:
            return "does not say what its run left out, which ended with status \(exitCode)"
        }
    }
}

extension Status {
    /// Whether it is worth asking again.
    var isOpen: Bool { self == .fail || self == .unknown }
}
