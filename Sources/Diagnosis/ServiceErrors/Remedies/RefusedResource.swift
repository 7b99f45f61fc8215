import Evidence
import Report
import WireText

/// A resource that CloudFormation could not make: `Access denied for operation 'AWS::Bedrock::Guardrail'`.
///
/// The type of the resource stands in the place of the operation. Agents, flows and knowledge bases are refused for the role that they are
/// handed; the others know no role, so that what deploys is refused, or the key with which the resource is encrypted refuses it.
///
/// Sources: <https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-permissions-kms.html>,
/// <https://docs.aws.amazon.com/bedrock/latest/userguide/encryption-prompts.html>,
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_Bedrock.html>.
struct RefusedResource {
    /// Such as `Guardrail`, behind `AWS::Bedrock::`.
    let type: String

    /// Whether the text tells of a key of KMS that encrypts it.
    let hasKey: Bool

    private static let mark = "AWS::Bedrock::"

    /// Types whose maker calls models with a role of its own.
    private static let withRole = ["Agent", "KnowledgeBase", "DataSource", "Flow"]

    /// Kinds of resources as people call them.
    private static let names = [
        "Guardrail": "guardrail", "GuardrailVersion": "guardrail", "Prompt": "prompt", "PromptVersion": "prompt",
        "ApplicationInferenceProfile": "inference profile", "IntelligentPromptRouter": "prompt router",
        "Blueprint": "blueprint", "DataAutomationProject": "data automation project",
    ]

    /// `nil` where the sentence names no type, or one that is handed a role.
    init?(_ call: FailedCall) {
        guard let place = call.message.firstRange(of: "or operation"),
            let mark = call.message[place.upperBound...].prefix(40).firstRange(of: Self.mark)
        else { return nil }
        let name = call.message[mark.upperBound...].prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
        guard !name.isEmpty, !Self.withRole.contains(where: name.hasPrefix) else { return nil }
        type = String(name)
        let told = WordText(call.shown)
        hasKey = told.has("kms") || told.has("customer|managed|encryption key") || told.has("encrypted key|cmk")
    }

    private var shown: String { Self.names[type] ?? "\(Self.mark)\(PrintableText.escaped(type, limit: 60))" }

    var title: String { "What deploys may not make the \(shown)" }

    var meaning: String {
        hasKey
            ? "The right to use the key that encrypts it is missing, or that to make it."
            : "The right to make it is missing to the role that deploys, or that to use its key."
    }

    var remedies: [Remedy] {
        let actions =
            "bedrock:Create\(type), bedrock:Get\(type), bedrock:Update\(type), bedrock:Delete\(type) and bedrock:TagResource"
        let key = Remedy(
            """
            Let the KMS key be used for the \(shown): in the key's policy (and in the policy of the role that deploys) allow kms:CreateGrant, kms:GenerateDataKey, kms:Decrypt and kms:DescribeKey for that role, with \
            kms:ViaService bedrock.REGION.amazonaws.com, or for the principal bedrock.amazonaws.com where the service itself uses the key; who uses the \(shown) later needs kms:Decrypt. A key that admits other \
            services only refuses it in these words.
            """)
        let own = Remedy(
            """
            \(hasKey ? "If the key admits it, give" : "Give") the role that deploys (CloudFormation's execution role, else the caller's) \(actions). No role of an agent has a part in it.
            """)
        let hidden = Remedy(
            """
            CloudFormation leaves AWS's sentence out: CloudTrail has it whole, with the action and the resource, under the event Create\(type) of bedrock.amazonaws.com, or under an event of kms.amazonaws.com.
            """)
        let encrypted = Remedy(
            "Where the \(shown) is encrypted with a key of KMS, that key's policy must admit the role: kms:CreateGrant, kms:GenerateDataKey, kms:Decrypt, kms:DescribeKey."
        )
        return hasKey ? [key, own, hidden] : [own, encrypted, hidden]
    }
}
