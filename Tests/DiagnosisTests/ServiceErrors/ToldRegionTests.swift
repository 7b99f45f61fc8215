import Codes
import Diagnosis
import Report
import Testing

/// A reporter who says which region is called beside the one that is set.
@Suite struct ToldRegionTests {
    private static let refusal = "ValidationException: The provided model identifier is invalid."

    @Test(
        arguments: [
            (
                "# Wrong region\n\nlitellm calls go to eu-west-3. All requests are being sent to eu-west-3 instead of eu-central-1.",
                "is eu-west-3, not eu-central-1", "AWS_REGION_NAME=eu-central-1"
            ),
            (
                "import boto3\n\nThe client still uses us-west-2 although AWS_REGION=ap-south-1 is set.",
                "is us-west-2, not ap-south-1", "AWS_DEFAULT_REGION=ap-south-1"
            ),
            (
                "Despite aws_region=us-east-2 it is calling us-west-2 every time.", "is us-west-2, not us-east-2",
                "does not reach the client"
            ),
            (
                "bedrock_region = \"sa-east-1\"\n\nThe requests are going to us-east-1 despite the bedrock_region setting.",
                "is us-east-1, not sa-east-1", "does not reach the client"
            ),
        ])
    func `the region that is called is named first`(told: String, words: String, command: String) throws {
        let finding = try firstFinding("\(told)\n\n```\n\(Self.refusal)\n```\n")
        #expect(finding.remedies.first?.text.contains(words) ?? false, "\(remedyText(finding))")
        #expect(remedyText(finding).contains(command), "\(remedyText(finding))")
    }

    @Test(arguments: [
        "We use us-west-2 instead of us-east-1.", "Requests should be sent to us-east-1 instead of us-west-2.",
        "I switched to us-west-2 instead of us-east-1 and it uses that.",
    ])
    func `what is wished or was chosen is no disagreement`(told: String) throws {
        let finding = try firstFinding("import boto3\n\n\(told)\n\n```\n\(Self.refusal)\n```\n")
        #expect(!remedyText(finding).contains("does not reach the client, so"), "\(remedyText(finding))")
    }
}
