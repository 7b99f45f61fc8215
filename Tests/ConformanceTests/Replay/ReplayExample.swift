import Conformance
import JSONText
import Recordings
import Report
import SigV4
import TestSupport
import WireText

/// Recordings made in code, and a runner whose clock stands still.
enum ReplayExample {
    static let runner = ReplayRunner { SigningTime(unixSeconds: 1_767_323_045) }

    /// `POST /model/amazon.nova-micro-v1%3A0/converse`, as AWS's SDKs send it.
    static let target = "/model/amazon.nova-micro-v1%3A0/converse"

    static func request(_ text: String, target: String = target, host: String? = nil) -> RecordedRequest {
        RecordedRequest(
            method: "POST", target: target, host: host,
            body: .json([
                "messages": [["role": "user", "content": [["text": .string(text)]]]],
                "inferenceConfig": ["maxTokens": 8, "temperature": 0.5],
            ]))
    }

    static func answer(_ text: String) -> RecordedResponse {
        RecordedResponse(
            status: 200,
            body: .json([
                "metrics": ["latencyMs": 312],
                "output": ["message": ["role": "assistant", "content": [["text": .string(text)]]]],
                "stopReason": "end_turn",
                "usage": ["inputTokens": 4, "outputTokens": 2, "totalTokens": 6],
            ]))
    }

    static func exchange(_ question: String, _ said: String, host: String? = nil) -> Exchange {
        Exchange(request: request(question, host: host), response: answer(said))
    }

    static func refusal(
        _ status: Int, type: String? = nil, _ body: RecordedBody, to request: RecordedRequest = request("refused")
    ) -> Exchange {
        let headers = type.map { [HeaderField("x-amzn-ErrorType", $0)] } ?? []
        return Exchange(request: request, response: RecordedResponse(status: status, headers: headers, body: body))
    }

    static func input(_ name: String, file: String? = nil, _ exchanges: [Exchange], notes: [String] = []) -> ReplayInput
    {
        ReplayInput(
            name: name, file: file,
            recording: Recording(
                name: name, source: RecordingSource(kind: .authored, tool: "test", version: "1"),
                exchanges: exchanges),
            notes: notes)
    }

    static func run(_ exchanges: [Exchange]) async throws -> [CaseResult] {
        LiveTrait.expect()
        return try await runner.run([input("example", exchanges)]).cases
    }

    /// The only case of one exchange.
    static func run(_ exchange: Exchange) async throws -> CaseResult {
        try await run([exchange])[0]
    }
}
