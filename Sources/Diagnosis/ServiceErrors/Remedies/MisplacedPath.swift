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
    /// Whether code puts the URL together, so that no client chose the host.
    let isOfCode: Bool

    /// `nil` for a status that no path of another service gets: a server's own failure.
    init?(in whole: String, status: Int?) {
        if let status, status < 400 || status >= 500 || status == 429 { return nil }
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
            isOfCode = false
            return
        }
        // The path is put together in code: `req_url_path_append(req, "model", id, "converse")`.
        guard !text.contains("bedrock-runtime"), let mark = text.firstRange(of: "://bedrock."),
            ["\"model\"", "'model'"].contains(where: text.contains),
            let (_, name) = Self.calls.first(where: { text.contains("\"\($0.0)\"") || text.contains("'\($0.0)'") })
        else { return nil }
        let start = text.index(mark.lowerBound, offsetBy: 3)
        let host = AWSHostName(String(text[start...].prefix { $0.isLetter || $0.isNumber || ".-".contains($0) }))
        guard let host, host.service == "bedrock" else { return nil }
        (asked, home, operation, region) = (host.service, "bedrock-runtime", name, host.region)
        isOfCode = true
    }

    /// The last part of a path of the runtime's.
    private static let calls = [
        ("converse", "Converse"), ("converse-stream", "ConverseStream"), ("invoke", "InvokeModel"),
        ("invoke-with-response-stream", "InvokeModelWithResponseStream"), ("count-tokens", "CountTokens"),
    ]

    private static let hosts = ["bedrock", "bedrock-runtime", "bedrock-agent", "bedrock-agent-runtime"]

    /// Whose a path is, where only one of the services has it, whatever the method: `/agents/{}` is `bedrock-agent`'s and InvokeInlineAgent's,
    /// `/flows/{}/aliases/{}` that of an alias and of InvokeFlow.
    private static func place(of path: Substring) -> (home: String, operation: String)? {
        let parts = path.prefix { $0 != "?" }.split(separator: "/").map { String($0) }
        guard let first = parts.first, let last = parts.last else { return nil }
        let third = parts.count > 2 ? parts[2] : nil
        switch first {
        case "model":
            return calls.first { $0.0 == last }.map { ("bedrock-runtime", $0.1) }
        case "guardrail" where last == "apply": return ("bedrock-runtime", "ApplyGuardrail")
        case "knowledgebases" where third == "retrieve": return ("bedrock-agent-runtime", "Retrieve")
        case "knowledgebases" where third == nil || third == "datasources":
            return ("bedrock-agent", "the operations on knowledge bases")
        case "retrieveAndGenerate", "retrieveAndGenerateStream":
            return ("bedrock-agent-runtime", first.prefix(1).uppercased() + first.dropFirst())
        case "rerank": return ("bedrock-agent-runtime", "Rerank")
        case "agents" where third == "agentAliases" && parts.contains("sessions"):
            return ("bedrock-agent-runtime", "InvokeAgent")
        case "agents" where parts.count == 1 || third == "agentversions" || third == "agentaliases":
            return ("bedrock-agent", "the operations on agents")
        case "foundation-models": return ("bedrock", "ListFoundationModels")
        case "inference-profiles": return ("bedrock", "ListInferenceProfiles")
        default: return nil
        }
    }
}
