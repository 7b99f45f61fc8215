import Evidence
import Report
import WireText

/// The keys of a session of which something is left out, or that is good once it is exported.
///
/// Source: <https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html>.
extension ReportedSource {
    /// Whether the reporter tells that the profile's credentials are let in once they are exported.
    static func isExportGood(_ told: String) -> Bool {
        guard told.contains("export-credentials") || told.contains("export AWS_ACCESS_KEY_ID") else { return false }
        let words = WordText(told)
        return words.has("export|exporting|exported credentials|keys|variables")
            && (words.has("export|exporting allows|works|fixes|worked|helps|solves")
                || words.has("allows requests go through") || words.has("exporting environment works"))
    }

    var exported: [Remedy]? {
        guard Self.isExportGood(call.answer.surroundings) else { return nil }
        return [
            Remedy(
                """
                Keep to the export for now (all three values, anew for each session): the profile's session is good, since it is let in as variables, so \(program) takes other keys under that name. Look for a section [NAME] of the same name in ~/.aws/credentials, which wins over \
                [profile NAME] in ~/.aws/config, for AWS_ACCESS_KEY_ID in the environment or in env of its settings, and for a profile that it names itself; take them out. If there are none, this version does not resolve the \
                profile: update it.
                """,
                command: "grep -n '^\\[' ~/.aws/credentials ~/.aws/config"
            ).about(.instruction)
        ]
    }

    /// A client that is given key id and secret in code, and no session token.
    var halfSession: [Remedy]? {
        let isJavaScript =
            lower.contains("accesskeyid:") && lower.contains("secretaccesskey:") && !lower.contains("sessiontoken")
        let isPython =
            lower.contains("aws_access_key_id=") && lower.contains("aws_secret_access_key=")
            && lower.contains("client(") && !lower.contains("aws_session_token")
        guard isJavaScript || isPython else { return nil }
        let place = call.scene.runtimePlace
        let isTemporary =
            [.lambda, .ecs, .serviceAccount, .podIdentity, .sageMaker].contains(place) || text.contains("ASIA")
        let name = isPython ? "aws_session_token" : "sessionToken"
        let whose =
            isTemporary
            ? "the keys of a role are temporary ones (ASIA...)\(place == .lambda ? ", those that Lambda sets for its function among them" : "")"
            : "temporary keys (ASIA...) need it"
        let chain =
            isPython
            ? "leave all three out, so that boto3 takes them from where the program runs"
            : "leave keys out (AWS SDK), or pass credentialProvider: fromNodeProviderChain() (AI SDK)"
        return [
            Remedy(
                """
                Pass the session token, too (\(name), from AWS_SESSION_TOKEN), or \(chain): the code hands the client a key id and a secret without one, and \(whose), which AWS does not know without their token.
                """
            ).about(.instruction)
        ]
    }
}
