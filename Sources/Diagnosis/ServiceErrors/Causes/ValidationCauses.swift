import Codes
import Evidence
import Report

/// Requests that the service read, and a member of which it did not accept.
///
/// Source: <https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html>.
extension ErrorCause {
    /// The request was understood, and a member of it was not accepted.
    static let validation = list {
        ErrorCause(
            .validationCacheUnsupported, .request,
            rules: [
                .peculiar("prompt caching|cache", none: ["eperm|eacces|enoent|enospc|ebusy"]),
                // A cache of files is the client's own.
                .peculiar(
                    "cachepoint|cache", "support|supported|unsupported|not|allow|permitted|invalid|exceed|maximum",
                    none: [
                        "eperm|eacces|enoent|enospc|ebusy|erofs|unlink|mkdir|rename", "no such file",
                        "permission denied",
                        "read only file system", "sso cache", "cli cache",
                    ]),
                .fitting("unsupported|not model caching"),
            ]
        ) { _ in
            Remedy(
                """
                Leave out cachePoint blocks: the model, or this region, does not cache prompts. It is not \
                about access, though the status may be 403.
                """)
        }
        ErrorCause(
            .validationContextLength, .request,
            rules: [
                .peculiar("input|prompt too long"),
                .peculiar(
                    "prompt|input|context length|window|tokens exceed*|longer|maximum|limit",
                    none: [
                        "maxtokens", "maximum tokens you requested", "max_tokens requested", "rate limit", "tokens per",
                    ]),
                .peculiar("too many input tokens"),
                .peculiar("too many total text bytes"),
                .fitting("context window|length", none: ["model timeout"]),
                .fitting(
                    "input tokens", "exceed*|maximum|max|limit|many|longer",
                    none: ["malformed input", "required key", "rate limit", "tokens per"]),
                .fitting("request|payload|body too large", also: [.validationMessages]),
                .fitting("request|payload|body exceed*|exceeds maximum|allowed size", also: [.validationMessages]),
            ]
        ) { call in
            call.fullConversation
            Remedy("Send less: shorten the conversation, or use a model with a larger context window.")
        }
        ErrorCause(
            .validationMaxTokens, .request,
            rules: [
                .peculiar(
                    "maximum tokens|token requested|request|limit exceed*|greater|lower|less",
                    none: ["input", "prompt", "context"]),
                .peculiar(
                    "maxtokens|maxtokencount|maxtokenstosample",
                    "exceed*|greater|less|lower|maximum|limit|invalid|constraint|equal|higher|positive|range",
                    none: ["unrecoverable state"]),
                .peculiar(
                    "max completion|output tokens", "exceed*|greater|less|lower|least|minimum|maximum|must|between",
                    none: ["rate", "input|prompt"]),
                .peculiar(
                    "max tokens", "exceed*|greater|less|lower|limit|output|equal|range|constraint|positive|thinking",
                    // An answer that was cut at its limit wants a higher one.
                    none: ["input|prompt", "rate", "unrecoverable state", "due max tokens", "reached max tokens"]),
            ]
        ) { _ in
            Remedy(
                """
                Set inferenceConfig.maxTokens (with InvokeModel the member of the model's own body, such as max_tokens) into the range that the \
                message names: from 1 to what the model can give. 0 and -1, by which some clients mean no limit, are refused like a value that is \
                too high; where no limit is meant, leave the member out.
                """)
        }
        ErrorCause(
            .validationConverseUnsupported, .request,
            rules: [
                .peculiar(
                    "action|operation|api doesnt|not|isnt|cannot support|supported", "model",
                    none: ["perform", "counting tokens", "chat completions", "responses api"]),
                .fitting("supported text|chat model", none: ["system", "tool|tools"]),
                .fitting(
                    "model doesnt|not|isnt support|supported converse|conversestream|streaming|conversation",
                    none: ["tool|tools", "system"]),
                .peculiar("model unsupported streaming|converse|conversestream", none: ["tool|tools", "system"]),
            ]
        ) { call in
            call.unstreamed
                ?? Remedy(
                    """
                    The model does not take part in Converse (embeddings, images, imported models): use \
                    InvokeModel or another model.
                    """)
        }
        ErrorCause(
            .validationSystemUnsupported, .request,
            rules: [
                .peculiar("system message|messages|prompt|prompts|role", "doesnt|not|isnt|unsupported|without|cannot"),
                .fitting("system input|should string|valid", none: ["encountered"]),
                .fitting("unexpected role system"),
            ]
        ) { _ in
            Remedy("Leave out system and put its text into the first user message.")
        }
        ErrorCause(
            .validationToolUnsupported, .request,
            rules: [
                .peculiar(
                    "tool|tools|function use|calling|config|choice|uses|tooluse|streaming",
                    "doesnt|not|isnt|unsupported|without support*|unsupported",
                    none: ["toolresult", "tool result|results"]
                ),
                .peculiar(
                    "model|streaming doesnt|not|isnt|without support|supported tool|tools|tooluse|toolconfig|toolchoice",
                    none: ["tool result|results"]),
            ]
        ) { call in
            call.untakenTools
        }
        ErrorCause(
            .validationSamplingParams, .request,
            rules: [
                .peculiar(
                    "temperature|topp|topk|sampling",
                    "deprecated|not|both|cannot|only|must|greater|less|between|unsupported|invalid|constraint|range|set"
                ),
                .peculiar(
                    "top p|k",
                    "deprecated|not|both|cannot|only|must|greater|less|between|unsupported|invalid|constraint|range|set",
                    none: ["top of"]),
                .fitting(
                    "stop|stopsequences sequence|sequences|stopsequences", "invalid|too|blank|maximum|must|whitespace"),
                .fitting("inference configuration|configurations|config|parameters invalid|unsupported|not"),
                .fitting("budget tokens|token", "greater|less|must|least|range|equal|minimum"),
                .peculiar("thinking", "tool_choice|toolchoice|choice", "forces|forced"),
                .fitting(
                    "thinking|reasoning|budget|adaptive|effort not|isnt|deprecated supported|allowed|this|available model",
                    none: ["block|blocks", "content"]),
            ]
        ) { _ in
            Remedy("Leave out temperature, topP or topK as the message says: newer models take one of them or none.")
        }
        ErrorCause(
            .validationMessages, .request,
            rules: [
                .peculiar(
                    "messages", "content|role|roles|block|blocks|turn|toolresult|tooluse|thinking|text|user|assistant",
                    "blank|empty|must|cannot|expected|required|alternate|found|invalid|provided|not|exceed*|unexpected|without|corresponding|ids",
                    none: ["cachepoint"]),
                .peculiar("conversation must start|end|alternate user|message|with"),
                .peculiar("roles|role must alternate|alternating"),
                .peculiar(
                    "contentblock|toolresult|tooluse|toolresult",
                    "blank|empty|must|cannot|expected|required|invalid|unexpected|without|exceed*|number|ids|duplicate|provided|not"
                ),
                .peculiar("tool|toolresult result|use block|blocks|turn|ids|id"),
                .peculiar("invalid signature in thinking block"),
                .peculiar("text content block cannot null|empty|blank"),
                .fitting("doesnt|not|isnt support|supported document|documents|image|images|video|videos|audio"),
                .fitting("content|text block|blocks|field|blocks blank|empty|non|whitespace"),
                .peculiar("assistant content cannot end trailing whitespace"),
                .peculiar("role input should be user assistant"),
                .fitting(
                    "assistant|user message|messages|turn", "must|cannot|final|last|prefill|required|empty|expected",
                    none: ["system"]),
                .fitting(
                    "toolconfig|toolspec|toolchoice|inputschema",
                    "must|required|invalid|defined|provided|missing|expected|not|pattern"),
                .fitting(
                    "image|document|video|file|audio invalid|unsupported|exceed*|size|format|maximum|too|could|must|not",
                    types: [.validation]),
                .fitting(
                    "image|document|video|audio appears|match|matches|specified|declared", "type|format",
                    none: ["model not available|found"]),
                // More of them than a request may hold, or two of one name.
                .fitting(
                    "cant|cannot|must|more|duplicate|unique|maximum",
                    "document|documents|image|images|video|videos name|names|include|included|contain|per|request|requests"
                ),
            ]
        ) { call in
            call.serviceSays
            call.conversationRules
        }
        ErrorCause(
            .validationRequest, .request,
            types: [
                TypeHint(.validation, 50, isLastResort: true), TypeHint(.malformedQueryString),
                TypeHint(.paramValidation, 55), TypeHint(.serialization, 60),
            ],
            rules: [
                // A tool's own definition is not part of the conversation.
                .peculiar("toolconfig tools member toolspec name|description|inputschema"),
                .peculiar(
                    "tool|tools|toolspec|toolconfig inputschema|schema",
                    "must|required|invalid|missing|expected|not|pattern|type"),
                .peculiar("knowledge base storage configuration invalid"),
                // Bedrock's sentence of a field, without its type.
                .hinting("model doesnt|not support field remove try again"),
                // Of a secret, a bucket, a key or a function that the request names.
                .peculiar(ResourceElsewhere.place, ResourceElsewhere.demand),
                // OpenSearch Serverless, of an access policy as a document.
                .peculiar("policy json invalid", "regex|pattern|schema"),
                // IAM, of a policy for another partition.
                .peculiar("partition aws not valid", none: ["key|keys"]),
                // Knowledge bases take some models, and say so of the others.
                .peculiar("model arn provided not|isnt supported"),
                .peculiar("image|images exceed* max|maximum pixels|resolution|dimensions"),
                .peculiar("service tier", "invalid|not|unsupported|unknown"),
                .peculiar("too many images documents"),
                .peculiar("performance|latency configuration|config not|isnt|unsupported supported|available|valid"),
                .peculiar("tool names must unique"),
                .peculiar("invalid according policy condition|expired|extra|failed"),
                .peculiar("tool already defined"),
                .peculiar("reservation not found"),
                .peculiar("invalid beta flag"),
                .peculiar("unexpected|invalid|unsupported|unknown anthropic beta header"),
                .peculiar("blocked content filter|filters", none: ["guardrail|guardrails"]),
                .peculiar("validation failed quota"),
                .fitting("deserialize json body"),
                .peculiar("guardrail enabled input incorrect format"),
                .peculiar("invalid field in request available fields"),
                .peculiar("unsupported parameter|parameters s", none: ["model does not"]),
                // The SDK for Ruby checks parameters before it sends them.
                .peculiar("param|params", "argumenterror", "unexpected|missing|expected value|required|params"),
                .peculiar("maximum blocks cache control|cache_control"),
                .peculiar("ttl", "cache|cachepoint|control", "after|order|before|extra inputs"),
                .fitting("project xarn|proj not|doesnt found|exist"),
                .fitting("project not|doesnt found|exist"),
                .fitting("malformed|invalid input|request|json|body", types: [.validation, .serialization]),
                .fitting(
                    "required|extraneous key|field|fields|parameter|property not|missing|permitted|found",
                    types: [.validation, .paramValidation]),
                .fitting(
                    "schema|property|keyword not|isnt|invalid|unsupported supported|invalid|match",
                    none: ["model not|isnt supported"], types: [.validation, .paramValidation]),
                .hinting("validation error detected"),
                .hinting("failed satisfy constraint"),
                .fitting("parameter validation failed"),
                .fitting("unknown|extra parameter|inputs|field|fields", types: [.validation, .paramValidation]),
            ]
        ) { call in
            call.refusedRequest
        }
    }
}

extension FailedCall {
    /// Whether it is the stream that the model does not take.
    var isUnstreamed: Bool { unstreamed != nil }

    /// What to do where a model answers at once only.
    fileprivate var unstreamed: Remedy? {
        guard words.has("streaming"), !words.has("converse api") else { return nil }
        return Remedy(
            """
            This model gives its answer at once and not as a stream: call Converse (or InvokeModel) in place of ConverseStream \
            (InvokeModelWithResponseStream), or switch streaming off in the client. responseStreamingSupported in \
            get-foundation-model says which models stream.
            """,
            bareModel.flatMap { .aws("bedrock get-foundation-model --model-identifier \($0)\(regionOption)") })
    }

    /// What to do about a request that was refused: by what the message names, if it names anything.
    fileprivate var refusedRequest: [Remedy] {
        guard namesNothing else {
            if let resourceElsewhere { return [resourceElsewhere] }
            return [serviceSays, requestRules].compactMap(\.self)
        }
        let program = scene.client == nil ? reportedProgram?.remedy("writes the request") : nil
        return (program.map { [$0] } ?? []) + [
            Remedy(
                """
                The message names no member. With InvokeModel the body has most often the form of another model's family, or a parameter that \
                this one does not know: compare it with the model's page ("Inference request parameters"). With Converse send messages alone \
                first, then add the other members one by one. The request was understood: access is not the problem.
                """)
        ]
    }

    /// Whether a refusal says no more than that it is one.
    private var namesNothing: Bool {
        let general: Set = [
            "validation", "validationexception", "error", "exception", "bad", "request", "invalid", "input",
            "malformed", "the",
            "is", "your", "a", "an", "occurred", "400", "parameters", "body",
        ]
        let words = WordText(read.message).words
        return !words.isEmpty && words.allSatisfy { general.contains($0) }
    }
}
