import Converse
import ConverseAPI
import HTTPTransport
import JSONText
import NetworkTerms

/// What our client tells its caller, in the words of the protocol.
enum OwnClientReport {
    static func result(_ response: ConverseResponse) -> JSONValue {
        let json = response.json
        let content = json["output"]?["message"]?["content"]?.arrayValue ?? []
        let tools = content.compactMap { $0["toolUse"] }.map { use -> JSONValue in
            ["name": use["name"] ?? .null, "input": use["input"] ?? .null]
        }
        var result: JSONObject = [
            "text": .string(content.compactMap { $0["text"]?.stringValue }.joined()), "toolUses": .array(tools),
        ]
        if let reason = json["stopReason"] { result["stopReason"] = reason }
        if let usage = json["usage"] { result["usage"] = usage }
        return .object(result)
    }

    static func failure(_ error: ConverseError) -> JSONValue {
        var failure: JSONObject = ["kind": .string(kind(error).rawValue), "message": .string(error.message)]
        if let type = error.errorType { failure["type"] = .string(type) }
        if let status = error.httpStatus { failure["status"] = .number(JSONNumber(Int64(status))) }
        return .object(failure)
    }

    private static func kind(_ error: ConverseError) -> CallerReport.Kind {
        if let failure = error.transportError { return failure.code.isTimeout ? .timeout : .transport }
        switch error.code {
        case .unreadableAnswer, .streamDamaged: return .decode
        case .streamEndedEarly: return .transport
        case .deadlineExceeded: return .timeout
        default: return .service
        }
    }
}
