package import Converse
import ConverseAPI
import HTTPTransport
import JSONText
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
    ///
    /// - Parameter mostTokens: What is not exceeded, whatever the upstream counts; `nil` for no limit.
    package func run(_ plan: DriftPlan, mostTokens: Int? = nil, report: @Sendable (CaseResult) -> Void) async {
        var used = 0
        for item in plan.items {
            if let reason = item.reasonToSkip {
                report(CaseResult(id: item.id, status: .skip, message: reason, durationMs: 0))
                continue
            }
            if let mostTokens, used + item.tokens > mostTokens {
                report(
                    CaseResult(
                        id: item.id, status: .unknown, stage: "upstream",
                        message: "not sent: \(used) of the \(mostTokens) tokens of --max-tokens are used", durationMs: 0
                    ))
                continue
            }
            if Task.isCancelled { return }
            let start = now()
            var (result, tokens) = await judge(item)
            // A call that was broken off says nothing of the upstream.
            if Task.isCancelled, result.status == .unknown { return }
            used += tokens
            result.durationMs = (now() - start).milliseconds
            report(result)
        }
    }

    /// What the case came to, and the tokens that it used as far as the upstream says.
    private func judge(_ item: DriftPlan.Item) async -> (CaseResult, tokens: Int) {
        let request = item.exchange.request
        let headers = request.headers
            .filter { $0.name.lowercased() != "host" && $0.name.lowercased() != "content-length" }

        let answer: SignedExchange
        do {
            answer = try await client.send(
                method: request.method, target: Self.target(request.target), headers: headers, body: item.body,
                retry: RetryPolicy.none)
        } catch {
            let result = CaseResult(
                id: item.id, status: .unknown, stage: "upstream", message: error.description, durationMs: 0)
            return (result, item.tokens)
        }
        return (judge(item, answer), Self.tokens(answer) ?? item.tokens)
    }

    /// The usage of an answer in one piece; a refusal uses nothing, and a stream is not looked into.
    private static func tokens(_ answer: SignedExchange) -> Int? {
        guard (200...299).contains(answer.status) else { return 0 }
        let usage = (try? JSONValue(parsing: answer.body))?["usage"]
        let counts = ["inputTokens", "outputTokens"].compactMap { usage?[$0]?.numberValue?.int64 }
        return counts.count == 2 ? Int(exactly: counts[0] &+ counts[1]) : nil
    }

    private func judge(_ item: DriftPlan.Item, _ answer: SignedExchange) -> CaseResult {
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
