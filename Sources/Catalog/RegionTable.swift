/// The regions of all partitions, with Bedrock's presence.
///
/// Sources: AWS's public endpoint data as shipped with botocore 1.44.8 (regions, partitions, service `bedrock`),
/// the endpoint table of the AWS General Reference (<https://docs.aws.amazon.com/general/latest/gr/bedrock.html>) for
/// `.listed`, and the account guide's list of opt-in regions
/// (<https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html>).
let regionTable: [Region] = commercialRegions + otherRegions

/// The regions of the commercial partition, `aws`.
let commercialRegions: [Region] = [
    row("us-east-1", "US East (N. Virginia)", .listed),
    row("us-east-2", "US East (Ohio)", .listed),
    row("us-west-1", "US West (N. California)", .sourceRegion),
    row("us-west-2", "US West (Oregon)", .listed),
    row("ca-central-1", "Canada (Central)", .listed),
    row("ca-west-1", "Canada West (Calgary)", .sourceRegion, .needed),
    row("mx-central-1", "Mexico (Central)", .sourceRegion, .needed),
    row("sa-east-1", "South America (Sao Paulo)", .listed),
    row("sa-west-1", "South America (Chile)", .absent, .needed),
    row("eu-central-1", "Europe (Frankfurt)", .listed),
    row("eu-central-2", "Europe (Zurich)", .listed, .needed),
    row("eu-north-1", "Europe (Stockholm)", .listed),
    row("eu-south-1", "Europe (Milan)", .listed, .needed),
    row("eu-south-2", "Europe (Spain)", .listed, .needed),
    row("eu-west-1", "Europe (Ireland)", .listed),
    row("eu-west-2", "Europe (London)", .listed),
    row("eu-west-3", "Europe (Paris)", .listed),
    row("il-central-1", "Israel (Tel Aviv)", .sourceRegion, .needed),
    row("me-central-1", "Middle East (UAE)", .sourceRegion, .needed),
    row("me-south-1", "Middle East (Bahrain)", .sourceRegion, .needed),
    row("me-west-1", "Middle East (Saudi Arabia)", .absent, .needed),
    row("af-south-1", "Africa (Cape Town)", .sourceRegion, .needed),
    row("ap-east-1", "Asia Pacific (Hong Kong)", .absent, .needed),
    row("ap-east-2", "Asia Pacific (Taipei)", .sourceRegion, .needed),
    row("ap-northeast-1", "Asia Pacific (Tokyo)", .listed),
    row("ap-northeast-2", "Asia Pacific (Seoul)", .listed),
    row("ap-northeast-3", "Asia Pacific (Osaka)", .listed),
    row("ap-south-1", "Asia Pacific (Mumbai)", .listed),
    row("ap-south-2", "Asia Pacific (Hyderabad)", .listed, .needed),
    row("ap-southeast-1", "Asia Pacific (Singapore)", .listed),
    row("ap-southeast-2", "Asia Pacific (Sydney)", .listed),
    row("ap-southeast-3", "Asia Pacific (Jakarta)", .sourceRegion, .needed),
    row("ap-southeast-4", "Asia Pacific (Melbourne)", .sourceRegion, .needed),
    row("ap-southeast-5", "Asia Pacific (Malaysia)", .sourceRegion, .needed),
    row("ap-southeast-6", "Asia Pacific (New Zealand)", .sourceRegion, .needed),
    row("ap-southeast-7", "Asia Pacific (Thailand)", .sourceRegion, .needed),
]

/// Those of GovCloud, China, the isolated partitions and the sovereign cloud.
private let otherRegions: [Region] = [
    row("us-gov-east-1", "AWS GovCloud (US-East)", .listed),
    row("us-gov-west-1", "AWS GovCloud (US-West)", .listed),
    row("cn-north-1", "China (Beijing)", .absent),
    row("cn-northwest-1", "China (Ningxia)", .absent),
    row("us-iso-east-1", "US ISO East", .listed),
    row("us-iso-west-1", "US ISO West", .absent),
    row("us-isob-east-1", "US ISOB East (Ohio)", .sourceRegion),
    row("us-isob-west-1", "US ISOB West", .absent),
    row("eu-isoe-west-1", "EU ISOE West", .absent),
    row("us-isof-east-1", "US ISOF East", .sourceRegion),
    row("us-isof-south-1", "US ISOF South", .sourceRegion),
    row("eusc-de-east-1", "AWS European Sovereign Cloud (Germany)", .sourceRegion),
]

private func row(_ name: String, _ place: String, _ bedrock: Region.Bedrock, _ optIn: Region.OptIn = .notNeeded)
    -> Region
{
    Region(name: name, place: place, bedrock: bedrock, optIn: optIn)
}
