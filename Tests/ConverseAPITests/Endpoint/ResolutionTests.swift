import ConverseAPI
import JSONText
import TestSupport
import Testing

@Suite("Region and endpoint from the environment", .live)
struct ResolutionTests {
    @Test(arguments: [
        ([:], "us-east-1", ResolvedRegion.Origin.fallback),
        (["AWS_REGION": "eu-west-1"], "eu-west-1", .variable("AWS_REGION")),
        (["AWS_DEFAULT_REGION": "eu-west-2"], "eu-west-2", .variable("AWS_DEFAULT_REGION")),
        (["AWS_REGION": "eu-west-1", "AWS_DEFAULT_REGION": "eu-west-2"], "eu-west-1", .variable("AWS_REGION")),
        (["AWS_REGION": "", "AWS_DEFAULT_REGION": "eu-west-2"], "eu-west-2", .variable("AWS_DEFAULT_REGION")),
        (["AWS_REGION": " \t", "AWS_DEFAULT_REGION": "\n"], "us-east-1", .fallback),
        (["AWS_REGION": "eu-west-1 "], "eu-west-1 ", .variable("AWS_REGION")),
    ])
    func region(_ environment: [String: String], _ name: String, _ origin: ResolvedRegion.Origin) {
        #expect(ResolvedRegion(environment: environment) == ResolvedRegion(name: name, origin: origin))
    }

    static let own = "https://bedrock-runtime.us-west-2.amazonaws.com"

    @Test(arguments: [
        ([:], nil, own, ResolvedEndpoint.Origin.region),
        (["AWS_ENDPOINT_URL": "https://a.example"], nil, "https://a.example", .variable("AWS_ENDPOINT_URL")),
        (
            ["AWS_ENDPOINT_URL": "https://a.example", "AWS_ENDPOINT_URL_BEDROCK_RUNTIME": "https://b.example/p/"], nil,
            "https://b.example/p", .variable("AWS_ENDPOINT_URL_BEDROCK_RUNTIME")
        ),
        (
            ["AWS_ENDPOINT_URL": "https://a.example", "AWS_ENDPOINT_URL_BEDROCK_RUNTIME": " "], nil,
            "https://a.example", .variable("AWS_ENDPOINT_URL")
        ),
        (["AWS_ENDPOINT_URL_BEDROCK": "https://c.example"], nil, own, .region),
        (["AWS_ENDPOINT_URL": "https://a.example"], "https://x.example", "https://x.example", .argument),
        (
            ["AWS_ENDPOINT_URL": "https://a.example", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "True"], nil, own, .region
        ),
        (
            ["AWS_ENDPOINT_URL": "https://a.example", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "1"], nil,
            "https://a.example", .variable("AWS_ENDPOINT_URL")
        ),
        (
            ["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "true"], "https://x.example", "https://x.example", .argument
        ),
        (["AWS_USE_FIPS_ENDPOINT": "true"], nil, "https://bedrock-runtime-fips.us-west-2.amazonaws.com", .region),
        (["AWS_USE_DUALSTACK_ENDPOINT": "TRUE"], nil, "https://bedrock-runtime.us-west-2.api.aws", .region),
        (["AWS_USE_FIPS_ENDPOINT": "yes"], nil, own, .region),
        (
            ["AWS_USE_FIPS_ENDPOINT": "true", "AWS_ENDPOINT_URL": "https://a.example"], nil, "https://a.example",
            .variable("AWS_ENDPOINT_URL")
        ),
    ])
    func endpoint(
        _ environment: [String: String], _ url: String?, _ expected: String, _ origin: ResolvedEndpoint.Origin
    ) throws {
        let resolved = try ResolvedEndpoint(environment: environment, region: "us-west-2", url: url)
        #expect(resolved.endpoint.description == expected)
        #expect(resolved.origin == origin)
    }

    @Test
    func theVariableThatIsWrongIsNamed() {
        let error = #expect(throws: EndpointError.self) {
            try ResolvedEndpoint(environment: ["AWS_ENDPOINT_URL": "localhost:80"], region: "us-west-2")
        }
        #expect(error?.variable == "AWS_ENDPOINT_URL")
        #expect(error?.description.hasPrefix("AWS_ENDPOINT_URL: expected a URL that begins with https://") == true)
    }

    /// What botocore makes of the same environments.
    @Test(.needsBotocore)
    func endpointVariablesAreReadAsBotocoreReadsThem() async throws {
        let environments: [[String: String]] = [
            [:], ["AWS_USE_FIPS_ENDPOINT": "true"], ["AWS_USE_DUALSTACK_ENDPOINT": "true"],
            ["AWS_USE_FIPS_ENDPOINT": "true", "AWS_USE_DUALSTACK_ENDPOINT": "True"], ["AWS_USE_FIPS_ENDPOINT": "1"],
            ["AWS_ENDPOINT_URL": "https://a.example/p"],
            ["AWS_ENDPOINT_URL": "https://a.example", "AWS_ENDPOINT_URL_BEDROCK_RUNTIME": "http://b.example:81/x"],
            ["AWS_ENDPOINT_URL": "https://a.example", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "true"],
            ["AWS_ENDPOINT_URL": "https://a.example", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "yes"],
            ["AWS_ENDPOINT_URL_BEDROCK": "https://c.example"],
        ]
        let script = """
            import json, os, sys
            import botocore.session
            found = []
            for variables in json.loads(os.environ['CASES']):
                for name in [n for n in os.environ if n.startswith('AWS_')]:
                    del os.environ[name]
                os.environ.update(variables, AWS_ACCESS_KEY_ID='x', AWS_SECRET_ACCESS_KEY='y',
                                  AWS_DEFAULT_REGION='us-gov-west-1', AWS_CONFIG_FILE='/nonexistent')
                found.append(botocore.session.Session().create_client('bedrock-runtime').meta.endpoint_url)
            json.dump(found, sys.stdout)
            """
        let cases = JSONValue.array(
            environments.map { .object(JSONObject($0.map { JSONMember(name: $0.key, value: .string($0.value)) })) })
        let found = try #require(await Python.json(script, ["CASES": cases.text()]).arrayValue)
        #expect(found.count == environments.count)
        for (environment, url) in zip(environments, found) {
            let resolved = try ResolvedEndpoint(environment: environment, region: "us-gov-west-1")
            #expect(.string(resolved.endpoint.description) == url, "\(environment)")
        }
    }
}
