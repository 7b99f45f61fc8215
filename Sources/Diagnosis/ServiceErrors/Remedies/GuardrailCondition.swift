import Codes
import Evidence
import Report

extension Advice {
    /// A policy that refuses each request which does not carry a guardrail.
    ///
    /// Source: <https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-permissions-id.html>.
    static let guarded: [Advice] = [
        Advice(for: .explicitDeny, .iamDenied, .scpDenied) { call in call.missingGuardrail }
    ]
}

extension FailedCall {
    /// What to do where the text names the condition by which a guardrail is enforced, or shows one that is set.
    fileprivate var missingGuardrail: Remedy? {
        let around = shown.prefix(32_768).lowercased()
        let action = details.denial?.action ?? "bedrock:InvokeModel"
        guard action.hasPrefix("bedrock:InvokeModel") || action.hasPrefix("bedrock:Converse") else { return nil }
        let isCondition = around.contains("bedrock:guardrailidentifier")
        let isSet =
            around.contains("guardrailidentifier") && around.contains("guardrailversion")
            && around.contains("explicit deny")
        guard isCondition || isSet else { return nil }
        return Remedy(
            """
            See whether the request carries the guardrail: a policy with the condition bedrock:GuardrailIdentifier refuses each call that is sent without that very guardrail (and version), whatever the client's settings hold. Log the request: \
            Converse needs guardrailConfig, InvokeModel the headers X-Amzn-Bedrock-GuardrailIdentifier and -GuardrailVersion. A client that leaves them out for ARNs of inference profiles wants an update; until then call by the model's or profile's id. The condition's \
            value is the guardrail's ARN, with :VERSION where the policy names one.
            """
        ).about(.instruction)
    }
}
