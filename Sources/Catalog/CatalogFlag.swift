/// What a model may take, need or refuse: the yes-or-no facts of a catalog.
package enum CatalogFlag: String, Sendable, Hashable, CaseIterable {
    case tools
    case toolChoice
    /// A tool choice that forces a call.
    case forcedToolUse
    case vision
    case documents
    case audio
    case video
    /// A system prompt.
    case system
    /// Messages of role `system` inside the conversation.
    case systemRoleMessages
    case promptCaching
    case reasoning
    case adaptiveThinking
    case thinkingAlwaysOn
    case thinkingOnByDefault
    /// `temperature`, `topP`, `topK`.
    case samplingParameters
    /// A last message of role `assistant`, which the model goes on from.
    case assistantPrefill
    case structuredOutput
    case outputConfig
    case effortXhigh
    case effortMax

    /// What a source says of a flag.
    package enum Answer: Sendable, Hashable {
        case yes
        case no
        /// For requests answered at once, not for streamed ones.
        case notStreamed
    }
}
