import Codes
import Diagnosis
import Report
import SigV4
import Testing

@Suite("Environments and their findings")
struct EnvironmentTableTests {
    private typealias Case = EnvironmentCase
    private static let good: [FindingCode] = [.credentialsFound, .regionFound, .configEndpointRegional]
    private static let calm: [FindingCode] = [.regionFound, .configEndpointRegional]

    static let credentials: [EnvironmentCase] = [
        Case("a long-lived pair", Case.with([:]), good),
        Case("a temporary pair", Case.with(Case.session), good),
        Case("an empty token is none", Case.with(["AWS_SESSION_TOKEN": ""]), good),
        Case("nothing", Case.region, [.credentialsMissing] + calm),
        Case(
            "only the id", Case.with(["AWS_ACCESS_KEY_ID": Case.accessKeyID], Case.region),
            [.credentialsPartial] + calm),
        Case(
            "only the secret", Case.with(["AWS_SECRET_ACCESS_KEY": Case.secret], Case.region),
            [.credentialsPartial] + calm),
        Case("a blank secret", Case.with(["AWS_SECRET_ACCESS_KEY": "  "]), [.credentialsBlank] + calm),
        Case("an empty id", Case.with(["AWS_ACCESS_KEY_ID": ""]), [.credentialsBlank] + calm),
        Case(
            "both blank", Case.with(["AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": ""]),
            [.credentialsBlank] + calm),
        Case("a quoted id", Case.with(["AWS_ACCESS_KEY_ID": "\"\(Case.accessKeyID)\""]), [.credentialsQuoted] + calm),
        Case(
            "a secret in single quotes", Case.with(["AWS_SECRET_ACCESS_KEY": "'\(Case.secret)'"]),
            [.credentialsQuoted] + calm),
        Case(
            "typographic quotes", Case.with(["AWS_SECRET_ACCESS_KEY": "\u{201C}\(Case.secret)\u{201D}"]),
            [.credentialsQuoted] + calm),
        Case(
            "a space at the end", Case.with(["AWS_SECRET_ACCESS_KEY": Case.secret + " "]),
            [.credentialsWhitespace] + calm),
        Case(
            "a line feed", Case.with(["AWS_ACCESS_KEY_ID": Case.accessKeyID + "\n"]),
            [.credentialsControlCharacter] + calm),
        Case(
            "Windows line ends", Case.with(["AWS_SECRET_ACCESS_KEY": Case.secret + "\r\n"]),
            [.credentialsControlCharacter] + calm),
        Case(
            "a space for a plus", Case.with(["AWS_SECRET_ACCESS_KEY": Case.secret.replacing("+", with: " ")]),
            [.credentialsSecretSpace] + calm),
        Case(
            "a hyphen made finer", Case.with(["AWS_SECRET_ACCESS_KEY": Case.secret.replacing("+", with: "\u{2013}")]),
            [.credentialsNonAscii] + calm),
        Case(
            "swapped", Case.with(["AWS_ACCESS_KEY_ID": Case.secret, "AWS_SECRET_ACCESS_KEY": Case.accessKeyID]),
            [.credentialsSwapped] + calm),
        Case(
            "the id twice", Case.with(["AWS_SECRET_ACCESS_KEY": Case.accessKeyID]),
            [.credentialsSecretIsKeyID] + calm),
        Case(
            "ASIA without a token", Case.with(["AWS_ACCESS_KEY_ID": Case.temporaryKeyID]),
            [.credentialsTokenMissing] + calm),
        Case(
            "AKIA with a token", Case.with(["AWS_SESSION_TOKEN": Case.token]), [.credentialsTokenUnexpected] + calm),
        Case(
            "a role's id", Case.with(["AWS_ACCESS_KEY_ID": "AROAQ3EGRZTL5XWN7YVB"]), [.credentialsKeyIDKind] + calm),
        Case(
            "a user's id", Case.with(["AWS_ACCESS_KEY_ID": "AIDAQ3EGRZTL5XWN7YVB"]), [.credentialsKeyIDKind] + calm),
        Case(
            "a cut id", Case.with(["AWS_ACCESS_KEY_ID": "AKIAQ3EGRZTL5XWN7YV"]),
            [.credentialsKeyIDOdd, .credentialsFound] + calm),
        Case(
            "an id with a comma behind it", Case.with(["AWS_ACCESS_KEY_ID": Case.accessKeyID + ","]),
            [.credentialsKeyIDOdd] + calm),
        Case(
            "an id in small letters", Case.with(["AWS_ACCESS_KEY_ID": Case.accessKeyID.lowercased()]),
            [.credentialsKeyIDOdd, .credentialsFound] + calm),
        Case(
            "a cut secret", Case.with(["AWS_SECRET_ACCESS_KEY": String(Case.secret.dropLast())]),
            [.credentialsSecretOddLength, .credentialsFound] + calm),
        Case(
            "a strange secret", Case.with(["AWS_SECRET_ACCESS_KEY": Case.secret.replacing("+", with: "$")]),
            [.credentialsSecretOddAlphabet, .credentialsFound] + calm),
        Case(
            "a URL-encoded secret",
            Case.with(["AWS_SECRET_ACCESS_KEY": Case.secret.replacing("+", with: "%2B").replacing("/", with: "%2F")]),
            [.credentialsUrlEncoded] + calm),
        Case(
            "a cut token", Case.with(["AWS_SESSION_TOKEN": "IQoJb3JpZ2luX2VjEHo"], Case.session.adding(Case.region)),
            [.credentialsTokenOdd, .credentialsFound] + calm),
        Case(
            "the secret as token", Case.with(["AWS_SESSION_TOKEN": Case.secret], Case.session.adding(Case.region)),
            [.credentialsTokenDuplicate] + calm),
        Case(
            "expired",
            Case.with(["AWS_CREDENTIAL_EXPIRATION": "2026-11-22T09:59:59Z"], Case.session.adding(Case.region)),
            [.credentialsExpired] + calm),
        Case(
            "expired by offset",
            Case.with(["AWS_CREDENTIAL_EXPIRATION": "2026-11-22T11:59:59.123+02:00"], Case.session.adding(Case.region)),
            [.credentialsExpired] + calm),
        Case(
            "expiring",
            Case.with(["AWS_CREDENTIAL_EXPIRATION": "2026-11-22T10:14:00Z"], Case.session.adding(Case.region)),
            [.credentialsExpiring, .credentialsFound] + calm),
        Case(
            "long to go",
            Case.with(["AWS_CREDENTIAL_EXPIRATION": "2026-11-22T11:00:00Z"], Case.session.adding(Case.region)),
            good),
        Case(
            "an expiration left over", Case.with(["AWS_CREDENTIAL_EXPIRATION": "2025-01-01T00:00:00+00:00"]),
            [.credentialsExpirationLeftover, .credentialsFound] + calm),
        Case(
            "an expiration without a zone", Case.with(["AWS_CREDENTIAL_EXPIRATION": "2026-11-22T10:00:00"]),
            [.credentialsExpirationMalformed, .credentialsFound] + calm),
    ]

    static let sources: [EnvironmentCase] = [
        Case(
            "a bearer token", Case.with(["AWS_BEARER_TOKEN_BEDROCK": "ABSKQmVkcm9ja0FQSUtleS1leGFtcGxl"]),
            [.credentialsBearerTokenIgnored, .credentialsFound] + calm),
        Case(
            "a bearer token alone",
            Case.with(["AWS_BEARER_TOKEN_BEDROCK": "ABSKQmVkcm9ja0FQSUtleS1leGFtcGxl"], Case.region),
            [.credentialsBearerTokenMalformed] + calm),
        Case(
            "an empty bearer token", Case.with(["AWS_BEARER_TOKEN_BEDROCK": ""]),
            [.credentialsBearerTokenIgnored, .credentialsFound] + calm),
        Case(
            "a profile", Case.with(["AWS_PROFILE": "staging"]),
            [.credentialsProfileIgnored, .credentialsFound] + calm),
        Case(
            "a default profile", Case.with(["AWS_DEFAULT_PROFILE": "staging"]),
            [.credentialsProfileIgnored, .credentialsFound] + calm),
        Case(
            "a web identity", Case.with(["AWS_WEB_IDENTITY_TOKEN_FILE": "/t", "AWS_ROLE_ARN": "arn"], Case.region),
            [.credentialsMissing, .credentialsWebIdentityIgnored] + calm),
        Case(
            "a container", Case.with(["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/v2/x"], Case.region),
            [.credentialsMissing, .credentialsContainerIgnored] + calm),
        Case(
            "the old token's name", Case.with(["AWS_SECURITY_TOKEN": Case.token]),
            [.credentialsSecurityTokenIgnored, .credentialsFound] + calm),
        Case(
            "other files", Case.with(["AWS_SHARED_CREDENTIALS_FILE": "/x", "AWS_CONFIG_FILE": "/y"]),
            [.credentialsFileVariableIgnored, .credentialsFound] + calm),
        Case(
            "no metadata", Case.with(["AWS_EC2_METADATA_DISABLED": "true"]),
            [.credentialsFound, .credentialsMetadataVariable] + calm),
        Case(
            "lower case",
            Case.with(["aws_access_key_id": Case.accessKeyID, "aws_secret_access_key": Case.secret], Case.region),
            [.credentialsMissing, .credentialsVariableMisnamed, .credentialsVariableMisnamed] + calm),
        Case(
            "names of another tool",
            Case.with(["AWS_ACCESS_KEY": Case.accessKeyID, "AWS_SECRET_KEY": Case.secret], Case.region),
            [.credentialsMissing, .credentialsVariableMisnamed, .credentialsVariableMisnamed] + calm),
        Case(
            "a slip in a name",
            Case.with(["AWS_SECRET_ACESS_KEY": Case.secret, "AWS_ACCESS_KEY_ID": Case.accessKeyID], Case.region),
            [.credentialsPartial, .credentialsVariableMisnamed] + calm),
        Case("a second name with the same value", Case.with(["AWS_ACCESS_KEY": Case.accessKeyID]), good),
    ]

    static let regions: [EnvironmentCase] = [
        Case("no region", Case.pair, [.regionDefaultUsed, .credentialsFound, .configEndpointRegional]),
        Case("the second variable", Case.pair.adding(["AWS_DEFAULT_REGION": "eu-central-1"]), good),
        Case("both, alike", Case.with(["AWS_DEFAULT_REGION": "us-east-1"]), good),
        Case(
            "both, different", Case.with(["AWS_DEFAULT_REGION": "eu-central-1"]),
            [.regionDisagree, .credentialsFound, .configEndpointRegional]),
        Case(
            "a blank one", Case.with(["AWS_REGION": " "]),
            [.regionDefaultUsed, .regionBlank, .credentialsFound, .configEndpointRegional]),
        Case(
            "LiteLLM's variable", Case.with(["AWS_REGION_NAME": "eu-west-1"]),
            [.regionNameVariableIgnored, .credentialsFound, .configEndpointRegional]),
        Case(
            "a misnamed one", Case.pair.adding(["AWS_REGOIN": "eu-west-1"]),
            [.regionVariableMisnamed, .regionDefaultUsed, .credentialsFound, .configEndpointRegional]),
    ]

    /// The region's value, and the one code about it.
    static let regionNames: [(String, FindingCode)] = [
        ("us-esat-1", .regionMisspelt), ("us-east1", .regionMisspelt), ("useast1", .regionMisspelt),
        ("europe-west1", .regionMisspelt), ("us-east", .regionMisspelt), ("US-EAST-1", .regionUpperCase),
        (" us-east-1", .regionUnclean), ("us-east-1\n", .regionUnclean), ("\"us-east-1\"", .regionUnclean),
        ("us-east-1a", .regionAvailabilityZone), ("us-west-2-lax-1a", .regionAvailabilityZone),
        ("use1-az4", .regionAvailabilityZone), ("global", .regionGlobal), ("aws-global", .regionGlobal),
        ("cn-north-1", .regionPartitionWithoutBedrock), ("us-east-9", .regionUnknown),
        ("xx-bogus-9", .regionUnknown), ("not a region at all!", .regionUnclean),
        ("production", .regionMalformed),
        ("us-gov-west-1", .regionFound), ("ap-southeast-7", .regionFound), ("eu-south-2", .regionFound),
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
        let failures = findings.filter { $0.status == .fail && $0.code != .credentialsWhitespace }
        #expect(failures.map(\.code) == [.credentialsNameInValue])
        #expect(failures.first?.remedies.first?.command != nil)
    }

    @Test("nothing is called right that hangs on a wrong region", arguments: ["frankfurt", "us-east-1a", "us-east1"])
    func oneFailure(region: String) {
        let findings = EnvironmentCase.facts(EnvironmentCase.with(["AWS_REGION": region])).diagnosis.findings
        #expect(findings.filter { $0.status != .pass }.map(\.check) == [.region])
        #expect(!findings.map(\.code).contains(.configEndpointRegional))
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
            let finding = try #require(facts.diagnosis.findings.first { $0.check == .region })
            let run = Invocation(command: "check", arguments: ["check", "--region", written])
            #expect(
                finding.remedies.compactMap { $0.step?.command(in: run) }.first == "doctor check --region \(meant)")
        }
    }

    static let endpoints: [EnvironmentCase] = [
        Case(
            "a gateway", Case.with(["AWS_ENDPOINT_URL_BEDROCK_RUNTIME": "https://gw.example/bedrock"]),
            [.configEndpointOverride, .credentialsFound, .regionFound]),
        Case(
            "the host of another region",
            Case.with(["AWS_ENDPOINT_URL": "https://bedrock-runtime.eu-west-1.amazonaws.com"]),
            [.configEndpointRegionMismatch, .configEndpointOverride, .credentialsFound, .regionFound]),
        Case(
            "a VPC endpoint of the region",
            Case.with([
                "AWS_ENDPOINT_URL_BEDROCK_RUNTIME": "https://vpce-0a1-b.bedrock-runtime.us-east-1.vpce.amazonaws.com"
            ]),
            [.configEndpointOverride, .credentialsFound, .regionFound]),
        Case(
            "the control plane", Case.with(["AWS_ENDPOINT_URL": "https://bedrock.us-east-1.amazonaws.com"]),
            [.configEndpointControlPlane, .configEndpointOverride, .credentialsFound, .regionFound]),
        Case(
            "another service", Case.with(["AWS_ENDPOINT_URL": "https://sts.us-east-1.amazonaws.com"]),
            [.configEndpointOtherService, .configEndpointOverride, .credentialsFound, .regionFound]),
        Case(
            "plain http", Case.with(["AWS_ENDPOINT_URL": "http://gw.example"]),
            [.configEndpointInsecure, .configEndpointOverride, .credentialsFound, .regionFound]),
        Case(
            "this machine", Case.with(["AWS_ENDPOINT_URL": "http://127.0.0.1:8080"]),
            [.configEndpointOverride, .credentialsFound, .regionFound]),
        Case(
            "no URL", Case.with(["AWS_ENDPOINT_URL": "gw.example"]),
            [.configEndpointMalformed, .credentialsFound, .regionFound]),
        Case(
            "switched off",
            Case.with(["AWS_ENDPOINT_URL": "https://gw.example", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "true"]),
            [.configEndpointIgnored] + good),
        Case(
            "the control plane's variable", Case.with(["AWS_ENDPOINT_URL_BEDROCK": "https://gw.example"]),
            [.configEndpointControlPlaneOnly] + good),
        Case("FIPS", Case.with(["AWS_USE_FIPS_ENDPOINT": "true"]), good + [.configEndpointVariant]),
        Case(
            "FIPS where there is none", Case.with(["AWS_USE_FIPS_ENDPOINT": "true", "AWS_REGION": "eu-west-1"]),
            [.configFIPSUnlisted] + good),
        Case("dual stack", Case.with(["AWS_USE_DUALSTACK_ENDPOINT": "TRUE"]), good + [.configEndpointVariant]),
        Case("a flag that is none", Case.with(["AWS_USE_FIPS_ENDPOINT": "yes"]), [.configFlagMalformed] + good),
        Case(
            "no correction of the clock", Case.with(["AWS_DISABLE_CLOCK_SKEW_CORRECTION": "true"]),
            [.configSkewCorrectionDisabled] + good),
        Case(
            "a misnamed endpoint", Case.with(["AWS_ENDPOINT_URL_BEDROCK_RUNTIM": "https://gw.example"]),
            [.configVariableMisnamed] + good),
    ]

    static let proxies: [EnvironmentCase] = [
        Case("a proxy", Case.with(["HTTPS_PROXY": "http://proxy.example:3128"]), good + [.networkProxyUsed]),
        Case("a proxy for all", Case.with(["all_proxy": "socks5h://proxy.example"]), good + [.networkProxyUsed]),
        Case(
            "a proxy passed by", Case.with(["https_proxy": "http://p:1", "NO_PROXY": "localhost,.amazonaws.com"]),
            good + [.networkProxyBypassed]),
        Case(
            "exceptions for others",
            Case.with(["https_proxy": "http://p:1", "NO_PROXY": "localhost,notamazonaws.com"]),
            good + [.networkProxyUsed]),
        Case(
            "a proxy without a port number", Case.with(["HTTPS_PROXY": "http://p:port"]),
            [.networkProxyMalformed] + good),
        Case("a proxy of another kind", Case.with(["HTTPS_PROXY": "ftp://p:21"]), [.networkProxyMalformed] + good),
        Case("a proxy for http only", Case.with(["HTTP_PROXY": "http://p:1"]), [.networkProxyHTTPOnly] + good),
        Case(
            "two proxies", Case.with(["HTTPS_PROXY": "http://a:1", "https_proxy": "http://b:1"]),
            [.networkProxyCaseConflict] + good + [.networkProxyUsed]),
        Case(
            "a pattern", Case.with(["https_proxy": "http://p:1", "no_proxy": "*.amazonaws.com"]),
            [.networkNoProxyPattern] + good + [.networkProxyUsed]),
        Case("exceptions without a proxy", Case.with(["no_proxy": "*.amazonaws.com"]), good),
        Case(
            "this machine behind a proxy",
            Case.with(["AWS_ENDPOINT_URL": "http://127.0.0.1:1", "http_proxy": "http://p:1"]),
            [.configEndpointOverride, .networkProxyUsed, .credentialsFound, .regionFound]),
    ]

    private func codes(_ variables: [String: String]) -> [FindingCode] {
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
    func regionNameFindings(name: String, code: FindingCode) {
        let found = codes(EnvironmentCase.with(["AWS_REGION": name])).filter { $0.group == .region }
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
