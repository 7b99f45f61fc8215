import Codes
import Evidence

/// Models, their ids, regions, profiles and life; throttling; the service's own failures.
///
/// Source: <https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html>.
enum ModelRules {
    static let rules: [CauseRule] = [
        // Lifecycle
        CauseRule(.modelEndOfLife, .peculiar, "reached end life"),
        CauseRule(
            .modelEndOfLife, .fitting, "model retired|deprecated|discontinued|sunset|eol|longer",
            none: ["temperature", "top", "parameter|field", "authorized"], types: ["resourcenotfound", "validation"]),
        CauseRule(.modelEndOfLife, .fitting, "end of life"),
        CauseRule(.legacyModelLocked, .peculiar, "marked provider|as legacy"),
        CauseRule(.legacyModelLocked, .peculiar, "model legacy", "actively|using|days|upgrade|active"),
        CauseRule(.legacyModelLocked, .fitting, "not|havent actively|used|using model", "days"),

        // Which way a model is called
        CauseRule(
            .onDemandUnsupportedNeedsInferenceProfile, .peculiar, "on demand throughput",
            "isnt|not|doesnt|unsupported|only|retry|inference|profile"),
        CauseRule(
            .onDemandUnsupportedNeedsInferenceProfile, .peculiar,
            "on demand isnt|not|doesnt|unsupported support|supported|unsupported"),
        CauseRule(
            .onDemandUnsupportedNeedsInferenceProfile, .fitting, "id|arn inference profile contains|that model"),
        CauseRule(
            .onDemandUnsupportedNeedsInferenceProfile, .fitting,
            "requires|needs|use|through|via inference profile", none: ["perform", "not find|found|exist"]),
        CauseRule(
            .onDemandUnsupportedNeedsInferenceProfile, .fitting,
            "model requires|needs|only provisioned throughput"),

        // Id and region
        CauseRule(.modelNotInRegion, .peculiar, "resolve foundation model"),
        CauseRule(
            .modelNotInRegion, .peculiar,
            "model not|isnt|unavailable|doesnt available|supported|offered|support|unavailable region",
            none: ["countries|country", "token"]),
        CauseRule(
            .modelNotInRegion, .fitting, "could|cannot|cant not resolve|find model", also: [.modelIDInvalid]),
        CauseRule(.modelNotInRegion, .fitting, "bedrock not|isnt available|supported|offered region"),
        CauseRule(.arnPathEncoding, .hinting, "identifier invalid xarn"),
        CauseRule(
            .modelIDInvalid, .fitting, "model identifier|id|name|arn invalid|malformed|unknown|unrecognized",
            none: ["context", "regular expression"], types: ["validation"], also: [.modelEndOfLife]),
        CauseRule(
            .modelIDInvalid, .peculiar, "modelid|modelidentifier",
            "constraint|pattern|expression|regular|length|invalid", types: ["validation"]),
        CauseRule(
            .modelIDInvalid, .fitting, "arn invalid|malformed|account service|region|arn", types: ["validation"]),
        CauseRule(.modelIDInvalid, .fitting, "invalid|malformed arn", none: ["role"]),
        CauseRule(.modelIDInvalid, .fitting, "inference profile not found|exist|exists"),
        CauseRule(.modelIDInvalid, .fitting, "inference profile doesnt|invalid|unknown exist|identifier|id"),
        CauseRule(
            .modelIDInvalid, .fitting, "model|xmodel not|doesnt found|exist|exists", none: ["region", "guardrail"],
            also: [.modelNotInRegion]),
        CauseRule(.modelIDInvalid, .fitting, "no such|matching model"),
        CauseRule(
            .modelIDInvalid, .fitting, "unknown|invalid|unrecognized model",
            none: ["output", "input", "request", "access", "response", "state|status", "identifier"],
            types: ["validation", "resourcenotfound"]),
        CauseRule(.modelIDInvalid, .fitting, "invalid length parameter modelid"),

        // Guardrails and other things a request names
        CauseRule(
            .guardrailNotFound, .peculiar, "guardrail identifier|version|id", "not|doesnt|invalid|exist|found"),
        CauseRule(.guardrailNotFound, .fitting, "guardrail not|doesnt found|exist|ready"),

        // Throttling and quotas
        CauseRule(.quotaDailyTokens, .peculiar, "too many tokens per day"),
        CauseRule(.quotaDailyTokens, .peculiar, "tokens per day|daily"),
        CauseRule(
            .quotaDailyTokens, .peculiar,
            "daily|day token|tokens|request|requests limit|quota|maximum|exceeded|reached"),
        CauseRule(
            .throttled, .peculiar, "too many requests|tokens|connections",
            none: ["per day", "input|prompt|context too long|maximum", "max input"]),
        CauseRule(.throttled, .peculiar, "rate exceeded|high|limit|limited|limits", none: ["service quota"]),
        CauseRule(.throttled, .fitting, "throttled|throttling|throttle", none: ["per day"]),
        CauseRule(.throttled, .fitting, "reduce frequency requests"),
        CauseRule(.throttled, .hinting, "please wait before trying", none: ["per day"]),
        CauseRule(
            .quotaExceeded, .peculiar, "service quota|quotas", "exceed*|limit|reached", none: ["per day", "rate"]),
        CauseRule(
            .quotaExceeded, .fitting, "quota|limit exceed*|reached",
            none: ["per day", "tokens", "rate", "context", "maximum tokens", "too many"],
            types: ["servicequotaexceeded", "limitexceeded"]),

        CauseRule(
            .throttled, .fitting, "exceed* account quotas|quota", types: ["throttling", "servicequotaexceeded"],
            also: [.quotaExceeded]),

        // The service's own state
        CauseRule(.modelNotReady, .peculiar, "model not|isnt|yet ready"),
        CauseRule(.modelNotReady, .fitting, "model is still|currently being loaded|loading|starting|creating"),
        CauseRule(.modelTimeout, .peculiar, "model timeout length|exceeded"),
        CauseRule(
            .modelTimeout, .peculiar, "request|model|processing too long process|respond|response|complete",
            none: ["input", "prompt"]),
        CauseRule(.modelTimeout, .peculiar, "model has timed out"),
        CauseRule(.modelTimeout, .fitting, "model timed|timeout|time out", types: ["modeltimeout"]),
        CauseRule(.modelError, .peculiar, "error while processing model"),
        CauseRule(
            .modelError, .fitting, "model failed|error|encountered", "unexpected|processing|during|while",
            none: ["try your request again with"], types: ["modelerror", "modelstreamerror"]),
        CauseRule(.serviceUnavailable, .peculiar, "service temporarily|currently unable|unavailable"),
        CauseRule(.serviceUnavailable, .peculiar, "service unavailable"),
        CauseRule(.serviceUnavailable, .fitting, "unable process|handle request", types: ["serviceunavailable"]),
        CauseRule(
            .serviceUnavailable, .fitting, "service|model|server overloaded|capacity|busy|demand", none: ["quota"],
            types: ["serviceunavailable"]),
        CauseRule(.internalError, .peculiar, "internal server|service error|failure"),
        CauseRule(
            .internalError, .fitting, "unexpected error", none: ["model"],
            types: ["internalserver", "internalfailure"],
            also: []),
        CauseRule(.internalError, .fitting, "failed due|because server error"),
        CauseRule(.internalError, .fitting, "system encountered error", types: ["internalserver", "internalfailure"]),

        CauseRule(.internalError, .fitting, "request processing failed", "unknown|because|error|failure"),
        CauseRule(.internalError, .fitting, "unknown error exception|failure"),

        // The wrong door
        CauseRule(.wrongEndpoint, .peculiar, "operation unknown|unrecognized"),
        CauseRule(.wrongEndpoint, .fitting, "unable determine service operation"),
        CauseRule(.wrongEndpoint, .fitting, "operation not|isnt recognized|recognised"),
        CauseRule(
            .wrongEndpoint, .fitting, "unknown|unsupported|unrecognized|invalid operation|action",
            none: ["model", "perform", "legacy"], types: ["unknownoperation", "invalidaction"],
            also: [.arnPathEncoding]),
        CauseRule(.wrongEndpoint, .hinting, "operation not supported|found|exist endpoint|host|service"),
    ]
}
