import ConverseAPI
import JSONText
import Recordings
import WireText

/// The judgement on one exchange: what must hold at each stage, and the first stage at which it did not.
enum ReplayJudge {
    /// A stage that did not hold.
    struct Fault: Error {
        let stage: String
        let message: String
    }

    /// The recorded request, decoded into the core's types and encoded again.
    ///
    /// A body that is no JSON goes out as it is, if the service refused it: then nothing in it was Converse's.
    static func requestToSend(_ exchange: Exchange) throws(Fault) -> [UInt8] {
        let body = exchange.request.body
        guard let recorded = body.json else {
            guard !isSuccess(exchange.response.status) else {
                throw Fault(stage: "request", message: "expected a JSON body, found \(kind(body))")
            }
            return body.wireBytes
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
            throw Fault(
                stage: "answer", message: "expected status \(response.status), found \(status): \(words(body))")
        }
        guard let recorded = response.body.json else {
            guard body == response.body.wireBytes else {
                throw Fault(stage: "answer", message: "the body is not the recorded one, byte for byte")
            }
            guard !isSuccess(status) else {
                throw Fault(stage: "decode response", message: "expected a JSON body, found \(kind(response.body))")
            }
            return try judgeRefusal(nil, refusal, response.headers)
        }
        let received: JSONValue
        do {
            received = try JSONValue(parsing: body)
        } catch {
            throw Fault(stage: "answer", message: "expected JSON: \(error)")
        }
        try same(recorded, received, stage: "answer")
        if isSuccess(status) {
            try judgeSuccess(received)
        } else {
            try judgeRefusal(received, refusal, response.headers)
        }
    }

    private static func isSuccess(_ status: Int) -> Bool { (200..<300).contains(status) }

    /// What an unexpected answer says; of the mock's, each difference from the nearest recorded request on its line.
    private static func words(_ body: [UInt8]) -> String {
        guard let answer = try? JSONValue(parsing: body), let differences = answer["differences"]?.arrayValue,
            let nearest = answer["message"]?.stringValue?.split(separator: "; it differs:").first
        else { return String(decoding: body.prefix(2000), as: UTF8.self) }
        let lines = differences.map { difference in
            JSONDifference(
                path: difference["path"]?.stringValue ?? "",
                kind: (difference["kind"]?.stringValue).flatMap(JSONDifference.Kind.init) ?? .different,
                expected: difference["expected"]?.stringValue, found: difference["found"]?.stringValue
            ).description
        }
        return ([String(nearest)] + lines).joined(separator: "\n")
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
    private static func judgeRefusal(
        _ received: JSONValue?, _ refusal: ServiceRefusal?, _ headers: [HeaderField]
    ) throws(Fault) {
        guard let refusal else {
            throw Fault(stage: "decode response", message: "expected a typed refusal, found none")
        }
        // The header has the type with what defines it around it: `com.amazon.coral#ValidationException:http://…`.
        let header = headers.text(of: "x-amzn-ErrorType")?.prefix { $0 != ":" }.filter { !$0.isWhitespace }
        let type = header?.split(separator: "#").last.map(String.init)
        if let type, refusal.errorType != type {
            throw Fault(
                stage: "decode response",
                message: "expected the error type \(type), found \(refusal.errorType ?? "none")")
        }
        let said = received?["message"]?.stringValue ?? received?["Message"]?.stringValue
        if let said, withoutTokens(refusal.message ?? "") != withoutTokens(said) {
            throw Fault(
                stage: "decode response",
                message: "expected the message “\(said)”, found “\(refusal.message ?? "none")”")
        }
    }

    /// The text without what stands behind the name of an echoed session token.
    ///
    /// The recording and the core both redact it there, and may end it at different places.
    private static func withoutTokens(_ text: String) -> String {
        let name = "x-amz-security-token:"
        let parts = text.split(separator: name, omittingEmptySubsequences: false)
        let ends: Set<Character> = [" ", "\t", "\n", "\r\n", "\\", "\"", "'"]
        return ([String(parts[0])] + parts.dropFirst().map { String($0.drop { !ends.contains($0) }) })
            .joined(separator: name)
    }

    /// Equality as JSON: numbers by value, members in any order.
    static func same(_ expected: JSONValue, _ found: JSONValue, stage: String) throws(Fault) {
        guard !expected.isEquivalent(to: found) else { return }
        let diff = JSONDiff(expected: expected, found: found)
        var lines = diff.differences.map(\.description)
        if diff.total > lines.count { lines.append("... and \(diff.total - lines.count) more") }
        throw Fault(stage: stage, message: lines.joined(separator: "\n"))
    }

    private static func kind(_ body: RecordedBody) -> String {
        switch body {
        case .none: return "none"
        case .json: return "JSON"
        case .text(let text):
            do {
                _ = try JSONValue(parsing: text)
                return "text"
            } catch {
                return "text that is not JSON: \(error)"
            }
        case .bytes(let bytes): return "\(bytes.count) bytes that are not text"
        case .stream: return "a stream"
        }
    }
}
