import Catalog

/// Names that stand in place of a region, rightly or wrongly.
enum AWSRegions {
    /// The regions that the search tries: those in which Bedrock is called most, then the catalog's others.
    ///
    /// Not those of isolated partitions, from which no request comes here.
    static let all = usual + RegionCatalog.all.map(\.name).filter { !usual.contains($0) && !$0.contains("-iso") }

    private static let usual = [
        "us-east-1", "us-west-2", "eu-west-1", "eu-central-1", "us-east-2", "ap-northeast-1", "ap-southeast-2",
        "ap-southeast-1", "ap-south-1",
    ]

    /// What signers put there when they read a host or a model id wrongly, or take a name of AWS's for a region.
    ///
    /// Nothing at all (Hadoop's S3A, "Working with IAM Assumed Roles"), the partition's own region
    /// (aws/aws-sdk-java-v2#988), labels of hosts (aws/aws-sdk-ruby#1052) and zones (aws/aws-sdk-ruby#729 and #960).
    static let mistaken = [
        "", "aws-global", "bedrock-runtime", "bedrock", "amazonaws", "us-east-1a", "us-west-2a",
    ]
}
