import WireText

/// An operation that Bedrock has and this server does not play: the call is verified, and then told so.
///
/// The paths are those of the API's description (botocore's `bedrock-runtime` and `bedrock`, 2026).
struct UnplayedOperation: Sendable, Hashable {
    /// The operation as the API has it, or where in the control plane it belongs.
    let name: String

    init?(_ request: ReceivedRequest) {
        self.init(method: request.head.method, route: request.route, path: request.target.path)
    }

    init?(method: String, route: Route, path: ArraySlice<UInt8>) {
        switch route {
        case .model(_, .invoke), .model(_, .invokeWithResponseStream): name = route.operationName ?? ""
        case .unknown:
            let segments = Route.segments(path).map { String(decoding: $0, as: UTF8.self) }
            guard let found = Self.runtime(method, segments) ?? Self.control(segments) ?? Self.agents(segments)
            else { return nil }
            name = found
        default: return nil
        }
    }

    /// What the server is, and what it plays.
    var message: String {
        "This is the mock of Amazon Bedrock of `doctor serve`. The call is signed rightly, and \(name) is not played: the "
            + "simulated account plays Converse, ConverseStream, CountTokens, the reads of models, inference profiles and "
            + "availability, and of STS GetCallerIdentity and AssumeRole. A recording of this call would be answered "
            + "(--recordings)."
    }

    private static func runtime(_ method: String, _ segments: [String]) -> String? {
        switch (method, segments.first, segments.count) {
        case ("POST", "guardrail", 5) where segments[2] == "version" && segments[4] == "apply": "ApplyGuardrail"
        case ("POST", "async-invoke", 1): "StartAsyncInvoke"
        case ("GET", "async-invoke", 1): "ListAsyncInvokes"
        case ("GET", "async-invoke", 2): "GetAsyncInvoke"
        case ("POST", "model", 3) where segments[2] == "invoke-with-bidirectional-stream":
            "InvokeModelWithBidirectionalStream"
        default: nil
        }
    }

    private static func control(_ segments: [String]) -> String? {
        segments.first.flatMap { controlPlane.contains($0) ? "the control plane's operation on /\($0)" : nil }
    }

    private static func agents(_ segments: [String]) -> String? {
        segments.first.flatMap { ofAgents.contains($0) ? "the operation of Bedrock's agents on /\($0)" : nil }
    }

    /// The first segments of the paths of `bedrock-agent-runtime` and `bedrock-agent`, which sign as `bedrock`, too.
    private static let ofAgents: Set<String> = [
        "agents", "flows", "generateQuery", "invocations", "knowledgebases", "optimize-prompt", "prompts", "rerank",
        "retrieveAndGenerate", "retrieveAndGenerateStream", "sessions", "tags",
    ]

    /// The first segments of the control plane's paths, those that are played among them: what is played is no `unknown`.
    private static let controlPlane: Set<String> = [
        "advanced-prompt-optimization-job", "advanced-prompt-optimization-jobs", "automated-reasoning-policies",
        "create-foundation-model-agreement", "custom-models", "delete-foundation-model-agreement",
        "enforcedGuardrailsConfiguration", "evaluation-job", "evaluation-jobs", "guardrails", "imported-models",
        "inference-profiles", "list-foundation-model-agreement-offers", "listTagsForResource", "logging",
        "marketplace-model", "model-copy-jobs", "model-customization", "model-customization-jobs", "model-import-jobs",
        "model-invocation-job", "model-invocation-jobs", "prompt-routers", "provisioned-model-throughput",
        "provisioned-model-throughputs", "resource-policy", "tagResource", "untagResource", "use-case-for-model-access",
    ]
}
