import Catalog
import Codes
import JSONText

/// Extended thinking of Claude, which stands in `additionalModelRequestFields`, and sampling beside it.
extension RequestRule {
    static let thinking: [RequestRule] = [
        RequestRule(
            "thinking-budget-minimum", .validationSamplingParams, title: "The thinking budget is below 1024 tokens",
            source: .observed("https://github.com/danny-avila/LibreChat/issues/8346"),
            remedy: "Set budget_tokens to at least 1024, and below maxTokens; or leave thinking out."
        ) { outline, _ in
            guard let budget = budget(outline), budget < 1024 else { return [] }
            return [
                Breach(
                    budgetPath, expected: "1024 or more", found: "\(budget)",
                    text: "The model returned the following errors: thinking.enabled.budget_tokens: Input should be "
                        + "greater than or equal to 1024")
            ]
        },
        RequestRule(
            "thinking-budget-below-output", .validationMaxTokens, title: "The thinking budget is not below maxTokens",
            source: .observed("https://github.com/maximhq/bifrost/pull/3498"),
            remedy: "Raise maxTokens above the budget, or lower the budget (at least 1024)."
        ) { outline, _ in
            guard !isInterleaved(outline), let budget = budget(outline),
                let most = outline.setting("maxTokens")?.numberValue?.int64,
                budget >= most
            else { return [] }
            return [
                Breach(
                    budgetPath, expected: "less than maxTokens, which is \(most)", found: "\(budget)",
                    text: "The model returned the following errors: `max_tokens` must be greater than "
                        + "`thinking.budget_tokens`.")
            ]
        },
        RequestRule(
            "thinking-temperature", .validationSamplingParams, title: "temperature is set while thinking is on",
            source: .observed("https://github.com/dotCipher/opencode-claude-bridge/pull/1"),
            remedy: "Leave temperature out, or set it to 1, while thinking is on."
        ) { outline, _ in
            guard let kind = kind(outline), kind == "enabled" || kind == "adaptive",
                let temperature = outline.setting("temperature")?.numberValue, temperature.double != 1
            else { return [] }
            return [
                Breach(
                    settingPath("temperature"), expected: "1, or none", found: temperature.literal,
                    text:
                        "The model returned the following errors: `temperature` may only be set to 1 when thinking is "
                        + "enabled or in adaptive mode.")
            ]
        },
        RequestRule(
            "thinking-tool-choice", .validationSamplingParams, title: "A tool call is forced while thinking is on",
            source: .observed("https://github.com/can1357/oh-my-pi/issues/341"),
            remedy: "Use the tool choice auto while thinking is on."
        ) { outline, _ in
            guard let kind = kind(outline), kind == "enabled" || kind == "adaptive",
                let forced = ["any", "tool"].first(where: { outline.toolConfig?["toolChoice"]?[$0] != nil })
            else { return [] }
            return [
                Breach(
                    choicePath.appending(forced), expected: "auto", found: forced,
                    text:
                        "The model returned the following errors: Thinking may not be enabled when tool_choice forces "
                        + "tool use.")
            ]
        },
        RequestRule(
            "thinking-adaptive-only", .validationSamplingParams,
            for: .models([.with(.adaptiveThinking), .without(.samplingParameters)]),
            title: "The model takes no fixed thinking budget",
            source: .observed("https://github.com/earendil-works/pi/issues/6212"),
            remedy: "Send thinking as {\"type\": \"adaptive\"}, without budget_tokens, and steer its depth by "
                + "output_config.effort, both in additionalModelRequestFields; or leave thinking out."
        ) { outline, _ in
            guard kind(outline) == "enabled" else { return [] }
            return [
                Breach(
                    thinkingPath.appending("type"), expected: "adaptive", found: "enabled",
                    text:
                        "The model returned the following errors: \"thinking.type.enabled\" is not supported for this "
                        + "model. Use \"thinking.type.adaptive\" and \"output_config.effort\" to control thinking "
                        + "behavior.")
            ]
        },
        RequestRule(
            "thinking-adaptive-unknown", .validationSamplingParams, for: .models([.without(.adaptiveThinking)]),
            title: "The model has no adaptive thinking",
            source: .observed("https://github.com/pensarai/apex/pull/887"),
            remedy:
                "Send thinking as {\"type\": \"enabled\", \"budget_tokens\": N} with N at least 1024 and below maxTokens, "
                + "or leave thinking out."
        ) { outline, _ in
            guard kind(outline) == "adaptive" else { return [] }
            return [
                Breach(
                    thinkingPath.appending("type"), expected: "enabled", found: "adaptive",
                    text: "The model returned the following errors: adaptive thinking is not supported on this model")
            ]
        },
        RequestRule(
            "temperature-or-top-p", .validationSamplingParams, .should, title: "temperature and topP are both set",
            source: .observed("https://github.com/BerriAI/litellm/issues/15070"),
            remedy:
                "Send temperature or topP, not both: Claude of Opus 4.1, Sonnet 4.5 and later refuses the two together."
        ) { outline, _ in
            guard outline.setting("temperature") != nil, outline.setting("topP") != nil, outline.callsClaude
            else { return [] }
            return [
                Breach(
                    settingPath("topP"), expected: "temperature or topP", found: "both",
                    text: "The model returned the following errors: `temperature` and `top_p` cannot both be specified "
                        + "for this model. Please use only one.")
            ]
        },
    ]

    static let thinkingPath = JSONPath([.name("additionalModelRequestFields"), .name("thinking")])
    private static let budgetPath = thinkingPath.appending("budget_tokens")
    static let choicePath = JSONPath([.name("toolConfig"), .name("toolChoice")])

    static func settingPath(_ name: String) -> JSONPath { JSONPath([.name("inferenceConfig"), .name(name)]) }

    /// The kind of thinking that a request to Claude asks for.
    ///
    /// Other models have a member of the same name with rules of their own, and of a model that is not named nothing is known.
    private static func kind(_ outline: RequestOutline) -> String? {
        // Most requests ask for no thinking: their model's name is not searched.
        guard let kind = outline.additional("thinking")?["type"]?.stringValue, outline.callsClaude else { return nil }
        return kind
    }

    /// Whether thinking may go on between tool calls, where its budget is for all of them
    /// (<https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-extended-thinking.html>).
    private static func isInterleaved(_ outline: RequestOutline) -> Bool {
        let betas = outline.additional("anthropic_beta")?.arrayValue ?? []
        return betas.contains { $0.stringValue?.hasPrefix("interleaved-thinking") ?? false }
    }

    private static func budget(_ outline: RequestOutline) -> Int64? {
        kind(outline) == "enabled" ? outline.additional("thinking")?["budget_tokens"]?.numberValue?.int64 : nil
    }
}
