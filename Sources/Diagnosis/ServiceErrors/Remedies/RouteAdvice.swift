import Codes
import Evidence
import Report
import WireText

/// Which host, path or command a call belongs to.
///
/// Sources: <https://docs.aws.amazon.com/bedrock/latest/userguide/endpoints.html>,
/// <https://docs.aws.amazon.com/bedrock/latest/userguide/models-api-compatibility.html>,
/// <https://docs.aws.amazon.com/cli/latest/reference/bedrock-runtime/>.
extension Advice {
    static let routes: [Advice] = [
        Advice("attribute|choice", for: .wrongEndpoint) { call in call.otherClient },
        Advice(for: .wrongEndpoint) { call in call.otherRoute },
        Advice(for: .modelIDInvalid) { call in call.mantleModels },
    ]
}

extension FailedCall {
    private var compatible: CompatibleCall? {
        CompatibleCall(text, surroundings: answer.surroundings, model: details.modelID ?? answer.model)
    }

    /// The client that has the operation.
    fileprivate var otherClient: [Remedy] {
        guard let misplaced = MisplacedOperation(text, surroundings: answer.surroundings) else { return [] }
        let home = misplaced.home
        let asked = misplaced.asked.map { ", and \($0) has none of that name in any version" } ?? ""
        let name = PrintableText.escaped(misplaced.operation, limit: 60)
        guard misplaced.isOfClass else {
            return [
                Remedy(
                    """
                    \(name) is an operation of \(home)\(asked): call aws \(home) \(name). Where that is not known either, upgrade the AWS \
                    CLI.
                    """,
                    command: "aws \(home) help")
            ]
        }
        return [
            Remedy(
                """
                \(name) is an operation of \(home)\(asked): make the client as boto3.client("\(home)"), and hand that one to the library. \
                Nothing was sent, and no upgrade helps.
                """)
        ]
    }

    /// The path on which the model is served, by its family.
    fileprivate var otherRoute: [Remedy] {
        if let runtime = runtimePath { return [runtime] }
        guard let compatible, let home = compatible.home else { return [] }
        let base = "https://bedrock-mantle.\(regionName ?? "REGION").api.aws"
        switch home {
        case .messages:
            return [
                Remedy(
                    """
                    Claude speaks neither of OpenAI's APIs on Bedrock. Call the model by Converse or InvokeModel at bedrock-runtime, or by \
                    Anthropic's Messages API at bedrock-mantle: POST \(base)/anthropic/v1/messages, with the id that mantle lists (no \
                    prefix of a region, no version).
                    """),
                Remedy("An id with a slip is answered alike: see that it is right, too."),
            ]
        case .hosted:
            return [
                Remedy(
                    """
                    OpenAI's hosted models are served by the Responses API below /openai: base URL \(base)/openai/v1, POST \
                    /openai/v1/responses. /v1 without /openai is for the open-weight models.
                    """)
            ]
        case .openWeight:
            return [
                Remedy(
                    """
                    gpt-oss is served at /v1, not below /openai, which is for OpenAI's hosted models: base URL \(base)/v1, POST \
                    /v1/responses or /v1/chat/completions. The id openai.gpt-oss-... is right there as it is, without -1:0 and without \
                    a prefix. At bedrock-runtime it is /openai/v1/chat/completions, with -1:0.
                    """)
            ]
        case .other:
            guard compatible.isElsewhere || words.has("responses|messages") else { return [] }
            return [
                Remedy(
                    """
                    Send it to Chat Completions: base URL \(base)/v1, POST /v1/chat/completions; or call it by Converse at bedrock-runtime. \
                    The model's page names the APIs that it has.
                    """)
            ]
        }
    }

    /// The base URL of a client of another API that calls the runtime.
    private var runtimePath: Remedy? {
        let isOfRuntime = compatible?.host == .runtime && !(compatible?.path.hasPrefix("/openai/") ?? true)
        let isBare =
            compatible == nil && scene.service?.value == "bedrock-runtime"
            && BareNotFound.stands(in: read)
        guard isOfRuntime || isBare else { return nil }
        let region = regionName ?? "REGION"
        return Remedy(
            """
            bedrock-runtime answered that it has no such path: it serves AWS's own calls (/model/ID/converse, /model/ID/invoke), and OpenAI's API below /openai/v1, for the \
            models that the guide names. A client of OpenAI's API wants the base URL https://bedrock-runtime.\(region).amazonaws.com/openai/v1 and a Bedrock API key; \
            one of Anthropic's speaks to https://bedrock-mantle.\(region).api.aws/anthropic; for other models let the client speak Converse (an SDK of AWS's, \
            AnthropicBedrock, a gateway). Nothing follows about keys or access.
            """)
    }

    /// What bedrock-mantle has, whose ids are not the runtime's.
    fileprivate var mantleModels: [Remedy] {
        guard compatible?.host == .mantle else { return [] }
        return [
            Remedy(
                """
                bedrock-mantle has ids of its own: without the prefix of a region or a geography, and without a version's end (-v1:0). See which models the endpoint lists for you: GET https://bedrock-mantle.\(regionName ?? "REGION").api.aws/v1/models with the same key. \
                list-foundation-models shows the runtime's.
                """),
            Remedy(
                """
                A model that is not listed there may be on bedrock-runtime: call it by Converse, with the runtime's id or inference profile.
                """),
        ]
    }
}
