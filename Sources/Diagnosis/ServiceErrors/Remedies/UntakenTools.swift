import Catalog
import Evidence
import Report

/// What to do about tools that were refused: the sentence about streaming is said of models that take none at all, too, so that what the catalog knows
/// of the model decides.
///
/// Source: <https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-supported-models-features.html>.
extension FailedCall {
    var untakenTools: Remedy {
        let entry = details.modelID.flatMap { catalog.entry(for: $0) }
        let isOfStream = words.has("streaming mode") || words.has("tool|tools streaming|stream")
        let name = entry.map { $0.name } ?? "the model"
        switch entry?.flag(.tools)?.value {
        case .no?:
            let stream =
                isOfStream
                ? ", neither while it streams nor in a whole answer, so that switching streaming off does not help" : ""
            return Remedy(
                """
                Take another model for what needs tools (an agent, a function call), or leave the tools out (toolConfig, and in the client the agent's tools and MCP servers): \(name) takes none\(stream). \
                A plain conversation with it goes on working.
                """)
        case .yes? where isOfStream, .notStreamed? where isOfStream:
            return Remedy(
                """
                Call Converse in place of ConverseStream (streaming off in the client): \(name) takes tools, but not while it streams. Or use a model that takes both.
                """)
        default:
            return isOfStream
                ? Remedy(
                    """
                    Use a model that takes tools while it streams; or try the same call once with Converse in place of ConverseStream (streaming off in the client): the sentence is said of models that take tools in a whole answer only, and of \
                    those that take none at all.
                    """)
                : Remedy("Leave out toolConfig (or do not stream), or use a model that takes tools.")
        }
    }

    /// Whether the model takes no tools in any answer, by the catalog.
    var takesNoTools: Bool {
        details.modelID.flatMap { catalog.entry(for: $0) }?.flag(.tools)?.value == .no
    }
}
