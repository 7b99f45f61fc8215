import Catalog
import Codes
import JSONText

/// What a request asks of a model, where the model is known not to have it.
extension RequestRule {
    static let abilities: [RequestRule] = [
        RequestRule(
            "model-takes-system", .validationSystemUnsupported, for: .models([.without(.system)]),
            title: "The model takes no system prompt",
            source: .observed("https://github.com/Mintplex-Labs/anything-llm/issues/2486"),
            remedy: "Leave out system and put its text into the first user message."
        ) { outline, _ in
            guard let system = outline.body["system"]?.arrayValue, !system.isEmpty else { return [] }
            return [
                asked(
                    JSONPath([.name("system")]), "a system prompt",
                    "This model doesn't support system messages. Try again without a system message or use a model that "
                        + "supports system messages.")
            ]
        },
        RequestRule(
            "model-takes-tools", .validationToolUnsupported, for: .models([.without(.tools)]),
            title: "The model takes no tools, or none while streaming",
            source: .observed("https://github.com/earendil-works/pi/issues/3739"),
            remedy: "Leave out toolConfig, do not stream, or use a model that takes tools."
        ) { outline, _ in
            guard RequestOutline.present(outline.toolConfig) != nil else { return [] }
            let streaming = outline.delivery == .streamed ? " in streaming mode" : ""
            return [asked(JSONPath([.name("toolConfig")]), "tools", "This model doesn't support tool use\(streaming).")]
        },
        RequestRule(
            "model-takes-tool-choice", .validationToolUnsupported, for: .models([.without(.toolChoice)]),
            title: "The model takes no toolChoice",
            source: .observed("https://github.com/strands-agents/sdk-python/issues/1241"),
            remedy: "Leave toolChoice out: the model then decides by itself (auto)."
        ) { outline, _ in
            guard let kind = outline.toolConfig?["toolChoice"]?.objectValue?.names.first, kind != "auto" else {
                return []
            }
            return [toolChoice(kind)]
        },
        RequestRule(
            "model-forces-tools", .validationToolUnsupported, for: .models([.without(.forcedToolUse)]),
            title: "The model cannot be forced to call a tool",
            source: .observed("https://github.com/strands-agents/sdk-python/issues/1241"),
            remedy: "Use the tool choice auto, and say in the prompt when the tool is to be called."
        ) { outline, _ in
            guard let kind = outline.toolConfig?["toolChoice"]?.objectValue?.names.first,
                kind == "any" || kind == "tool"
            else { return [] }
            return [toolChoice(kind)]
        },
        RequestRule(
            "model-caches-prompts", .validationCacheUnsupported, for: .models([.without(.promptCaching)]),
            refusal: .accessDenied, title: "The model does not cache prompts",
            source: .observed("https://github.com/cline/cline/issues/2064"),
            remedy: "Leave out cachePoint blocks: the refusal is a 403 that is not about access."
        ) { outline, _ in
            outline.cachePoints.prefix(1).map {
                asked(
                    $0.path, "a cache point",
                    "You invoked an unsupported model or your request did not allow prompt caching.")
            }
        },
        RequestRule(
            "model-takes-images", .validationMessages, for: .models([.without(.vision)]),
            title: "The model takes no images",
            source: .observed("https://github.com/earendil-works/pi/issues/8960"),
            remedy: "Use a model that sees images, or describe the image in text."
        ) { outline, _ in
            outline.images.prefix(1).map {
                asked(
                    $0.path, "an image",
                    "This model doesn't support the image field for user messages. Remove image and try again.")
            }
        },
        RequestRule(
            "model-takes-documents", .validationMessages, for: .models([.without(.documents)]),
            title: "The model takes no documents",
            source: .documented(
                "https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-supported-models-features.html"
            ),
            remedy: "Send the document's text in a text block, or use a model that reads documents."
        ) { outline, _ in
            outline.documents.prefix(1).map {
                asked($0.path, "a document", "This model doesn't support documents. Try again without a document.")
            }
        },
        RequestRule(
            "model-takes-audio", .validationMessages, for: .models([.without(.audio)]),
            title: "The model takes no audio",
            source: .documented(
                "https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-supported-models-features.html"
            ),
            remedy: "Use a model that hears audio."
        ) { outline, _ in media("audio", outline) },
        RequestRule(
            "model-takes-video", .validationMessages, for: .models([.without(.video)]),
            title: "The model takes no video",
            source: .documented(
                "https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-supported-models-features.html"
            ),
            remedy: "Use a model that sees video."
        ) { outline, _ in media("video", outline) },
        RequestRule(
            "model-takes-sampling", .validationSamplingParams, for: .models([.without(.samplingParameters)]),
            title: "The model takes no sampling parameters",
            source: .observed("https://github.com/tinovyatkin/amazon-bedrock-copilot-chat/issues/546"),
            remedy: "Leave out temperature, topP and top_k."
        ) { outline, _ in
            // Without such a member no list is made.
            guard
                outline.setting("temperature") != nil || outline.setting("topP") != nil
                    || RequestOutline.present(outline.additionalFields) != nil
            else { return [] }
            let settings = [("temperature", "temperature"), ("topP", "top_p")].filter { outline.setting($0.0) != nil }
                .map { (settingPath($0.0), $0.1) }
            let own = ["temperature", "top_p", "top_k"].filter { outline.additional($0) != nil }
                .map { (JSONPath([.name("additionalModelRequestFields"), .name($0)]), $0) }
            return (settings + own).map { path, name in
                asked(
                    path, name, "The model returned the following errors: `\(name)` is deprecated for this model.")
            }
        },
        RequestRule(
            "model-thinks", .validationSamplingParams, for: .models([.without(.reasoning)]),
            title: "The model does not think",
            source: .documented("https://docs.aws.amazon.com/bedrock/latest/userguide/inference-reasoning.html"),
            remedy: "Leave thinking out, or use a model that has it."
        ) { outline, _ in
            guard let kind = outline.additional("thinking")?["type"]?.stringValue, kind != "disabled" else { return [] }
            return [asked(thinkingPath, "thinking", "This model doesn't support thinking.")]
        },
        RequestRule(
            "model-takes-prefill", .validationMessages, for: .models([.without(.assistantPrefill)]),
            title: "The conversation ends with the assistant, and the model takes no prefill",
            source: .observed("https://github.com/anomalyco/opencode/issues/29760"),
            remedy: "End with a user message; say there, or by outputConfig's format, how the answer is to begin."
        ) { outline, _ in
            guard let last = outline.turns.last, last.role == "assistant" else { return [] }
            return [
                asked(
                    messages.appending(outline.turns.count - 1).appending("role"), "an assistant's message at the end",
                    "The model returned the following errors: This model does not support assistant message prefill. "
                        + "The conversation must end with a user message.")
            ]
        },
        RequestRule(
            "model-takes-output-format", .validationRequest, for: .models([.without(.structuredOutput)]),
            title: "The model takes no output format",
            source: .documented("https://docs.aws.amazon.com/bedrock/latest/userguide/structured-output.html"),
            remedy: "Leave outputConfig.textFormat out, or define the format as a tool."
        ) { outline, _ in
            guard RequestOutline.present(outline.outputConfig?["textFormat"]) != nil else { return [] }
            return [
                asked(
                    JSONPath([.name("outputConfig"), .name("textFormat")]), "an output format",
                    "This model doesn't support the outputConfig.textFormat field.")
            ]
        },
        effort("effort-xhigh", "xhigh", .effortXhigh),
        effort("effort-max", "max", .effortMax),
    ]

    /// The figures of a model.
    static let limits: [RequestRule] = [
        RequestRule(
            "max-tokens-of-model", .validationMaxTokens, for: .limits,
            title: "maxTokens is more than the model's output",
            source: .observed("https://github.com/sigoden/aichat/pull/813"),
            remedy: "Lower inferenceConfig.maxTokens to what the model can give."
        ) { outline, limits in
            guard let most = limits.outputTokens, let wanted = outline.setting("maxTokens")?.numberValue?.int64,
                wanted > most
            else { return [] }
            return [
                Breach(
                    settingPath("maxTokens"), expected: "\(most) at most", found: "\(wanted)",
                    text:
                        "The maximum tokens you requested exceeds the model limit of \(most). Try again with a maximum "
                        + "tokens value that is lower than \(most).")
            ]
        }
    ]

    private static func effort(_ name: String, _ value: String, _ flag: CatalogFlag) -> RequestRule {
        RequestRule(
            "model-takes-\(name)", .validationSamplingParams, for: .models([.without(flag)]),
            title: "The model has no effort '\(value)'",
            source: .documented(
                "https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-adaptive-thinking.html"),
            remedy: "Use low, medium or high."
        ) { outline, _ in
            guard outline.outputConfig?["effort"]?.stringValue == value else { return [] }
            return [
                asked(
                    JSONPath([.name("outputConfig"), .name("effort")]), "the effort \(value)",
                    "This model does not support the effort level '\(value)'.")
            ]
        }
    }

    private static func media(_ kind: String, _ outline: RequestOutline) -> [Breach] {
        outline.recordings.filter { $0.kind == kind }.prefix(1).map {
            asked(
                $0.block.path, kind,
                "This model doesn't support the \(kind) content block that you provided. Update the content block and "
                    + "try again.")
        }
    }

    private static func toolChoice(_ kind: String) -> Breach {
        asked(
            choicePath.appending(kind), "the tool choice \(kind)",
            "This model doesn't support the toolConfig.toolChoice.\(kind) field. Remove toolConfig.toolChoice.\(kind) and "
                + "try again.")
    }

    private static func asked(_ path: JSONPath, _ found: String, _ text: String) -> Breach {
        Breach(path, expected: "none with this model", found: found, text: text)
    }
}
