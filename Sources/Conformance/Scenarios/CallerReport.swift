package import JSONText

/// What a client reported to its caller; a member that the client does not give is absent.
package enum CallerReport: Sendable {
    /// Whose failure it is.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The service refused, in its own words.
        case service
        /// The connection did not carry the answer.
        case transport
        /// The answer came and could not be read.
        case decode
        /// The client's own time was over.
        case timeout
    }

    case result(text: String?, stopReason: String?, toolUses: JSONValue?, usage: JSONValue?)
    case failure(kind: Kind, type: String?, status: Int?, message: String?)

    init(_ answer: JSONCursor) throws(JSONShapeError) {
        try answer.requireOnly(names: ["id", "result", "failure"])
        let told = try answer.object().names.filter { $0 != "id" }
        guard told.count == 1 else {
            throw answer.fault(
                expected: "one of the members result and failure, or else skipped or error",
                found: told.isEmpty ? "none of them" : "both result and failure")
        }
        if let result = try answer.optionalMember("result") {
            try result.requireOnly(names: ["text", "stopReason", "toolUses", "usage"])
            _ = try result.optionalMember("toolUses")?.array()
            _ = try result.optionalMember("usage")?.object()
            self = .result(
                text: try result.optionalMember("text")?.string(),
                stopReason: try result.optionalMember("stopReason")?.string(),
                toolUses: try result.optionalMember("toolUses")?.value, usage: try result.optionalMember("usage")?.value
            )
        } else {
            let failure = try answer.member("failure")
            try failure.requireOnly(names: ["kind", "type", "status", "message"])
            let kind = try failure.member("kind").string(oneOf: Kind.allCases.map(\.rawValue))
            self = .failure(
                kind: Kind(rawValue: kind) ?? .service, type: try failure.optionalMember("type")?.string(),
                status: try failure.optionalMember("status")?.integer(in: 0...999),
                message: try failure.optionalMember("message")?.string())
        }
    }

    /// The report in a line.
    var words: String {
        switch self {
        case .result(let text, let stopReason, _, _):
            return "a result"
                + (text.map { " with the text “\(Self.cut($0))”" } ?? "") + (stopReason.map { ", \($0)" } ?? "")
        case .failure(let kind, let type, let status, let message):
            let parts = [type, status.map(String.init), message.map { "“\(Self.cut($0))”" }].compactMap(\.self)
            return "a failure of the kind \(kind.rawValue)" + (parts.isEmpty ? "" : ": " + parts.joined(separator: " "))
        }
    }

    static func cut(_ text: String) -> String { text.count > 120 ? text.prefix(120) + "…" : text }
}
