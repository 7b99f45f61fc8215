import Diagnosis
import Dispatch
import Evidence
import JSONText
import MockBedrock
import Report
import SigV4
import Synchronization

/// Explains what somebody pastes, as `doctor explain` does; one text at a time.
///
/// No credential of this process takes part: who pastes is not who started the server.
final class PastedExplanation: Sendable {
    private let explain: @Sendable (_ text: String) -> AdminAnswer
    private let isBusy = Atomic(false)

    /// - Parameter explain: Explains one text, as long as it takes.
    init(_ explain: @escaping @Sendable (_ text: String) -> AdminAnswer) {
        self.explain = explain
    }

    /// - Parameter run: The run of `doctor explain` whose report is made, begun anew for each text.
    convenience init(_ run: CommandRun) {
        self.init { Self.explained($0, run.untyped.begunAnew) }
    }

    func answer(_ body: [UInt8]) async -> AdminAnswer {
        let expected = #"expected {"text": "..."} with what is to be explained"#
        let text: String
        do throws(AdminFault) {
            guard let given = try? JSONValue(parsing: body).objectValue else { throw .bad(expected) }
            try AdminParameters.require(given.map(\.name), among: ["text"], "member", expected)
            guard let found = given["text"]?.stringValue, !found.isEmpty else { throw .bad(expected) }
            text = found
        } catch {
            return error.answer
        }
        guard !isBusy.exchange(true, ordering: .acquiringAndReleasing) else {
            return .error(429, "another text is being explained: send this one again")
        }
        // On a thread of its own: it takes as long as it takes, and tasks have few.
        return await withCheckedContinuation { continuation in
            DispatchQueue(label: "doctor.pasted-text").async { [self] in
                let answer = explain(text)
                isBusy.store(false, ordering: .releasing)
                continuation.resume(returning: answer)
            }
        }
    }

    private static func explained(_ text: String, _ run: CommandRun) -> AdminAnswer {
        var condenser = InputCondenser()
        condenser.add(Array(text.utf8))
        let search = SearchTime()
        let context = ExplainContext(now: WallClock.signingTime.unixSeconds, searchLimit: search.begin)
        do throws(InputProblem) {
            let explained = try ExplainCommand.explained(condenser.content(), name: "the pasted text", context)
            var report = run.emptyReport
            report.findings = explained.findings
            report.scene = explained.scene
            report.notes = [explained.story, search.note].compactMap(\.self)
            report.exitCode = ExplainStatus.of(report, failing: nil, isStrict: false).rawValue
            return .json(run.completed(report).json())
        } catch {
            return .error(400, error.description)
        }
    }
}
