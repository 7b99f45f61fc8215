import JSONText
import MockBedrock
import Report
import SigV4
import SignatureForensics
import WireText

/// Everything that the journal shows of one request, its secrets masked.
struct JournalDetail: Sendable {
    let entry: JournalEntry
    /// Makes the commands of a report's remedies whole.
    let completed: @Sendable (Report) -> Report
    let empty: Report

    var json: JSONObject {
        var members = entry.json
        members["request"] = Self.request(entry)
        members["signature"] = Self.signature(entry.observation)
        let findings = findings
        members["finding"] = findings.first?.json() ?? .null
        members["findings"] = .array(findings.map { $0.json() })
        return members
    }

    /// The request's head as received.
    static func request(_ entry: JournalEntry) -> JSONValue {
        guard let request = entry.observation.request else { return .null }
        return .object([
            "headers": .array(
                request.headers.map {
                    .array([.string($0.name), .string(String(decoding: Redaction.shown($0), as: UTF8.self))])
                }),
            "bodyBytes": .number(JSONNumber(entry.bodyBytes)),
        ])
    }

    /// What was signed and what should have been; null where the signature was right, or was never looked at.
    static func signature(_ observation: MockObservation) -> JSONValue {
        let (client, service) = (observation.signedTexts, observation.expectedTexts)
        guard client != nil || service != nil else { return .null }
        // What is printed has its token masked, byte for byte.
        func pair(_ text: (SignedTexts) -> String?) -> JSONValue {
            .object(["client": .text(client.flatMap(text)), "service": .text(service.flatMap(text))])
        }
        return .object([
            "canonicalRequest": pair { $0.canonicalRequest.description },
            "stringToSign": pair { $0.stringToSign?.description },
        ])
    }

    /// The findings as a report has them, the cause first.
    private var findings: [Finding] {
        var report = empty
        report.findings = ServedExplanation.findings(entry.observation)
        return report.findings.isEmpty ? [] : completed(report).findings
    }
}
