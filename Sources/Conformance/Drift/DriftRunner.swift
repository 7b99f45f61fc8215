package import Converse
import ConverseAPI
import HTTPTransport
import Recordings
package import Report
import SigV4
import WireText

/// Sends recorded requests to an upstream and compares the shape of its answers with the recorded ones.
///
/// Each request is sent once: what a plan announces is what is asked. A case passes when members, types, headers and the
/// order of events are as recorded; other content by the model is reported, but is not drift. It is unknown when the
/// upstream gave no answer, or was busy.
package struct DriftRunner: Sendable {
    private let client: ConverseClient
    private let now: @Sendable () -> Duration

    /// - Parameters:
    ///   - client: who signs and sends.
    ///   - now: the time since some fixed moment, for durations.
    package init(_ client: ConverseClient, now: @escaping @Sendable () -> Duration) {
        self.client = client
        self.now = now
    }

    /// Sends the plan's requests, one after another; `report` gets each case as it is judged.
    package func run(_ plan: DriftPlan, report: @Sendable (CaseResult) -> Void) async {
        for item in plan.items {
            if let reason = item.reasonToSkip {
                report(CaseResult(id: item.id, status: .skip, message: reason, durationMs: 0))
                continue
            }
            if Task.isCancelled { return }
            let start = now()
            var result = await judge(item)
            result.durationMs = (now() - start).milliseconds
            report(result)
        }
    }

    private func judge(_ item: DriftPlan.Item) async -> CaseResult {
        let request = item.exchange.request
        let headers = request.headers
            .filter { $0.name.lowercased() != "host" && $0.name.lowercased() != "content-length" }

        let answer: SignedExchange
        do {
            answer = try await client.send(
                method: request.method, target: Self.target(request.target), headers: headers, body: item.body,
                retry: RetryPolicy.none)
        } catch {
            return CaseResult(
                id: item.id, status: .unknown, stage: "upstream", message: error.description, durationMs: 0)
        }
        let status = answer.status
        if status != item.exchange.response.status, status == 429 || status >= 500 {
            return CaseResult(
                id: item.id, status: .unknown, stage: "upstream",
                message: "the upstream was busy: \(status) \(answer.refusal?.errorType ?? "")", durationMs: 0)
        }
        let recorded = AnswerShape(item.exchange.response)
        let differences = recorded.differences(from: AnswerShape(Self.recorded(answer)))
        let drift = differences.filter { $0.weight == .drift }
        var lines = (drift + differences.filter { $0.weight == .choice }).map { difference in
            "\(difference.path) \(difference.text)" + (difference.weight == .choice ? " (the model's choice)" : "")
        }
        if status != item.exchange.response.status, let error = client.error(in: answer) {
            lines.append(error.message)
        }
        return CaseResult(
            id: item.id, status: drift.isEmpty ? .pass : .fail, stage: drift.isEmpty ? nil : "shape",
            message: lines.isEmpty ? nil : lines.joined(separator: "\n"), durationMs: 0)
    }

    /// What stands before `/model/` belongs to the host that was recorded.
    private static func target(_ target: String) -> String {
        guard let model = target.ranges(of: "/model/").last else { return target }
        return String(target[model.lowerBound...])
    }

    private static func recorded(_ answer: SignedExchange) -> RecordedResponse {
        let headers = answer.headers
        let isStream = headers.text(of: "content-type")?.hasPrefix("application/vnd.amazon.eventstream") ?? false
        return RecordedResponse(
            status: answer.status, headers: headers,
            body: isStream
                ? .stream([StreamChunk(milliseconds: 0, bytes: answer.body)]) : RecordedBody(answer.body))
    }
}
