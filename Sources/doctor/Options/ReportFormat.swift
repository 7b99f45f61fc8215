import ArgumentParser

/// The forms in which a report can be written.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    /// For a person at a terminal.
    case text

    /// The stable form for programs, schema `bedrock-doctor.report/1`.
    case json

    /// JUnit XML, for the test lists of CI systems.
    case junit

    /// Annotations of a GitHub Actions workflow.
    case github

    /// A page for a browser.
    case html
}
