import Codes
import JSONText
import MockBedrock
import Report
import SigV4
import SignatureForensics
import WireText

/// One request that the mock answered, as the journal keeps it: what is shown of it is made when it is asked for.
struct JournalEntry: Sendable {
    /// Its place in the journal, from 1.
    let sequence: Int
    /// When it was answered, in milliseconds since 1970.
    let milliseconds: Int64
    /// With bodies that are not too large to be kept.
    let observation: MockObservation
    let bodyBytes: Int

    var log: MockLogEntry { observation.entry }

    /// The largest body that is kept, in bytes; a finding about a larger one does not see it.
    private static let keptBody = 64 * 1024

    init(_ sequence: Int, at milliseconds: Int64, _ observation: MockObservation) {
        self.sequence = sequence
        self.milliseconds = milliseconds
        bodyBytes = observation.entry.requestBodyBytes
        self.observation = observation.withoutBodies(over: Self.keptBody)
    }

    /// About how many bytes it holds.
    var weight: Int {
        let request = observation.request
        let texts = [observation.signedTexts, observation.expectedTexts].compactMap { $0?.canonicalRequest.bytes.count }
        var weight = 2_000 + observation.responseBody.count + texts.reduce(0, +)
        for field in (request?.headers ?? []) + observation.responseHeaders {
            weight += 48 + field.name.utf8.count + field.value.count
        }
        if case .bytes(let body)? = request?.payload { weight += body.count }
        return weight + (request?.target.count ?? 0)
    }

    // MARK: What became of it

    /// What became of a request, for those who count.
    enum Verdict: String, Sendable, CaseIterable {
        /// Its signature was right, and something answered it.
        case accepted
        /// Its signature was wrong, nothing could answer it, or it was no request.
        case refused
        /// It was for an operation, a service, a client or a host that the server does not play.
        case unplayed
        /// It was given a fault.
        case fault
        /// It was an unsigned look at whether the server answers, and no call.
        case probe
    }

    var verdict: Verdict {
        if log.fault != nil { return .fault }
        switch log.verdict {
        case .replayed, .simulated, .relayed: return .accepted
        case .refused, .unmatched, .malformed: return .refused
        case .unplayed, .foreign: return .unplayed
        case .faulted: return .fault
        case .probed: return .probe
        }
    }

    private var cause: CauseFinding? { observation.causes.first ?? observation.advice.first }

    /// The code of its cause, or of what the answer means.
    var code: FindingCode? {
        if UnansweredRequest.finding(log) != nil { return .mockNoAnswer }
        return observation.causes.first?.cause ?? log.findings.first ?? observation.advice.first?.cause
    }

    /// One line on it; nil of a plain success.
    var title: String? {
        let text = code == .mockNoAnswer ? log.detail ?? code?.title : code?.title ?? log.detail
        return text.map { PrintableText.escaped($0, limit: 300) }
    }

    /// The time as RFC 3339 has it, to the millisecond.
    var time: String {
        let whole = CivilTime(unixSeconds: milliseconds / 1000).iso8601.dropLast()
        let rest = String(milliseconds % 1000)
        return "\(whole).\(String(repeating: "0", count: max(0, 3 - rest.count)))\(rest)Z"
    }

    /// The entry in a list.
    var json: JSONObject {
        let certainty = code == cause?.cause ? cause?.confidence.rawValue : nil
        return [
            "sequence": .number(JSONNumber(sequence)), "time": .string(time), "client": .string(log.client.text),
            "method": .string(log.method), "target": .string(log.target), "operation": .text(log.operation),
            "model": .text(log.modelID), "version": .text(log.version), "status": .number(JSONNumber(log.status)),
            "verdict": .string(verdict.rawValue), "code": .text(code?.spelling), "certainty": .text(certainty),
            "title": .text(title), "fault": .text(log.fault), "milliseconds": .milliseconds(log.latency),
            "account": .text(log.account), "principal": .text(log.principal), "accessKeyId": .text(log.accessKeyID),
            "requestId": .text(log.requestID), "outcome": .string(log.verdict.rawValue),
        ]
    }
}

extension JSONValue {
    /// A text, or null for none.
    static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

    /// A time in milliseconds, to the microsecond.
    static func milliseconds(_ time: Duration) -> JSONValue {
        let microseconds = time.components.seconds * 1_000_000 + time.components.attoseconds / 1_000_000_000_000
        return JSONNumber(Double(microseconds) / 1000).map { .number($0) } ?? .null
    }
}
