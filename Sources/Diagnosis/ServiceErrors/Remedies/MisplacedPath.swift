import Catalog
import Evidence
import JSONText

/// A URL in the text whose path belongs to another of Bedrock's services than its host: a path alone says whose it is.
///
/// Sources: the request URIs in the service models of the four services
/// (<https://docs.aws.amazon.com/bedrock/latest/APIReference/welcome.html>).
struct MisplacedPath: Hashable {
    /// The service of the host.
    let asked: String
    /// The service that has the path, and what the path calls there.
    let home: String
    let operation: String
    let region: String?

    init?(in whole: String) {
        let text = String(whole.prefix(65_536))
        for mark in text.ranges(of: "://bedrock").prefix(64) {
            let start = text.index(mark.lowerBound, offsetBy: 3)
            let rest = text[start...].prefix(300).prefix { !($0.isWhitespace || "\"'`<>),".contains($0)) }
            guard let slash = rest.firstIndex(of: "/"), let host = AWSHostName(String(rest[..<slash])),
                !host.isInterfaceEndpoint, Self.hosts.contains(host.service),
                let place = Self.place(of: rest[slash...]), place.home != host.service
            else { continue }
            asked = host.service
            home = place.home
            operation = place.operation
            region = host.region
            return
        }
        return nil
    }

    private static let hosts = ["bedrock", "bedrock-runtime", "bedrock-agent", "bedrock-agent-runtime"]

    /// Whose a path is: by its first part and, where several services have that, by its last one.
    private static func place(of path: Substring) -> (home: String, operation: String)? {
        let parts = path.prefix { $0 != "?" }.split(separator: "/").map { String($0) }
        guard let first = parts.first, let last = parts.last else { return nil }
        switch first {
        case "model":
            let calls = [
                "converse": "Converse", "converse-stream": "ConverseStream", "invoke": "InvokeModel",
                "invoke-with-response-stream": "InvokeModelWithResponseStream", "count-tokens": "CountTokens",
            ]
            return calls[last].map { ("bedrock-runtime", $0) }
        case "guardrail" where last == "apply": return ("bedrock-runtime", "ApplyGuardrail")
        case "knowledgebases" where last == "retrieve": return ("bedrock-agent-runtime", "Retrieve")
        case "knowledgebases": return ("bedrock-agent", "the operations on knowledge bases")
        case "retrieveAndGenerate", "retrieveAndGenerateStream":
            return ("bedrock-agent-runtime", first.prefix(1).uppercased() + first.dropFirst())
        case "rerank": return ("bedrock-agent-runtime", "Rerank")
        case "agents" where parts.contains("sessions"): return ("bedrock-agent-runtime", "InvokeAgent")
        case "agents": return ("bedrock-agent", "the operations on agents")
        case "flows" where parts.contains("aliases") && parts.count == 4:
            return ("bedrock-agent-runtime", "InvokeFlow")
        case "foundation-models": return ("bedrock", "ListFoundationModels")
        case "inference-profiles": return ("bedrock", "ListInferenceProfiles")
        default: return nil
        }
    }
}
