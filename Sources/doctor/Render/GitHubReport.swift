import Report

/// The report as annotations of a GitHub Actions workflow.
///
/// One workflow command a line, as "Workflow commands for GitHub Actions" of GitHub's documentation has them: an error
/// for what fails the run, a warning for what failed or warns and does not, a notice for what is without a verdict and for
/// each reason of what is known to fail. The last line counts everything; it is not a command, and stands in the job's log.
struct GitHubReport {
    let report: Report
    /// What fails the run.
    var rule = FailureRule.usual
    /// Why the run itself failed.
    var faults: [String] = []

    func rendered() -> String {
        let results = ReportEntry.all(report).compactMap(annotation)
        let known = KnownFailureReasons(of: report).all.map { reason in
            command("notice", about: "known failure", "\(reason.results)\n\(reason.words)")
        }
        let own = faults.map { command("error", about: nil, VisibleText.of($0)) }
        let conclusion = TextConclusion(report: report, style: TextStyle(colored: false)).lines()
        return (own + results + known + [conclusion.first ?? ""]).joined(separator: "\n") + "\n"
    }

    private func annotation(_ entry: ReportEntry) -> String? {
        let level: String
        switch entry.status {
        case .pass, .skip: return nil
        case _ where rule.fails(entry.status, code: entry.cause): level = "error"
        case .fail, .warn: level = "warning"
        case .unknown: level = "notice"
        }
        let message = [entry.title, entry.detail].filter { !$0.isEmpty }.joined(separator: "\n")
        return command(level, about: entry.code ?? entry.name, message, at: Self.place(entry))
    }

    private func command(_ level: String, about subject: String?, _ message: String, at place: String = "") -> String {
        let title = Self.escaped(property: "doctor \(report.command)" + (subject.map { ": \($0)" } ?? ""))
        return "::\(level) \(place)title=\(title)::\(Self.escaped(message))"
    }

    /// The properties by which a workflow shows an annotation beside the line that it is about.
    private static func place(_ entry: ReportEntry) -> String {
        guard let place = entry.place else { return "" }
        let column = place.column.map { "col=\($0)," } ?? ""
        return "file=\(escaped(property: place.file)),line=\(place.line),\(column)"
    }

    /// A message is one line; its breaks and percent signs are escaped.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%": result += "%25"
            case "\r": result += "%0D"
            case "\n": result += "%0A"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// In a property, what separates properties is escaped too.
    private static func escaped(property text: String) -> String {
        var result = ""
        for scalar in escaped(text).unicodeScalars {
            switch scalar {
            case ":": result += "%3A"
            case ",": result += "%2C"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
