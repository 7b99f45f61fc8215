import Codes
import JSONText

/// Calls of tools in the conversation, and their results.
extension RequestRule {
    static let toolCalls: [RequestRule] = [
        RequestRule(
            "tools-defined", .validationMessages, title: "The history holds tool blocks, and toolConfig is missing",
            source: .observed("https://github.com/langgenius/dify/issues/17545"),
            remedy:
                "Send toolConfig with every request whose history holds tool calls or results, or turn those blocks "
                + "into text first."
        ) { outline, _ in
            // A stored prompt has its own tools, and takes no others.
            guard RequestOutline.present(outline.toolConfig) == nil, !outline.callsPrompt,
                let first = [outline.calls.first, outline.results.first].compactMap(\.self).min(by: {
                    $0.turn < $1.turn
                })
            else { return [] }
            return [
                Breach(
                    JSONPath([.name("toolConfig")]), expected: "toolConfig with the tools of the history",
                    found: "none, with a tool block at \(first.path.dotted)",
                    text: "The toolConfig field must be defined when using toolUse and toolResult content blocks.")
            ]
        },
        RequestRule(
            "tool-call-ids-unique", .validationMessages, title: "Two tool calls of one turn have the same id",
            source: .observed("https://github.com/BerriAI/litellm/pull/20049"),
            remedy: "Drop the repeated call, or give each its own toolUseId, in its result alike."
        ) { outline, _ in
            outline.turns.flatMap { duplicates(of: outline.calls[$0.calls], named: "toolUse") }
        },
        RequestRule(
            "tool-result-ids-unique", .validationMessages, title: "Two tool results of one turn have the same id",
            source: .observed("https://github.com/BerriAI/litellm/issues/20047"),
            remedy: "Send one toolResult for each call: drop the repeated one."
        ) { outline, _ in
            outline.turns.flatMap { duplicates(of: outline.results[$0.results], named: "toolResult") }
        },
        RequestRule(
            "tool-results-not-more", .validationMessages,
            title: "A message has more tool results than the turn before it has calls",
            source: .observed("https://github.com/strands-agents/harness-sdk/issues/1435"),
            remedy: "Remove the results that answer no call of the turn before, or send that turn too: each toolResult "
                + "needs its toolUse right before it."
        ) { outline, _ in
            guard !outline.results.isEmpty else { return [] }
            return answers(outline).flatMap { before, turn -> [Breach] in
                guard outline.turns[turn].role == "user", before != nil || !outline.callsPrompt else { return [] }
                let results = outline.results[outline.turns[turn].results]
                let asked = openCalls(of: before, outline)
                guard results.count > asked.count else { return [] }
                let stray = results.first { result in !asked.contains { $0.id == result.id } } ?? results.last
                return [
                    Breach(
                        (stray?.path ?? messages).appending("toolResult"),
                        expected: asked.isEmpty ? "a turn with tool calls before it" : "\(asked.count) at most",
                        found: "\(results.count) results for \(asked.count) calls",
                        text:
                            "The number of toolResult blocks at messages.\(turn).content exceeds the number of toolUse "
                            + "blocks of previous turn.")
                ]
            }
        },
        RequestRule(
            "tool-calls-answered", .validationMessages, title: "A tool call has no result in the next message",
            source: .observed("https://github.com/camel-ai/camel/issues/3954"),
            remedy:
                "Send, in the message right behind the tool calls, a toolResult for each of their ids; or remove the "
                + "calls from the history."
        ) { outline, _ in
            guard !outline.calls.isEmpty else { return [] }
            return answers(outline).flatMap { before, turn -> [Breach] in
                let results = Set(outline.results[outline.turns[turn].results].map(\.id))
                let missing = openCalls(of: before, outline).filter { !results.contains($0.id) }
                guard let first = missing.first else { return [] }
                let ids = missing.map(\.id).joined(separator: ", ")
                return [
                    Breach(
                        first.path.appending("toolUse"), expected: "a toolResult with its id in messages[\(turn)]",
                        found: results.isEmpty ? "no tool result there" : "results of other calls only",
                        text: "Expected toolResult blocks at messages.\(turn).content for the following Ids: \(ids)")
                ]
            }
        },
        RequestRule(
            "tool-input-object", .validationMessages, title: "The input of a tool call is not an object",
            source: .observed("https://github.com/vercel/ai/pull/19023"),
            remedy:
                "Send the input as a JSON object; text that is JSON has to be parsed first, and what no parser reads "
                + "wrapped: {\"input\": \"...\"}."
        ) { outline, _ in
            outline.calls.compactMap { call in
                notObject(call.value["input"], call.path.appending("toolUse").appending("input"))
            }
        },
        RequestRule(
            "tool-result-object", .validationMessages, title: "The json of a tool result is not an object",
            source: .observed("https://github.com/aws/aws-sdk-js-v3/issues/7330"),
            remedy: "Wrap a list or a value ({\"result\": [...]}), or send it as text instead of json."
        ) { outline, _ in
            outline.results.flatMap { result in
                (result.value["content"]?.arrayValue ?? []).enumerated().compactMap { place, block in
                    notObject(
                        block["json"],
                        result.path.appending("toolResult").appending("content").appending(place).appending("json"))
                }
            }
        },
        RequestRule(
            "tool-error-has-content", .validationMessages, title: "A failed tool's result says nothing",
            source: .observed(
                "https://github.com/aws-samples/sample-multi-agent-orchestration-chat-on-agentcore/issues/15"),
            remedy: "Give the result a text that says what went wrong, or status success."
        ) { outline, _ in
            outline.results.filter {
                $0.value["status"]?.stringValue == "error" && $0.value["content"]?.arrayValue?.isEmpty ?? false
            }.map { result in
                let path = result.path.appending("toolResult")
                return Breach(
                    path.appending("content"), expected: "a content block", found: "an empty list",
                    text: "The content field at \(path.dotted) cannot be empty when status value is error.")
            }
        },
    ]

    /// Each turn with the one that it answers; what stands between them in the role system is neither.
    private static func answers(_ outline: RequestOutline) -> [(before: Int?, turn: Int)] {
        let spoken = outline.spoken
        return zip([nil] + spoken.dropLast().map(Optional.init), spoken).map { ($0, $1) }
    }

    /// The calls of a turn that the client is to answer: those of the service's own tools are answered there.
    private static func openCalls(of turn: Int?, _ outline: RequestOutline) -> [RequestOutline.ToolBlock] {
        guard let turn, outline.turns[turn].role == "assistant" else { return [] }
        return outline.calls[outline.turns[turn].calls].filter {
            $0.value["type"]?.stringValue != "server_tool_use"
        }
    }

    private static func duplicates(
        of blocks: ArraySlice<RequestOutline.ToolBlock>, named member: String
    ) -> [Breach] {
        guard blocks.count > 1 else { return [] }
        var seen: Set<String> = []
        return blocks.filter { !seen.insert($0.id).inserted }.map { block in
            Breach(
                block.path.appending(member).appending("toolUseId"), expected: "an id of its own",
                found: "\(block.id) again",
                text: "The \(member) blocks at messages.\(block.turn).content contain duplicate Ids: \(block.id)")
        }
    }

    /// The breach of a value that must be an object, where it is there and is none.
    static func notObject(_ value: JSONValue?, _ path: JSONPath) -> Breach? {
        guard let value, value.objectValue == nil else { return nil }
        return Breach(
            path, expected: "an object", found: value.kindName,
            text: "The format of the value at \(path.dotted) is invalid. Provide a json object for the field and try "
                + "again.")
    }
}
