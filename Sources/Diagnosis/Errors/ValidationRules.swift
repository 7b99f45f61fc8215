import Codes
import Evidence

/// Requests that the service read and would not take: id, access and credentials are right then.
///
/// Source: <https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html>, and texts reported in the wild.
enum ValidationRules {
    static let rules: [CauseRule] = [
        CauseRule(
            .countTokensUnsupported, .peculiar, "counting|count|counttokens tokens|token|model|operation",
            "doesnt|not|isnt|unsupported support|supported|supporting"),
        CauseRule(.validationCacheUnsupported, .peculiar, "prompt caching|cache"),
        CauseRule(
            .validationCacheUnsupported, .peculiar, "cachepoint|cache",
            "support|supported|unsupported|not|allow|permitted|invalid|exceed|maximum"),
        CauseRule(.validationCacheUnsupported, .fitting, "unsupported|not model caching"),
        CauseRule(.validationContextLength, .peculiar, "input|prompt too long"),
        CauseRule(
            .validationContextLength, .peculiar,
            "prompt|input|context length|window|tokens exceed*|longer|maximum|limit",
            none: ["maxtokens", "maximum tokens you requested", "max_tokens requested"]),
        CauseRule(.validationContextLength, .peculiar, "too many input tokens"),
        CauseRule(.validationContextLength, .fitting, "context window|length", none: ["model timeout"]),
        CauseRule(
            .validationContextLength, .fitting, "input tokens", "exceed*|maximum|max|limit|many|longer",
            none: ["malformed input", "required key"]),
        CauseRule(
            .validationContextLength, .fitting, "request|payload|body too large", also: [.validationMessages]),
        CauseRule(
            .validationMaxTokens, .peculiar,
            "maximum tokens|token requested|request|limit exceed*|greater|lower|less",
            none: ["input", "prompt", "context"]),
        CauseRule(
            .validationMaxTokens, .peculiar, "maxtokens|maxtokencount|maxtokenstosample",
            "exceed*|greater|less|lower|maximum|limit|invalid|constraint|equal|higher|positive|range"),
        CauseRule(
            .validationMaxTokens, .peculiar, "max tokens",
            "exceed*|greater|less|lower|limit|output|equal|range|constraint|positive|thinking",
            none: ["input|prompt", "rate"]),
        CauseRule(
            .validationConverseUnsupported, .peculiar,
            "action|operation|api doesnt|not|isnt|cannot support|supported", "model",
            none: ["perform", "counting tokens", "chat completions", "responses api"]),
        // The OpenAI-compatible endpoints name the path that the model does not serve.
        CauseRule(
            .wrongEndpoint, .peculiar, "doesnt|not|isnt support|supported|available", "completions|responses|route",
            "api|route|path|endpoint|v1"),
        CauseRule(
            .validationConverseUnsupported, .fitting, "supported text|chat model", none: ["system", "tool|tools"]),
        CauseRule(
            .validationConverseUnsupported, .fitting,
            "model doesnt|not|isnt support|supported converse|conversestream|streaming|conversation",
            none: ["tool|tools", "system"]),
        CauseRule(
            .validationSystemUnsupported, .peculiar, "system message|messages|prompt|prompts|role",
            "doesnt|not|isnt|unsupported|without|cannot"),
        CauseRule(.validationSystemUnsupported, .fitting, "system input|should string|valid", none: ["encountered"]),
        CauseRule(.validationSystemUnsupported, .fitting, "unexpected role system"),
        CauseRule(
            .validationToolUnsupported, .peculiar,
            "tool|tools|function use|calling|config|choice|uses|tooluse|streaming",
            "doesnt|not|isnt|unsupported|without support*|unsupported", none: ["toolresult"]),
        CauseRule(
            .validationToolUnsupported, .peculiar,
            "model|streaming doesnt|not|isnt|without support|supported tool|tools|tooluse|toolconfig|toolchoice"),
        CauseRule(
            .validationSamplingParams, .peculiar, "temperature|topp|topk|sampling",
            "deprecated|not|both|cannot|only|must|greater|less|between|unsupported|invalid|constraint|range|set"),
        CauseRule(
            .validationSamplingParams, .peculiar, "top p|k",
            "deprecated|not|both|cannot|only|must|greater|less|between|unsupported|invalid|constraint|range|set",
            none: ["top of"]),
        CauseRule(
            .validationSamplingParams, .fitting, "stop|stopsequences sequence|sequences|stopsequences",
            "invalid|too|blank|maximum|must|whitespace"),
        CauseRule(
            .validationSamplingParams, .fitting,
            "inference configuration|configurations|config|parameters invalid|unsupported|not"),
        CauseRule(
            .validationSamplingParams, .fitting, "budget tokens|token", "greater|less|must|least|range|equal|minimum"
        ),
        CauseRule(
            .validationSamplingParams, .fitting,
            "thinking|reasoning|budget|adaptive|effort not|isnt|deprecated supported|allowed|this|available model",
            none: ["block|blocks", "content"]),
        CauseRule(
            .validationMessages, .peculiar, "messages",
            "content|role|roles|block|blocks|turn|toolresult|tooluse|thinking|text|user|assistant",
            "blank|empty|must|cannot|expected|required|alternate|found|invalid|provided|not|exceed*|unexpected|without|corresponding|ids",
            none: ["cachepoint"]),
        CauseRule(.validationMessages, .peculiar, "conversation must start|end|alternate user|message|with"),
        CauseRule(.validationMessages, .peculiar, "roles|role must alternate|alternating"),
        CauseRule(
            .validationMessages, .peculiar, "contentblock|toolresult|tooluse|toolresult",
            "blank|empty|must|cannot|expected|required|invalid|unexpected|without|exceed*|number|ids|duplicate|provided|not"
        ),
        CauseRule(.validationMessages, .peculiar, "tool|toolresult result|use block|blocks|turn|ids|id"),
        CauseRule(
            .validationMessages, .fitting,
            "doesnt|not|isnt support|supported document|documents|image|images|video|videos|audio"),
        CauseRule(.validationMessages, .fitting, "content|text block|blocks|field|blocks blank|empty|non|whitespace"),
        CauseRule(
            .validationMessages, .fitting, "assistant|user message|messages|turn",
            "must|cannot|final|last|prefill|required|empty|expected", none: ["system"]),
        // A tool's own definition is no part of the conversation.
        CauseRule(
            .validationRequest, .peculiar, "toolconfig tools member toolspec name|description|inputschema"),
        CauseRule(
            .validationRequest, .peculiar, "tool|tools|toolspec|toolconfig inputschema|schema",
            "must|required|invalid|missing|expected|not|pattern|type"),
        CauseRule(.validationRequest, .peculiar, "image|images exceed* max|maximum pixels|resolution|dimensions"),
        CauseRule(.validationRequest, .peculiar, "service tier", "invalid|not|unsupported|unknown"),
        CauseRule(
            .validationMessages, .fitting, "toolconfig|toolspec|toolchoice|inputschema",
            "must|required|invalid|defined|provided|missing|expected|not|pattern"),
        CauseRule(
            .validationMessages, .fitting, "image|document|video|file|audio",
            "invalid|unsupported|exceed*|size|format|maximum|too|could|name|must|not", types: ["validation"]),
        CauseRule(
            .validationMessages, .fitting, "image|document|video|audio appears|match|matches|specified|declared",
            "type|format", none: ["model not available|found"]),
        // More of them than a request may hold, or two of one name.
        CauseRule(
            .validationMessages, .fitting, "cant|cannot|must|more|duplicate|unique|maximum",
            "document|documents|image|images|video|videos name|names|include|included|contain|per|request|requests"),
        CauseRule(
            .validationRequest, .fitting, "malformed|invalid input|request|json|body",
            types: ["validation", "serialization"]),
        CauseRule(
            .validationRequest, .fitting,
            "required|extraneous key|field|fields|parameter|property not|missing|permitted|found",
            types: ["validation", "paramvalidation"]),
        CauseRule(
            .validationRequest, .fitting,
            "schema|property|keyword not|isnt|invalid|unsupported supported|invalid|match",
            none: ["model not|isnt supported"], types: ["validation", "paramvalidation"]),
        CauseRule(.validationRequest, .hinting, "validation error detected"),
        CauseRule(.validationRequest, .hinting, "failed satisfy constraint"),
        CauseRule(.validationRequest, .fitting, "parameter validation failed"),
        CauseRule(
            .validationRequest, .fitting, "unknown|extra parameter|inputs|field|fields",
            types: ["validation", "paramvalidation"]),
    ]
}
