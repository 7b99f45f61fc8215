/// Anthropic's models on Bedrock.
///
/// Sources: the model cards and the lifecycle table of Bedrock's user guide (late 2025 to September 2026),
/// <https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle.html>, and the table of Converse's features,
/// <https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-supported-models-features.html>.
let anthropicModels: [ModelEntry] = [
    // Card: in-region only in London, else through a profile.
    ModelEntry(
        "anthropic.claude-sonnet-4-6", "Claude Sonnet 4.6", onDemand: ["eu-west-2"],
        profiles: [
            ("jp", ProfileRegions.jp), ("au", ProfileRegions.au), ("us", ProfileRegions.us), ("eu", ProfileRegions.eu),
            ("global", ProfileRegions.global),
        ],
        vision: .yes, tools: .yes, system: .yes),
    // Card: like Sonnet 4.6, without a `jp.` profile. The id ends in `-v1`, without `:0`.
    ModelEntry(
        "anthropic.claude-opus-4-6-v1", "Claude Opus 4.6", onDemand: ["eu-west-2"],
        profiles: [
            ("au", ProfileRegions.au), ("us", ProfileRegions.us), ("eu", ProfileRegions.eu),
            ("global", ProfileRegions.global),
        ],
        vision: .yes, tools: .yes, system: .yes),
    // Lifecycle table: legacy 2026-04-14, extended access 2026-07-14, end of life 2026-10-14.
    ModelEntry(
        "anthropic.claude-sonnet-4-20250514-v1:0", "Claude Sonnet 4",
        profiles: [
            ("us", ProfileRegions.usCore), ("eu", ProfileRegions.euEarlier + ["il-central-1"]),
            ("apac", ProfileRegions.apac),
            ("global", ["us-east-1", "us-east-2", "us-west-2", "eu-west-1", "ap-northeast-1"]),
        ],
        vision: .yes, tools: .yes, system: .yes, legacy: "2026-04-14", endOfLife: "2026-10-14",
        successor: "anthropic.claude-sonnet-4-6"),
    // Lifecycle table: end of life 2026-06-19. In-region us-west-2, the other two through `us.`.
    ModelEntry(
        "anthropic.claude-3-5-haiku-20241022-v1:0", "Claude 3.5 Haiku", onDemand: ["us-west-2"],
        profiles: [("us", ProfileRegions.usCore)], vision: .no, tools: .yes, system: .yes, endOfLife: "2026-06-19",
        successor: "anthropic.claude-haiku-4-5-20251001-v1:0"),
    // Named as the successor in the lifecycle table; its regions are not documented there.
    ModelEntry("anthropic.claude-haiku-4-5-20251001-v1:0", "Claude Haiku 4.5", vision: .yes, tools: .yes, system: .yes),
    // Profile ids `us.`, `eu.`, `global.` and `us-gov.` are in public use.
    ModelEntry(
        "anthropic.claude-sonnet-4-5-20250929-v1:0", "Claude Sonnet 4.5", vision: .yes, tools: .yes, system: .yes),
    ModelEntry("anthropic.claude-opus-4-1-20250805-v1:0", "Claude Opus 4.1", vision: .yes, tools: .yes, system: .yes),
    // Reported by users after it: end of life 2026-04-28.
    ModelEntry(
        "anthropic.claude-3-7-sonnet-20250219-v1:0", "Claude 3.7 Sonnet", vision: .yes, tools: .yes, system: .yes,
        endOfLife: "2026-04-28", successor: "anthropic.claude-sonnet-4-6"),
    // Known ids; their dates are not in the pages read, so nothing is said of their life.
    ModelEntry(
        "anthropic.claude-3-5-sonnet-20240620-v1:0", "Claude 3.5 Sonnet", vision: .yes, tools: .yes, system: .yes),
    ModelEntry("anthropic.claude-3-haiku-20240307-v1:0", "Claude 3 Haiku", vision: .yes, tools: .yes, system: .yes),
    ModelEntry("anthropic.claude-3-sonnet-20240229-v1:0", "Claude 3 Sonnet", vision: .yes, tools: .yes, system: .yes),
]
