import Codes
import JSONText
import Report

/// The stages of signing for a person: each under its name, in the order in which they are made.
enum SigningText {
    private static let stages = [
        ("canonicalRequest", "Canonical request"), ("canonicalRequestHash", "SHA-256 of the canonical request"),
        ("stringToSign", "String to sign"), ("credentialScope", "Credential scope"),
        ("signedHeaders", "Signed headers"), ("signature", "Signature"), ("authorization", "Authorization"),
    ]

    static func render(_ report: Report, _ style: TextStyle) -> String {
        guard let finding = report.findings.first(where: { $0.code == .requestSigned }) else {
            return TextReport(report: report, style: style, verbosity: 0).rendered()
        }
        var sections = stages.compactMap { name, title -> String? in
            finding.evidence[name]?.stringValue.map { section(title, $0, style) }
        }
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
