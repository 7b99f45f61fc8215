import Catalog
import Codes
import Diagnosis
import Evidence
import Report
import Testing

/// A refusal by IAM whose line break was lost, so that the next word is glued to a name.
@Suite struct GluedWordsTests {
    private func evidence(_ message: String) -> ErrorDiagnosis {
        ErrorDiagnosis(ServiceAnswer(content: .message(message)))
    }

    @Test(
        arguments: [
            (
                "Not authorized to perform sts:AssumeRoleWithWebIdentityRun aws sts get-caller-identity",
                "sts:AssumeRoleWithWebIdentity"
            ),
            (
                "User: arn:aws:sts::123456789012:assumed-role/app/s is not authorized to perform: bedrock:InvokeModelTraceback (most recent call last):",
                "bedrock:InvokeModel"
            ),
            (
                "User: arn:aws:iam::123456789012:user/b is not authorized to perform: bedrock:ConverseStreamError: Process completed with exit code 1.",
                "bedrock:ConverseStream"
            ),
            // A longer action is one of its own.
            (
                "User: arn:aws:iam::123456789012:user/b is not authorized to perform: bedrock:InvokeModelWithResponseStream on resource: arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0",
                "bedrock:InvokeModelWithResponseStream"
            ),
        ])
    func `an action ends before the next line's first word`(message: String, action: String) {
        #expect(evidence(message).details.denial?.action == action)
    }

    @Test func `a resource ends before the reason`() {
        let denial = evidence(
            """
            User: arn:aws:iam::123456789012:user/b is not authorized to perform: bedrock:InvokeModelon resource: \
            arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0because no identity-based policy allows the bedrock:InvokeModel action
            """
        ).details.denial
        #expect(denial?.action == "bedrock:InvokeModel")
        #expect(denial?.resource?.text == "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0")
    }
}

/// Refusals that stand where no error does: in a debug record, in the members of a printed object.
@Suite struct PassingRefusalTests {
    private func outcome(_ text: String) throws -> Finding {
        let input = try ReadInput(Array(text.utf8), name: "standard input")
        return try #require(Explanation(input, context: ExplainContext(now: 1_795_300_000)).findings.first)
    }

    @Test func `a debug log without an error tells of the attempts`() throws {
        let record = "2025-05-01 10:00:00,301 DEBUG acme.retry: attempt 1 failed: "
        let text = """
            2025-05-01 10:00:00,001 DEBUG acme: verify=True
            2025-05-01 10:00:00,101 DEBUG acme: connecting
            \(record)ThrottlingException: Too many tokens per day, please wait before trying again.
            2025-05-01 10:00:02,301 DEBUG acme: giving up
            """
        #expect(try outcome(text).code == .quotaDailyTokens)
        // An error by its level decides, whatever was tried before.
        let failed = text + "\n2025-05-01 10:00:03,301 ERROR acme: Unable to locate credentials"
        #expect(try outcome(failed).code == .credentialsMissing)
    }

    @Test func `an expired URL is one in a printed object, too`() throws {
        let text =
            "{ Code: ['AccessDenied'], Message: ['Request has expired'], 'X-Amz-Expires': ['300'], ServerTime: ['2024-01-01T02:00:00Z'] }"
        let finding = try outcome(text)
        #expect(finding.remedies.first?.text.contains("after its time of 300 s") ?? false, "\(finding.remedies)")
    }
}
