/// Models of other providers.
///
/// Sources: the model cards of Bedrock's user guide and its regional table of mid-2026.
let otherModels: [ModelEntry] = [
    // Card: in-region us-west-2, the other two through `us.`; tools not in streaming.
    ModelEntry(
        "meta.llama3-1-70b-instruct-v1:0", "Llama 3.1 70B Instruct", onDemand: ["us-west-2"],
        profiles: [("us", ProfileRegions.usCore)], vision: .no, tools: .notStreamed, system: .yes),
    // Same family, ids from the fine-tuning table; regions not read.
    ModelEntry(
        "meta.llama3-1-8b-instruct-v1:0", "Llama 3.1 8B Instruct", vision: .no, tools: .notStreamed, system: .yes),
    ModelEntry("meta.llama3-8b-instruct-v1:0", "Llama 3 8B Instruct", vision: .no),
    ModelEntry("meta.llama4-maverick-17b-instruct-v1:0", "Llama 4 Maverick 17B Instruct"),
    // Regional table: us-west-2 only, no profile; tools not in streaming.
    ModelEntry(
        "mistral.mistral-large-2407-v1:0", "Mistral Large (24.07)", onDemand: ["us-west-2"], vision: .no,
        tools: .notStreamed, system: .yes),
    ModelEntry("ai21.jamba-1-5-large-v1:0", "Jamba 1.5 Large", vision: .no),
    ModelEntry("ai21.jamba-1-5-mini-v1:0", "Jamba 1.5 Mini", vision: .no),
    // Ids as real exchanges have them; not every provider writes a version suffix.
    ModelEntry("openai.gpt-oss-120b-1:0", "gpt-oss-120b"),
    ModelEntry("minimax.minimax-m2", "MiniMax M2"),
    ModelEntry("zai.glm-4.7-flash", "GLM 4.7 Flash"),
]
