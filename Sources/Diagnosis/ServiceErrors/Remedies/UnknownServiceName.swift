import Evidence
import Report
import WireText

/// A name of a service that the loaded botocore does not have: it came later, or no version has it.
///
/// Sources: <https://github.com/boto/botocore/blob/develop/botocore/exceptions.py> (UnknownServiceError),
/// <https://boto3.amazonaws.com/v1/documentation/api/latest/reference/services/bedrock-agentcore-control.html>.
extension FailedCall {
    /// What to do where it is not the runtime that is unknown; `nil` for that one, and where no name is shown.
    var unknownService: Remedy? {
        guard let mark = message.firstRange(of: "nknown service: '") else { return nil }
        let name = String(message[mark.upperBound...].prefix { $0 != "'" && !$0.isNewline })
        guard !name.isEmpty, name.utf8.count < 60, name != "bedrock-runtime", name != "bedrock" else { return nil }
        let shown = PrintableText.escaped(name, limit: 60)
        let isKnown = AWSService.all.contains { $0.endpoint == name }
        let otherwise =
            isKnown
            ? "the service came later than the version that is loaded."
            : "the service came later than the version that is loaded, or no service has this name: see whether it stands in the list."
        let isOfAgentCore = (text + answer.surroundings).lowercased().contains("agentcore")
        let names =
            "bedrock-agentcore-control (gateways, runtimes, credential providers) and bedrock-agentcore (calls of them)"
        return Remedy(
            """
            Upgrade boto3 and botocore together where the program runs, to the newest, for \(shown): \(otherwise)\(isOfAgentCore && !isKnown ? " AgentCore's are \(names)." : "")
            """,
            command:
                "pip install --upgrade boto3 botocore && python3 -c 'import boto3; print(boto3.__version__, boto3.Session().get_available_services())'"
        )
    }
}
