import Codes
import Evidence
import JSONText
import Report

/// A part of an agent that could not be made as it was described: no conversation is sent, so no rule of messages helps.
///
/// Sources: <https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent_CreateAgent.html> (instruction),
/// <https://docs.aws.amazon.com/bedrock/latest/userguide/agents-api-schema.html>,
/// <https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/bedrockagent_agent> (`prepare_agent`).
enum BuiltThing: Sendable, Hashable {
    /// An agent has no instruction, without which it cannot be prepared.
    case instruction
    /// The description of an action group's API could not be read.
    case schema

    init?(_ words: WordText) {
        if words.has("openapi 3 model", isWith: "failed|unable|cannot create|parse|read|process")
            || words.has("failed|unable|cannot parse|process|read openapi|api schema")
        {
            self = .schema
        } else if words.has("agent|agents instruction|instructions"),
            words.has(
                "instruction|instructions cannot|must|should|not|is|are null|empty|blank|missing|provided|required")
        {
            self = .instruction
        } else {
            return nil
        }
    }

    var title: String {
        switch self {
        case .instruction: "The agent has no instruction"
        case .schema: "The API schema of the action group cannot be read"
        }
    }

    var meaning: String {
        switch self {
        case .instruction:
            "An agent can be made without one, and cannot be prepared; keys, role and model were not refused."
        case .schema: "Bedrock took what was sent for an OpenAPI 3 document, and it is none as it arrived."
        }
    }

    func remedy(_ call: FailedCall) -> Remedy {
        switch self {
        case .instruction:
            Remedy(
                """
                Give the agent an instruction (at least 40 characters): what it is for, and how it is to act. Or do not prepare it yet\
                \(call.isOfTerraform ? ": Terraform prepares it right after it was made, unless prepare_agent = false" : ""). Model and access are not in question.
                """
            ).about(.instruction)
        case .schema:
            Remedy(
                """
                Look at the schema as it is sent, not at the file: it must arrive as the text of one OpenAPI 3 document in JSON or YAML (openapi: 3.0.x, paths, and for every method a description or operationId and responses). Where the same file is taken in the console, the tool encodes it \
                once more: a text inside a text, with backslashes before its quotes\(call.isOfTerraform ? " (Terraform: payload = file(\"schema.yaml\"), or jsonencode of an object, and not jsonencode of what file() gives)" : ", as where JSON is made of a string that is JSON already"). \
                Keys, role and model are in order.
                """
            ).about(.instruction)
        }
    }
}

extension WordText {
    /// Whether two phrases stand together in one message.
    fileprivate func has(_ phrase: WordPhrase, isWith other: WordPhrase) -> Bool { has(all: [phrase, other]) }
}

extension Advice {
    static let built: [Advice] = [
        Advice(for: .validationRequest, .validationMessages) { call in
            call.builtThing.map { [$0.remedy(call)] } ?? []
        },
        Advice("knowledge base storage configuration", for: .validationRequest) { call in
            call.isOfUnnamedStore ? [call.unnamedStore] : []
        },
        Advice(for: .internalError, .modelTimeout, .modelError) { call in call.slowStep },
    ]
}

extension FailedCall {
    var builtThing: BuiltThing? { BuiltThing(words) }

    fileprivate var isOfTerraform: Bool {
        scene.program == .terraform || ["aws_bedrockagent_", "awscc_bedrock_"].contains(where: shown.contains)
    }

    /// Whether a knowledge base's store is refused without a word of what is wrong with it.
    var isOfUnnamedStore: Bool {
        words.has("knowledge base storage configuration invalid")
            && !words.has(
                "index|indexed|indices|dimension|dimensions|field|fields|mapping|engine|column|table|role|security|authorization|forbidden|denied|unauthorized|bad|403|dependency|timeout|reach|connect"
            )
    }

    fileprivate var unnamedStore: Remedy {
        Remedy(
            """
            See three things of the vector store, which the sentence leaves open: that the knowledge base's role may use it (OpenSearch Serverless: aoss:APIAccessAll in its policy, and its name in the collection's data access policy; Aurora: rds-data and the secret), that the network policy admits Bedrock, and that \
            index or table exist under the names of the configuration, with the dimension of the embedding model. What the same deployment has just made takes a minute or two to count: deploy again, or let the knowledge base depend on policy and index.
            """
        ).about(.instruction)
    }

    /// A step of an agent that takes longer than the service lets it, whatever the client waits.
    fileprivate var slowStep: Remedy? {
        let called = String(shown.prefix(32_768))
        let isOfAgent =
            ["InvokeAgent", "InvokeInlineAgent", "invoke_agent(", "invoke_inline_agent(", "InvokeFlow"].contains(
                where: called.contains)
            || (scene.operation?.value).map { $0.hasPrefix("InvokeAgent") || $0.hasPrefix("InvokeInlineAgent") }
                ?? false
        let told = WordText(called)
        let isSlow =
            told.has("longer|more|over|after|exceeds 30|60|120|minute|minutes|60s|30s|120s")
            || told.has("takes|took|taking|runs longer|long")
        guard isOfAgent, isSlow, !told.has("sometimes|intermittent|intermittently|occasionally|randomly") else {
            return nil
        }
        return Remedy(
            """
            Make the slow step of the agent shorter: where it fails after the same time, it is the service that ends the model's call or the action inside the agent, and neither a retry nor a longer timeout in the client changes that. Call with enableTrace to see which step it is; then ask for less output, give it fewer \
            results of a knowledge base, take a faster model or one without thinking, or split the task. Where short steps fail too, give AWS Support the request id and the sessionId.
            """
        ).about(.instruction)
    }
}
