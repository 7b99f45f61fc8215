import Diagnosis
import Report

/// What to do about a refusal by the mock, where what holds for the service's would lead to AWS.
///
/// The mock has judged what it was sent by what it accepts: AWS knows nothing of that, and no key is sent there for it.
enum ServedRemedies {
    static func adapted(_ findings: [Finding]) -> [Finding] {
        findings.map { finding in
            var finding = finding
            finding.remedies = finding.remedies.map(adapted)
            return finding
        }
    }

    private static func adapted(_ remedy: Remedy) -> Remedy {
        guard case .shell(let command)? = remedy.step, command.contains("amazonaws.com"),
            command.contains("AWS_BEARER_TOKEN_BEDROCK")
        else { return remedy }
        return Remedy(
            """
            Give the client a key that this server accepts: that of --bearer-token-file or of AWS_BEARER_TOKEN_BEDROCK, the one that \
            --bearer makes, or a short-term key that the accepted key pair has signed. What AWS would say of the key that was \
            sent means nothing here.
            """)
    }
}
