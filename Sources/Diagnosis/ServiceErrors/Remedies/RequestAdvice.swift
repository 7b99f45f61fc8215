import Codes
import Evidence
import JSONText
import Report
import WireText

/// Members of a request that the service names in words of its own.
///
/// Sources: <https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ServiceTier.html>,
/// <https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html>,
/// <https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-adaptive-thinking.html>,
/// <https://docs.aws.amazon.com/bedrock/latest/userguide/claude-messages-extended-thinking.html>,
/// <https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_DocumentBlock.html>.
extension Advice {
    static let request: [Advice] = [
        Advice(
            "reservation not found", for: .validationRequest, .unknownError,
            say: """
                Leave serviceTier out, or set its type to default, flex or priority: reserved needs a reservation of capacity \
                for this model in this region and account, and there is none.
                """),
        Advice(
            "not|doesnt|no|cannot exist|exists|found|supported|route|post",
            "v1 messages|chat|completions|responses|embeddings", for: .answerNotFromService
        ) { call in call.otherPath },
        Advice("not found", for: .answerNotFromService) { call in call.status == 404 ? call.otherPath : nil },
        Advice(for: .answerNotFromService) { call in
            BareNotFound.stands(in: call.read) ? call.otherPath : nil
        },
        Advice("error|failure", for: .unknownError) { call in call.bareKind },
        Advice(
            "nosuchmethoderror|noclassdeffounderror|nosuchfielderror|classnotfoundexception|abstractmethoderror|incompatibleclasschangeerror|illegalaccesserror",
            for: .clientTooOld,
            say: """
                Modules of the AWS SDK of different versions stand on the class path, or an older one than the library was built for. Bring \
                all of software.amazon.awssdk (bedrockruntime, sdk-core and every other) to one version, the newer: import its bom in dependencyManagement, ahead of a framework's that pins \
                an older one, and see with mvn dependency:tree or gradle dependencies which one wins.
                """),
        Advice(
            "service tier", for: .validationRequest,
            say: """
                Set serviceTier to {"type": "default"}, "priority" or "flex", or leave it out; "reserved" needs a reservation. \
                Not every model has every tier.
                """),
        Advice(
            "ttl", "cache|cachepoint|control", "after|order|before|longer|must",
            say: """
                Put cache points with the longer ttl first: every 1h must stand before the first 5m, in the order tools, \
                system, messages; or use one ttl throughout.
                """),
        Advice(
            "ttl", "cache|cachepoint|control", for: .validationRequest, .validationCacheUnsupported, .validationMessages
        ) { call in
            [
                Remedy(
                    """
                    Leave ttl out of cache_control (cachePoint): this model or route on Bedrock takes none, and then caches \
                    for 5 minutes. Where a client or gateway adds it, update that.
                    """)
            ] + call.claudeCodeBetas
        },
        Advice(
            "prompt must start|end human|assistant turn", for: .validationRequest, .validationMessages,
            say: """
                The model was called in Claude's old text form (prompt, max_tokens_to_sample), whose prompt begins with two line breaks and \
                "Human:" and ends with two line breaks and "Assistant:". Claude 3 and later take messages: use Converse or the chat interface \
                of the library (for the old models, write the turns so, or let the library's prompt template do it).
                """),
        Advice(
            "guardrail enabled input incorrect|invalid format", for: .validationRequest, .validationMessages,
            .guardrailNotFound,
            say: """
                A guardrail is on, and the input has not the form in which it reads it. In Converse every guardContent block reads \
                {"guardContent": {"text": {"text": "..."}}} and stands in a user message or in system; for ApplyGuardrail content is a list of \
                {"text": {"text": "..."}}; with InvokeModel the body must be the model's own, and a tag (amazon-bedrock-guardrails-guardContent_...) \
                opens and closes in a text. Leave guardrailConfig out once to see that nothing else is wrong.
                """),
        Advice(
            "document|file name", "alphanumeric|whitespace|hyphens|brackets",
            say: """
                Change the document's name: letters and digits of ASCII, single blanks, hyphens, parentheses and square brackets. A file's \
                name has a dot: drop the extension; and an apostrophe or a comma, letters with accents or of another script, and every white \
                space but the plain blank (U+0020): a full-width one (U+3000) or a no-break one (U+00A0) is refused even alone. The classes of a \
                regular expression for white space and word characters let those through: name the letters, digits and signs one by one.
                """),
        Advice(
            "latency|performance", "configuration|config|optimized|performanceconfig", for: .validationRequest,
            .validationSamplingParams,
            say: """
                Leave performanceConfig out, or set its latency to standard: optimized exists for a few models only, in a few \
                regions, and is called through a cross-region profile.
                """),
        Advice(
            "tool names must unique", for: .validationRequest,
            say: """
                Give every tool a name of its own: two have the same, often from two MCP servers, or because a client adds its tools \
                twice. Put the server's name in front, or leave one out.
                """),
        Advice(
            "tool already defined", for: .validationRequest, .validationMessages,
            say: """
                Give every tool a name of its own: two have the same, often from two MCP servers, or because a client adds its tools \
                twice. Put the server's name in front, or leave one out.
                """),
        Advice(
            "thinking|type enabled not supported", "adaptive",
            say: """
                Send thinking as {"type": "adaptive"}, without budget_tokens, and steer its depth by output_config.effort (low \
                to max): this model takes no fixed budget. In Converse both stand in additionalModelRequestFields.
                """),
        Advice(
            "adaptive thinking not|isnt supported",
            say: """
                Send thinking as {"type": "enabled", "budget_tokens": N} with N at least 1024 and below max_tokens: this \
                (older) model has no adaptive thinking. Or leave thinking out.
                """),
        Advice(
            "max tokens greater thinking budget",
            say: "Raise max_tokens (maxTokens) above thinking's budget_tokens, or lower the budget (at least 1024)."),
        Advice(
            "budget tokens", "1024|greater|least", for: .validationSamplingParams,
            say: "Set thinking's budget_tokens to at least 1024, and below max_tokens; or leave thinking out."),
        Advice(
            "temperature top p both|one", for: .validationSamplingParams,
            say: "Send temperature or top_p (topP), not both: leave one out, also where a framework sets it by itself."),
        Advice(
            "thinking", "tool_choice|toolchoice|choice", "forces|forced",
            say: """
                Use the tool choice auto while thinking is on, or leave thinking out where a call of a tool is forced: \
                structured output is often made of a forced tool.
                """),
        Advice(
            "temperature", "thinking", for: .validationSamplingParams,
            say: "Leave temperature out (or set it to 1) while thinking is on."),
        Advice("invalid beta flag", remedies: { call in call.betaFlag }),
        Advice("anthropic beta header", for: .validationRequest) { call in call.betaFlag },
        Advice(
            "schema|inputschema|input_schema", "oneof|allof|anyof", "top|root level",
            say: """
                Give the tool's schema the type object at its root, and put oneOf, anyOf or allOf inside its properties.
                """),
        Advice(
            "tool|tools|toolspec|toolconfig", "schema|inputschema|json", "definitions|defs|ref",
            say: """
                Resolve the references of the tool's schema: write each $ref out in its place and drop $defs and definitions, \
                which this model's schema does not allow.
                """),
        Advice(
            "properties null found object expected", say: MemberRemedies.emptyProperties),
        Advice(
            "json schema invalid draft 2020 12",
            say: """
                The schema of the tool that the path names (counted from 0; often one of an MCP server) is not of JSON Schema draft 2020-12: look \
                for items as a list or additionalItems (draft 7), exclusiveMinimum as true or false, a type that is null or missing, a $ref that \
                leads nowhere. Leave that tool or server out until it is mended.
                """),
        Advice(
            "invalid field in request available fields",
            say: """
                The body has a field that this model does not know; the message lists those that it takes. Leave the others out (text_prompts is \
                of Stable Diffusion XL, newer Stability models take prompt; a gateway may add its own, such as max_tokens).
                """),
        Advice("unsupported parameter|parameters s", for: .validationRequest) { call in call.foreignParameters },
        Advice(
            "param|params", "argumenterror", for: .validationRequest,
            say: """
                The AWS SDK for Ruby checked the parameters and sent nothing: the one that the message names is unknown to it, missing, or of another \
                type. Update aws-sdk-bedrockruntime, or correct it; operations with an input stream are called by \
                Aws::BedrockRuntime::AsyncClient.
                """),
        Advice(
            "toolconfig|tools|toolspec", "type must one following object",
            say:
                #"Give the tool's inputSchema the root {"type": "object", "properties": {...}}: no other root is taken."#
        ),
        Advice(
            "toolconfig|tools must defined|define|provided", "tooluse|toolresult|tool_use|tool_result|blocks",
            for: .validationMessages, .validationRequest, .validationToolUnsupported,
            say: """
                Send the tools (toolConfig) with every request whose history holds tool calls or tool results, or turn those \
                blocks into text first.
                """),
        Advice(
            "blocks must define tools", for: .validationMessages, .validationRequest, .validationToolUnsupported,
            say: """
                Send the tools (toolConfig) with every request whose history holds tool calls or tool results, or turn those \
                blocks into text first.
                """),
        Advice(
            "project", "not|doesnt found|exist", for: .validationRequest,
            say: """
                The project does not exist in this account and region: correct its id (proj_...), or leave it out, which is \
                the default project.
                """),
        Advice(
            "malformed input request", for: .validationRequest,
            say: """
                Compare the body with the form of this very model (its page, "Inference request parameters"): InvokeModel passes it on, \
                and each provider has names of its own (messages and max_tokens, prompt, inputText, texts). A client that does not \
                know the model sends another one's. With Converse the form is the same for all.
                """),
        Advice(
            "deserialize json body",
            say: """
                The body has another API's form than the path it was sent to: /chat/completions takes OpenAI's messages \
                (content as text), /responses takes input, /anthropic/v1/messages Anthropic's. Choose the path that fits the \
                client, or the client's form that fits the path.
                """),
    ]
}

extension FailedCall {
    /// The names behind `Unsupported parameter(s):`.
    fileprivate var foreignParameters: [Remedy] {
        guard let mark = text.firstRange(of: "nsupported parameter(s): ") else { return [] }
        let names = PrintableText.escaped(
            String(text[mark.upperBound...].prefix { $0.isLetter || $0.isNumber || "_-., ".contains($0) }), limit: 120)
        return [
            Remedy(
                """
                Leave out \(names.trimmedWhitespace()): the model behind this route takes no such parameter (it is one of another provider's API). \
                Where a client or gateway adds it, switch it off there.
                """)
        ]
    }

    /// What to do about a beta that who answered does not know.
    fileprivate var betaFlag: [Remedy] {
        let isVertex = scene.answerer == .vertexAI
        let who = isVertex ? "Google's Vertex AI" : "Bedrock"
        let place =
            isVertex
            ? " It was Anthropic on Vertex AI that answered (request id req_vrtx_), not Bedrock: nothing of AWS is concerned."
            : ""
        let flag = Remedy(
            """
            Remove the flag that \(who) does not know from anthropic_beta (the header anthropic-beta, which a client \
            or gateway passes on): \(who) knows fewer betas than Anthropic's own API.\(place)
            """)
        guard scene.program == .claudeCode, !isVertex else { return [flag] + claudeCodeBetas }
        return [
            Remedy(
                """
                Update Claude Code, and set CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS=1 where it runs (env in ~/.claude/settings.json, or the shell that starts it): it sent a beta flag that \(who) does not know with this \
                model, and which it sends differs from version to version. A flag of your own stands in ANTHROPIC_BETAS or --betas.
                """,
                command: "export CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS=1"), flag,
        ]
    }

    /// The switch of Claude Code for what Bedrock does not know.
    fileprivate var claudeCodeBetas: [Remedy] {
        guard scene.program == .claudeCode || scene.program == .liteLLM else { return [] }
        return [
            Remedy(
                "Where Claude Code is the client: keep it from sending experimental fields and flags.",
                command: "export CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS=1")
        ]
    }
}

extension FailedCall {
    /// What to do where something answered that does not have the path that was called.
    fileprivate var otherPath: Remedy {
        let remark = CalledPath.remark(in: shown).map { $0 + " " } ?? ""
        return Remedy(
            """
            What answered does not have the path that was called, so the client speaks another API than it offers, or its base URL \
            ends in the wrong place: clients of Anthropic's API call /v1/messages, those of OpenAI's /v1/chat/completions, and AWS's \
            SDKs /model/ID/converse, each behind the base URL. \(remark)Use the path that the gateway names, a base URL with or \
            without /v1 as the client expects it, or a client of the gateway's own API. AWS was not asked.
            """,
            env)
    }

    /// What to do about the kind of an error without the error, which is all that the AWS SDK for Rust prints by itself.
    fileprivate var bareKind: Remedy? {
        let end = text.suffix(160).lowercased()
        let kinds = ["service error", "unhandled error", "dispatch failure", "response error", "construction failure"]
        // The kind ends the text, or stands before what the program says of its own attempts.
        let isKind = kinds.contains { kind in
            guard let found = end.ranges(of: kind).last else { return false }
            let rest = end[found.upperBound...].drop { !$0.isLetter && !$0.isNumber && $0 != "(" }
            return rest.isEmpty || rest.hasPrefix("(") || rest.hasPrefix("after ")
        }
        guard isKind else { return nil }
        return Remedy(
            """
            The AWS SDK for Rust prints no more of an error than its kind, so the cause is not in this text. Print the error with \
            DisplayErrorContext (aws_sdk_bedrockruntime::error) or {:?}: behind it stand the service's code and sentence; give that \
            to doctor explain.
            """)
    }
}
