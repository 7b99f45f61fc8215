extension SimulatedAccount {
    /// An account that shows one of each verdict a server can produce; it is what `--mock` talks to.
    ///
    /// Its models are the seven of the PRX documentation, under their real ids and with their real lifecycle as of
    /// late 2026 (Amazon Bedrock User Guide, "Model lifecycle" and the model cards), and `amazon.nova-micro-v1:0`,
    /// which answers in every region. What stands in the way of the others is invented, one of each kind:
    ///
    /// | model | us-east-1 | us-west-2 | eu-west-1 | ap-southeast-2 |
    /// | --- | --- | --- | --- | --- |
    /// | Nova Micro | answers | answers | answers | answers |
    /// | Claude Sonnet 4.6 | by `us.` | by `us.` | by `eu.` | by `au.` |
    /// | Claude Opus 4.6 | agreement missing | by `us.` | form missing | denied by an SCP |
    /// | Llama 3.1 70B | identity policy | throttled | absent | absent |
    /// | Mistral Large 2407 | absent | throttled twice, then answers | absent | absent |
    /// | Claude Sonnet 4, Claude 3.5 Haiku, Titan Premier | end of life where they were offered |||
    public static let demonstration = SimulatedAccount(
        regions: ["us-east-1", "us-west-2", "eu-west-1", "ap-southeast-2"],
        models: Demonstration.models,
        profiles: Demonstration.profiles)
}

private enum Demonstration {
    static let american = ["us-east-1", "us-east-2", "us-west-2"]
    static let european = ["eu-central-1", "eu-north-1", "eu-west-1", "eu-west-3"]
    static let australian = ["ap-southeast-2", "ap-southeast-4"]

    static let profileOnly = ModelState(route: .profileOnly)

    static let models = [
        SimulatedModel(
            id: "amazon.nova-micro-v1:0", name: "Nova Micro", provider: "Amazon",
            contextTokens: 128_000, maxOutputTokens: 10_000,
            features: [.system, .tools, .promptCaching, .sampling, .streaming],
            lifecycle: lifecycle(start: "2024-12-03"),
            regions: [
                "us-east-1": ModelState(), "us-west-2": ModelState(), "eu-west-1": ModelState(),
                "ap-southeast-2": ModelState(),
            ]),
        SimulatedModel(
            id: "anthropic.claude-sonnet-4-6", name: "Claude Sonnet 4.6", provider: "Anthropic",
            contextTokens: 1_000_000, maxOutputTokens: 64_000,
            lifecycle: lifecycle(start: "2026-02-17"),
            regions: [
                "us-east-1": profileOnly, "us-west-2": profileOnly, "eu-west-1": profileOnly,
                "ap-southeast-2": profileOnly,
            ]),
        SimulatedModel(
            id: "anthropic.claude-opus-4-6-v1", name: "Claude Opus 4.6", provider: "Anthropic",
            contextTokens: 1_000_000, maxOutputTokens: 128_000,
            lifecycle: lifecycle(start: "2026-02-05"),
            regions: [
                "us-east-1": ModelState(route: .profileOnly, access: .gated(.agreement)),
                "us-west-2": profileOnly,
                "eu-west-1": ModelState(route: .profileOnly, access: .gated(.useCaseForm)),
                "ap-southeast-2": ModelState(
                    route: .profileOnly, access: .denied(PolicyDenial(policy: .serviceControlPolicy))),
            ]),
        SimulatedModel(
            id: "meta.llama3-1-70b-instruct-v1:0", name: "Llama 3.1 70B Instruct", provider: "Meta",
            contextTokens: 128_000, maxOutputTokens: 4_096,
            features: [.system, .tools, .sampling, .streaming],
            lifecycle: lifecycle(start: "2024-07-23"),
            regions: [
                "us-east-1": ModelState(
                    route: .profileOnly, access: .denied(PolicyDenial(policy: .identityPolicy))),
                "us-west-2": ModelState(access: .throttled(Throttling(limit: .tokens))),
            ]),
        SimulatedModel(
            id: "mistral.mistral-large-2407-v1:0", name: "Mistral Large (24.07)", provider: "Mistral AI",
            contextTokens: 128_000, maxOutputTokens: 8_192,
            features: [.system, .tools, .sampling, .streaming],
            lifecycle: lifecycle(start: "2024-07-24"),
            regions: ["us-west-2": ModelState(access: .throttled(Throttling(times: 2)))]),
        SimulatedModel(
            id: "anthropic.claude-sonnet-4-20250514-v1:0", name: "Claude Sonnet 4", provider: "Anthropic",
            contextTokens: 200_000, maxOutputTokens: 64_000,
            lifecycle: lifecycle(start: "2025-05-22", legacy: "2026-04-14", endOfLife: "2026-10-14"),
            regions: [
                "us-east-1": profileOnly, "us-west-2": profileOnly, "eu-west-1": profileOnly,
                "ap-southeast-2": profileOnly,
            ]),
        SimulatedModel(
            id: "anthropic.claude-3-5-haiku-20241022-v1:0", name: "Claude 3.5 Haiku", provider: "Anthropic",
            contextTokens: 200_000, maxOutputTokens: 8_192,
            features: [.system, .tools, .promptCaching, .sampling, .streaming, .countTokens],
            lifecycle: lifecycle(start: "2024-11-04", endOfLife: "2026-06-19"),
            regions: ["us-east-1": profileOnly, "us-west-2": ModelState()]),
        SimulatedModel(
            id: "amazon.titan-text-premier-v1:0", name: "Titan Text G1 - Premier", provider: "Amazon",
            contextTokens: 32_000, maxOutputTokens: 3_072,
            features: [.sampling, .streaming],
            lifecycle: lifecycle(start: "2024-05-07", legacy: "2025-01-31", endOfLife: "2025-08-15"),
            regions: ["us-east-1": ModelState()]),
    ]

    static let profiles =
        [
            profile("us", "anthropic.claude-sonnet-4-6", "Claude Sonnet 4.6", american),
            profile("eu", "anthropic.claude-sonnet-4-6", "Claude Sonnet 4.6", european),
            profile("au", "anthropic.claude-sonnet-4-6", "Claude Sonnet 4.6", australian),
            profile("us", "anthropic.claude-opus-4-6-v1", "Claude Opus 4.6", american),
            profile("eu", "anthropic.claude-opus-4-6-v1", "Claude Opus 4.6", european),
            profile("au", "anthropic.claude-opus-4-6-v1", "Claude Opus 4.6", australian),
            profile("us", "amazon.nova-micro-v1:0", "Nova Micro", american),
            profile("us", "meta.llama3-1-70b-instruct-v1:0", "Llama 3.1 70B Instruct", american),
            profile("us", "anthropic.claude-sonnet-4-20250514-v1:0", "Claude Sonnet 4", american),
            profile("eu", "anthropic.claude-sonnet-4-20250514-v1:0", "Claude Sonnet 4", european),
            profile("us", "anthropic.claude-3-5-haiku-20241022-v1:0", "Claude 3.5 Haiku", american),
            SimulatedProfile(
                id: "apac.anthropic.claude-sonnet-4-20250514-v1:0", name: "APAC Claude Sonnet 4",
                modelID: "anthropic.claude-sonnet-4-20250514-v1:0", sources: ["ap-southeast-2"],
                destinations: ["ap-northeast-1", "ap-southeast-1", "ap-southeast-2"]),
        ]
        + ["anthropic.claude-sonnet-4-6", "anthropic.claude-opus-4-6-v1"].map { id in
            SimulatedProfile(
                id: "global.\(id)",
                name: "Global \(id == "anthropic.claude-sonnet-4-6" ? "Claude Sonnet 4.6" : "Claude Opus 4.6")",
                modelID: id, sources: ["us-east-1", "us-west-2", "eu-west-1", "ap-southeast-2"],
                destinations: american + european + australian)
        }

    static func profile(_ prefix: String, _ modelID: String, _ name: String, _ regions: [String]) -> SimulatedProfile {
        SimulatedProfile(
            id: "\(prefix).\(modelID)", name: "\(prefix.uppercased()) \(name)", modelID: modelID,
            sources: regions.filter { ["us-east-1", "us-west-2", "eu-west-1", "ap-southeast-2"].contains($0) },
            destinations: regions)
    }

    static func lifecycle(start: String, legacy: String? = nil, endOfLife: String? = nil) -> SimulatedModel.Lifecycle {
        SimulatedModel.Lifecycle(
            start: CalendarDay(start), legacy: legacy.flatMap { CalendarDay($0) },
            endOfLife: endOfLife.flatMap { CalendarDay($0) })
    }
}
