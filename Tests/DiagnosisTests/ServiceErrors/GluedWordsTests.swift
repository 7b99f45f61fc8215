import Codes
import Diagnosis
import Evidence
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
