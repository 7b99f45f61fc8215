public import JSONText
import WireText

/// What a tool answered to one call.
public struct ChatToolResult: Sendable, Hashable {
    /// What the tool gave back.
    public enum Output: Sendable, Hashable {
        /// Text, as most tools give it.
        case text(String)
        /// A JSON value; what is not an object is sent as its text, for the service accepts only objects as JSON.
        case json(JSONValue)
        /// Content blocks: images, documents, several parts.
        case blocks([ToolResultContentBlock])
    }

    /// Whether the tool did what it was asked.
    public enum Outcome: Sendable, Hashable {
        /// It did.
        case success
        /// It failed, and the output says why; sent as `status: error`.
        case failure
    }

    /// The id of the call, from ``ToolUseBlock/toolUseId``.
    public var callID: String
    /// What the tool gave back.
    public var output: Output
    /// Whether the tool did what it was asked.
    public var outcome: Outcome

    /// Makes the result of a call.
    public init(callID: String, output: Output, outcome: Outcome = .success) {
        self.callID = callID
        self.output = output
        self.outcome = outcome
    }
}

extension ToolResultBlock {
    /// The result as Converse takes it.
    ///
    /// Success is left unsaid: it is the default, and not every model knows the member `status`. Blank text is refused
    /// by the service, so a tool without output is said to have none.
    init(_ result: ChatToolResult) {
        let content: [ToolResultContentBlock] =
            switch result.output {
            case .text(let text): [.text(text.isBlank ? "(no output)" : text)]
            case .json(let json) where json.objectValue != nil: [.json(json)]
            case .json(let json): [.text(json.text())]
            case .blocks(let blocks): blocks
            }
        self.init(toolUseId: result.callID, content: content, status: result.outcome == .failure ? .error : nil)
    }
}
