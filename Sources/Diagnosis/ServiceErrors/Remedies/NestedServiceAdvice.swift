import Catalog
import Codes
import Evidence
import Report
import WireText

/// Refusals that a service hands on from another one that it called itself: `... (Service: BedrockRuntime, Status Code: 403)
/// (Service: BedrockAgentRuntime, Status Code: 400)`.
///
/// Source: <https://docs.aws.amazon.com/bedrock/latest/userguide/kb-permissions.html>.
extension Advice {
    static let nested: [Advice] = [
        Advice(for: .modelAccessNotGranted, .modelIDInvalid, .modelNotInRegion, .modelEndOfLife) { call in
            call.nestedModel
        },
        Advice("missing authorization x api key header", for: .missingAuthToken) { call in call.nothingSent },
    ]
}

extension FailedCall {
    /// A model that the knowledge base, the agent or the flow called, and not the caller.
    fileprivate var nestedModel: [Remedy] {
        guard let inner = text.firstRange(of: "(Service: BedrockRuntime"),
            let outer = text[inner.upperBound...].firstRange(of: "(Service: BedrockAgent")
        else { return [] }
        let around = shown
        let isBase = ["Retrieve", "KnowledgeBase", "knowledge base"].contains(where: around.contains)
        let who = isBase ? "the knowledge base" : "the agent or flow"
        let named = ResourceName.all(in: String(around.prefix(32_768))).compactMap { name -> String? in
            guard name.service == "bedrock", name.resource.hasPrefix("foundation-model/") else { return nil }
            return String(name.resource.dropFirst("foundation-model/".count))
        }
        let models = named.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.prefix(3)
        let shown =
            models.isEmpty
            ? "" : " (the text names \(Enumeration.words(models.map { PrintableText.escaped($0, limit: 80) })))"
        let service = text[outer.lowerBound...].dropFirst(10).prefix { $0.isLetter }
        let parts =
            isBase
            ? "its embedding model, the model for reranking, the one that writes the answer"
            : "the foundation model of the agent or node"
        return [
            Remedy(
                """
                Give the account access to the model behind \(who)\(shown), in the region of \(who), choose another, or switch that step (reranking) off: \(PrintableText.escaped(String(service), limit: 40)) was \
                reached, and it was \(who)'s own call of a model (Service: BedrockRuntime) that was refused. It is one that \(who) is set up with or the request asks for: \(parts). Its service role needs bedrock:InvokeModel and, for a reranker, bedrock:Rerank. The caller's own policy is not what refuses.
                """,
                models.first.flatMap { ShellWord.quoted($0) }.map {
                    .aws("bedrock get-foundation-model-availability --model-id \($0)\(regionOption)")
                })
        ]
    }

    /// A call of Bedrock's OpenAI- or Anthropic-compatible endpoints with neither a signature nor a key.
    fileprivate var nothingSent: [Remedy] {
        [
            Remedy(
                """
                The call arrived with neither a signature nor a key: this client takes no keys or role for this endpoint, and was given no API key. Give this client a real key of Bedrock's (AWS_BEARER_TOKEN_BEDROCK or its own api_key; a short-term one can be made from the role that it runs with, for 12 hours at most), or \
                use a version or route of the client that signs. A made-up key is refused in turn ("Invalid bearer token"), and no IAM policy changes this.
                """)
        ]
    }
}
