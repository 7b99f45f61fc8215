import Diagnosis
import Evidence
import MockBedrock
import Report
import SigV4

/// What became of requests to the mock, explained: what `doctor explain` would say of them, with what the server knows.
enum ServedExplanation {
    /// What is wrong in one request; nothing of one that is well, and of a probe.
    static func findings(_ observation: MockObservation) -> [Finding] {
        guard observation.entry.verdict != .probed else { return [] }
        if let unanswered = UnansweredRequest.finding(observation.entry) { return [unanswered] }
        return of([exchange(observation)], [examination(observation)]).filter { $0.status != .pass }
    }

    static func of(_ exchanges: [ObservedExchange], _ examinations: [ServerExamination]) -> [Finding] {
        ServedRemedies.adapted(
            Explanation(
                ReadInput(name: "requests to the server", kind: .servedRequests, exchanges: exchanges),
                context: ExplainContext(), examinations: examinations
            ).findings)
    }

    static func examination(_ observation: MockObservation) -> ServerExamination {
        ServerExamination(causes: observation.causes, advice: observation.advice)
    }

    static func exchange(_ observation: MockObservation) -> ObservedExchange {
        let entry = observation.entry
        let request = observation.request.map { request in
            let body: ObservedRequest.Body =
                if case .bytes(let bytes) = request.payload { .whole(bytes) } else { .none }
            return ObservedRequest(
                method: request.method, target: request.target, headers: request.headers, body: body)
        }
        return ObservedExchange(
            line: entry.number, request: request,
            response: ObservedResponse(
                status: entry.status == 0 ? nil : entry.status,
                headers: observation.responseHeaders,
                body: observation.responseBody),
            message: entry.detail)
    }
}
