/// Why a conversation cannot be made a Converse request: the service would refuse it.
public struct DraftError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong.
    public enum Problem: Sendable, Hashable {
        /// There is no message beside the system prompt.
        case noMessages
        /// The first message is not the user's.
        case doesNotBeginWithUser
        /// The message at this place of the draft has nothing but blank text.
        case emptyMessage(index: Int)
        /// A result belongs to no call of the message before it.
        case resultWithoutCall(id: String)
        /// A call is not answered by the message after it.
        case callWithoutResult(id: String)
        /// A message of the request has calls or results of tools, and no tools are defined.
        case toolsNotDefined(index: Int)
        /// The service does not accept this name of a tool.
        case invalidToolName(String)
        /// The schema of a tool's input is not a JSON object.
        case schemaIsNoObject(tool: String)
    }

    /// What is wrong.
    public let problem: Problem

    init(_ problem: Problem) {
        self.problem = problem
    }

    /// What was expected, what was found and what to do.
    public var description: String {
        switch problem {
        case .noMessages: "expected at least one message beside the system prompt, found none: add a user message"
        case .doesNotBeginWithUser:
            "expected the conversation to begin with a user message, found an assistant message: drop it or put a user "
                + "message before it"
        case .emptyMessage(let index):
            "messages[\(index)]: expected some content, found only blank text, which the service refuses: drop the message"
        case .resultWithoutCall(let id):
            "expected a tool result to answer a call of the assistant message right before it, found none with the id "
                + "\(id): keep call and result together when a history is shortened"
        case .callWithoutResult(let id):
            "expected a result for the call \(id) right after it, found none: add a tool message, with the outcome "
                + "failure if the tool did not run"
        case .toolsNotDefined(let index):
            "messages[\(index)] of the request has calls or results of tools, but no tools are defined: pass the tools "
                + "along in every request of the conversation"
        case .invalidToolName(let name):
            "expected a tool name of 1 to 64 letters, digits, _ and -, found \"\(name)\": rename the tool"
        case .schemaIsNoObject(let tool):
            "expected the input schema of the tool \(tool) to be a JSON object, found another value"
        }
    }
}
