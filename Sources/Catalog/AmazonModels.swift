/// Amazon's own models.
///
/// Sources: <https://docs.aws.amazon.com/bedrock/latest/userguide/models-supported.html> for ids and regions (a star
/// there means through a profile only), <https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-supported.html>
/// for Nova's profiles, the lifecycle table for Titan.
let amazonModels: [ModelEntry] = [
    ModelEntry(
        "amazon.nova-micro-v1:0", "Nova Micro", onDemand: ["us-east-1", "us-gov-west-1"], profiles: novaProfiles,
        vision: .no, tools: .yes, system: .yes),
    ModelEntry(
        "amazon.nova-lite-v1:0", "Nova Lite",
        onDemand: ["us-east-1", "us-gov-west-1", "ap-northeast-1", "ap-southeast-2", "eu-north-1", "eu-west-2"],
        profiles: novaProfiles, vision: .yes, tools: .yes, system: .yes),
    ModelEntry(
        "amazon.nova-pro-v1:0", "Nova Pro", onDemand: ["us-east-1", "us-gov-west-1"], profiles: novaProfiles,
        vision: .yes, tools: .yes, system: .yes),
    // Through a profile only.
    ModelEntry(
        "amazon.nova-premier-v1:0", "Nova Premier", profiles: [("us", ProfileRegions.usCore)], vision: .yes,
        tools: .yes,
        system: .yes),
    ModelEntry("amazon.nova-2-lite-v1:0", "Nova 2 Lite", vision: .yes, tools: .yes, system: .yes),
    // Lifecycle table: legacy 2025-01-31, end of life 2025-08-15. Converse takes neither tools nor a system prompt.
    ModelEntry(
        "amazon.titan-text-premier-v1:0", "Titan Text G1 - Premier", onDemand: ["us-east-1"], vision: .no, tools: .no,
        system: .no, legacy: "2025-01-31", endOfLife: "2025-08-15", successor: "amazon.nova-pro-v1:0"),
]

/// Nova's profiles; the regions of Europe and Asia are those of the batch page, which lists where a profile may be called.
private let novaProfiles: [(prefix: String, regions: [String])] = [
    ("us", ProfileRegions.usCore), ("eu", ProfileRegions.euEarlier),
    ("apac", ["ap-northeast-1", "ap-northeast-2", "ap-south-1", "ap-southeast-1", "ap-southeast-2"]),
]
