import WireText

/// Names that stand in place of a region, rightly or wrongly.
enum AWSRegions {
    /// The regions of AWS, the usual ones first.
    static let all = [
        "us-east-1", "us-west-2", "eu-west-1", "eu-central-1", "us-east-2", "ap-northeast-1", "ap-southeast-2",
        "ap-southeast-1", "ap-south-1", "eu-west-2", "eu-west-3", "eu-north-1", "ca-central-1", "sa-east-1",
        "us-west-1",
        "ap-northeast-2", "ap-northeast-3", "eu-south-1", "eu-south-2", "eu-central-2", "ap-south-2", "ap-southeast-3",
        "ap-southeast-4", "ap-southeast-5", "ap-southeast-7", "ap-east-1", "ap-east-2", "me-south-1", "me-central-1",
        "af-south-1", "il-central-1", "ca-west-1", "mx-central-1", "us-gov-west-1", "us-gov-east-1", "cn-north-1",
        "cn-northwest-1", "ap-southeast-6",
    ]

    /// What signers put there when they read a host or a model id wrongly, or take a name of AWS's for a region.
    ///
    /// Nothing at all (Hadoop's S3A, "Working with IAM Assumed Roles"), the partition's own region
    /// (aws/aws-sdk-java-v2#988), labels of hosts (aws/aws-sdk-ruby#1052) and zones (aws/aws-sdk-ruby#729 and #960).
    static let mistaken = [
        "", "aws-global", "bedrock-runtime", "bedrock", "amazonaws", "us-east-1a", "us-west-2a",
    ]

    /// Whether a text has the form of a region.
    static func isRegion(_ text: some StringProtocol) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count >= 3, parts[0].utf8.count == 2, let number = parts.last, number.utf8.count == 1 else {
            return false
        }
        return number.utf8.allSatisfy(\.isDigit)
            && parts.dropLast().allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(\.isLowercaseLetter) }
    }
}
