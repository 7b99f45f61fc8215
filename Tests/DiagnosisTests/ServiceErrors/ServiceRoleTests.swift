import Codes
import Report
import Testing

@testable import Diagnosis
@testable import Evidence

/// Permissions that a service finds missing in a role of the request, as an error of the request.
@Suite struct ServiceRoleTests {
    private static func diagnosis(_ text: String) -> ErrorDiagnosis {
        ErrorDiagnosis(ServiceAnswer(content: .message(text)))
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let text: String
        let says: [String]
        let command: String?
        var testDescription: String { text }

        init(_ text: String, says: [String], command: String? = nil) {
            self.text = text
            self.says = says
            self.command = command
        }
    }

    @Test(arguments: [
        Row(
            "An error occurred (ValidationException) when calling the CreateAgentRuntime operation: Access denied while validating ECR URI '123456789012.dkr.ecr.us-west-2.amazonaws.com/agent:1'. The execution role requires permissions for ecr:GetAuthorizationToken, ecr:BatchGetImage, and ecr:GetDownloadUrlForLayer operations.",
            says: [
                "ecr:GetAuthorizationToken, ecr:BatchGetImage and ecr:GetDownloadUrlForLayer",
                "arn:aws:ecr:us-west-2:123456789012:repository/agent (ecr:GetAuthorizationToken on *:",
                "not of who sent it",
            ]),
        Row(
            "An error occurred (ValidationException) when calling the CreateAgentRuntime operation: Role validation failed for 'arn:aws:iam::123456789012:role/team/AgentRuntime'. Please verify that the role exists and its trust policy allows assumption by this service",
            says: ["could not take the role team/AgentRuntime", "Its trust policy must let the service assume it"],
            command: "aws iam get-role --role-name AgentRuntime --query Role.AssumeRolePolicyDocument"),
        Row(
            "An error occurred (ValidationException) when calling the CreateKnowledgeBase operation: Bedrock Knowledge Base was unable to assume the given role. Provide the proper permissions and retry the request.",
            says: ["not of who sent it", "trust policy"]),
        Row(
            "An error occurred (ValidationException) when calling the CreateModelInvocationJob operation: Could not assume provided IAM role. Please verify that the provided role exists and has the appropriate trust policy.",
            says: ["not of who sent it", "trust policy"]),
        Row(
            "An error occurred (ValidationException) when calling the CreateEvaluationJob operation: The role arn:aws:iam::123456789012:role/Eval does not have permission s3:GetObject on s3://bucket/data.jsonl.",
            says: ["the role Eval", "s3:GetObject on s3://bucket/data.jsonl"],
            command:
                "aws iam simulate-principal-policy --policy-source-arn arn:aws:iam::123456789012:role/Eval --action-names s3:GetObject"
        ),
        Row(
            "An error occurred (InvalidParameterValueException) when calling the CreateEventSourceMapping operation: The function execution role does not have permissions to call ReceiveMessage on SQS",
            says: ["not of who sent it"]),
        Row(
            "An error occurred (ValidationException) when calling the PutModelInvocationLoggingConfiguration operation: Failed to validate permissions for log group: /aws/bedrock, with role: arn:aws:iam::123456789012:role/logs. Verify the IAM role permissions are correct.",
            says: ["logs:PutLogEvents"]),
    ])
    func `a role of the request lacks a permission`(_ row: Row) {
        let diagnosis = Self.diagnosis(row.text)
        #expect(diagnosis.code == .serviceRoleDenied, "\(diagnosis.candidates)\n\(Rivals(row.text))")
        #expect(diagnosis.candidates.first?.confidence == .likely)
        let said = diagnosis.remedies.map(\.text).joined(separator: "\n")
        for words in row.says { #expect(said.contains(words), "\(said)") }
        #expect(row.command.map { command in diagnosis.remedies.contains { $0.command == command } } ?? true)
        #expect(!said.contains("access is not the problem"))
    }

    /// A refusal of the caller, a role of a conversation, and what people write of their roles.
    @Test(
        arguments: [
            (
                "An error occurred (AccessDeniedException) when calling the CreateAgent operation: The execution role does not have sufficient permissions to perform this action.",
                .iamDenied
            ),
            (
                "An error occurred (ValidationException) when calling the CreateModelInvocationJob operation: User: arn:aws:sts::123456789012:assumed-role/Batch/s is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::bucket/data.jsonl because no identity-based policy allows the s3:GetObject action",
                .iamDenied
            ),
            (
                "An error occurred (ValidationException) when calling the Converse operation: A conversation must start with a user message. Try again with a conversation that starts with a user message.",
                .validationMessages
            ),
            (
                "AccessDeniedException: Model access is denied due to IAM user or service role is not authorized to perform the required AWS Marketplace actions (aws-marketplace:ViewSubscriptions, aws-marketplace:Subscribe) to enable access to this model.",
                .marketplaceSubscription
            ),
        ] as [(String, FindingCode)])
    func `another refusal is not taken for it`(_ text: String, _ code: FindingCode) {
        let diagnosis = Self.diagnosis(text)
        #expect(diagnosis.code == code, "\(diagnosis.candidates)\n\(Rivals(text))")
    }

    /// Without a role, either the request's or the caller may lack it.
    @Test func `who lacks it is left open where no role is named`() {
        let diagnosis = Self.diagnosis(
            "An error occurred (ValidationException) when calling the CreateDataSource operation: Amazon Bedrock does not have permission to use the KMS key."
        )
        #expect(diagnosis.candidates.contains { $0.cause == .serviceRoleDenied }, "\(diagnosis.candidates)")
        #expect(diagnosis.remedies.contains { $0.text.contains("else the caller") }, "\(diagnosis.remedies)")
    }

    @Test(arguments: [
        "The execution role has the permission, and it still does not work.", "Permission denied (publickey).",
        "Unable to assume that my role is right",
    ])
    func `prose is not taken for it`(_ text: String) {
        #expect(!Self.diagnosis(text).candidates.contains { $0.cause == .serviceRoleDenied })
    }
}
