import Evidence

/// Requests that the service read and would not take: id, access and credentials are right then.
///
/// Source: <https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html>, and texts reported in the wild.
enum ValidationRules {
    static let rules: [CauseRule] = [
        CauseRule(
            "count-tokens-unsupported", .peculiar, "counting|count|counttokens tokens|token|model|operation",
            "doesnt|not|isnt|unsupported support|supported|supporting"),
        CauseRule("validation-cache-unsupported", .peculiar, "prompt caching|cache"),
        CauseRule(
            "validation-cache-unsupported", .peculiar, "cachepoint|cache",
            "support|supported|unsupported|not|allow|permitted|invalid|exceed|maximum"),
        CauseRule("validation-cache-unsupported", .fitting, "unsupported|not model caching"),
        CauseRule("validation-context-length", .peculiar, "input|prompt too long"),
        CauseRule(
            "validation-context-length", .peculiar,
            "prompt|input|context length|window|tokens exceed*|longer|maximum|limit",
            none: ["maxtokens", "maximum tokens you requested", "max_tokens requested"]),
        CauseRule("validation-context-length", .peculiar, "too many input tokens"),
        CauseRule("validation-context-length", .fitting, "context window|length", none: ["model timeout"]),
        CauseRule(
            "validation-context-length", .fitting, "input tokens", "exceed*|maximum|max|limit|many|longer",
            none: ["malformed input", "required key"]),
        CauseRule(
            "validation-context-length", .fitting, "request|payload|body too large", also: ["validation-messages"]),
        CauseRule(
            "validation-max-tokens", .peculiar,
            "maximum tokens|token requested|request|limit exceed*|greater|lower|less",
            none: ["input", "prompt", "context"]),
        CauseRule(
            "validation-max-tokens", .peculiar, "maxtokens|maxtokencount|maxtokenstosample",
            "exceed*|greater|less|lower|maximum|limit|invalid|constraint|equal|higher|positive|range"),
        CauseRule(
            "validation-max-tokens", .peculiar, "max tokens",
            "exceed*|greater|less|lower|limit|output|equal|range|constraint|positive|thinking",
            none: ["input|prompt", "rate"]),
        CauseRule(
            "validation-converse-unsupported", .peculiar,
            "action|operation|api doesnt|not|isnt|cannot support|supported", "model",
            none: ["perform", "counting tokens"]),
        CauseRule(
            "validation-converse-unsupported", .fitting, "supported text|chat model", none: ["system", "tool|tools"]),
        CauseRule(
            "validation-converse-unsupported", .fitting,
            "model doesnt|not|isnt support|supported converse|conversestream|streaming|conversation",
            none: ["tool|tools", "system"]),
        CauseRule(
            "validation-system-unsupported", .peculiar, "system message|messages|prompt|prompts|role",
            "doesnt|not|isnt|unsupported|without|cannot"),
        CauseRule("validation-system-unsupported", .fitting, "system input|should string|valid", none: ["encountered"]),
        CauseRule("validation-system-unsupported", .fitting, "unexpected role system"),
        CauseRule(
            "validation-tool-unsupported", .peculiar,
            "tool|tools|function use|calling|config|choice|uses|tooluse|streaming",
            "doesnt|not|isnt|unsupported|without support*|unsupported", none: ["toolresult"]),
        CauseRule(
            "validation-tool-unsupported", .peculiar,
            "model|streaming doesnt|not|isnt|without support|supported tool|tools|tooluse|toolconfig|toolchoice"),
        CauseRule(
            "validation-sampling-params", .peculiar, "temperature|topp|topk|sampling",
            "deprecated|not|both|cannot|only|must|greater|less|between|unsupported|invalid|constraint|range|set"),
        CauseRule(
            "validation-sampling-params", .peculiar, "top p|k",
            "deprecated|not|both|cannot|only|must|greater|less|between|unsupported|invalid|constraint|range|set",
            none: ["top of"]),
        CauseRule(
            "validation-sampling-params", .fitting, "stop|stopsequences sequence|sequences|stopsequences",
            "invalid|too|blank|maximum|must|whitespace"),
        CauseRule(
            "validation-sampling-params", .fitting,
            "inference configuration|configurations|config|parameters invalid|unsupported|not"),
        CauseRule(
            "validation-sampling-params", .fitting, "budget tokens|token", "greater|less|must|least|range|equal|minimum"
        ),
        CauseRule(
            "validation-sampling-params", .fitting,
            "thinking|reasoning|budget|adaptive|effort not|isnt|deprecated supported|allowed|this|available model",
            none: ["block|blocks", "content"]),
        CauseRule(
            "validation-messages", .peculiar, "messages",
            "content|role|roles|block|blocks|turn|toolresult|tooluse|thinking|text|user|assistant",
            "blank|empty|must|cannot|expected|required|alternate|found|invalid|provided|not|exceed*|unexpected|without|corresponding|ids",
            none: ["cachepoint"]),
        CauseRule("validation-messages", .peculiar, "conversation must start|end|alternate user|message|with"),
        CauseRule("validation-messages", .peculiar, "roles|role must alternate|alternating"),
        CauseRule(
            "validation-messages", .peculiar, "contentblock|toolresult|tooluse|toolresult",
            "blank|empty|must|cannot|expected|required|invalid|unexpected|without|exceed*|number|ids|duplicate|provided|not"
        ),
        CauseRule("validation-messages", .peculiar, "tool|toolresult result|use block|blocks|turn|ids|id"),
        CauseRule(
            "validation-messages", .fitting,
            "doesnt|not|isnt support|supported document|documents|image|images|video|videos|audio"),
        CauseRule("validation-messages", .fitting, "content|text block|blocks|field|blocks blank|empty|non|whitespace"),
        CauseRule(
            "validation-messages", .fitting, "assistant|user message|messages|turn",
            "must|cannot|final|last|prefill|required|empty|expected", none: ["system"]),
        CauseRule(
            "validation-messages", .fitting, "toolconfig|toolspec|toolchoice|inputschema",
            "must|required|invalid|defined|provided|missing|expected|not|pattern"),
        CauseRule(
            "validation-messages", .fitting, "image|document|video|file|audio",
            "invalid|unsupported|exceed*|size|format|maximum|too|could|name|must|not", types: ["validation"]),
        CauseRule(
            "validation-messages", .fitting, "image|document|video|audio appears|match|matches|specified|declared",
            "type|format", none: ["model not available|found"]),
        // More of them than a request may hold, or two of one name.
        CauseRule(
            "validation-messages", .fitting, "cant|cannot|must|more|duplicate|unique|maximum",
            "document|documents|image|images|video|videos name|names|include|included|contain|per|request|requests"),
        CauseRule(
            "validation-request", .fitting, "malformed|invalid input|request|json|body",
            types: ["validation", "serialization"]),
        CauseRule(
            "validation-request", .fitting,
            "required|extraneous key|field|fields|parameter|property not|missing|permitted|found",
            types: ["validation", "paramvalidation"]),
        CauseRule(
            "validation-request", .fitting,
            "schema|property|keyword not|isnt|invalid|unsupported supported|invalid|match",
            none: ["model not|isnt supported"], types: ["validation", "paramvalidation"]),
        CauseRule("validation-request", .hinting, "validation error detected"),
        CauseRule("validation-request", .hinting, "failed satisfy constraint"),
        CauseRule("validation-request", .fitting, "parameter validation failed"),
        CauseRule(
            "validation-request", .fitting, "unknown|extra parameter|inputs|field|fields",
            types: ["validation", "paramvalidation"]),
    ]
}
