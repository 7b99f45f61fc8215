import Evidence
import Report
import WireText

/// A metadata service that was asked in a way that it does not answer.
///
/// Source: <https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html>.
extension ReportedSource {
    /// Version 2 of instance metadata, which is asked for its token by PUT.
    var method: [Remedy]? {
        guard CredentialLink(call.message) == .instanceMetadata || lower.contains("imds"),
            lower.contains("405") || lower.contains("method not allowed")
        else { return nil }
        return [
            Remedy(
                """
                Update \(program), whose own code asks instance metadata in the wrong way: 405 is the answer to a method that the path does not take, and version 2 gives its token to a PUT of /latest/api/token alone. Role, network and hop limit are not the matter. \
                Until then hand it credentials that an SDK of AWS's has got in the same place (Python: boto3.Session().get_credentials()), access key, secret and session token, and renew them.
                """
            ).about(.instruction)
        ]
    }

    /// AgentCore's runtime, whose metadata service is not that of an instance.
    ///
    /// Source: <https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/security-credentials-management.html>.
    var microMachine: [Remedy]? {
        guard lower.contains("agentcore") || lower.contains("microvm metadata") || lower.contains("mmds"),
            CredentialLink(call.message) == .instanceMetadata || lower.contains("imds")
        else { return nil }
        return [
            Remedy(
                """
                Use an SDK that gets credentials there, or hand the client a provider of your own that asks for them without a token: AgentCore's runtime gives its role's credentials by a metadata service of its own (MMDS), and an SDK that speaks version 2 of \
                instance metadata alone, beginning with a PUT for its token, gets none. There is no instance, so a role of one and its hop limit are not the matter. Update the SDK; if the newest does the same, that is its fault, to be reported there.
                """
            ).about(.instruction)
        ]
    }
}
