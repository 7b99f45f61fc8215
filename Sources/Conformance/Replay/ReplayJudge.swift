import Converse
import JSONText
import Recordings

/// The judgement on one exchange: what must hold at each stage, and the first stage at which it did not.
enum ReplayJudge {
    /// A stage that did not hold.
    struct Fault: Error {
        let stage: String
        let message: String
    }

    /// The recorded request, decoded into the core's types and encoded again.
    static func reencodedRequest(_ exchange: Exchange) throws(Fault) -> [UInt8] {
        guard let recorded = exchange.request.body.json else {
            throw Fault(stage: "request", message: "expected a JSON body, found \(kind(exchange.request.body))")
        }
        let encoded: JSONValue
        do {
            encoded = try ConverseRequest(json: recorded).json
        } catch {
            throw Fault(stage: "decode request", message: "\(error)")
        }
        try same(recorded, encoded, stage: "encode request")
        return encoded.bytes(.compact)
    }

    /// The answer that came, against the recorded one, then through the core's types and back.
    static func judge(status: Int, body: [UInt8], refusal: ServiceRefusal?, against response: RecordedResponse)
        throws(Fault)
    {
        guard status == response.status else {
            let text = String(decoding: body.prefix(2000), as: UTF8.self)
            throw Fault(stage: "answer", message: "expected status \(response.status), found \(status): \(text)")
        }
        guard let recorded = response.body.json else {
            guard body == response.body.wireBytes else {
                throw Fault(stage: "answer", message: "the body is not the recorded one, byte for byte")
            }
            return
        }
        let received: JSONValue
        do {
            received = try JSONValue(parsing: body)
        } catch {
            throw Fault(stage: "answer", message: "expected JSON: \(error)")
        }
        try same(recorded, received, stage: "answer")
        if (200..<300).contains(status) {
            try judgeSuccess(received)
        } else {
            try judgeRefusal(received, refusal)
        }
    }

    private static func judgeSuccess(_ received: JSONValue) throws(Fault) {
        let encoded: JSONValue
        do {
            encoded = try ConverseResponse(json: received).json
        } catch {
            throw Fault(stage: "decode response", message: "\(error)")
        }
        try same(received, encoded, stage: "encode response")
    }

    /// A refusal must reach the caller typed, with the service's own words.
    private static func judgeRefusal(_ received: JSONValue, _ refusal: ServiceRefusal?) throws(Fault) {
        guard let refusal else {
            throw Fault(stage: "decode response", message: "expected a typed refusal, found none")
        }
        let said = received["message"]?.stringValue ?? received["Message"]?.stringValue
        if let said, refusal.message != said {
            throw Fault(
                stage: "decode response",
                message: "expected the message “\(said)”, found “\(refusal.message ?? "none")”")
        }
    }

    /// Equality as JSON: numbers by value, members in any order.
    private static func same(_ expected: JSONValue, _ found: JSONValue, stage: String) throws(Fault) {
        guard !expected.isEquivalent(to: found) else { return }
        let diff = JSONDiff(expected: expected, found: found)
        var lines = diff.differences.map(\.description)
        if diff.total > lines.count { lines.append("... and \(diff.total - lines.count) more") }
        throw Fault(stage: stage, message: lines.joined(separator: "\n"))
    }

    private static func kind(_ body: RecordedBody) -> String {
        switch body {
        case .none: "none"
        case .json: "JSON"
        case .text: "text"
        case .bytes: "bytes"
        case .stream: "a stream"
        }
    }
}
