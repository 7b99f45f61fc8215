import Evidence

/// The gates of an account: model access, use-case form, Marketplace, payment, verification, geography.
///
/// Sources: <https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html> and
/// <https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html>.
enum AccountRules {
    static let rules: [CauseRule] = [
        // Use-case form
        CauseRule(
            "use-case-form-missing", .peculiar, "use case details|form|information",
            "not|havent|missing|must|submit*|fill*"),
        CauseRule(
            "use-case-form-missing", .peculiar, "not|havent|must fill|filled|submit|submitted request|access form"),
        CauseRule("use-case-form-missing", .fitting, "anthropic use case"),

        // Payment, Marketplace
        CauseRule("marketplace-payment", .peculiar, "invalid payment instrument"),
        CauseRule("marketplace-payment", .peculiar, "valid payment instrument|method"),
        CauseRule(
            "marketplace-payment", .fitting, "payment|billing instrument|method|card", "model|marketplace|subscription"),
        CauseRule(
            "marketplace-subscription-pending", .peculiar, "marketplace subscription|agreement",
            "still|being|currently processed|created|processing|progress|pending"),
        CauseRule(
            "marketplace-subscription-pending", .fitting,
            "agreement|subscription being|still created|processed|pending",
            types: ["mpagreementbeingcreated"]),
        CauseRule(
            "marketplace-subscription", .peculiar, "required aws marketplace actions|permissions",
            none: ["invalid payment"]),
        CauseRule(
            "marketplace-subscription", .fitting, "aws|your marketplace subscription",
            "cannot|not|failed|denied|completed",
            none: ["payment instrument|method", "still being processed"]),
        CauseRule("marketplace-subscription", .fitting, "aws marketplace subscribe|viewsubscriptions|unsubscribe"),

        CauseRule(
            "marketplace-subscription", .fitting, "marketplace",
            "subscri*|agreement|offer|permission|permissions|actions|approved|private",
            none: ["payment instrument|method", "still being processed"]),
        CauseRule(
            "marketplace-subscription", .fitting, "not|must|need|needs|havent subscribe|subscribed model|offer|product"),

        // The account itself
        CauseRule(
            "account-verification-pending", .peculiar, "account currently|being|pending|under verified|verification"),
        CauseRule(
            "account-verification-pending", .fitting, "verify|verifying|verified|verification your account",
            none: ["signature"]),
        CauseRule(
            "data-retention-required", .peculiar, "data retention mode|setting|policy|opt|opted",
            "not|isnt|unavailable|available|required|requires|must|blocked"),
        CauseRule("channel-program", .peculiar, "channel program"),
        CauseRule("channel-program", .fitting, "solution provider|distributor|reseller", "access|account|accounts"),
        CauseRule("geo-restricted", .peculiar, "unsupported countries|country|territories|territory|regions"),
        CauseRule(
            "geo-restricted", .fitting, "not|isnt allowed|available|supported",
            "country|countries|territory|territories|geographic|geography"),
        CauseRule(
            "account-not-allowed", .peculiar, "access models|model not|isnt allowed|permitted this|your account",
            none: ["unsupported countries|regions", "channel program"]),
        CauseRule(
            "account-not-allowed", .peculiar, "not|isnt available for this|your account", none: ["channel program"]),
        CauseRule(
            "account-not-allowed", .fitting, "account not|isnt authorized|allowed|permitted|entitled|eligible",
            none: ["being processed", "marketplace subscription", "perform"],
            types: ["badcscore", "accessdenied", "validation"]),
        CauseRule(
            "account-not-allowed", .fitting, "your account not|isnt authorized|allowed|permitted perform",
            none: ["xarn", "being processed", "marketplace subscription"]),
        CauseRule("account-not-allowed", .peculiar, "contact aws sales"),
        CauseRule("account-not-allowed", .fitting, "operation not|isnt allowed|permitted", none: ["perform"]),
        CauseRule(
            "account-not-allowed", .fitting, "account suspended|blocked|restricted|deactivated|disabled|closed|hold"),
        CauseRule(
            "account-not-allowed", .fitting,
            "model|models|access restricted|limited|gated|allowlist|allowlisted|whitelisted|approved",
            "account|accounts|customers|access|contact", none: ["policy", "rate", "quota", "region", "perform"]),
        CauseRule(
            "account-not-allowed", .fitting, "contact|reach account|sales team|manager|representative",
            none: ["quota", "solution provider"]),
        CauseRule(
            "account-not-allowed", .fitting, "account not|isnt enabled|eligible|entitled|allowed model|models|access"),
        CauseRule(
            "account-not-allowed", .fitting, "not|isnt|upgrade free|account|support plan|tier|type",
            none: ["quota", "rate", "content", "media"]),
        CauseRule(
            "account-not-allowed", .fitting,
            "model|models|bedrock not|isnt available|enabled|supported|offered your|account|accounts|organization",
            none: ["region"]),
        CauseRule("account-not-allowed", .hinting, "account contact|reach aws support", none: ["signature", "quota"]),

        // Model access
        CauseRule("model-access-not-granted", .peculiar, "dont|not have access model", none: ["legacy", "use case"]),
        CauseRule("model-access-not-granted", .fitting, "no|lack|lacks|without access model"),
        CauseRule(
            "model-access-not-granted", .fitting, "access model|models not|hasnt|havent been granted|enabled|requested"),
        CauseRule("model-access-not-granted", .fitting, "request|enable|grant model access", none: ["use case"]),
        CauseRule(
            "model-access-not-granted", .hinting, "model access denied", none: ["payment", "marketplace", "legacy"],
            types: ["accessdenied"]),
        CauseRule(
            "model-access-not-granted", .fitting, "agreement not|hasnt|must accepted|accept|available",
            none: ["being created"]),
        CauseRule(
            "model-access-not-granted", .fitting, "agreement|terms|eula model", "no|not|without|missing|must|accept*",
            none: ["being created", "processed"]),
        CauseRule("region-not-opted-in", .peculiar, "account|region not|isnt opted in"),
        CauseRule("region-not-opted-in", .peculiar, "opt|opted in region|account", none: ["model"]),
        CauseRule("region-not-opted-in", .fitting, "region not|isnt|disabled enabled|disabled account"),
        CauseRule("region-not-opted-in", .fitting, "region is disabled|inactive", none: ["model"]),
        CauseRule(
            "region-not-opted-in", .fitting, "needs|need|not subscription|subscribed service", none: ["marketplace"],
            types: ["optinrequired"]),
    ]
}
