import Codes
import Report

/// The stages of signing for a person: each under its name, in the order in which they are made.
enum SigningText {
    static func render(_ report: Report, _ style: TextStyle) -> String {
        guard let finding = report.findings.first(where: { $0.code == .requestSigned }) else {
            return TextReport(report: report, style: style, verbosity: 0).rendered()
        }
        var sections = finding.rows.map { section($0.name, $0.text, style) }
        for remedy in finding.remedies {
            guard let command = remedy.command else { continue }
            sections.append(section(remedy.text, command, style))
        }
        return sections.joined(separator: "\n\n") + "\n"
    }

    private static func section(_ title: String, _ text: String, _ style: TextStyle) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + VisibleText.of($0) }
        return ([style.bold(title)] + lines).joined(separator: "\n")
    }
}
