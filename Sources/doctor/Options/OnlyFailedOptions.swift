import ArgumentParser
import Report

/// Asking again what had no good result in an earlier run.
struct OnlyFailedOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Take only what failed or had no verdict in this JSON report of an earlier run.", valueName: "report"),
        completion: .file())
    var onlyFailed: String?

    /// The earlier report, which must be one of this command.
    func earlier(of command: String) throws(InputProblem) -> Report? {
        guard let onlyFailed else { return nil }
        let report = try ReportFile.read(onlyFailed)
        guard report.command == command else {
            throw InputProblem(
                file: onlyFailed, message: "is a report of doctor \(report.command), not of doctor \(command)")
        }
        return report
    }
}

extension Status {
    /// Whether it is worth asking again.
    var isOpen: Bool { self == .fail || self == .unknown }
}
