import Codes
import Report
import Testing

@testable import Diagnosis
@testable import Evidence

/// Refusals of a node's role where a pod's was meant to call, with names as people leave them in.
@Suite struct InstanceCallerTests {
    private static func advice(_ session: String, role: String = "workers", around: String = "") throws -> String {
        let text = """
            \(around)
            User: arn:aws:sts::123456789012:assumed-role/\(role)/\(session) is not authorized to perform: bedrock:InvokeModel on resource: arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0 because no identity-based policy allows the bedrock:InvokeModel action
            """
        let input = try ReadInput(Array(text.utf8), name: "paste")
        return Explanation(input, context: ExplainContext()).findings.first?.remedies.first?.text ?? ""
    }

    @Test(arguments: ["i-0abc12345def67890", "i-0abc", "i-XXXXX", "i-REDACTED", "i-0xxxxxxxxxxxxxxxx"])
    func `a session that is an instance is told, however it was made unreadable`(session: String) throws {
        #expect(try Self.advice(session).contains("do not widen the node's role"))
    }

    private static let irsa = "The pod has an IRSA service account."

    @Test(
        arguments: [
            ("prod-NodeInstanceRole-A", "Its web identity comes from the cluster's provider."),
            ("eksctl-prod-nodegroup-ng-1-NodeInstanceRole-1ABC", irsa), ("default-eks-node-group-2024", irsa),
            ("KarpenterNodeRole-prod", irsa), ("prod-nodes", irsa),
        ])
    func `a node's role is told where the text speaks of a pod's`(role: String, around: String) throws {
        #expect(try Self.advice("session", role: role, around: around).contains("the role of the node"))
    }

    @Test(
        arguments: [
            ("prod-NodeInstanceRole-A", "session", ""),
            ("nodejs-api", "session", irsa),
            // A job with a web identity of GitHub's, in no cluster.
            ("node-api-deploy", "session", "The job assumes it by web identity."),
            ("node-api", "botocore-session-1764500000", irsa),
            ("workers", "i-am-a-person", ""),
        ])
    func `another role is no node's`(role: String, session: String, around: String) throws {
        #expect(try !Self.advice(session, role: role, around: around).contains("do not widen"))
    }
}
