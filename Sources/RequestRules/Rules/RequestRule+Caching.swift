import Codes
import JSONText

/// Cache points: their number, their order, and what stands before them.
extension RequestRule {
    static let caching: [RequestRule] = [
        RequestRule(
            "cache-points-at-most-four", .validationRequest, title: "There are more than four cache points",
            source: .observed("https://github.com/AnswerDotAI/lisette/issues/34"),
            remedy: "Send at most 4 cache points: drop the oldest ones. Those in tools, system and messages count "
                + "together, and so do those that a framework adds by itself."
        ) { outline, _ in
            guard outline.cachePoints.count > 4 else { return [] }
            return [
                Breach(
                    outline.cachePoints[4].path, expected: "4 cache points at most",
                    found: "\(outline.cachePoints.count)",
                    text: "A maximum of 4 blocks with cache_control may be provided. Found "
                        + "\(outline.cachePoints.count).")
            ]
        },
        RequestRule(
            "cache-ttl-order", .validationMessages,
            title: "A cache point of one hour stands behind one of five minutes",
            source: .observed("https://github.com/strands-agents/harness-sdk/issues/3758"),
            remedy:
                "Put cache points with the longer ttl first: every 1h before the first 5m, in the order tools, system, "
                + "messages; or use one ttl throughout. Without ttl it is 5m."
        ) { outline, _ in
            guard let short = outline.cachePoints.firstIndex(where: { $0.ttl != "1h" }) else { return [] }
            return outline.cachePoints[short...].filter { $0.ttl == "1h" }.map { point in
                let place =
                    point.path.steps.first == .name("toolConfig")
                    ? "tools" : JSONPath(point.path.steps.dropLast()).dotted
                return Breach(
                    point.path, expected: "5m, or 1h before every 5m",
                    found: "1h behind \(outline.cachePoints[short].path.dotted)",
                    text: "\(place).cache_control.ttl: a ttl='1h' cache_control block must not come after a ttl='5m' "
                        + "cache_control block. Note that blocks are processed in the following order: `tools`, "
                        + "`system`, `messages`.")
            }
        },
        RequestRule(
            "cache-minimum", .validationCacheUnsupported, .should, for: .limits,
            title: "A cache point stands behind too little text to be cached",
            source: .documented("https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html"),
            remedy:
                "Leave the cache point out, or set it behind more of the prompt: below the model's minimum the call "
                + "succeeds and nothing is cached."
        ) { outline, limits in
            guard let least = limits.cacheTokens, let last = outline.cachePoints.last,
                outline.images.isEmpty, outline.documents.isEmpty, outline.recordings.isEmpty
            else { return [] }
            // English text has about four bytes to a token, and seldom fewer than two and a half.
            guard last.textBytes * 2 < least * 5 else { return [] }
            return [
                Breach(
                    last.path, expected: "\(least) tokens before it", found: "about \(last.textBytes / 4)",
                    text: "The prefix before \(last.path.dotted) has fewer than \(least) tokens and is not cached.")
            ]
        },
    ]

    static let prompts: [RequestRule] = [
        RequestRule(
            "prompt-resource-alone", .validationRequest,
            title: "A stored prompt is called with members that it holds itself",
            source: .documented(
                "https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-call.html"),
            remedy: "Leave the member out: the stored prompt has its own. Variables go into promptVariables."
        ) { outline, _ in
            guard outline.callsPrompt else { return [] }
            return ["additionalModelRequestFields", "inferenceConfig", "system", "toolConfig"]
                .filter { RequestOutline.present(outline.body[$0]) != nil }
                .map { member in
                    Breach(
                        JSONPath([.name(member)]), expected: "no \(member) with a stored prompt", found: "one",
                        text: "The \(member) field cannot be set when a prompt resource is used.")
                }
        }
    ]
}
