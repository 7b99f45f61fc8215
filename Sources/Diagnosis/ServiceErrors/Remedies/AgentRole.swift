import Codes
import Evidence
import Report

/// A service role that may not call the model: Bedrock calls with it for an agent, a flow or a knowledge base, and the caller's own
/// policies have no part in that.
///
/// Sources: <https://docs.aws.amazon.com/bedrock/latest/userguide/agents-permissions.html>,
/// <https://docs.aws.amazon.com/bedrock/latest/userguide/kb-permissions.html>.
struct AgentRole {
    /// Whose role it is.
    let owner: String

    /// The member of the request that names the role.
    private let member: String

    init(_ call: FailedCall) {
        let operation = call.scene.operation?.value ?? call.answer.operation ?? ""
        let isOfBase =
            operation.contains("KnowledgeBase") || call.words.has("knowledge base|bases")
            || call.words.has("aws bedrock knowledgebase")
        (owner, member) =
            isOfBase
            ? ("knowledge base", "roleArn")
            : operation.contains("Flow") ? ("flow", "executionRoleArn") : ("agent", "agentResourceRoleArn")
    }

    var remedy: Remedy {
        Remedy(
            """
            Give the \(owner)'s service role (\(member)) bedrock:InvokeModel, bedrock:InvokeModelWithResponseStream and bedrock:GetInferenceProfile \
            on the inference profile and on the models of all its regions: it is that role that may not call the model, not the caller. \
            Attach that before the \(owner) is made, and see that the account has access to the model.
            """)
    }

    /// A policy that is not in effect yet when the role is used.
    static func race(of owner: String?) -> Remedy {
        let who =
            owner.map { "Let the \($0) wait for its role's policy" }
            ?? "Let what takes the role wait for the role's policy"
        let made = owner.map { "the \($0)" } ?? "it"
        return Remedy(
            """
            \(who): the same code gets through at other times, so what is allowed is right, and \(made) is made before \
            IAM has spread the policy. Make \(made) depend on the policy itself (DependsOn, node.addDependency, depends_on), not on the role alone, or write the \
            policy into the role (inlinePolicies); where it still happens, wait ten to twenty seconds, or deploy again.
            """)
    }

    var race: Remedy { Self.race(of: owner) }
}

extension FailedCall {
    /// Whether a refusal blames the role that an agent, a flow or a knowledge base calls with.
    var isOfAgentRole: Bool {
        guard details.denial == nil else { return false }
        if words.has("access denied when calling bedrock") {
            let operation = scene.operation?.value ?? answer.operation
            return operation.map { $0.contains("Agent") || $0.contains("Flow") } ?? words.has("agent|agents")
        }
        let isRefusal =
            words.has("access denied trying create|update agent") || words.has("access denied for operation")
        return isRefusal
            && words.has(all: ["agent|service|base role", "permission|permissions|authorized|allowed"], none: [])
    }

    /// Whether what is advised first is about that role, though no sentence of the service's blames it.
    var isAdvisedOfAgentRole: Bool {
        details.denial?.policy == nil
            && Advice.remedies(for: .iamDenied, self)?.first?.text == AgentRole(self).remedy.text
    }

    /// Whether the same call gets through at other times, as it is told.
    var isNowAndThen: Bool { isOfSecondRun || Chance.isTold(in: WordText(shown)) }

    /// Whether what was refused got through when the very same was done once more.
    var isOfSecondRun: Bool { SecondRun.isTold(in: WordText(shown)) }
}
