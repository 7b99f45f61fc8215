import Codes
import Evidence
import JSONText
import Report
import WireText

/// A refusal of what the paste shows to be in order: the request that was sent is another one than code and settings say, so that
/// doing what the message asks for changes nothing.
struct FulfilledRule {
    let call: FailedCall

    /// What to do; `nil` where the paste does not show that the rule is kept.
    func remedies(for code: FindingCode) -> [Remedy]? {
        guard ErrorCauseGroup(code) == .request else { return nil }
        if let turns = conversation { return turns }
        if let setting = keptSettings { return [differs(setting)] }
        return nil
    }

    // MARK: Numbers

    /// What the paste shows, in words, where every number of it keeps the rule that the message states.
    private var keptSettings: String? {
        if call.words.has(all: ["max|maximum tokens", "greater thinking|budget"]) { return wideBudget }
        for refusal in call.details.refusals.prefix(3) {
            guard let keeps = Self.check(refusal.rule) else { continue }
            let shown = ShownSetting.all(of: refusal.leaf, in: call.answer.surroundings)
            guard let first = shown.first, shown.allSatisfy({ keeps($0.value) }) else { continue }
            return "\(first.name) is \(first.written) there (line \(first.line))"
        }
        return nil
    }

    /// A limit of tokens that is above the budget, both as they stand in the paste.
    private var wideBudget: String? {
        let text = call.answer.surroundings
        let most = ShownSetting.all(of: "max_tokens", in: text)
        let budget = ShownSetting.all(of: "budget_tokens", in: text)
        guard let least = most.min(by: { $0.value < $1.value }), let wide = budget.max(by: { $0.value < $1.value }),
            least.value > wide.value
        else { return nil }
        return
            "\(least.name) is \(least.written) there (line \(least.line)), and \(wide.name) \(wide.written) (line \(wide.line))"
    }

    private static func check(_ rule: MemberRefusal.Rule) -> ((Double) -> Bool)? {
        switch rule {
        case .atLeast(let limit): Double(limit).map { least in { $0 >= least } }
        case .atMost(let limit): Double(limit).map { most in { $0 <= most } }
        default: nil
        }
    }

    private func differs(_ shown: String) -> Remedy {
        Remedy.advice(
            """
            The text itself keeps to that: \(shown). So what is sent is not what is written there, and another number there changes \
            nothing.\(otherCall) Print the request that goes out: \(OutgoingRequest.way(call.scene, call.language)).\(transformer)
            """,
            .doctor(DoctorStep("serve", [.option("--explain", nil)])))
    }

    /// Calls of a program beside the one that was configured.
    private var otherCall: String {
        let text = call.answer.surroundings.lowercased()
        let title = [
            "#titleconvo", "titleconvo", "generatetitle", "generate_title", "title generation", "summarizetitle",
        ].first {
            text.contains($0)
        }
        guard title != nil else {
            return
                " It may be another call of the program (a title, a summary, tags, a sub-agent), which has numbers of its own."
        }
        return """
             The failing line is of the call that makes a title, which has a limit of its own, and cuts the budget down to it: switch thinking off for titles, give them \
            another model, or raise their limit.
            """
    }

    /// What is known to change these numbers on the way.
    private var transformer: String {
        switch call.scene.program {
        case .vercelAISDK?:
            """
             The AI SDK's provider adds the budget to maxOutputTokens on the way into inferenceConfig.maxTokens, and some versions lose the sum: compare the two in \
            the body, and update @ai-sdk/amazon-bedrock or pin the version before.
            """
        case .liteLLM?:
            " LiteLLM makes thinking.budget_tokens out of reasoning_effort, sets max_tokens where there is none, and drops parameters with drop_params."
        case .langChain?:
            " LangChain hands thinking on in additional_model_request_fields (model_kwargs of the older classes), and .bind, .with_config and with_structured_output make a request of their own."
        default: ""
        }
    }

    // MARK: Turns

    /// Results of tools that the message misses, and that the paste shows.
    private var conversation: [Remedy]? {
        let isOfResults = [
            "expected toolresult blocks",
            "tool_use|tooluse|use ids|id|blocks found|without|corresponding|immediately tool_result|toolresult|result",
            "did not find tool_result|toolresult|result block|blocks", "toolresult|tool_result missing|required|must",
        ].contains { (phrase: WordPhrase) in call.words.has(phrase) }
        guard isOfResults, let shown = ShownConversation(in: call.answer.surroundings) else { return nil }
        if let turn = shown.spread {
            return [
                Remedy(
                    """
                    The results are there, in several user messages (from line \(turn.line) on): all results of one turn's calls belong into the one user message right behind it. Put the \
                    toolResult blocks into the content of one message; nothing is to be added.
                    """)
            ]
        }
        if let turn = shown.following {
            let what = turn.hasMedia ? "the document or image" : "the text"
            return [
                Remedy(
                    """
                    The result is there, and a second user message follows it (line \(turn.line)), which is merged with it or moved before it on the way. Put \(what) into the content of the \
                    toolResult itself (Converse takes text, json, image, document and video there), or behind the results of the same message; \
                    nothing may stand between a call and its result.
                    """)
            ]
        }
        if let turn = shown.late {
            return [
                Remedy(
                    """
                    The result is there, behind another block of its message (line \(turn.line)): put the toolResult blocks first in the content, and text, documents and images behind \
                    them, or into the toolResult.
                    """)
            ]
        }
        let ids = Self.identifiers(in: call.text)
        guard shown.answers(ids) else { return nil }
        return [
            Remedy.advice(
                """
                The text shows a result for \(ids.count == 1 ? "that id" : "each of these ids"), right behind its call. So what is sent is not what is written there: something on the way drops, \
                moves or renames the blocks (a history that is cut or summed up, a turn that is merged, ids that are made anew). Print the request that goes out: \
                \(OutgoingRequest.way(call.scene, call.language)).
                """,
                .doctor(DoctorStep("serve", [.option("--explain", nil)])))
        ]
    }

    /// Ids of calls that a message names: `tooluse_9ySdT-H2Qu`, `toolu_bdrk_01A`, `call_abc`.
    private static func identifiers(in text: String) -> [String] {
        text.prefix(4_096).split { !($0.isLetter || $0.isNumber || "_-".contains($0)) }.map(String.init).filter {
            word in
            ["tooluse_", "toolu_", "call_"].contains { word.hasPrefix($0) && word.utf8.count > $0.utf8.count + 2 }
        }
    }
}
