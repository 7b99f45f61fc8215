import Codes
import Evidence
import Report
import WireText

/// A framework that writes the conversation and its tools: whoever uses it can update or set it, and writes no member of the request.
///
/// Sources: the frameworks' own documentation of Bedrock: <https://huggingface.co/docs/smolagents/reference/models>,
/// <https://docs.agno.com/concepts/models/aws-bedrock>, <https://docs.camel-ai.org/key_modules/models>.
struct FrameworkBody {
    private let name: String
    private let way: String

    /// `nil` where no such framework is shown, or where the refusal is of an amount or a value that its user chose.
    init?(_ call: FailedCall, _ code: FindingCode) {
        guard [.validationMessages, .validationRequest].contains(code),
            let program = call.scene.program, let found = Self.ways.first(where: { $0.0 == program })
        else { return nil }
        let isOfTools = call.words.has("toolresult|tooluse|tool_use|tool_result|role blocks|ids|user|block|roles")
        let isOfMember = call.details.refusals.first.map { refusal in
            switch refusal.rule {
            case .unknown, .unknownAmong, .required, .type: refusal.names.count <= 2
            case .oneOf, .notListed: refusal.leaf == "role"
            default: false
            }
        }
        guard isOfMember ?? isOfTools || isOfTools && code == .validationMessages else { return nil }
        (name, way) = (program.name, found.1)
    }

    /// What its user can do until a newer version writes the request as Converse has it.
    private static let ways: [(ClientProgram, String)] = [
        (
            .smolagents,
            "until then take CodeAgent, which sends no tools, or call the model through LiteLLMModel (bedrock/converse/MODEL), which writes toolConfig"
        ),
        (
            .agno,
            "until then begin a new session, or leave earlier tool calls out of the history, and call the model through its LiteLLM class (bedrock/converse/MODEL)"
        ),
        (
            .camel,
            "0.2.90 sends the results of several calls in one user message; until then let the model call one tool at a time"
        ),
    ]

    var remedy: Remedy {
        Remedy(
            """
            Update \(name): it writes this request, and you do not; \(way). If the newest version does it too, report the sentence to its project. What Converse wants stands below, for whoever mends it.
            """
        ).about(.instruction)
    }
}
