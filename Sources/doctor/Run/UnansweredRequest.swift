import Codes
import JSONText
import MockBedrock
import Report

/// A request that the mock server had no answer for: what it says is its own word, not Bedrock's, so nothing is to be
/// classified.
enum UnansweredRequest {
    /// The finding; `nil` of a request that had an answer of Bedrock's, or would have had one.
    static func finding(_ entry: MockLogEntry) -> Finding? {
        guard entry.verdict == .unmatched, let type = entry.errorType, type.hasPrefix("Doctor") else { return nil }
        return Finding(
            code: .mockNoAnswer, check: .explain, status: .warn, title: "The mock has no answer for this request",
            detail: PrintableText.escaped(entry.detail ?? "", limit: 2_000),
            call: CallPlace(
                unit: .request, number: entry.number, httpStatus: entry.status,
                call: PrintableText.escaped("\(entry.method) \(entry.target)", limit: 300)),
            evidence: ["type": .string(type)], where: .client, confidence: .certain,
            remedies: [
                Remedy("What can be behind it, and what to do", command: "doctor explain \(FindingCode.mockNoAnswer)")
            ])
    }
}
