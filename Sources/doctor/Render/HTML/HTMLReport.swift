import JSONText
import Report

/// The report as one HTML page that needs nothing else: no font, no picture, no script from elsewhere.
///
/// The most important line comes first: whoever opens the page may read no further. Without its script the page lacks the
/// filter, the copying and the keys of the table, and nothing else. Its policy lets the page's own style and script run
/// and nothing else, so a value that were markup by mistake could do nothing.
struct HTMLReport {
    let report: Report

    func rendered() throws -> String {
        try HTMLTemplate.library().render(page, withTemplate: "page") ?? ""
    }

    private var page: HTMLValues {
        let conclusion = ReportConclusion(report)
        let counts = conclusion.counts.prefix(1).uppercased() + conclusion.counts.dropFirst()
        let findings = HTMLFindings(findings: report.findings)
        let matrix = report.models.isEmpty ? nil : HTMLMatrix(report.models)
        return HTMLValues(present: [
            "policy": Self.policy, "style": HTMLStyle.text, "script": HTMLScript.text,
            "title": "doctor \(report.command): \(conclusion.counts)", "command": report.command,
            "version": report.tool.version, "startedAt": report.startedAt,
            "duration": HTMLDuration.text(report.durationMs),
            "target": report.target.map { target in
                VisibleText.of("\(target.region), \(target.endpoint)" + (target.mock ? " (embedded mock)" : ""))
            },
            "headline": conclusion.subject.map { Self.headline($0, conclusion.sentence) } ?? only ?? counts,
            "mood": report.summary.fail > 0 ? "bad" : report.summary.warn + report.summary.unknown > 0 ? "" : "good",
            "lead": conclusion.code == nil && conclusion.next == nil
                ? nil
                : HTMLValues(present: [
                    "code": conclusion.code,
                    "next": conclusion.next.map { next in
                        HTMLValues(present: [
                            "words": next.words.map(VisibleText.of), "typed": next.command.map(VisibleText.of),
                        ])
                    },
                ]),
            "chips": chips, "sections": findings.sections, "pages": findings.pages,
            "models": matrix?.values, "wide": matrix?.isDense == true ? true : nil,
            "cases": report.cases.isEmpty ? nil : HTMLCases(report: report).values,
            "notes": report.notes.isEmpty ? nil : ["list": report.notes.map { VisibleText.of($0) }],
        ])
    }

    /// What the report is about where it is about one thing only, such as the page of a code.
    private var only: String? {
        guard report.findings.count == 1, report.models.isEmpty, report.cases.isEmpty else { return nil }
        return report.findings.first.map { VisibleText.of($0.title) }
    }

    private static func headline(_ subject: ReportConclusion.Subject, _ sentence: String) -> String {
        switch subject {
        case .cause, .warning: sentence
        case .firstFailure: "First failure: \(sentence)"
        case .works: "Converse works: \(sentence)"
        }
    }

    /// The counts, each of which is also a part of the filter.
    private var chips: [HTMLValues] {
        [Status.fail, .warn, .unknown, .skip, .pass].compactMap { status in
            let count = report.summary.count(of: status)
            guard count > 0 else { return nil }
            return [
                "status": status.rawValue, "text": "\(count) \(ReportConclusion.word(status, count: count))",
            ]
        }
    }

    /// The Content Security Policy: this very style and this very script, by their hashes (CSP 3, 6.7).
    private static let policy = """
        default-src 'none'; style-src \(PagePolicy.source(HTMLStyle.text)); \
        script-src \(PagePolicy.source(HTMLScript.text)); base-uri 'none'; form-action 'none'
        """
}
