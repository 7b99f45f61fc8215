import Codes
import Diagnosis
import Evidence
import Report
import Testing

/// A first advice that uses what the message or its reporter says: whose policy it is, what works beside it, what is set already.
@Suite struct NarrowedAdviceTests {
    struct Sample: Sendable, CustomTestStringConvertible {
        let text: String
        let code: FindingCode
        var title: String?
        let first: String
        var none: String?
        var testDescription: String { String(text.prefix(70)) }

        init(_ text: String, _ code: FindingCode, title: String? = nil, first: String, none: String? = nil) {
            (self.text, self.code, self.title, self.first, self.none) = (text, code, title, first, none)
        }
    }

    private static let mismatch = """
        InvalidSignatureException: The request signature we calculated does not match the signature you provided. Check your AWS \
        Secret Access Key and signing method.
        """

    static let policies = [
        Sample(
            """
            User: arn:aws:sts::111122223333:assumed-role/reader/s1 is not authorized to perform: kms:Decrypt on resource: \
            arn:aws:kms:eu-west-1:111122223333:key/aaaabbbb-1111-2222-3333-ccccddddeeee because no resource-based policy allows the kms:Decrypt action
            """, .iamDenied, title: "The key policy does not allow the caller", first: "Allow it in the key policy",
            none: "Attach a policy"),
        Sample(
            """
            User: arn:aws:sts::111122223333:assumed-role/reader/s1 is not authorized to perform: bedrock-agentcore:InvokeAgentRuntime on resource: \
            arn:aws:bedrock-agentcore:eu-west-1:444455556666:runtime/helper because no resource-based policy allows the \
            bedrock-agentcore:InvokeAgentRuntime action
            """, .crossAccountDenied, first: "Action bedrock-agentcore:InvokeAgentRuntime, Resource"),
        Sample(
            """
            User: arn:aws:sts::111122223333:assumed-role/app/s1 is not authorized to perform: kms:Decrypt on resource: \
            arn:aws:kms:us-east-1:99887766:key/k1
            """, .iamDenied, first: "Attach a policy that allows it"),
        Sample(
            """
            The deployment signs in with an inline session policy that lists bedrock:Converse only.

            User: arn:aws:sts::111122223333:assumed-role/ci/run is not authorized to perform: bedrock:InvokeModelWithResponseStream on resource: \
            arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0 because no identity-based policy allows the \
            bedrock:InvokeModelWithResponseStream action
            """, .iamDenied, first: "Add bedrock:InvokeModelWithResponseStream to the session policy"),
        Sample(
            """
            Granting permissions to the role: SchemaToolRole
            User: arn:aws:sts::111122223333:assumed-role/ChatHandlerRole/s is not authorized to perform: bedrock:InvokeModel on resource: \
            arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0 because no identity-based policy allows the bedrock:InvokeModel action
            """, .iamDenied, first: "The permission went to another role"),
        Sample(
            "role-to-assume: arn:aws:iam::111122223333:role/GitHubActions\nError: Could not assume role with OIDC: Not authorized to perform sts:AssumeRoleWithWebIdentity",
            .iamDenied, first: "Give the role another name"),
    ]

    static let signatures = [
        Sample(
            "These paths work:\n* `/`\n* `/app/start/page`\nBut this path does not work:\n* `/app/start/`\n" + mismatch,
            .signatureMismatch, first: "other paths get through the same signer", none: "40 characters"),
        Sample(
            "GET https://bedrock.us-east-1.amazonaws.com/inference-profiles?type=a:b\n" + mismatch,
            .signatureMismatch, first: "Write ':' in the query"),
        Sample(
            """
            docker run aws-sigv4-proxy:1.9 -v --name sagemaker
            curl http://localhost:8080/endpoints/one/invocations
            {"message": "Credential should be scoped to correct service: 'sagemaker'. "}
            """, .wrongScopeService, first: "Add --region"),
        Sample(
            """
            signing-proxy -target https://batch.eu-west-1.amazonaws.com
            {"message":"Credential should be scoped to correct service: 'batch'. "}
            """, .wrongScopeService, first: "set the signer's service"),
        Sample(
            """
            Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. \
            Authorization=AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260131/us-east-1/es/aws4_request, \
            SignedHeaders=host;x-amz-date, Signature=abc
            """, .incompleteSignature, first: "Send the very X-Amz-Date that was signed"),
        Sample(
            """
            {"message":"Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. \
            Authorization header requires 'SignedHeaders' parameter. Authorization="}
            """, .incompleteSignature, first: "arrived empty"),
        Sample(
            "Signature expired: 20260211T000000Z is now earlier than 20260211T091000Z (20260211T091500Z - 5 min.)",
            .clockSkewExpired, first: "not the day alone"),
    ]

    static let messages = [
        Sample(
            """
            ValidationException: The knowledge base storage configuration provided is invalid... texts column must be indexed. The SQL command \
            to index the column is: CREATE INDEX ON <table_name> USING gin (to_tsvector('simple', <text_field>));
            """, .validationRequest, first: "CREATE INDEX ON"),
        Sample(
            """
            Resource handler returned message: "Limit exceeded for resource of type 'AWS::BedrockAgentCore::Memory'. Reason: Failed creating service \
            linked role. Rate limit exceeded from IAM"
            """, .throttled, title: "IAM limited the making of a service-linked role", first: "Deploy again"),
        Sample(
            #"Resource handler returned message: "Number of words in word policy exceeds quota limit." (Service: Bedrock, Status Code: 400, Request ID: 1)"#,
            .quotaExceeded, first: "more words in word policy than the quota allows"),
        Sample(
            """
            endpoint_url = https://bedrock-runtime.eu-west-1.amazonaws.com
            An error occurred (ValidationException) when calling the ListImportedModels operation: Operation unknown
            """, .wrongEndpoint, first: "Send ListImportedModels to bedrock.eu-west-1"),
        Sample(
            """
            An error occurred (ValidationException) when calling the StartAsyncInvoke operation: The provided request is not valid
            modelId="mistral.mistral-large-2402-v1:0"
            """, .validationRequest, first: "by Converse or InvokeModel"),
        Sample(
            #"Error from remote service: {"Message":"Received client error (400) from primary with message \"text content must not be empty\""}"#,
            .answerNotFromService, first: "which refused it", none: "text block of the conversation"),
        Sample(
            """
            The connector calls our endpoint in SageMaker.
            Error from remote service: {"message":"The content field of the text block is empty"}
            """, .answerNotFromService, first: "Send what the model in SageMaker takes"),
        Sample(
            #"Error from remote service: {"message":null}"#, .answerNotFromService, first: "Send less at a time"),
        Sample(#"Partition "aws" is not valid"#, .validationRequest, first: "Write the partition of the account"),
        Sample(
            "ValidationException: This model doesn't support tool use in streaming mode.", .validationToolUnsupported,
            title: "The model takes no tools while it streams", first: "Use a model that takes tools while it streams"),
    ]

    @Test(arguments: policies + signatures + messages)
    func `the first advice uses what is told`(sample: Sample) throws {
        let input = try ReadInput(Array(sample.text.utf8), name: "standard input")
        let findings = Explanation(input, context: ExplainContext(now: 1_795_300_000)).findings
        let finding = try #require(findings.first)
        #expect(finding.code == sample.code)
        if let title = sample.title { #expect(finding.title == title) }
        let first = try #require(finding.remedies.first).text
        #expect(first.contains(sample.first), "\(first)")
        if let none = sample.none { #expect(!finding.remedies.contains { $0.text.contains(none) }) }
    }
}
