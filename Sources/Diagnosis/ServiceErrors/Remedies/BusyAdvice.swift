import Catalog
import Codes
import Evidence
import Report

/// What slowed a call down: which quota, or something that is not a quota.
///
/// Sources: <https://docs.aws.amazon.com/bedrock/latest/userguide/quotas.html>,
/// <https://docs.aws.amazon.com/bedrock/latest/userguide/quotas-token-burndown.html>,
/// <https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html>,
/// <https://docs.litellm.ai/docs/routing>.
extension Advice {
    static let busy: [Advice] = [
        Advice(
            "overloaded error", for: .serviceUnavailable,
            say: """
                Wait and retry. overloaded_error (529) is a word of Anthropic's own API, where no AWS quota is involved; if \
                Bedrock was meant, the client did not use it: in Claude Code, CLAUDE_CODE_USE_BEDROCK=1 is missing.
                """),
        Advice(
            "model produced|generated|returned invalid|malformed", "sequence|json|tool*", for: .modelError,
            say: """
                The model wrote a call of a tool that is not valid; access and request are in order. Send the request again; make the answer \
                less free (temperature 0, for Amazon Nova also topK 1 in additionalModelRequestFields); keep the tool's schema small: \
                type object at the top, only type, properties and required there; and leave room in maxTokens, so that the call is not \
                cut off.
                """),
        Advice("deployments available selected model", for: .answerNotFromService, .throttled) { _ in
            Remedy(
                """
                This is LiteLLM's router, not AWS: it put every deployment of the model into cooldown after failures. The \
                cause stands in the gateway's log before this line. Wait for the cooldown, add a second deployment, or \
                set allowed_fails and cooldown_time in router_settings.
                """)
        },
        Advice("too many connections") { call in
            Remedy.advice(
                """
                The service has no connection free for this model now; it is no quota of the account. Retry with growing \
                pauses, and make fewer calls at once.\(call.expectedDelay)
                """,
                call.retry)
            call.spread ?? Remedy("A cross-region profile, or another region, has more room.")
        },
        Advice("unable process request", for: .serviceUnavailable) { call in
            Remedy.advice(
                "The service lacks capacity for the model now. Retry with growing pauses and fewer calls at once; access is not the problem.",
                call.retry)
            call.spread
        },
        Advice(for: .throttled) { call in call.throttle },
    ]
}

extension FailedCall {
    /// What was limited, by the words, the operation and the service.
    fileprivate var throttle: [Remedy] {
        if let foreign = ForeignThrottle(self) { return [foreign.remedy] }
        let operation = scene.operation?.value ?? answer.operation ?? ""
        if operation == "Retrieve" || operation == "RetrieveAndGenerate" || words.has("knowledge base") {
            return [
                Remedy(
                    """
                    Make fewer queries of the knowledge base at once, and retry with growing pauses: Retrieve has a rate of \
                    its own (Service Quotas: Retrieve requests per second), beside the models'.
                    """)
            ]
        }
        if operation.hasSuffix("InvocationJob") || words.has("too many concurrent jobs") {
            return [
                Remedy(
                    """
                    It is the number of batch jobs that is limited, in progress or submitted, for this model in this region; no quota of requests or \
                    tokens a minute. Wait until jobs end (list-model-invocation-jobs shows them), put more records into each, or ask for more.
                    """,
                    .aws("bedrock list-model-invocation-jobs --status-equals InProgress\(regionOption)")),
                quotas,
            ]
        }
        if isOfControlPlane(operation) {
            return [
                Remedy(
                    """
                    \(operation.isEmpty ? "The control plane" : PrintableText.escaped(operation)) was throttled, a call that sets up or looks up, with a \
                    small rate of its own; no model's quota is involved. Retry with growing pauses. Ask once, keep the answer, and do not ask before every invocation: where a library or \
                    plugin does so, update it, or give it the model's own id in place of a profile that it has to look up.
                    """)
            ]
        }
        if let newAccount { return [newAccount, spread].compactMap(\.self) }
        let asked = modelPhrase
        if isFarBelowQuota {
            return [
                Remedy(
                    """
                    The calls are far below the published quota, as the text says, so fewer of them would not help. What counts is the value that is applied to this account and region, \
                    which may be far lower, and which others in the account use up as well: see it, and compare it with the default (list-aws-default-service-quotas); for one quota, \
                    get-service-quota with its code. If it is lower, have Support raise it. If it is not, the service has no room for the model: a cross-region profile or \
                    another region or model has, and retries need growing pauses.
                    """,
                    .aws(
                        "service-quotas list-service-quotas --service-code bedrock --query 'Quotas[].[QuotaCode,QuotaName,Value]'\(regionOption)"
                    ))
            ] + [spread].compactMap(\.self)
        }
        // What a client's own hint says of requests does not outweigh the service's sentence, wherever it stands.
        let isOfTokens =
            words.has("too many tokens")
            || !words.has("too many requests") && WordText(shown).has("too many tokens")
        if !isOfTokens, words.has("too many requests") || words.has("request|requests rate|frequency") {
            let agent = words.has("agent|agents") || operation.hasSuffix("Agent")
            return [
                Remedy.advice(
                    """
                    Requests per minute\(asked): make fewer calls at once and retry with growing pauses and jitter. \
                    \(agent ? "It is the agent's own calls of its model that are counted, several for one question" : "An agent or orchestrator makes several calls for one question, and an SDK's retries count as well"). The quota \
                    to raise is the one of \(agent ? "the agent's" : "that") model: \(rateQuota).
                    """,
                    retry)
            ] + more
        }
        if isOfTokens {
            return [
                Remedy.advice(
                    """
                    Tokens per minute\(asked): input, and at first the whole of maxTokens, count; output of newer Claude models \
                    counts five times. Lower maxTokens to what is needed, send less history, retry with growing pauses.
                    """,
                    retry)
            ] + more
        }
        if ["InvokeAgent", "InvokeInlineAgent", "InvokeFlow"].contains(operation) {
            return [
                Remedy(
                    """
                    It is the agent's model that was throttled: its quota of requests or tokens per minute, not one of \
                    \(operation). Run fewer agents at once, or give the agent a cross-region profile as its model.
                    """),
                quotas,
            ]
        }
        return [
            Remedy.advice(
                """
                The answer does not say whether requests or tokens per minute\(asked) were too many: look at both quotas. \
                Retry with growing pauses; access works.
                """,
                retry)
        ] + more
    }

    /// Whether the reporter says that the calls come nowhere near the quota.
    private var isFarBelowQuota: Bool {
        let told = WordText(shown)
        return told.has("far|way|well|much below|under|beneath quota|quotas|limit|limits")
            || told.has("nowhere|not near|close quota|quotas|limit|limits")
    }

    /// Whether an operation, or the service where none is named, sets something up or asks about it rather than calling a model.
    private func isOfControlPlane(_ operation: String) -> Bool {
        let planes = ["bedrock", "bedrock-agent", "bedrock-agentcore-control"]
        if let home = OperationHome.service(of: operation) { return planes.contains(home) }
        return operation.isEmpty && scene.service.map { planes.contains($0.value) } ?? false
    }

    /// What Service Quotas calls the rate of a model.
    private var rateQuota: String {
        let prefix = details.modelID.flatMap { ModelReference($0).id }.map { ModelPrefix.split($0).prefix }
        let names = (
            own: "\"On-demand model inference requests per minute for ...\"",
            far: "\"Cross-region model inference requests per minute for ...\""
        )
        return switch prefix {
        case .some(.some): names.far
        case .some(.none): "\(names.own), or \(names.far) where a profile is called"
        case .none:
            "\(names.own), or \(names.far) where a profile (us., eu., ...) is called; older accounts have InvokeModel in its name"
        }
    }

    /// How long the service expected a call to wait.
    fileprivate var expectedDelay: String {
        guard let mark = text.firstRange(of: "expectedQueueDelayInMs") else { return "" }
        let digits = text[mark.upperBound...].drop { !$0.isNumber }.prefix { $0.isNumber }
        guard let delay = Int(digits), delay >= 10_000 else { return "" }
        return " It expected a queue of \(delay / 1_000) s, so pauses of a few seconds do not help."
    }

    private var more: [Remedy] { [spread, quotas].compactMap(\.self) }

    /// An account whose quotas are not the default ones yet, as the reporter tells it.
    private var newAccount: Remedy? {
        let around = IndexedText(shown.lowercased())
        let marks = [
            "new account", "brand new", "newly created account", "first request", "first call", "single request",
            "only one request",
            "very first", "fresh account", "free tier", "free plan", "quota is 0", "quota of 0", "applied quota 0",
            "0 requests per minute",
            "value of 0", "value: 0.0",
        ]
        guard marks.contains(where: around.contains) else { return nil }
        return Remedy(
            """
            A new or little used account has quotas below the default ones, down to none at all: then the first call is refused, and neither waiting \
            nor retrying helps. Compare the applied quota with AWS's default for this model; where it is lower or 0, ask AWS Support for the \
            default (an account and billing case). Until then another model may have one.
            """,
            .aws("service-quotas list-service-quotas --service-code bedrock\(regionOption)"))
    }

    /// ` of MODEL in REGION`, as far as known.
    private var modelPhrase: String {
        guard let model = details.modelID, !model.hasPrefix("arn:") else { return "" }
        return " of \(model)" + (regionName.map { " in \($0)" } ?? "")
    }

    /// A profile with more room than what was called.
    fileprivate var spread: Remedy? {
        guard let written = details.modelID, let id = ModelReference(written).id, let entry = catalog.entry(for: id)
        else {
            return nil
        }
        let prefix = ModelPrefix.split(id).prefix
        let regional = regionName.map { catalog.profileCandidates(for: entry.id, region: $0) } ?? []
        let wanted = prefix == nil ? regional.first : regional.first { $0.hasPrefix("global.") && prefix != "global" }
        return wanted.map {
            Remedy.advice("\($0) spreads the calls over more regions, and has a quota of its own.", check($0))
        }
    }

    /// What ends a day's quota that is used up.
    static let nextDay = Remedy(
        """
        Wait until the day's quota is renewed (a day at most), or call another model or profile, each of which has a quota of its own: retries within minutes are refused again. Smaller \
        contexts, prompt caching and a lower maxTokens make it last longer.
        """)

    /// Whether the text tells that nothing was used before the quota was said to be used up.
    var isOfUnusedAccount: Bool {
        let told = WordText(shown)
        let signs: [WordPhrase] = [
            "new|fresh|brand account|accounts",
            "first|single|one|simple|tiny|small call|request|message|prompt|query|token",
            "havent|never|hardly|barely used|using|made|called|sent", "not|no|zero|little usage|used|traffic|tokens",
            "very|first time|start|beginning|few", "every|any|all|each model|models", "only few|two|three|1|2|3|5|10",
        ]
        return signs.contains { told.has($0) }
    }

    var quotas: Remedy {
        let whose = details.modelID == nil ? "" : " of this model, on-demand or cross-region as it is called"
        let name = details.quota.map { " (\($0)\(whose))" }
        return Remedy.advice(
            "See the quotas, and ask for more in the Service Quotas console\(name ?? "").",
            .aws("service-quotas list-service-quotas --service-code bedrock\(regionOption)"))
    }
}
