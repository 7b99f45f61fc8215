import JSONText
import Report

/// The stages of signing for a person: each under its name, in the order in which they are made.
enum SigningText {
    private static let stages = [
        ("canonicalRequest", "Canonical request"), ("canonicalRequestHash", "SHA-256 of the canonical request"),
        ("stringToSign", "String to sign"), ("credentialScope", "Credential scope"),
        ("signedHeaders", "Signed headers"), ("signature", "Signature"), ("authorization", "Authorization"),
        ("curl", "As a curl command, good for 5 minutes"),
    ]

    static func render(_ report: Report, _ style: TextStyle) -> String {
        guard let finding = report.findings.first(where: { $0.code == "request-signed" }) else {
            return TextReport(report: report, style: style, verbosity: 0).rendered()
        }
        let sections = stages.compactMap { name, title -> String? in
            guard let text = finding.evidence[name]?.stringValue else { return nil }
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }
            return ([style.bold(title)] + lines).joined(separator: "\n")
        }
        return sections.joined(separator: "\n\n") + "\n"
    }
}
