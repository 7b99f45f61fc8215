import WireText

extension SimulatedAccount {
    /// An account that shows one of each verdict a server can produce; it is what `--mock` talks to.
    ///
    /// Its models are the seven of the PRX documentation, under their real ids, with their real routes and lifecycle as
    /// of late 2026 (Amazon Bedrock User Guide, model cards and "Model lifecycle"), and `amazon.nova-micro-v1:0`, which
    /// answers in every region. What stands in the way of the others is invented; ``demonstrationRegions`` between
    /// them show each kind:
    ///
    /// | model | us-east-1 | us-west-2 | eu-west-1 | ap-southeast-2 |
    /// | --- | --- | --- | --- | --- |
    /// | Nova Micro | answers | answers | answers | answers |
    /// | Claude Sonnet 4.6 | by `us.` | by `us.` | by `eu.` | by `au.` |
    /// | Claude Opus 4.6 | agreement missing | by `us.` | form missing | denied by an SCP |
    /// | Llama 3.1 70B | no identity policy | throttled | absent | absent |
    /// | Mistral Large 2407 | absent | throttled twice, then answers | absent | absent |
    /// | Claude Sonnet 4 | end of life | end of life | end of life | end of life |
    /// | Claude 3.5 Haiku | end of life | end of life | absent | absent |
    /// | Titan Text Premier | end of life | absent | absent | absent |
    public static let demonstration = SimulatedAccount(
        regions: Demonstration.regions, models: Demonstration.models, profiles: Demonstration.profiles)

    /// The regions of ``demonstration`` that between them show one of each verdict.
    public static let demonstrationRegions = ["us-east-1", "us-west-2", "eu-west-1", "ap-southeast-2"]
}

private enum Demonstration {
    // MARK: Regions

    /// The commercial regions from which Claude Sonnet 4.6 can be called.
    static let regions =
        american + european + australian + japanese + [
            "mx-central-1", "sa-east-1", "af-south-1", "il-central-1", "me-central-1", "me-south-1", "ap-east-2",
            "ap-northeast-2", "ap-south-1", "ap-south-2", "ap-southeast-1", "ap-southeast-3", "ap-southeast-5",
            "ap-southeast-7",
        ]

    static let american = ["us-east-1", "us-east-2", "us-west-1", "us-west-2", "ca-central-1", "ca-west-1"]
    static let european = [
        "eu-central-1", "eu-central-2", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-2",
        "eu-west-3",
    ]
    static let australian = ["ap-southeast-2", "ap-southeast-4", "ap-southeast-6"]
    static let japanese = ["ap-northeast-1", "ap-northeast-3"]
    static let asian = [
        "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-south-2", "ap-southeast-1",
        "ap-southeast-2",
    ]

    /// Profiles with the prefix `us.` are called from Canada too, but lead to these three.
    static let americanDestinations = ["us-east-1", "us-east-2", "us-west-2"]

    // MARK: Models

    static let sonnet46 = "anthropic.claude-sonnet-4-6"
    static let opus46 = "anthropic.claude-opus-4-6-v1"
    static let sonnet4 = "anthropic.claude-sonnet-4-20250514-v1:0"
    static let haiku35 = "anthropic.claude-3-5-haiku-20241022-v1:0"
    static let llama = "meta.llama3-1-70b-instruct-v1:0"
    static let novaMicro = "amazon.nova-micro-v1:0"

    static let models = [
        SimulatedModel(
            id: novaMicro, name: "Nova Micro", provider: "Amazon", contextTokens: 128_000, maxOutputTokens: 10_000,
            features: [.system, .tools, .promptCaching, .sampling, .streaming],
            lifecycle: lifecycle(start: "2024-12-03"), regions: states(regions, route: .onDemand)),
        SimulatedModel(
            id: sonnet46, name: "Claude Sonnet 4.6", provider: "Anthropic",
            contextTokens: 1_000_000, maxOutputTokens: 64_000, lifecycle: lifecycle(start: "2026-02-17"),
            regions: states(regions, route: .profileOnly, except: ["eu-west-2": ModelState()])),
        SimulatedModel(
            id: opus46, name: "Claude Opus 4.6", provider: "Anthropic",
            contextTokens: 1_000_000, maxOutputTokens: 128_000, lifecycle: lifecycle(start: "2026-02-05"),
            regions: states(
                regions, route: .profileOnly,
                except: [
                    "eu-west-2": ModelState(),
                    "us-east-1": ModelState(route: .profileOnly, access: .gated(.agreement)),
                    "eu-west-1": ModelState(route: .profileOnly, access: .gated(.useCaseForm)),
                    "ap-southeast-2": ModelState(
                        route: .profileOnly, access: .denied(PolicyDenial(policy: .serviceControlPolicy))),
                ])),
        SimulatedModel(
            id: llama, name: "Llama 3.1 70B Instruct", provider: "Meta",
            contextTokens: 128_000, maxOutputTokens: 4_096, features: [.system, .tools, .sampling, .streaming],
            lifecycle: lifecycle(start: "2024-07-23"),
            regions: [
                "us-east-1": ModelState(
                    route: .profileOnly, access: .denied(PolicyDenial(policy: .identityPolicy))),
                "us-east-2": ModelState(route: .profileOnly),
                "us-west-2": ModelState(access: .throttled(Throttling(limit: .tokens))),
            ]),
        SimulatedModel(
            id: "mistral.mistral-large-2407-v1:0", name: "Mistral Large (24.07)", provider: "Mistral AI",
            contextTokens: 128_000, maxOutputTokens: 8_192, features: [.system, .tools, .sampling, .streaming],
            lifecycle: lifecycle(start: "2024-07-24"),
            regions: ["us-west-2": ModelState(access: .throttled(Throttling(times: 2)))]),
        SimulatedModel(
            id: sonnet4, name: "Claude Sonnet 4", provider: "Anthropic",
            contextTokens: 200_000, maxOutputTokens: 64_000,
            lifecycle: lifecycle(start: "2025-05-22", legacy: "2026-04-14", endOfLife: "2026-10-14"),
            regions: states(
                americanDestinations + european.filter { $0 != "eu-west-2" && $0 != "eu-central-2" } + asian,
                route: .profileOnly)),
        SimulatedModel(
            id: haiku35, name: "Claude 3.5 Haiku", provider: "Anthropic",
            contextTokens: 200_000, maxOutputTokens: 8_192,
            features: [.system, .tools, .promptCaching, .sampling, .streaming, .countTokens],
            lifecycle: lifecycle(start: "2024-11-04", endOfLife: "2026-06-19"),
            regions: states(
                americanDestinations, route: .profileOnly, except: ["us-west-2": ModelState()])),
        SimulatedModel(
            id: "amazon.titan-text-premier-v1:0", name: "Titan Text G1 - Premier", provider: "Amazon",
            contextTokens: 32_000, maxOutputTokens: 3_072, features: [.sampling, .streaming],
            lifecycle: lifecycle(start: "2024-05-07", legacy: "2025-01-31", endOfLife: "2025-08-15"),
            regions: ["us-east-1": ModelState()]),
    ]

    static func states(
        _ regions: [String], route: ModelState.Route, except: [String: ModelState] = [:]
    ) -> [String: ModelState] {
        Dictionary(uniqueKeysWithValues: regions.map { ($0, except[$0] ?? ModelState(route: route)) })
    }

    static func lifecycle(start: String, legacy: String? = nil, endOfLife: String? = nil) -> SimulatedModel.Lifecycle {
        SimulatedModel.Lifecycle(
            start: CalendarDay(start), legacy: legacy.flatMap { CalendarDay($0) },
            endOfLife: endOfLife.flatMap { CalendarDay($0) })
    }

    // MARK: Profiles

    static let profiles =
        [sonnet46, opus46, novaMicro].flatMap { id in
            [
                profile("us", id, from: american, to: americanDestinations),
                profile("eu", id, from: european, to: european),
            ]
        }
        + [sonnet46, opus46].flatMap { id in
            [
                profile("au", id, from: australian, to: australian),
                profile("global", id, from: regions, to: regions),
            ]
        }
        + [
            profile("jp", sonnet46, from: japanese, to: japanese),
            profile("apac", novaMicro, from: asian, to: asian),
            profile("us", llama, from: americanDestinations, to: americanDestinations),
            profile("us", haiku35, from: americanDestinations, to: americanDestinations),
            profile("us", sonnet4, from: americanDestinations, to: americanDestinations),
            profile("eu", sonnet4, from: european.filter { $0 != "eu-west-2" && $0 != "eu-central-2" }, to: european),
            profile("apac", sonnet4, from: asian, to: asian),
        ]

    static func profile(
        _ prefix: String, _ modelID: String, from sources: [String], to destinations: [String]
    ) -> SimulatedProfile {
        let name = models.first { $0.id == modelID }?.name ?? modelID
        return SimulatedProfile(
            id: "\(prefix).\(modelID)", name: "\(prefix.uppercased()) \(name)", modelID: modelID,
            sources: sources, destinations: destinations)
    }
}
