package import JSONText

/// Everything one run of `doctor` has to say; every renderer draws from this and nothing else.
package struct Report: Sendable, Hashable {
    /// The program that made the report.
    package struct Tool: Sendable, Hashable {
        package var name: String
        package var version: String

        package init(name: String = "doctor", version: String) {
            self.name = name
            self.version = version
        }
    }

    /// Whom the run talked to.
    package struct Target: Sendable, Hashable {
        package var endpoint: String
        package var region: String

        /// Whether the embedded mock answered instead of AWS.
        package var mock: Bool

        package init(endpoint: String, region: String, mock: Bool) {
            self.endpoint = endpoint
            self.region = region
            self.mock = mock
        }
    }

    package var tool: Tool

    /// The command's name: `check`, `env`, ...
    package var command: String

    /// When the run began, in ISO 8601 UTC: `2026-11-22T10:00:00Z`.
    package var startedAt: String

    /// In milliseconds.
    package var durationMs: Double

    /// The process's exit status by its results (``exitStatus(failing:on:)``); where an output could not be written it ends
    /// with ``ExitStatus/badInput`` instead, which no output that was written can tell.
    package var exitCode: Int

    /// `nil` for a command that talks to nobody.
    package var target: Target?

    /// Where the explained failure took place, of a command that reads one; `nil` for the others.
    package var scene: Scene?

    /// Which part of a plan it is about, of a run with `--shard`; `nil` for a whole run.
    package var shard: ReportShard?

    /// Whose software gave the cases, of a run of conformance; several in a matrix.
    package var adapters: [AdapterIdentity] = []

    /// The cause first.
    package var findings: [Finding]
    package var models: [ModelCell]
    package var cases: [CaseResult]
    package var notes: [String]

    /// Whether something was judged that was not wanted: it stands nowhere, and a verdict was reached.
    package var hasLeftOut = false

    /// The models of `doctor catalog`, as they stand in the report.
    package var catalog: [JSONObject] = []

    package init(
        tool: Tool,
        command: String,
        startedAt: String,
        durationMs: Double = 0,
        exitCode: Int = 0,
        target: Target? = nil,
        scene: Scene? = nil,
        findings: [Finding] = [],
        models: [ModelCell] = [],
        cases: [CaseResult] = [],
        notes: [String] = []
    ) {
        self.tool = tool
        self.command = command
        self.startedAt = startedAt
        self.durationMs = durationMs
        self.exitCode = exitCode
        self.target = target
        self.scene = scene
        self.findings = findings
        self.models = models
        self.cases = cases
        self.notes = notes
    }

    /// Whether the run ended before it had done what it was for: a signal came, or it could not read its input.
    package var isCut: Bool { exitCode >= ExitStatus.usage.rawValue }

    /// The counts of findings, cells and cases together.
    package var summary: Summary {
        Summary(findings.map(\.status) + models.map(\.status) + cases.map(\.status))
    }

    /// The exit status that the results call for.
    ///
    /// - Parameters:
    ///   - rule: What counts as a failure (`--fail-on`, `--strict`). `skip` never does.
    ///   - subject: The results that the command was run for; without a verdict on any of them nothing was found out.
    package func exitStatus(failing rule: FailureRule = .usual, on subject: ReportSubject = .findings) -> ExitStatus {
        if rule.fails(self) { return .failed }
        return subject.hasVerdict(in: self) ? .success : .noVerdict
    }
}
