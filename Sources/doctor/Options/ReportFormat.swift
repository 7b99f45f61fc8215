import ArgumentParser
import Report
import WireText

/// The forms in which a report can be written.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    /// For a person at a terminal.
    case text

    /// The stable form for programs, schema `bedrock-doctor.report/1`.
    case json

    /// The same as lines, each as soon as there is one, schema `bedrock-doctor.lines/1`.
    case jsonl

    /// JUnit XML, for the test lists of CI systems.
    case junit

    /// Annotations of a GitHub Actions workflow.
    case github

    /// A page for a browser.
    case html

    /// The summary of a job in GitHub's, GitLab's or Forgejo's Markdown.
    case markdown

    /// Metrics in the text format of OpenMetrics 1.0.
    case openmetrics
}

extension ReportFormat {
    /// The forms in a sentence.
    static let listed = Enumeration.words(allCases.map(\.rawValue), last: "or")

    /// The form that a word was meant to name: by what it is spelt like, or by what its files and others call it.
    static func nearest(to word: String) -> ReportFormat? {
        let word = word.lowercased()
        let others: [String: ReportFormat] = [
            "xml": .junit, "xunit": .junit, "txt": .text, "plain": .text, "console": .text, "md": .markdown,
            "summary": .markdown, "htm": .html, "ndjson": .jsonl, "jsonlines": .jsonl, "prom": .openmetrics,
            "prometheus": .openmetrics, "metrics": .openmetrics, "gha": .github, "annotations": .github,
        ]
        return ReportFormat(rawValue: word) ?? others[word]
            ?? NearestName.nearest(to: word, among: allCases.map(\.rawValue)).flatMap { ReportFormat(rawValue: $0) }
    }

    /// How files of the form usually end.
    var fileExtension: String {
        switch self {
        case .text, .github, .openmetrics: "txt"
        case .junit: "xml"
        case .markdown: "md"
        case .json, .jsonl, .html: rawValue
        }
    }
}
