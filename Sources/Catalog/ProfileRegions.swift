/// The regions from which an inference profile of each prefix can be called.
///
/// Source: Bedrock's model cards of mid-2026 and
/// <https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html>. They differ by model: an
/// entry of the catalog has its own lists, and these serve models that the catalog does not know.
enum ProfileRegions {
    static let us = ["us-east-1", "us-east-2", "us-west-1", "us-west-2", "ca-central-1", "ca-west-1"]

    /// The three that every `us.` profile has.
    static let usCore = ["us-east-1", "us-east-2", "us-west-2"]

    static let eu = [
        "eu-central-1", "eu-central-2", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-2", "eu-west-3",
    ]

    /// For models of before 2025-08: without London and Zurich.
    static let euEarlier = ["eu-central-1", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-3"]

    static let apac = [
        "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-south-2", "ap-southeast-1",
        "ap-southeast-2",
    ]

    static let jp = ["ap-northeast-1", "ap-northeast-3"]

    static let au = ["ap-southeast-2", "ap-southeast-4", "ap-southeast-6"]

    static let usGov = ["us-gov-west-1", "us-gov-east-1"]

    /// The commercial regions that can call a `global.` profile of a current model.
    static let global = RegionCatalog.commercial.filter(\.hasBedrockRuntime).map(\.name)

    /// In the order in which they are tried: within a country, within a continent, anywhere.
    static let byPrefix: [(prefix: String, regions: [String])] = [
        ("jp", jp), ("au", au), ("us", us), ("eu", eu), ("us-gov", usGov), ("apac", apac), ("global", global),
    ]
}
