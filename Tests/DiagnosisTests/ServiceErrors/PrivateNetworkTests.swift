import Codes
import Report
import Testing

@testable import Diagnosis
@testable import Evidence

private func first(_ text: String) throws -> Finding {
    let input = try ReadInput(Array(text.utf8), name: "paste")
    return try #require(Explanation(input, context: ExplainContext(now: 1_795_300_000)).findings.first)
}

private let silence =
    "\nConnect timeout on endpoint URL: \"https://bedrock-runtime.eu-west-1.amazonaws.com/model/amazon.nova-lite-v1%3A0/converse\""

/// Programs in networks of AWS, and metadata that keeps silent there.
@Suite struct PrivateNetworkTests {
    @Test(
        arguments: [
            (
                "Our Lambda runs in a VPC, and the bedrock-runtime VPC endpoint is available." + silence,
                ["Let port 443 in", "com.amazonaws.eu-west-1.bedrock-runtime", "private DNS"]
            ),
            (
                "A Fargate task calls through an interface endpoint of the VPC.\nTimeoutError: connect ETIMEDOUT 10.1.2.3:443 at bedrock-runtime.eu-west-1.amazonaws.com",
                ["Let port 443 in", "10.1.2.3, an address of the network"]
            ),
            (
                "The function sits in our VPC with a PrivateLink endpoint for Bedrock (Lambda, Node 22).\nTimeoutError: connect ETIMEDOUT 3.10.20.30:443 at bedrock-runtime.eu-west-1.amazonaws.com",
                ["a public address, so the endpoint is not used"]
            ),
            (
                "The ECS task is in a private subnet without NAT." + silence,
                ["Give the subnets of the task a way to Bedrock", "assignPublicIp"]
            ),
            (
                "An ECS service in a VPC without internet. Is a VPC endpoint needed?" + silence,
                ["Give the subnets of the task a way to Bedrock"]
            ),
            (
                "Lambda in a VPC, there is no VPC endpoint yet." + silence,
                ["Give the subnets of the function a way to Bedrock"]
            ),
        ])
    func `the way out is told by what the network has`(text: String, says: [String]) throws {
        let finding = try first(text)
        #expect(finding.code == .networkUnreachable)
        let remedy = try #require(finding.remedies.first)
        for words in says { #expect(remedy.text.contains(words), "\(remedy.text)") }
        #expect(!finding.remedies.contains { $0.command?.hasPrefix("curl") ?? false })
    }

    @Test(
        arguments: [
            (
                "In a pod on EKS:\nRead timeout on endpoint URL: \"http://169.254.169.254/latest/api/token\"\nbotocore.exceptions.NoCredentialsError: Unable to locate credentials",
                "Raise the hop limit of IMDSv2 to 2", "Pod Identity"
            ),
            (
                "Karpenter node, Kubernetes deployment: operation error Bedrock Runtime: Converse, get identity: get credentials: failed to refresh cached credentials, no EC2 IMDS role found, operation error ec2imds: GetMetadata, http response error StatusCode: 401",
                "Raise the hop limit of IMDSv2 to 2", "Pod Identity"
            ),
            (
                "In a task on ECS: operation error Bedrock Runtime: Converse, get identity: get credentials: failed to refresh cached credentials, no EC2 IMDS role found, operation error ec2imds: GetMetadata, request canceled, context deadline exceeded",
                "Give the task a task role", "hop limit"
            ),
            (
                "On my laptop: operation error Bedrock Runtime: Converse, get identity: get credentials: failed to refresh cached credentials, no EC2 IMDS role found, operation error ec2imds: GetMetadata, dial tcp 169.254.169.254:80: connect: no route to host",
                "Outside of AWS there is no instance metadata at all", "AWS_PROFILE"
            ),
        ])
    func `silent metadata is told by the place`(text: String, leads: String, and: String) throws {
        let finding = try first(text)
        #expect(finding.code == .credentialsMissing)
        #expect(finding.remedies.first?.text.contains(leads) == true, "\(finding.remedies)")
        #expect(finding.remedies.map(\.text).joined().contains(and))
    }

    @Test(
        arguments: [
            (
                "A Vite app:\nUncaught Error: Credential is missing\n    at credentialDefaultProvider (runtimeConfig.browser.js:18)",
                "fromCognitoIdentityPool"
            ),
            (
                "Next.js, an API route on the server:\nError: Credential is missing\n    at runtimeConfig.browser.js:24",
                "serverExternalPackages"
            ),
            ("Expo and Metro, on the phone: [Error: Credential is missing]", "Cognito"),
            (
                "webpack bundle of our Electron program; the AWS CLI works.\nError: Credential is missing",
                "target: 'node'"
            ),
        ])
    func `the build for browsers takes no variables`(text: String, says: String) throws {
        let finding = try first(text)
        #expect(finding.title == "The SDK's build for browsers has no credentials")
        #expect(finding.remedies.first?.text.contains(says) == true, "\(finding.remedies)")
        #expect(!finding.remedies.contains { $0.text.contains("mount ~/.aws") || $0.command == "doctor env" })
    }
}
