import Codes
import Evidence
import JSONText
import Report

/// Refusals that blame what a role in the request may do, not who sent it.
///
/// Sources: <https://docs.aws.amazon.com/bedrock/latest/userguide/agents-permissions.html>,
/// <https://docs.aws.amazon.com/bedrock/latest/userguide/kb-permissions.html>,
/// <https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html>.
extension Advice {
    static let agents: [Advice] = [
        Advice("policy json invalid", for: .validationRequest) { call in StorePolicy(call)?.remedies ?? [] },
        Advice("not|arent|isnt authorized invoke|call|use", "operation", for: .accountNotAllowed) { call in
            call.unofferedOperation
        },
        Advice(
            "unauthorized|authorized|access rerankingconfiguration|rerank|reranking", for: .accountNotAllowed,
            .validationRequest,
            say: """
                Switch reranking off in the query (leave rerankingConfiguration out; in a tool its own switch), or use a reranker that the called region has: Cohere Rerank 3.5 in place of Amazon Rerank, which \
                us-east-1 does not have, or another region. It is not a matter of your policies: this account has no such model there. Where the region has it, the knowledge base's service role also needs \
                bedrock:Rerank, and bedrock:InvokeModel on the reranker.
                """),
        Advice("model arn|identifier|id provided not|isnt supported", for: .validationRequest) { call in
            call.unsupportedInRetrieval
        },
        Advice(
            "response body request", "mismatch*|invalid content|keys", for: .validationRequest
        ) { call in call.returnedControl },
        Advice("access denied for operation", for: .iamDenied) { call in RefusedResource(call)?.remedies ?? [] },
        Advice("access denied for operation", "agent|bedrock", for: .iamDenied) { call in
            call.isNowAndThen
                ? [AgentRole(call).race, AgentRole(call).remedy]
                : [
                    AgentRole(call).remedy,
                    Remedy(
                        """
                        CloudFormation leaves AWS's sentence out: CloudTrail has it whole. Where the role is made in the same stack, let what \
                        takes it depend on its policy (DependsOn), or write the policy into the role itself.
                        """),
                ]
        },
        Advice(
            "access denied", "agent", "profile|bedrock|create", for: .iamDenied
        ) { call in (call.isNowAndThen ? [AgentRole(call).race] : []) + [AgentRole(call).remedy] },
        Advice("access denied when calling bedrock", for: .iamDenied) { call in AgentRole(call).remedy },
        Advice(
            "validate permissions log group", for: .serviceRoleDenied,
            say: """
                The role in the logging configuration may not write there: give that role logs:CreateLogStream and logs:PutLogEvents on \
                the log group, let bedrock.amazonaws.com assume it in its trust policy, and see that the log group exists. The caller and \
                the request are in order.
                """),
        Advice("knowledge base storage", for: .validationRequest) { call in call.vectorIndex },
        Advice("input configuration knowledge base", for: .validationRequest, .resourceNotFound) { call in
            call.knowledgeBase
        },
        Advice(
            "knowledge base storage", "security|authorization|forbidden|denied|unauthorized|403",
            for: .validationRequest, .serviceRoleDenied,
            say: """
                The vector store refused the knowledge base's role: name the role in the data access policy of the OpenSearch Serverless \
                collection, give it aoss:APIAccessAll on the collection, let the network policy admit Bedrock, and create the index \
                first. A policy just made takes a minute or two: wait, and deploy again.
                """),
        Advice(
            "model returned following errors validation error", for: .validationRequest,
            say: """
                The model names no member: leave out the optional ones one by one, stop sequences first, then tool choice, system and \
                penalties, until it is taken; each model has its own set.
                """),
        Advice(
            "inserted after reasoning", for: .validationCacheUnsupported, .validationRequest, .validationMessages,
            say: """
                A cachePoint stands directly behind a reasoning block: put it behind a text or tool block, or leave it out of that message. \
                The message stays in the history and is refused with every turn: mend it there, or begin a new conversation.
                """),
        Advice(
            "input tag found using not match expected tags", for: .validationRequest, .validationSamplingParams,
            .validationMessages
        ) { call in call.tag },
        Advice(
            "adaptive", "thinking not|isnt supported", for: .validationRequest, .validationSamplingParams,
            .validationMessages
        ) { call in call.adaptiveRefused },
        Advice(
            "invalid output config|configuration", "credentials", for: .validationRequest,
            say: """
                The bucket in outputDataConfig (s3OutputDataConfig.s3Uri) cannot be used: it must exist, lie in the region that is called, and let \
                the caller write (s3:PutObject, and kms:GenerateDataKey where it is encrypted with a key of yours); the URI is s3://BUCKET or \
                s3://BUCKET/PREFIX.
                """),
        Advice(
            "blocked content filter|filters", for: .validationRequest,
            say: """
                The model's own filter took the prompt, an image in it, or what it made for content that is not allowed: say it in other words, or \
                use another image. No guardrail of yours, no policy and no gateway is involved, and a retry of the same request is refused again.
                """),
    ]
}

extension FailedCall {
    /// The operation that a sentence refuses without naming who called it.
    ///
    /// Example: `You are not authorized to invoke the Rerank operation.`
    var refusedOperation: String? {
        guard
            let mark = ["invoke the ", "call the ", "use the "].lazy.compactMap({
                message.firstRange(of: "authorized to " + $0)
            }).first
        else { return nil }
        let rest = message[mark.upperBound...]
        let name = rest.prefix { $0.isLetter || $0.isNumber }
        guard rest[name.endIndex...].hasPrefix(" operation"), !name.isEmpty else { return nil }
        return PrintableText.escaped(String(name), limit: 60)
    }

    /// An operation that the called region does not offer to the account.
    fileprivate var unofferedOperation: Remedy? {
        guard let name = refusedOperation else { return nil }
        let place = servedRegion.map { " (here \(PrintableText.escaped($0, limit: 40)))" } ?? ""
        let rerank =
            name == "Rerank"
            ? " Amazon Rerank 1.0 is not in us-east-1: call Cohere Rerank 3.5 there, or another region." : ""
        return Remedy(
            """
            Call \(name) in a region that offers it, with a model that this region has\(place): the sentence names no user and no resource, as IAM's refusals do.\(rerank) \
            Where the region has operation and model, let the caller's policy allow bedrock:\(name), with bedrock:InvokeModel on the model.
            """)
    }

    /// What the sentence about a knowledge base's vector store says behind its general half; empty where that is about a role.
    fileprivate var vectorIndex: [Remedy] {
        if words.has("engine type|types|faiss|nmslib") {
            return [
                Remedy(
                    """
                    \(isRemade ? "Make the index with all three that belong together" : "The vector index was made with another engine than a knowledge base takes: delete it and make it anew"), with engine faiss, method hnsw and space_type l2 (or \
                    innerproduct) in the mapping of its vector field, then create the knowledge base again: cosinesimil is nmslib's, and with faiss the index is refused for it. Roles and policies are not the matter.
                    """)
            ]
        }
        if words.has("dimension|dimensions") {
            return [
                Remedy(
                    """
                    The vector field of the index has another dimension than the embedding model's vectors: make the index anew with the model's (Titan Text Embeddings V2 1024, 512 or \
                    256, V1 1536, Cohere Embed 3 1024), or choose a model that fits. Roles and policies are not the matter.
                    """)
            ]
        }
        if words.has("no such index") || words.has("index not|doesnt found|exist") {
            return [
                Remedy(
                    """
                    The vector index of the name in the storage configuration does not exist in that collection: create it first (a vector field of the model's dimension, engine \
                    faiss, a text field and a metadata field), or correct its name; one just made takes a minute to be seen.
                    """)
            ]
        }
        if words.has("field mapping|name|names") || words.has("mapping field") {
            return [
                Remedy(
                    "The names of the fields in the storage configuration (vectorField, textField, metadataField) are not those of the index: make them the same."
                )
            ]
        }
        if words.has("security|authorization|forbidden|denied|unauthorized|bad|403") { return [] }
        return serviceSays.map { [$0] } ?? []
    }

    /// Whether the engine was changed already, as it is told.
    private var isRemade: Bool {
        let told = WordText(shown)
        return told.has("changed|change|changing|switched|tried|set engine")
            && told.has("index creation|create|creating fail|fails|failing|failed|error")
    }

    /// What a query of a knowledge base refuses without saying why.
    fileprivate var knowledgeBase: [Remedy] {
        [
            Remedy.advice(
                """
                The sentence says no more than that the knowledge base, as it is set up, cannot answer this query: see that its id is one of the called region (ten letters and digits), that its state is \
                ACTIVE, that its data source was synchronized, and that the index behind it still exists with the fields of its mapping and the dimension of its embedding model; then the filter and the \
                search type of the query (HYBRID is not for every store). Prompts and messages are not part of this call.
                """,
                .aws("bedrock-agent get-knowledge-base --knowledge-base-id ID\(regionOption)"))
        ]
    }

    /// A model that answers for itself, and not for a knowledge base.
    ///
    /// Source: <https://docs.aws.amazon.com/bedrock/latest/userguide/knowledge-base-supported.html>.
    fileprivate var unsupportedInRetrieval: [Remedy] {
        let operation = scene.operation?.value ?? answer.operation ?? "This operation"
        return [
            Remedy(
                """
                Name another model: \(PrintableText.escaped(operation, limit: 60)) takes those alone that the page of supported models of knowledge bases lists, by the ARN of the foundation model, or by the ARN of an inference \
                profile (arn:aws:bedrock:REGION:ACCOUNT:inference-profile/ID) for newer ones. With another model call Retrieve, and hand its passages to Converse. Account and policies are not the matter.
                """)
        ]
    }

    /// The result of a call that an agent returned to its caller.
    ///
    /// Source: <https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent-runtime_FunctionResult.html>.
    fileprivate var returnedControl: [Remedy] {
        let operation = scene.operation?.value ?? answer.operation
        guard
            operation.map({ $0.hasPrefix("Invoke") && $0.hasSuffix("Agent") })
                ?? (scene.service?.value.hasPrefix("bedrock-agent-runtime") ?? false)
        else { return [] }
        return [
            Remedy(
                """
                Send the result of the returned call (sessionState.returnControlInvocationResults) under the one key that is known there: responseBody of a functionResult is {"TEXT": {"body": "..."}}, in capitals, and that of \
                an apiResult has the content type of the action group's schema as its key ("application/json"), with httpStatusCode. The body is a text, JSON written out; actionGroup, function and \
                invocationId are those that the agent returned.
                """)
        ]
    }

    /// A resource that is not there, of a service or an operation that is not about models.
    var missingResource: [Remedy] {
        if words.has("bucket|object|key|upload"), read.errorType?.hasPrefix("NoSuch") ?? false {
            return [
                Remedy(
                    """
                    Amazon S3 has no such bucket or object: see the name, the key (no slash in front, letter by letter) and the region in \
                    the request, and that what should have written it has run. Bedrock was not asked.
                    """)
            ]
        }
        let isAgent =
            words.has("agent|agents|invokeagent|alias") || words.has("knowledge base")
            || scene.service?.value.hasPrefix("bedrock-agent") ?? false
        let agent =
            isAgent
            ? """
             An agent is called by its id (ten letters and digits, not its name) and by the id of an alias (TSTALIASID for its draft), and must \
            have been prepared.
            """ : ""
        return [
            Remedy.advice(
                """
                What the call names does not exist for this account in the region that was called: compare its id, letter by letter, with \
                what is there, and the region and the account of the keys with those in which it was made.\(agent)
                """,
                isAgent ? .aws("bedrock-agent list-agents\(regionOption)") : nil),
            whoAmI,
        ]
    }

    /// A model without adaptive thinking; nothing where the sentence refuses the other type and names this one as the cure.
    fileprivate var adaptiveRefused: [Remedy] {
        let lower = text.lowercased()
        guard let end = lower.firstRange(of: "not supported") ?? lower.firstRange(of: "n't supported") else {
            return []
        }
        let refused = lower[..<end.lowerBound].suffix(120)
        guard refused.contains("adaptive"), !refused.contains("enabled") else { return [] }
        return [
            Remedy(
                """
                This model does not know thinking of type adaptive: send {"type": "enabled", "budget_tokens": N} (N at least 1024 and below \
                max_tokens), or leave thinking out; adaptive belongs to newer models.
                """)
        ]
    }

    /// A tagged member whose tag the model does not know: which one, and which it knows.
    fileprivate var tag: [Remedy] {
        guard let found = text.firstRange(of: "Input tag '"), let expected = text.firstRange(of: "expected tags: ")
        else {
            return []
        }
        let name = text[found.upperBound...].prefix { $0 != "'" }
        let known = text[expected.upperBound...].prefix(600).prefix { !"\n\"}.(".contains($0) }.trimmedWhitespace()
        let path =
            text[..<found.lowerBound].suffix(60).split { !($0.isLetter || $0.isNumber || "._".contains($0)) }.last
            ?? "type"
        let hint =
            name == "adaptive"
            ? #" Send thinking {"type": "enabled", "budget_tokens": N}, or leave it out; adaptive belongs to newer models."#
            : ""
        // A tool that Anthropic's own servers run is another tool by another type.
        if path.hasPrefix("tools."), !known.contains("'\(name.prefix { !$0.isNumber })") {
            return [
                Remedy(
                    """
                    Leave the tool '\(name)' out (\(path)): it is one that Anthropic's own API offers and this call of Bedrock's does not, and another type would be another tool. Turn its feature off in the client (for tool_search: tool search), \
                    or update the client or gateway to a version that does not send it to Bedrock. Known here: \(known).
                    """)
            ]
        }
        return [
            Remedy("Set the type of \(path) to one of \(known): this model does not know '\(name)'.\(hint)")
        ]
    }
}
