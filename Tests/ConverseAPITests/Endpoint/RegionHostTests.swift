import ConverseAPI
import JSONText
import TestSupport
import Testing

/// Our hosts against botocore's endpoint rules, for every region of every partition and names that no partition has.
@Suite("Hosts of regions", .live)
struct RegionHostTests {
    static let dump = """
        import json, sys
        import botocore.loaders
        from botocore.endpoint_provider import EndpointProvider
        loader = botocore.loaders.Loader()
        partitions = loader.load_data('partitions')
        regions = [r for p in partitions['partitions'] for r in p['regions'] if not r.endswith('-global')]
        regions += ['us-north-9', 'xx-bogus-9', 'us-gov-north-1', 'eusc-fr-east-1', 'eusc-de-west-2', 'cn-east', 'home',
                    'us-isox-east-1', 'us-isob-north-7', 'us-east', 'us-east-1-atl-1', 'eu-isoe-south-3']
        found = []
        for service in ('bedrock-runtime', 'bedrock'):
            rules = loader.load_service_model(service, 'endpoint-rule-set-1')
            provider = EndpointProvider(rules, partitions)
            for region in regions:
                for fips in (False, True):
                    for dual in (False, True):
                        url = provider.resolve_endpoint(Region=region, UseFIPS=fips, UseDualStack=dual).url
                        found.append([service, region, fips, dual, url])
        json.dump(found, sys.stdout)
        """

    @Test(.needsBotocore)
    func everyRegionAndVariantAgrees() async throws {
        let cases = try #require(await Python.json(Self.dump).arrayValue)
        #expect(cases.count > 400)
        for item in cases {
            let region = try #require(item[1]?.stringValue)
            var variant: EndpointVariant = []
            if item[2] == .bool(true) { variant.insert(.fips) }
            if item[3] == .bool(true) { variant.insert(.dualStack) }
            let service: BedrockService = item[0] == "bedrock" ? .controlPlane : .runtime
            let endpoint = try ConverseEndpoint(region: region, variant: variant, service: service)
            #expect(.string(endpoint.description) == item[4], "\(item)")
        }
    }

    @Test(arguments: [
        ("us-east-1", "aws"), ("cn-north-1", "aws-cn"), ("us-gov-west-1", "aws-us-gov"), ("us-iso-east-1", "aws-iso"),
        ("us-isob-east-1", "aws-iso-b"), ("eu-isoe-west-1", "aws-iso-e"), ("us-isof-south-1", "aws-iso-f"),
        ("eusc-de-east-1", "aws-eusc"), ("moon-base-1", "aws"),
    ])
    func partitionOfARegion(_ region: String, _ partition: String) {
        #expect(Partition.containing(region: region).id == partition)
    }

    @Test(arguments: [
        "", "us east 1", "us-east-1 ", "\"us-east-1\"", "us-east-1\n", "us.east.1", "-us", "évian-1", "a/b",
    ])
    func aRegionThatIsNoHostLabelIsRefused(_ region: String) {
        let error = #expect(throws: EndpointError.self) { try ConverseEndpoint(region: region) }
        #expect(error?.problem == .invalidRegion(region))
    }
}
