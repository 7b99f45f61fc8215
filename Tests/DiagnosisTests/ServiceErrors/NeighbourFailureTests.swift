import Codes
import Report
import Testing

@testable import Diagnosis
@testable import Evidence

private func explained(_ text: String) throws -> Explanation {
    Explanation(try ReadInput(Array(text.utf8), name: "paste"), context: ExplainContext(now: 1_795_300_000))
}

/// What fails beside a call of a model is its own failure.
@Suite struct NeighbourFailureTests {
    struct Failure: Sendable, CustomTestStringConvertible {
        let text: String
        let title: String
        let says: String

        init(_ text: String, _ title: String, _ says: String) {
            self.text = text
            self.title = title
            self.says = says
        }

        var testDescription: String { String(text.prefix(70)) }
    }

    static let failures: [Failure] = [
        // Package managers.
        Failure(
            "The agent does not start with its Bedrock provider since TLS is inspected here:\n{\"name\":\"BunInstallFailedError\",\"data\":{\"pkg\":\"@aws-sdk/credential-providers\"}}",
            "Bun could not fetch a package", "NODE_EXTRA_CA_CERTS"),
        Failure(
            "npm error code UNABLE_TO_GET_ISSUER_CERT_LOCALLY\nnpm error request to https://registry.npmjs.org/@aws-sdk%2fclient-bedrock-runtime failed, reason: unable to get local issuer certificate",
            "npm could not fetch a package", "cafile"),
        Failure(
            "ERROR: Could not find a version that satisfies the requirement boto3 (from versions: none)\nSSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed'))",
            "pip could not fetch a package", "PIP_CERT"),
        Failure(
            "error: failed to download from `https://index.crates.io/aw/s-/aws-sdk-bedrockruntime`\n[60] SSL certificate problem: unable to get local issuer certificate",
            "Cargo could not fetch a package", "CARGO_HTTP_CAINFO"),
        // Providers of other services.
        Failure(
            "Our stack makes a Bedrock knowledge base.\nError: elastic: Error 403 (Forbidden): [type=authorization_exception] [reason=User does not have permissions for the requested resource]\n  with opensearch_index.kb,",
            "OpenSearch failed, and not Bedrock", "aws_region"),
        Failure(
            "The module makes a gateway to Bedrock.\n\u{2502} Error: Unauthorized\n\u{2502}   with kubernetes_namespace.gateway,\n\u{2502}   on main.tf line 3",
            "Terraform's provider kubernetes failed, and not Bedrock", "credentials of the cluster"),
        Failure(
            "kubernetes:core/v1:ServiceAccount (bedrock-caller):\n  error: the server has asked for the client to provide credentials",
            "The API of Kubernetes failed, and not Bedrock", "credentials of the cluster"),
        Failure(
            "apply of the Bedrock module:\nError: 403 Resource not accessible by integration\n  with module.ci.github_actions_secret.bedrock_key,",
            "Terraform's provider github failed, and not Bedrock", "configuration of the provider github"),
        Failure(
            "The Bedrock gateway's module:\nError: Get \"http://localhost/api/v1/namespaces/gateway\": dial tcp 127.0.0.1:80: connect: connection refused\n  with kubernetes_namespace.gateway,",
            "Terraform's provider kubernetes failed, and not Bedrock", "reach the cluster's API"),
        Failure(
            "Error: BedrockStack: SSM parameter /cdk-bootstrap/x/version not found. Has the environment been bootstrapped?",
            "AWS CDK itself failed, and not Bedrock", "cdk bootstrap"),
    ]

    @Test(arguments: failures) func `it is named, and the advice is about it`(failure: Failure) throws {
        let finding = try #require(try explained(failure.text).findings.first)
        #expect(finding.title == failure.title)
        #expect(finding.remedies.first?.text.contains(failure.says) == true, "\(finding.remedies)")
        #expect(!finding.remedies.contains { $0.command?.hasPrefix("doctor check") ?? false })
    }

    @Test(
        arguments: [
            "Error: error invoking Bedrock: operation error Bedrock Runtime: Converse, https response error StatusCode: 403, RequestID: 0a, api error AccessDeniedException: User: arn:aws:iam::123456789012:user/a is not authorized to perform: bedrock:InvokeModel on resource: arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0\n  with kubernetes_job.caller,",
            "npm ERR! code ELIFECYCLE\nAn error occurred (AccessDeniedException) when calling the Converse operation: User: arn:aws:iam::123456789012:user/a is not authorized to perform: bedrock:InvokeModel on resource: arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0",
        ])
    func `AWS's own refusal stays its own`(text: String) throws {
        #expect(try explained(text).findings.first?.code == .iamDenied)
    }
}
