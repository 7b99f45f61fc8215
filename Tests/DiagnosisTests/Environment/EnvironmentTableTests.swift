import Diagnosis
import Report
import SigV4
import Testing

@Suite("Environments and their findings")
struct EnvironmentTableTests {
    private typealias Case = EnvironmentCase
    private static let good = ["credentials-found", "region-found", "config-endpoint-regional"]
    private static let calm = ["region-found", "config-endpoint-regional"]

    static let credentials: [EnvironmentCase] = [
        Case("a long-lived pair", Case.with([:]), good),
        Case("a temporary pair", Case.with(Case.session), good),
        Case("an empty token is none", Case.with(["AWS_SESSION_TOKEN": ""]), good),
        Case("nothing", Case.region, ["credentials-missing"] + calm),
        Case(
            "only the id", Case.with(["AWS_ACCESS_KEY_ID": Case.accessKeyID], Case.region),
            ["credentials-partial"] + calm),
        Case(
            "only the secret", Case.with(["AWS_SECRET_ACCESS_KEY": Case.secret], Case.region),
            ["credentials-partial"] + calm),
        Case("a blank secret", Case.with(["AWS_SECRET_ACCESS_KEY": "  "]), ["credentials-blank"] + calm),
        Case("an empty id", Case.with(["AWS_ACCESS_KEY_ID": ""]), ["credentials-blank"] + calm),
        Case(
            "both blank", Case.with(["AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": ""]),
            ["credentials-blank"] + calm),
        Case("a quoted id", Case.with(["AWS_ACCESS_KEY_ID": "\"\(Case.accessKeyID)\""]), ["credentials-quoted"] + calm),
        Case(
            "a secret in single quotes", Case.with(["AWS_SECRET_ACCESS_KEY": "'\(Case.secret)'"]),
            ["credentials-quoted"] + calm),
        Case(
            "typographic quotes", Case.with(["AWS_SECRET_ACCESS_KEY": "\u{201C}\(Case.secret)\u{201D}"]),
            ["credentials-quoted"] + calm),
        Case(
            "a space at the end", Case.with(["AWS_SECRET_ACCESS_KEY": Case.secret + " "]),
            ["credentials-whitespace"] + calm),
        Case(
            "a line feed", Case.with(["AWS_ACCESS_KEY_ID": Case.accessKeyID + "\n"]),
            ["credentials-control-character"] + calm),
        Case(
            "Windows line ends", Case.with(["AWS_SECRET_ACCESS_KEY": Case.secret + "\r\n"]),
            ["credentials-control-character"] + calm),
        Case(
            "a space for a plus", Case.with(["AWS_SECRET_ACCESS_KEY": Case.secret.replacing("+", with: " ")]),
            ["credentials-secret-space"] + calm),
        Case(
            "a hyphen made finer", Case.with(["AWS_SECRET_ACCESS_KEY": Case.secret.replacing("+", with: "\u{2013}")]),
            ["credentials-non-ascii"] + calm),
        Case(
            "swapped", Case.with(["AWS_ACCESS_KEY_ID": Case.secret, "AWS_SECRET_ACCESS_KEY": Case.accessKeyID]),
            ["credentials-swapped"] + calm),
        Case(
            "the id twice", Case.with(["AWS_SECRET_ACCESS_KEY": Case.accessKeyID]),
            ["credentials-secret-is-key-id"] + calm),
        Case(
            "ASIA without a token", Case.with(["AWS_ACCESS_KEY_ID": Case.temporaryKeyID]),
            ["credentials-token-missing"] + calm),
        Case(
            "AKIA with a token", Case.with(["AWS_SESSION_TOKEN": Case.token]), ["credentials-token-unexpected"] + calm),
        Case(
            "a role's id", Case.with(["AWS_ACCESS_KEY_ID": "AROAQ3EGRZTL5XWN7YVB"]), ["credentials-key-id-kind"] + calm),
        Case(
            "a user's id", Case.with(["AWS_ACCESS_KEY_ID": "AIDAQ3EGRZTL5XWN7YVB"]), ["credentials-key-id-kind"] + calm),
        Case(
            "a cut id", Case.with(["AWS_ACCESS_KEY_ID": "AKIAQ3EGRZTL5XWN7YV"]),
            ["credentials-key-id-odd", "credentials-found"] + calm),
        Case(
            "an id in small letters", Case.with(["AWS_ACCESS_KEY_ID": Case.accessKeyID.lowercased()]),
            ["credentials-key-id-odd", "credentials-found"] + calm),
        Case(
            "a cut secret", Case.with(["AWS_SECRET_ACCESS_KEY": String(Case.secret.dropLast())]),
            ["credentials-secret-odd-length", "credentials-found"] + calm),
        Case(
            "a strange secret", Case.with(["AWS_SECRET_ACCESS_KEY": Case.secret.replacing("+", with: "$")]),
            ["credentials-secret-odd-alphabet", "credentials-found"] + calm),
        Case(
            "a URL-encoded secret",
            Case.with(["AWS_SECRET_ACCESS_KEY": Case.secret.replacing("+", with: "%2B").replacing("/", with: "%2F")]),
            ["credentials-url-encoded"] + calm),
        Case(
            "a cut token", Case.with(["AWS_SESSION_TOKEN": "IQoJb3JpZ2luX2VjEHo"], Case.session.adding(Case.region)),
            ["credentials-token-odd", "credentials-found"] + calm),
        Case(
            "the secret as token", Case.with(["AWS_SESSION_TOKEN": Case.secret], Case.session.adding(Case.region)),
            ["credentials-token-duplicate"] + calm),
        Case(
            "expired",
            Case.with(["AWS_CREDENTIAL_EXPIRATION": "2026-11-22T09:59:59Z"], Case.session.adding(Case.region)),
            ["credentials-expired"] + calm),
        Case(
            "expired by offset",
            Case.with(["AWS_CREDENTIAL_EXPIRATION": "2026-11-22T11:59:59.123+02:00"], Case.session.adding(Case.region)),
            ["credentials-expired"] + calm),
        Case(
            "expiring",
            Case.with(["AWS_CREDENTIAL_EXPIRATION": "2026-11-22T10:14:00Z"], Case.session.adding(Case.region)),
            ["credentials-expiring", "credentials-found"] + calm),
        Case(
            "long to go",
            Case.with(["AWS_CREDENTIAL_EXPIRATION": "2026-11-22T11:00:00Z"], Case.session.adding(Case.region)),
            good),
        Case(
            "an expiration left over", Case.with(["AWS_CREDENTIAL_EXPIRATION": "2025-01-01T00:00:00+00:00"]),
            ["credentials-expiration-leftover", "credentials-found"] + calm),
        Case(
            "an expiration without a zone", Case.with(["AWS_CREDENTIAL_EXPIRATION": "2026-11-22T10:00:00"]),
            ["credentials-expiration-malformed", "credentials-found"] + calm),
    ]

    static let sources: [EnvironmentCase] = [
        Case(
            "a bearer token", Case.with(["AWS_BEARER_TOKEN_BEDROCK": "ABSKQmVkcm9ja0FQSUtleS1leGFtcGxl"]),
            ["credentials-bearer-token-ignored", "credentials-found"] + calm),
        Case(
            "a bearer token alone",
            Case.with(["AWS_BEARER_TOKEN_BEDROCK": "ABSKQmVkcm9ja0FQSUtleS1leGFtcGxl"], Case.region),
            ["credentials-missing", "credentials-bearer-token-ignored"] + calm),
        Case(
            "an empty bearer token", Case.with(["AWS_BEARER_TOKEN_BEDROCK": ""]),
            ["credentials-bearer-token-ignored", "credentials-found"] + calm),
        Case(
            "a profile", Case.with(["AWS_PROFILE": "staging"]),
            ["credentials-profile-ignored", "credentials-found"] + calm),
        Case(
            "a default profile", Case.with(["AWS_DEFAULT_PROFILE": "staging"]),
            ["credentials-profile-ignored", "credentials-found"] + calm),
        Case(
            "a web identity", Case.with(["AWS_WEB_IDENTITY_TOKEN_FILE": "/t", "AWS_ROLE_ARN": "arn"], Case.region),
            ["credentials-missing", "credentials-web-identity-ignored"] + calm),
        Case(
            "a container", Case.with(["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/v2/x"], Case.region),
            ["credentials-missing", "credentials-container-ignored"] + calm),
        Case(
            "the old token's name", Case.with(["AWS_SECURITY_TOKEN": Case.token]),
            ["credentials-security-token-ignored", "credentials-found"] + calm),
        Case(
            "other files", Case.with(["AWS_SHARED_CREDENTIALS_FILE": "/x", "AWS_CONFIG_FILE": "/y"]),
            ["credentials-file-variable-ignored", "credentials-found"] + calm),
        Case(
            "no metadata", Case.with(["AWS_EC2_METADATA_DISABLED": "true"]),
            ["credentials-found", "credentials-metadata-variable"] + calm),
        Case(
            "small letters",
            Case.with(["aws_access_key_id": Case.accessKeyID, "aws_secret_access_key": Case.secret], Case.region),
            ["credentials-missing", "credentials-variable-misnamed", "credentials-variable-misnamed"] + calm),
        Case(
            "names of another tool",
            Case.with(["AWS_ACCESS_KEY": Case.accessKeyID, "AWS_SECRET_KEY": Case.secret], Case.region),
            ["credentials-missing", "credentials-variable-misnamed", "credentials-variable-misnamed"] + calm),
        Case(
            "a slip in a name",
            Case.with(["AWS_SECRET_ACESS_KEY": Case.secret, "AWS_ACCESS_KEY_ID": Case.accessKeyID], Case.region),
            ["credentials-partial", "credentials-variable-misnamed"] + calm),
        Case("a second name with the same value", Case.with(["AWS_ACCESS_KEY": Case.accessKeyID]), good),
    ]

    static let regions: [EnvironmentCase] = [
        Case("no region", Case.pair, ["region-default-used", "credentials-found", "config-endpoint-regional"]),
        Case("the second variable", Case.pair.adding(["AWS_DEFAULT_REGION": "eu-central-1"]), good),
        Case("both, alike", Case.with(["AWS_DEFAULT_REGION": "us-east-1"]), good),
        Case(
            "both, different", Case.with(["AWS_DEFAULT_REGION": "eu-central-1"]),
            ["region-disagree", "credentials-found", "config-endpoint-regional"]),
        Case(
            "a blank one", Case.with(["AWS_REGION": " "]),
            ["region-default-used", "region-blank", "credentials-found", "config-endpoint-regional"]),
        Case(
            "LiteLLM's variable", Case.with(["AWS_REGION_NAME": "eu-west-1"]),
            ["region-name-variable-ignored", "credentials-found", "config-endpoint-regional"]),
        Case(
            "a misnamed one", Case.pair.adding(["AWS_REGOIN": "eu-west-1"]),
            ["region-variable-misnamed", "region-default-used", "credentials-found", "config-endpoint-regional"]),
    ]

    /// The region's value, and the one code about it.
    static let regionNames: [(String, String)] = [
        ("us-esat-1", "region-misspelt"), ("us-east1", "region-misspelt"), ("useast1", "region-misspelt"),
        ("europe-west1", "region-misspelt"), ("us-east", "region-misspelt"), ("US-EAST-1", "region-upper-case"),
        (" us-east-1", "region-unclean"), ("us-east-1\n", "region-unclean"), ("\"us-east-1\"", "region-unclean"),
        ("us-east-1a", "region-availability-zone"), ("us-west-2-lax-1a", "region-availability-zone"),
        ("use1-az4", "region-availability-zone"), ("global", "region-global"), ("aws-global", "region-global"),
        ("cn-north-1", "region-partition-without-bedrock"), ("us-east-9", "region-unknown"),
        ("xx-bogus-9", "region-unknown"), ("not a region at all!", "region-unclean"),
        ("production", "region-malformed"),
        ("us-gov-west-1", "region-found"), ("ap-southeast-7", "region-found"), ("eu-south-2", "region-found"),
    ]

    static let assignments: [(String, String)] = [
        ("AWS_ACCESS_KEY_ID", "AWS_ACCESS_KEY_ID=\(Case.temporaryKeyID)"),
        ("AWS_ACCESS_KEY_ID", "export AWS_ACCESS_KEY_ID=\(Case.temporaryKeyID)"),
        ("AWS_ACCESS_KEY_ID", "aws_access_key_id = \(Case.temporaryKeyID)"),
        ("AWS_SECRET_ACCESS_KEY", "AWS_SECRET_ACCESS_KEY: \(Case.secret)"),
        ("AWS_SESSION_TOKEN", "AWS_SESSION_TOKEN=\(Case.token)=="),
    ]

    @Test("a value that is a whole assignment is the failure", arguments: assignments)
    func assignment(name: String, value: String) throws {
        let findings = EnvironmentCase.facts(EnvironmentCase.with([name: value], EnvironmentCase.session)).diagnosis
            .findings
        let failures = findings.filter { $0.status == .fail && $0.code != "credentials-whitespace" }
        #expect(failures.map(\.code) == ["credentials-name-in-value"])
        #expect(failures.first?.remedies.first?.command != nil)
    }

    @Test("nothing is called right that hangs on a wrong region", arguments: ["frankfurt", "us-east-1a", "us-east1"])
    func oneFailure(region: String) {
        let findings = EnvironmentCase.facts(EnvironmentCase.with(["AWS_REGION": region])).diagnosis.findings
        #expect(findings.filter { $0.status != .pass }.map(\.check) == ["region"])
        #expect(!findings.map(\.code).contains("config-endpoint-regional"))
    }

    @Test("a wrong region of the flag is corrected in the command")
    func flag() throws {
        for (written, meant) in [
            ("us-east1", "us-east-1"), ("frankfurt", "eu-central-1"), ("Tokyo", "ap-northeast-1"),
            ("eu-west-1b", "eu-west-1"),
        ] {
            let facts = EnvironmentFacts(
                variables: Case.pair, overrides: SettingOverrides(region: Setting(written, origin: "--region")),
                now: Case.now)
            let finding = try #require(facts.diagnosis.findings.first { $0.check == "region" })
            let run = Invocation(command: "check", arguments: ["check", "--region", written])
            #expect(
                finding.remedies.compactMap { $0.step?.command(in: run) }.first == "doctor check --region \(meant)")
        }
    }

    static let endpoints: [EnvironmentCase] = [
        Case(
            "a gateway", Case.with(["AWS_ENDPOINT_URL_BEDROCK_RUNTIME": "https://gw.example/bedrock"]),
            ["config-endpoint-override", "credentials-found", "region-found"]),
        Case(
            "the host of another region",
            Case.with(["AWS_ENDPOINT_URL": "https://bedrock-runtime.eu-west-1.amazonaws.com"]),
            ["config-endpoint-region-mismatch", "config-endpoint-override", "credentials-found", "region-found"]),
        Case(
            "a VPC endpoint of the region",
            Case.with([
                "AWS_ENDPOINT_URL_BEDROCK_RUNTIME": "https://vpce-0a1-b.bedrock-runtime.us-east-1.vpce.amazonaws.com"
            ]),
            ["config-endpoint-override", "credentials-found", "region-found"]),
        Case(
            "the control plane", Case.with(["AWS_ENDPOINT_URL": "https://bedrock.us-east-1.amazonaws.com"]),
            ["config-endpoint-control-plane", "config-endpoint-override", "credentials-found", "region-found"]),
        Case(
            "another service", Case.with(["AWS_ENDPOINT_URL": "https://sts.us-east-1.amazonaws.com"]),
            ["config-endpoint-other-service", "config-endpoint-override", "credentials-found", "region-found"]),
        Case(
            "plain http", Case.with(["AWS_ENDPOINT_URL": "http://gw.example"]),
            ["config-endpoint-insecure", "config-endpoint-override", "credentials-found", "region-found"]),
        Case(
            "this machine", Case.with(["AWS_ENDPOINT_URL": "http://127.0.0.1:8080"]),
            ["config-endpoint-override", "credentials-found", "region-found"]),
        Case(
            "no URL", Case.with(["AWS_ENDPOINT_URL": "gw.example"]),
            ["config-endpoint-malformed", "credentials-found", "region-found"]),
        Case(
            "switched off",
            Case.with(["AWS_ENDPOINT_URL": "https://gw.example", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "true"]),
            ["config-endpoint-ignored"] + good),
        Case(
            "the control plane's variable", Case.with(["AWS_ENDPOINT_URL_BEDROCK": "https://gw.example"]),
            ["config-endpoint-control-plane-only"] + good),
        Case("FIPS", Case.with(["AWS_USE_FIPS_ENDPOINT": "true"]), good + ["config-endpoint-variant"]),
        Case(
            "FIPS where there is none", Case.with(["AWS_USE_FIPS_ENDPOINT": "true", "AWS_REGION": "eu-west-1"]),
            ["config-fips-unlisted"] + good),
        Case("dual stack", Case.with(["AWS_USE_DUALSTACK_ENDPOINT": "TRUE"]), good + ["config-endpoint-variant"]),
        Case("a flag that is none", Case.with(["AWS_USE_FIPS_ENDPOINT": "yes"]), ["config-flag-malformed"] + good),
        Case(
            "no correction of the clock", Case.with(["AWS_DISABLE_CLOCK_SKEW_CORRECTION": "true"]),
            ["config-skew-correction-disabled"] + good),
        Case(
            "a misnamed endpoint", Case.with(["AWS_ENDPOINT_URL_BEDROCK_RUNTIM": "https://gw.example"]),
            ["config-variable-misnamed"] + good),
    ]

    static let proxies: [EnvironmentCase] = [
        Case("a proxy", Case.with(["HTTPS_PROXY": "http://proxy.example:3128"]), good + ["network-proxy-used"]),
        Case("a proxy for all", Case.with(["all_proxy": "socks5h://proxy.example"]), good + ["network-proxy-used"]),
        Case(
            "a proxy passed by", Case.with(["https_proxy": "http://p:1", "NO_PROXY": "localhost,.amazonaws.com"]),
            good + ["network-proxy-bypassed"]),
        Case(
            "exceptions for others",
            Case.with(["https_proxy": "http://p:1", "NO_PROXY": "localhost,notamazonaws.com"]),
            good + ["network-proxy-used"]),
        Case(
            "a proxy without a port number", Case.with(["HTTPS_PROXY": "http://p:port"]),
            ["network-proxy-malformed"] + good),
        Case("a proxy of another kind", Case.with(["HTTPS_PROXY": "ftp://p:21"]), ["network-proxy-malformed"] + good),
        Case("a proxy for http only", Case.with(["HTTP_PROXY": "http://p:1"]), ["network-proxy-http-only"] + good),
        Case(
            "two proxies", Case.with(["HTTPS_PROXY": "http://a:1", "https_proxy": "http://b:1"]),
            ["network-proxy-case-conflict"] + good + ["network-proxy-used"]),
        Case(
            "a pattern", Case.with(["https_proxy": "http://p:1", "no_proxy": "*.amazonaws.com"]),
            ["network-no-proxy-pattern"] + good + ["network-proxy-used"]),
        Case("exceptions without a proxy", Case.with(["no_proxy": "*.amazonaws.com"]), good),
        Case(
            "this machine behind a proxy",
            Case.with(["AWS_ENDPOINT_URL": "http://127.0.0.1:1", "http_proxy": "http://p:1"]),
            ["config-endpoint-override", "network-proxy-used", "credentials-found", "region-found"]),
    ]

    private func codes(_ variables: [String: String]) -> [String] {
        EnvironmentCase.facts(variables).diagnosis.findings.map(\.code)
    }

    @Test("credentials", arguments: credentials)
    func credentialFindings(environment: EnvironmentCase) {
        #expect(codes(environment.variables) == environment.codes)
    }

    @Test("sources that PRX does not use", arguments: sources)
    func sourceFindings(environment: EnvironmentCase) {
        #expect(codes(environment.variables) == environment.codes)
    }

    @Test("regions", arguments: regions)
    func regionFindings(environment: EnvironmentCase) {
        #expect(codes(environment.variables) == environment.codes)
    }

    @Test("region names", arguments: regionNames)
    func regionNameFindings(name: String, code: String) {
        let found = codes(EnvironmentCase.with(["AWS_REGION": name])).filter { $0.hasPrefix("region-") }
        #expect(found == [code])
    }

    @Test("endpoints", arguments: endpoints)
    func endpointFindings(environment: EnvironmentCase) {
        #expect(codes(environment.variables) == environment.codes)
    }

    @Test("proxies", arguments: proxies)
    func proxyFindings(environment: EnvironmentCase) {
        #expect(codes(environment.variables) == environment.codes)
    }
}

extension EnvironmentFacts {
    var diagnosis: EnvironmentDiagnosis { EnvironmentCheck.run(self) }
}
