import Evidence
import Report
import WireText

/// What the client or gateway that sent a refused member can do about it.
///
/// Sources: <https://docs.litellm.ai/docs/completion/drop_params>, <https://code.claude.com/docs/en/settings>.
extension MemberRemedies {
    /// LiteLLM made the body by its table of models; by Converse it makes none.
    var converseRoute: Remedy? {
        guard call.scene.program == .liteLLM, !refusals.contains(where: { $0.leaf.hasPrefix("aws_") }) else {
            return nil
        }
        return Remedy(
            """
            In LiteLLM, call the model by bedrock/converse/MODEL: its route bedrock/invoke takes the body's form from the model's name, and here \
            took another family's. A newer version may know the name.
            """)
    }

    /// Settings of the program's own, such as its keys of AWS, that it handed on to the model: no caller put them there.
    var leakedSettings: Remedy? {
        let keys = refusals.filter(isUnknown).map(\.leaf).filter { leaf in
            let name = leaf.lowercased().filter { $0 != "_" && $0 != "-" }
            return name.hasPrefix("aws")
                && [
                    "accesskeyid", "secretaccesskey", "sessiontoken", "regionname", "region", "profilename", "profile",
                    "rolename", "sessionname", "bedrockruntimeendpoint", "webidentitytoken", "stsendpoint",
                    "externalid",
                ]
                .contains { name == "aws" + $0 }
        }
        guard let key = keys.first else { return nil }
        guard call.scene.program == .liteLLM else {
            let program = call.scene.client.map { PrintableText.escaped($0.value, limit: 60) } ?? "the program"
            return Remedy(
                """
                Update \(program): \(key) is a setting of its own, by which it signs, and it handed that on to the model as part of the body. Leave it out of what is passed through to the model (extra body, additional fields, model_kwargs), and give it where the \
                program takes its credentials, or in the environment. The keys themselves were not refused; one that went out in a body may stand in logs.
                """
            ).about(.instruction)
        }
        return Remedy(
            """
            Update LiteLLM, and keep \(key) in litellm_params of the model or in the proxy's environment, out of extra_body and of what a client sends: it is LiteLLM's own setting, which it handed on to the model's body; a caller's request has nothing to change. \
            Until then let it take the keys from its environment or role, and leave the aws_ settings out of that model's entry.
            """
        ).about(.instruction)
    }

    /// Where a client or gateway is told to leave a key out.
    var sender: Remedy? {
        let keys = refusals.filter { isUnknown($0) && $0.path != MemberRefusal.unnamedField }.map(\.leaf)
        guard !keys.isEmpty else { return nil }
        switch call.scene.program {
        case .liteLLM?:
            let list = keys.map { "\"\($0)\"" }.joined(separator: ", ")
            return Remedy(
                """
                In LiteLLM, drop what the model does not take: additional_drop_params: [\(list)] in litellm_params \
                (drop_params: true drops OpenAI's own parameters only), or find what adds the key: a callback, metadata, the \
                client's extra_body.
                """)
        case .claudeCode?:
            return Remedy(
                """
                Claude Code sends fields of betas that Bedrock does not know: update it, or switch them off.
                """,
                command: "export CLAUDE_CODE_DISABLE_EXPERIMENTAL_BETAS=1")
        default:
            return nil
        }
    }
}
