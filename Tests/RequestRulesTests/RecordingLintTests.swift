import Catalog
import Foundation
import JSONText
import Recordings
import RequestRules
import Testing
import WireText

/// The requests of the bundled recordings came from real clients: what is said against one must have a reason.
@Suite("The recordings' own requests")
struct RecordingLintTests {
    private static let directory = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "recordings")

    static let files: [String] = {
        let found = (try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? []
        return found.filter { $0.hasSuffix(".json") }.sorted()
    }()

    /// What is said against requests that are wrong on purpose.
    private static let reasons: [String: Set<String>] = [
        // They ask for models that do not answer any more, or whose ids are misspelt.
        "errors-access.json": ["model-alive"], "errors-lifecycle.json": ["model-alive"],
        "errors-model-id.json": ["model-alive", "model-id-known"],
        "errors-on-demand.json": ["model-alive", "model-needs-profile"],
        "errors-policy.json": ["model-alive"], "stream-errors.json": ["model-alive", "model-id-known"],
        // The forms of ids are shown with a model whose end has come since.
        "gateway.json": ["model-alive"], "model-arns.json": ["model-alive"], "model-id-forms.json": ["model-alive"],
        // One refusal of each kind.
        "errors-validation.json": [
            "model-alive", "model-takes-tools", "model-takes-system", "max-tokens-of-model", "temperature-or-top-p",
            "text-not-blank",
        ],
        // Every member once, which a model may refuse together.
        "exact-numbers.json": ["temperature-or-top-p"], "stream-options.json": ["temperature-or-top-p"],
        // Every form of a source, also with citations off.
        "documents.json": ["document-text-cited"], "document-citations.json": ["document-text-cited"],
        // A video by its place in S3, also for a model that may not read it.
        "tool-results.json": ["media-s3-location"],
        // Members and values of a service to come.
        "unknown-members.json": ["shape-unknown-member", "shape-union", "shape-enum", "tool-results-not-more"],
    ]

    @Test(arguments: files)
    func `a recording`(file: String) throws {
        let bytes = Array(try Data(contentsOf: Self.directory.appending(path: file)))
        let recording = try Recording(parsing: bytes, file: file)
        let today = try #require(CalendarDay(year: 2026, month: 11, day: 28))
        let lint = RequestLint(catalog: .documented, today: today)
        var rules: Set<String> = []
        for exchange in recording.exchanges {
            guard let target = exchange.converse, let body = exchange.request.body.json?.objectValue else { continue }
            let delivery: RequestOutline.Delivery = target.operation == .converseStream ? .streamed : .whole
            rules.formUnion(lint.faults(in: body, for: delivery, modelID: target.modelID).map(\.rule))
        }
        #expect(rules == Self.reasons[file] ?? [])
    }
}
