import Codes
import Evidence

/// The gates of an account: model access, use-case form, Marketplace, payment, verification, geography.
///
/// Sources: <https://docs.aws.amazon.com/bedrock/latest/userguide/model-access.html> and
/// <https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html>.
enum AccountRules {
    static let rules: [CauseRule] = [
        // Use-case form
        CauseRule(
            .useCaseFormMissing, .peculiar, "use case details|form|information",
            "not|havent|missing|must|submit*|fill*"),
        CauseRule(
            .useCaseFormMissing, .peculiar, "not|havent|must fill|filled|submit|submitted request|access form"),
        CauseRule(.useCaseFormMissing, .fitting, "anthropic use case"),

        // Payment, Marketplace
        CauseRule(.marketplacePayment, .peculiar, "invalid payment instrument"),
        CauseRule(.marketplacePayment, .peculiar, "valid payment instrument|method"),
        CauseRule(
            .marketplacePayment, .fitting, "payment|billing instrument|method|card", "model|marketplace|subscription"),
        CauseRule(
            .marketplaceSubscriptionPending, .peculiar, "marketplace subscription|agreement",
            "still|being|currently processed|created|processing|progress|pending"),
        CauseRule(
            .marketplaceSubscriptionPending, .fitting,
            "agreement|subscription being|still created|processed|pending",
            types: ["mpagreementbeingcreated"]),
        CauseRule(
            .marketplaceSubscription, .peculiar, "required aws marketplace actions|permissions",
            none: ["invalid payment"]),
        CauseRule(
            .marketplaceSubscription, .fitting, "aws|your marketplace subscription",
            "cannot|not|failed|denied|completed",
            none: ["payment instrument|method", "still being processed"]),
        CauseRule(.marketplaceSubscription, .fitting, "aws marketplace subscribe|viewsubscriptions|unsubscribe"),

        CauseRule(
            .marketplaceSubscription, .fitting, "marketplace",
            "subscri*|agreement|offer|permission|permissions|actions|approved|private",
            none: ["payment instrument|method", "still being processed"]),
        CauseRule(
            .marketplaceSubscription, .fitting, "not|must|need|needs|havent subscribe|subscribed model|offer|product"),

        // The account itself
        CauseRule(
            .accountVerificationPending, .peculiar, "account currently|being|pending|under verified|verification"),
        CauseRule(
            .accountVerificationPending, .fitting, "verify|verifying|verified|verification your account",
            none: ["signature"]),
        CauseRule(
            .dataRetentionRequired, .peculiar, "data retention mode|setting|policy|opt|opted",
            "not|isnt|unavailable|available|required|requires|must|blocked"),
        CauseRule(.channelProgram, .peculiar, "channel program"),
        CauseRule(.channelProgram, .fitting, "solution provider|distributor|reseller", "access|account|accounts"),
        CauseRule(.geoRestricted, .peculiar, "unsupported countries|country|territories|territory|regions"),
        CauseRule(
            .geoRestricted, .fitting, "not|isnt allowed|available|supported",
            "country|countries|territory|territories|geographic|geography"),
        CauseRule(
            .accountNotAllowed, .peculiar, "access models|model not|isnt allowed|permitted this|your account",
            none: ["unsupported countries|regions", "channel program"]),
        CauseRule(
            .accountNotAllowed, .peculiar, "not|isnt available for this|your account", none: ["channel program"]),
        CauseRule(
            .accountNotAllowed, .fitting, "account not|isnt authorized|allowed|permitted|entitled|eligible",
            none: ["being processed", "marketplace subscription", "perform"],
            types: ["badcscore", "accessdenied", "validation"]),
        CauseRule(
            .accountNotAllowed, .fitting, "your account not|isnt authorized|allowed|permitted perform",
            none: ["xarn", "being processed", "marketplace subscription"]),
        CauseRule(.accountNotAllowed, .peculiar, "contact aws sales"),
        CauseRule(.accountNotAllowed, .fitting, "operation not|isnt allowed|permitted", none: ["perform"]),
        CauseRule(
            .accountNotAllowed, .fitting, "account suspended|blocked|restricted|deactivated|disabled|closed|hold"),
        CauseRule(
            .accountNotAllowed, .fitting,
            "model|models|access restricted|limited|gated|allowlist|allowlisted|whitelisted|approved",
            "account|accounts|customers|access|contact", none: ["policy", "rate", "quota", "region", "perform"]),
        CauseRule(
            .accountNotAllowed, .fitting, "contact|reach account|sales team|manager|representative",
            none: ["quota", "solution provider"]),
        CauseRule(
            .accountNotAllowed, .fitting, "account not|isnt enabled|eligible|entitled|allowed model|models|access"),
        CauseRule(
            .accountNotAllowed, .fitting, "not|isnt|upgrade free|account|support plan|tier|type",
            none: ["quota", "rate", "content", "media"]),
        CauseRule(
            .accountNotAllowed, .fitting,
            "model|models|bedrock not|isnt available|enabled|supported|offered your|account|accounts|organization",
            none: ["region"]),
        CauseRule(.accountNotAllowed, .hinting, "account contact|reach aws support", none: ["signature", "quota"]),

        // Model access
        CauseRule(.modelAccessNotGranted, .peculiar, "dont|not have access model", none: ["legacy", "use case"]),
        CauseRule(.modelAccessNotGranted, .fitting, "no|lack|lacks|without access model"),
        CauseRule(
            .modelAccessNotGranted, .fitting, "access model|models not|hasnt|havent been granted|enabled|requested"),
        CauseRule(.modelAccessNotGranted, .fitting, "request|enable|grant model access", none: ["use case"]),
        CauseRule(
            .modelAccessNotGranted, .hinting, "model access denied", none: ["payment", "marketplace", "legacy"],
            types: ["accessdenied"]),
        CauseRule(
            .modelAccessNotGranted, .fitting, "agreement not|hasnt|must accepted|accept|available",
            none: ["being created"]),
        CauseRule(
            .modelAccessNotGranted, .fitting, "agreement|terms|eula model", "no|not|without|missing|must|accept*",
            none: ["being created", "processed"]),
        CauseRule(.regionNotOptedIn, .peculiar, "account|region not|isnt opted in"),
        CauseRule(.regionNotOptedIn, .peculiar, "opt|opted in region|account", none: ["model"]),
        CauseRule(.regionNotOptedIn, .fitting, "region not|isnt|disabled enabled|disabled account"),
        CauseRule(.regionNotOptedIn, .fitting, "region is disabled|inactive", none: ["model"]),
        CauseRule(
            .regionNotOptedIn, .fitting, "needs|need|not subscription|subscribed service", none: ["marketplace"],
            types: ["optinrequired"]),
    ]
}
