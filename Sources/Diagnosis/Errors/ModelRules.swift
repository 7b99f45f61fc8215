import Evidence

/// Models, their ids, regions, profiles and life; throttling; the service's own failures.
///
/// Source: <https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html>.
enum ModelRules {
    static let rules: [CauseRule] = [
        // Lifecycle
        CauseRule("model-end-of-life", .peculiar, "reached end life"),
        CauseRule(
            "model-end-of-life", .fitting, "model retired|deprecated|discontinued|sunset|eol|longer",
            none: ["temperature", "top", "parameter|field", "authorized"], types: ["resourcenotfound", "validation"]),
        CauseRule("model-end-of-life", .fitting, "end of life"),
        CauseRule("legacy-model-locked", .peculiar, "marked provider|as legacy"),
        CauseRule("legacy-model-locked", .peculiar, "model legacy", "actively|using|days|upgrade|active"),
        CauseRule("legacy-model-locked", .fitting, "not|havent actively|used|using model", "days"),

        // Which way a model is called
        CauseRule(
            "on-demand-unsupported-needs-inference-profile", .peculiar, "on demand throughput",
            "isnt|not|doesnt|unsupported|only|retry|inference|profile"),
        CauseRule(
            "on-demand-unsupported-needs-inference-profile", .peculiar,
            "on demand isnt|not|doesnt|unsupported support|supported|unsupported"),
        CauseRule(
            "on-demand-unsupported-needs-inference-profile", .fitting, "id|arn inference profile contains|that model"),
        CauseRule(
            "on-demand-unsupported-needs-inference-profile", .fitting,
            "requires|needs|use|through|via inference profile", none: ["perform", "not find|found|exist"]),
        CauseRule(
            "on-demand-unsupported-needs-inference-profile", .fitting,
            "model requires|needs|only provisioned throughput"),

        // Id and region
        CauseRule("model-not-in-region", .peculiar, "resolve foundation model"),
        CauseRule(
            "model-not-in-region", .peculiar,
            "model not|isnt|unavailable|doesnt available|supported|offered|support|unavailable region",
            none: ["countries|country", "token"]),
        CauseRule(
            "model-not-in-region", .fitting, "could|cannot|cant not resolve|find model", also: ["model-id-invalid"]),
        CauseRule("model-not-in-region", .fitting, "bedrock not|isnt available|supported|offered region"),
        CauseRule("arn-path-encoding", .hinting, "identifier invalid xarn"),
        CauseRule(
            "model-id-invalid", .fitting, "model identifier|id|name|arn invalid|malformed|unknown|unrecognized",
            none: ["context", "regular expression"], types: ["validation"], also: ["model-end-of-life"]),
        CauseRule(
            "model-id-invalid", .peculiar, "modelid|modelidentifier",
            "constraint|pattern|expression|regular|length|invalid", types: ["validation"]),
        CauseRule(
            "model-id-invalid", .fitting, "arn invalid|malformed|account service|region|arn", types: ["validation"]),
        CauseRule("model-id-invalid", .fitting, "invalid|malformed arn", none: ["role"]),
        CauseRule("model-id-invalid", .fitting, "inference profile not found|exist|exists"),
        CauseRule("model-id-invalid", .fitting, "inference profile doesnt|invalid|unknown exist|identifier|id"),
        CauseRule(
            "model-id-invalid", .fitting, "model|xmodel not|doesnt found|exist|exists", none: ["region", "guardrail"],
            also: ["model-not-in-region"]),
        CauseRule("model-id-invalid", .fitting, "no such|matching model"),
        CauseRule(
            "model-id-invalid", .fitting, "unknown|invalid|unrecognized model",
            none: ["output", "input", "request", "access", "response", "state|status", "identifier"],
            types: ["validation", "resourcenotfound"]),
        CauseRule("model-id-invalid", .fitting, "invalid length parameter modelid"),

        // Guardrails and other things a request names
        CauseRule(
            "guardrail-not-found", .peculiar, "guardrail identifier|version|id", "not|doesnt|invalid|exist|found"),
        CauseRule("guardrail-not-found", .fitting, "guardrail not|doesnt found|exist|ready"),

        // Throttling and quotas
        CauseRule("quota-daily-tokens", .peculiar, "too many tokens per day"),
        CauseRule("quota-daily-tokens", .peculiar, "tokens per day|daily"),
        CauseRule(
            "quota-daily-tokens", .peculiar,
            "daily|day token|tokens|request|requests limit|quota|maximum|exceeded|reached"),
        CauseRule(
            "throttled", .peculiar, "too many requests|tokens|connections",
            none: ["per day", "input|prompt|context too long|maximum", "max input"]),
        CauseRule("throttled", .peculiar, "rate exceeded|high|limit|limited|limits", none: ["service quota"]),
        CauseRule("throttled", .fitting, "throttled|throttling|throttle", none: ["per day"]),
        CauseRule("throttled", .fitting, "reduce frequency requests"),
        CauseRule("throttled", .hinting, "please wait before trying", none: ["per day"]),
        CauseRule(
            "quota-exceeded", .peculiar, "service quota|quotas", "exceed*|limit|reached", none: ["per day", "rate"]),
        CauseRule(
            "quota-exceeded", .fitting, "quota|limit exceed*|reached",
            none: ["per day", "tokens", "rate", "context", "maximum tokens", "too many"],
            types: ["servicequotaexceeded", "limitexceeded"]),

        CauseRule(
            "throttled", .fitting, "exceed* account quotas|quota", types: ["throttling", "servicequotaexceeded"],
            also: ["quota-exceeded"]),

        // The service's own state
        CauseRule("model-not-ready", .peculiar, "model not|isnt|yet ready"),
        CauseRule("model-not-ready", .fitting, "model is still|currently being loaded|loading|starting|creating"),
        CauseRule("model-timeout", .peculiar, "model timeout length|exceeded"),
        CauseRule(
            "model-timeout", .peculiar, "request|model|processing too long process|respond|response|complete",
            none: ["input", "prompt"]),
        CauseRule("model-timeout", .peculiar, "model has timed out"),
        CauseRule("model-timeout", .fitting, "model timed|timeout|time out", types: ["modeltimeout"]),
        CauseRule("model-error", .peculiar, "error while processing model"),
        CauseRule(
            "model-error", .fitting, "model failed|error|encountered", "unexpected|processing|during|while",
            none: ["try your request again with"], types: ["modelerror", "modelstreamerror"]),
        CauseRule("service-unavailable", .peculiar, "service temporarily|currently unable|unavailable"),
        CauseRule("service-unavailable", .peculiar, "service unavailable"),
        CauseRule("service-unavailable", .fitting, "unable process|handle request", types: ["serviceunavailable"]),
        CauseRule(
            "service-unavailable", .fitting, "service|model|server overloaded|capacity|busy|demand", none: ["quota"],
            types: ["serviceunavailable"]),
        CauseRule("internal", .peculiar, "internal server|service error|failure"),
        CauseRule(
            "internal", .fitting, "unexpected error", none: ["model"], types: ["internalserver", "internalfailure"],
            also: []),
        CauseRule("internal", .fitting, "failed due|because server error"),
        CauseRule("internal", .fitting, "system encountered error", types: ["internalserver", "internalfailure"]),

        CauseRule("internal", .fitting, "request processing failed", "unknown|because|error|failure"),
        CauseRule("internal", .fitting, "unknown error exception|failure"),

        // The wrong door
        CauseRule("wrong-endpoint", .peculiar, "operation unknown|unrecognized"),
        CauseRule("wrong-endpoint", .fitting, "unable determine service operation"),
        CauseRule("wrong-endpoint", .fitting, "operation not|isnt recognized|recognised"),
        CauseRule(
            "wrong-endpoint", .fitting, "unknown|unsupported|unrecognized|invalid operation|action",
            none: ["model", "perform", "legacy"], types: ["unknownoperation", "invalidaction"],
            also: ["arn-path-encoding"]),
        CauseRule("wrong-endpoint", .hinting, "operation not supported|found|exist endpoint|host|service"),
    ]
}
