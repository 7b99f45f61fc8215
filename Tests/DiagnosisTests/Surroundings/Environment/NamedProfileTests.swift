import Codes
import Diagnosis
import Report
import SigV4
import Testing

@Suite("A profile of the shared files")
struct NamedProfileTests {
    private static let config = SharedFile(
        """
        [default]
        region = eu-west-1
        [profile dev]
        sso_session = corp
        region=eu-central-1
        s3 =
          max_concurrent_requests = 20
          region = nested
        # [profile comment]
        [profile "two words"]
        credential_process = /bin/get
        [profile chained]
        role_arn = arn:aws:iam::1:role/r
        source_profile = default
        aws_access_key_id = AKIAINCONFIG
        [profile web]
        role_arn = arn:aws:iam::1:role/r
        web_identity_token_file = /t
        [profile empty]
        output = json
        [sso-session corp]
        sso_start_url = https://x
        [profilefake]
        region = x
        """)
    private static let credentials = SharedFile(
        """
        \u{FEFF}[default]
        AWS_ACCESS_KEY_ID = \(EnvironmentCase.accessKeyID)
        aws_secret_access_key=\(EnvironmentCase.secret)
        [half]
        aws_access_key_id = \(EnvironmentCase.accessKeyID)
        [temporary]
        aws_access_key_id = \(EnvironmentCase.temporaryKeyID)
        aws_secret_access_key = \(EnvironmentCase.secret)
        aws_session_token = \(EnvironmentCase.token)
        """)

    private func named(_ name: String) -> NamedProfile? {
        NamedProfile(name, credentials: Self.credentials, config: Self.config)
    }

    @Test(
        "how it gets its credentials, and its region",
        arguments: [
            ("default", .keys, "eu-west-1"), ("dev", .sso, "eu-central-1"), ("two words", .process, nil),
            ("chained", .role, nil), ("web", .role, nil), ("empty", .none, nil), ("half", .keys, nil),
            ("temporary", .keys, nil),
        ] as [(String, ProfileFile.Profile.Source, String?)])
    func source(name: String, source: ProfileFile.Profile.Source, region: String?) throws {
        let profile = try #require(named(name))
        #expect(profile.source == source)
        #expect(profile.region == region)
    }

    @Test("what is no profile has none", arguments: ["corp", "comment", "fake", "sso-session corp", "profile dev", ""])
    func unknown(name: String) { #expect(named(name) == nil) }

    @Test("the keys are those of one file, whole or not at all")
    func keys() throws {
        #expect(try #require(named("default")).keys?.accessKeyID == EnvironmentCase.accessKeyID)
        #expect(
            try #require(named("default")).keys?.secretAccessKey.matches(Array(EnvironmentCase.secret.utf8)) == true)
        #expect(try #require(named("temporary")).keys?.sessionToken != nil)
        #expect(try #require(named("half")).keys == nil)
        #expect(try #require(named("half")).lacking == "aws_secret_access_key")
        #expect(try #require(named("chained")).keys == nil)
    }

    private func diagnosis(_ outcome: ProfileOutcome, _ variables: [String: String] = [:]) -> EnvironmentDiagnosis {
        EnvironmentFacts(
            variables: variables, overrides: SettingOverrides(profile: outcome), now: EnvironmentCase.now
        ).diagnosis
    }

    private static let pair = SigningCredentials(
        accessKeyID: EnvironmentCase.accessKeyID, secretAccessKey: EnvironmentCase.secret)

    @Test("its region counts after the variables, and its keys before the environment's")
    func region() {
        let outcome = ProfileOutcome(
            name: "dev", result: .found(Self.pair, origin: "profile dev"), source: .keys,
            region: Setting("eu-north-1", origin: "profile dev"))
        #expect(diagnosis(outcome).settings.region == Setting("eu-north-1", origin: "profile dev"))
        let both = diagnosis(outcome, EnvironmentCase.session.adding(["AWS_DEFAULT_REGION": "us-west-2"]))
        #expect(both.settings.region.value == "us-west-2")
        #expect(both.settings.credentials?.accessKeyID == EnvironmentCase.accessKeyID)
        #expect(both.settings.credentials?.sessionToken == nil)
    }

    @Test("quotes in the file are a failure that names the setting")
    func quotes() throws {
        let quoted = SigningCredentials(
            accessKeyID: EnvironmentCase.accessKeyID, secretAccessKey: "\"\(EnvironmentCase.secret)\"")
        let found = diagnosis(
            ProfileOutcome(name: "dev", result: .found(quoted, origin: "profile dev"), path: "/h/.aws/credentials")
        ).findings.first
        #expect(found?.code == .credentialsQuoted && found?.title.contains("aws_secret_access_key") == true)
        #expect(found?.remedies.first?.command == "${EDITOR:-vi} /h/.aws/credentials")
    }

    @Test("a name that is near is corrected in the command")
    func near() throws {
        let outcome = ProfileOutcome(name: "prodd", result: .unknown(names: ["default", "prod"]))
        let finding = try #require(diagnosis(outcome).findings.first)
        #expect(finding.code == .credentialsProfileUnknown && finding.status == .fail)
        let run = Invocation(command: "check", arguments: ["check", "--profile", "prodd", "--region", "us-east-1"])
        #expect(
            finding.remedies.first?.step?.command(in: run) == "doctor check --profile prod --region us-east-1")
    }

    @Test("files that cannot be read say nothing of profiles")
    func unreadable() throws {
        let facts = EnvironmentFacts(
            variables: [:],
            overrides: SettingOverrides(profile: ProfileOutcome(name: "prod", result: .unknown(names: []))),
            profileFiles: [
                ProfileFile(
                    path: "/h/.aws/credentials", kind: .credentials, state: .unreadable(reason: "permission denied"))
            ],
            now: EnvironmentCase.now)
        let finding = try #require(facts.diagnosis.findings.first { $0.status == .fail })
        #expect(finding.code == .credentialsProfileFailed)
        #expect(finding.title.contains("/h/.aws/credentials cannot be read"))
        #expect(finding.remedies.compactMap(\.command) == ["ls -ld /h/.aws/credentials"])
    }

    @Test("a profile that AWS_PROFILE misspells is not exported")
    func misnamed() {
        let facts = EnvironmentFacts(
            variables: ["AWS_PROFILE": "prodd"],
            profileFiles: [
                ProfileFile(
                    path: "/h/.aws/config", kind: .config,
                    state: .readable([ProfileFile.Profile(name: "prod", source: .sso)]))
            ],
            now: EnvironmentCase.now)
        let commands = facts.diagnosis.findings.flatMap(\.remedies).compactMap(\.command)
        #expect(commands.contains("export AWS_PROFILE=prod"))
        #expect(!commands.contains { $0.contains("prodd") })
    }

    @Test("without the AWS CLI, it says which command brings the keys")
    func needsCLI() throws {
        let outcome = ProfileOutcome(name: "my sso", result: .needsCLI, source: .sso)
        let finding = try #require(diagnosis(outcome).findings.first)
        #expect(finding.code == .credentialsProfileNeedsCLI)
        #expect(
            finding.remedies.compactMap(\.command) == [
                "aws sso login --profile 'my sso'",
                "aws configure export-credentials --profile 'my sso' --format env",
            ])
    }

    @Test("every ending without keys is a failure with a page")
    func endings() {
        let results: [ProfileOutcome.Result] = [
            .unknown(names: []), .incomplete(lacking: "aws_secret_access_key"), .empty, .needsCLI, .oldCLI,
            .failed(message: "Token has expired"), .timedOut(seconds: 30), .unreadable(path: "/x", reason: "denied"),
        ]
        for result in results {
            for source in [ProfileFile.Profile.Source.sso, .role, .process, .login, .keys, .none] {
                let found = diagnosis(ProfileOutcome(name: "dev", result: result, source: source))
                #expect(found.settings.credentials == nil)
                #expect(found.findings.first?.status == .fail)
                #expect(!found.findings.isEmpty)
            }
        }
    }

    @Test("PRX is spoken of only where it is used")
    func prx() {
        let quiet = EnvironmentCase.facts([
            "AWS_PROFILE": "dev", "AWS_REGION_NAME": "eu-west-1", "AWS_BEARER_TOKEN_BEDROCK": "ABSKx",
            "AWS_SECURITY_TOKEN": "x", "AWS_ACCESS_KEY": "x", "AWS_REGION": " ",
            "AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://169.254.170.23", "AWS_EC2_METADATA_DISABLED": "true",
        ]).diagnosis.findings
        for finding in quiet {
            let text = ([finding.title, finding.detail] + finding.remedies.map(\.text)).joined(separator: " ")
            #expect(!text.contains("PRX"), "\(finding.code): \(text)")
        }
        var facts = EnvironmentCase.facts(["AWS_PROFILE": "dev"])
        facts.overrides.speaksOfPRX = true
        #expect(facts.diagnosis.findings.contains { $0.title.contains("PRX") })
    }
}
