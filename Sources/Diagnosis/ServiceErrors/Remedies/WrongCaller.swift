import Catalog
import Evidence
import Report
import WireText

/// A refused caller that its reporter did not mean: the profile that was chosen is not the one that calls.
///
/// Source: <https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html> (variables come before profiles).
extension FailedCall {
    /// Where to look for the identity that calls; `nil` where the reporter says nothing against it.
    var unmeantCaller: Remedy? {
        guard let principal = principalName else { return nil }
        let told = WordText(answer.surroundings)
        let isUnmeant =
            told.has("wrong|incorrect profile|account|role|identity|credentials|user")
            || told.has("ignores|ignoring|ignored aws_profile|profile")
            || told.has("ignores|ignoring|ignored aws profile")
            || told.has("not using|picking|respecting|honoring|reading aws profile")
            || told.has(all: ["instead profile|role|user"], none: ["inference"])
        guard isUnmeant else { return nil }
        let parts = principal.split(separator: "/")
        let name = parts.count > 1 ? PrintableText.escaped(String(parts[1]), limit: 64) : "another identity"
        let program = scene.client.map { PrintableText.escaped($0.value, limit: 60) } ?? "the program"
        let desktop =
            ProgramPlace.isDesktop(scene.program, "") || scene.program == .positron
            ? " A program that was started from the desktop has not the variables of your shell's files, and a session in it may run in an environment of its own."
            : ""
        return Remedy(
            """
            See first why \(program) calls as \(name), and not by the profile that was meant: keys in its environment (AWS_ACCESS_KEY_ID) win over AWS_PROFILE, [default] or a section of the same name in ~/.aws/credentials over ~/.aws/config, and \
            the role of the machine comes in where the profile is not seen.\(desktop) Name the profile in the program's own settings, restart it, and compare. A policy for \(name) is the thing to do only if it is the one that is meant to call.
            """,
            .aws("configure list")
        ).about(.instruction)
    }

    /// The role of the pod, node or task, which calls though a role to assume is configured; `nil` where nothing tells of it.
    var ambientRole: Remedy? {
        let around = shown.prefix(32_768).lowercased()
        let isAssumed = ["aws_role_name", "aws_role_arn", "role_arn", "assumerole", "cross-account role"].contains(
            where: around.contains)
        guard isAssumed else { return nil }
        let told = WordText(around)
        let isAmbient =
            told.has("pod|pods|node|nodes|instance|task|default|ambient role instead")
            || told.has("bypasses|ignores|bypassed|ignored|ignoring|bypassing role configuration|arn|name|setting")
            || told.has("instead of the|its|configured role|aws_role_name|aws role name")
        guard isAmbient else { return nil }
        let program = scene.client.map { PrintableText.escaped($0.value, limit: 60) } ?? "the program"
        let isLiteLLM = around.contains("litellm")
        let setting =
            isLiteLLM
            ? "LiteLLM's setting is aws_role_name, with aws_session_name (aws_role_arn is none of its keys), and older versions hand it on to calls of chat only: update it. "
            : "Update \(program), which uses the configured role for some of its calls only. "
        return Remedy(
            """
            Let the call go out as the role that is configured: it goes out as the role of the pod, node or task. \(setting)Until then give the pod's own role the permission for this model, or let the pod run as the configured role (a profile with \
            role_arn and credential_source, AWS_ROLE_ARN). The configured role's own policy is not in question.
            """,
            .doctor(.env)
        ).about(.instruction)
    }
}
