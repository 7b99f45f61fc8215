import Codes
import JSONText
import Report
import WireText

/// Judges the files of trusted certificates that variables name.
enum TrustCheck {
    static func run(_ facts: EnvironmentFacts) -> [Finding] {
        let files = TrustFile.variables.compactMap { name in facts.trustFiles.first { $0.variable == name } }
        return files.enumerated().map { index, file in
            // Only the first counts for this tool; what is wrong with another one is somebody else's failure.
            finding(file, isInEffect: index == 0)
        }
    }

    private static func finding(_ file: TrustFile, isInEffect: Bool) -> Finding {
        let path = PrintableText.escaped(file.path)
        let words: (code: FindingCode, title: String, detail: String)
        switch file.state {
        case .certificates(let count):
            return Finding(
                code: .networkCABundle, check: ProxyCheck.check, status: .pass,
                title: "\(file.variable) names \(Counted.words(count, "trusted certificate"))",
                detail: isInEffect
                    ? "They replace the system's; a bundle with only a company's own certificate does not trust AWS directly."
                    : "Another variable comes first here; other programs may take this one.",
                evidence: ["variable": .string(file.variable), "path": .string(path)], where: .client,
                confidence: .certain)
        case .missing:
            words = (
                .networkCAMissing, "\(file.variable) names a file that does not exist",
                "Every TLS connection fails before anything is sent."
            )
        case .unreadable(let reason):
            words = (
                .networkCAUnreadable, "\(file.variable) names a file that cannot be read",
                "Every TLS connection fails before anything is sent. \(path): \(PrintableText.escaped(reason))."
            )
        case .notPEM:
            words = (
                .networkCANotPEM, "\(file.variable) names a file without a PEM certificate",
                "Expected text with -----BEGIN CERTIFICATE-----; a DER file or an HTML page saved by mistake will not work."
            )
        }
        return Finding(
            code: words.code, check: ProxyCheck.check, status: isInEffect ? .fail : .warn, title: words.title,
            detail: words.detail, evidence: ["variable": .string(file.variable), "path": .string(path)],
            where: .client, confidence: .certain,
            remedies: [
                Remedy("Use the system's certificates", command: VariableView.unset([file.variable])),
                Remedy(
                    "Or, where a company's proxy opens TLS, put the right file there",
                    command: ShellWord.quoted(file.path).map { "ls -ld \($0)" }),
            ])
    }
}
