import Catalog
import Testing

@Suite struct RegionCatalogTests {
    @Test func `the matrix of all regions has the commercial ones, each once`() {
        let others = ["us-gov-", "cn-", "us-iso", "eu-iso", "eusc-"]
        let commercial = RegionCatalog.all.map(\.name).filter { name in !others.contains(where: name.hasPrefix) }
        #expect(RegionCatalog.commercial.map(\.name) == commercial)
        #expect(Set(RegionCatalog.all.map(\.name)).count == RegionCatalog.all.count)
        #expect(RegionCatalog.commercial.allSatisfy { $0.hasBedrockRuntime == ($0.bedrock != .absent) })
    }

    @Test(arguments: [
        ("us-esat-1", "us-east-1"), ("useast1", "us-east-1"), ("us_east_1", "us-east-1"), ("us-east", "us-east-1"),
        ("US-EAST-2", "us-east-2"), ("\"eu-west-1\"", "eu-west-1"), ("eu-centrl-1", "eu-central-1"),
        ("europe-west1", "eu-west-1"), ("Frankfurt", "eu-central-1"), ("US East (Ohio)", "us-east-2"),
        ("us-east-1a", "us-east-1"), ("us-est-1 ", "us-east-1"), ("ap-northest-1", "ap-northeast-1"),
        ("Virginia", "us-east-1"), ("us-gov-wst-1", "us-gov-west-1"), ("us-west-2;", "us-west-2"),
        ("us-east-1#", "us-east-1"), ("https://bedrock-runtime.eu-west-1.amazonaws.com", "eu-west-1"),
        ("bedrock-runtime.ap-south-1.amazonaws.com", "ap-south-1"), ("arn:aws:bedrock:eu-west-1::x", "eu-west-1"),
        ("EU (Frankfurt)", "eu-central-1"), ("AWS GovCloud (US-West)", "us-gov-west-1"),
    ])
    func `a misspelt region gives the one that was meant`(written: String, meant: String) {
        #expect(RegionCatalog.nearest(to: written) == meant)
    }

    @Test(arguments: ["", "home", "xx-bogus-9", "moon", "local", "test-region", "1"])
    func `nothing is suggested from far away`(written: String) {
        #expect(RegionCatalog.nearest(to: written) == nil)
    }

    @Test(arguments: [
        ("us-east-1a", "us-east-1"), ("eu-central-1c", "eu-central-1"), ("us-west-2-lax-1a", "us-west-2"),
        ("use1-az4", "us-east-1"), ("apne2-az1", "ap-northeast-2"), ("aps1-az3", "ap-south-1"),
        ("apse1-az2", "ap-southeast-1"), ("euc1-az1", "eu-central-1"), ("us-gov-west-1b", "us-gov-west-1"),
    ])
    func `a zone names its region`(zone: String, region: String) {
        #expect(RegionCatalog.region(ofAvailabilityZone: zone) == region)
    }

    @Test(arguments: ["us-east-1", "us-east-12", "us-east-1A", "xx-bogus-9a", "us-east-1-"])
    func `what is no zone is not taken for one`(name: String) {
        #expect(!RegionCatalog.isAvailabilityZone(name))
    }

    @Test func `the form of a name is judged apart from its being known`() {
        for region in RegionCatalog.all { #expect(RegionCatalog.isWellFormed(region.name), "\(region.name)") }
        for name in ["xx-bogus-9", "us-newplace-12"] { #expect(RegionCatalog.isWellFormed(name)) }
        for name in ["us-east", "us-east-1a", "US-EAST-1", "us east 1", "", "https://x", "us--east-1", "us-east-1\n"] {
            #expect(!RegionCatalog.isWellFormed(name), "\(name)")
        }
    }

    @Test func `Bedrock's presence is known, absent or unknown`() {
        #expect(RegionCatalog.hasBedrockRuntime("us-east-1") == true)
        #expect(RegionCatalog.hasBedrockRuntime("cn-north-1") == false)
        #expect(RegionCatalog.hasBedrockRuntime("xx-bogus-9") == nil)
        #expect(!RegionCatalog.commercial.contains { $0.name == "us-gov-east-1" })
    }
}
