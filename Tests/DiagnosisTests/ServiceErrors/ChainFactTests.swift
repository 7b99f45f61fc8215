import Codes
import Evidence
import Report
import Testing

@testable import Diagnosis

/// Facts of a credential chain that decide, wherever in a text and in whatever words they stand.
@Suite struct ChainFactTests {
    @Test(
        arguments: [
            "The profile \"dev\" is configured to use SSO but is missing required configuration: sso_start_url, sso_region",
            "ProfileFile provider could not be built: profile `work` was not defined: `sso_region` was missing",
            "java.lang.IllegalArgumentException: Property 'sso_region' was not configured for profile dev: must be set",
        ])
    func `the region of Identity Center is a line of the profile and not the client's region`(text: String) throws {
        let finding = try firstFinding(text)
        #expect(finding.code == .credentialsProfileIncomplete)
        #expect(firstRemedy(finding).contains("into the profile itself"))
    }

    @Test(
        arguments: [
            "botocore.exceptions.NoRegionError: You must specify a region.\n\nMy profile has sso_region = eu-west-1.",
            "Error: Region is missing\n    at default (/app/node_modules/@smithy/config-resolver/index.js:117:11)",
        ])
    func `a client without a region lacks its own`(text: String) throws {
        #expect(try firstFinding(text).code == .regionMissing)
    }

    private static let refused = """
        An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:iam::111122223333:user/dev \
        is not authorized to perform: sts:AssumeRole
        """

    @Test(
        arguments: [
            "[profile prod]\nrole_arn = arn:aws:iam::222233334444:role/bedrock-caller\n\n\(refused) on resource: arn:aw",
            "      aws_role_name: arn:aws:iam::222233334444:role/bedrock-caller\n\n\(refused) on resource: arn:aws:iam",
        ])
    func `the role stands in the settings where the refusal was cut before it`(text: String) throws {
        let finding = try firstFinding(text)
        #expect(finding.code == .crossAccountDenied)
        #expect(firstRemedy(finding).contains("get-role --role-name bedrock-caller"))
        #expect(firstRemedy(finding).contains("in the role's own account"))
    }

    @Test(arguments: [
        refused,
        "role_arn = arn:aws:iam::222233334444:role/a\nrole_arn = arn:aws:iam::222233334444:role/b\n\n\(refused)",
        // The one role that a profile has is the caller's own.
        """
        [profile base]
        role_arn = arn:aws:iam::111122223333:role/base-role

        An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:sts::111122223333:assumed-role/base-role/s1 \
        is not authorized to perform: sts:AssumeRole on resource: arn:aw
        """,
    ])
    func `without a role the trust policy comes first, and no policy is written for every role`(text: String) throws {
        let finding = try firstFinding(text)
        #expect(finding.code == .iamDenied)
        #expect(firstRemedy(finding).contains("trust policy"))
        #expect(!finding.remedies.contains { $0.text.contains(#""Resource":["*"]"#) })
    }

    @Test(
        arguments: [
            ("exceeds the 1 hour session limit for roles assumed by role chaining.", false),
            ("exceeds the MaxSessionDuration set for this role.", true),
        ])
    func `a chained role ends after an hour whatever the role says`(end: String, mayBeRaised: Bool) throws {
        let finding = try firstFinding(
            "An error occurred (ValidationError) when calling the AssumeRole operation: The requested DurationSeconds \(end)"
        )
        #expect(finding.code == .roleRequestInvalid)
        #expect(firstRemedy(finding).contains("--query Role.MaxSessionDuration") == mayBeRaised)
        #expect(firstRemedy(finding).contains("3600") != mayBeRaised)
    }

    @Test(
        arguments: [
            ("This implies that boto3 does not refresh from the ECS task role.", true),
            ("Any source would do: SSO, an ECS task role or an instance profile. On my laptop:", false),
            ("With keys in .env, no task role or instance profile is involved.", false),
        ])
    func `a task role is a place, and a list of examples is none`(told: String, isTask: Bool) throws {
        let finding = try firstFinding(
            "\(told)\nbotocore.exceptions.ClientError: An error occurred (ExpiredTokenException) when calling the Converse operation: The security token included in the request is expired"
        )
        #expect(finding.code == .tokenExpired)
        #expect(firstRemedy(finding).contains("runs in AWS") == isTask)
    }

    @Test func `JavaScript reads exported keys only while no profile is named`() throws {
        let finding = try firstFinding(
            "Error: Profile team requires multi-factor authentication, but no MFA code callback was provided."
        )
        #expect(
            finding.remedies.first?.command
                == #"eval "$(aws configure export-credentials --profile team --format env)"; unset AWS_PROFILE"#)
    }

    @Test func `an edge runtime has no chain`() throws {
        let finding = try firstFinding(
            "In edge functions: Attempted import error: 'fromNodeProviderChain' is not exported from '@aws-sdk/credential-providers' (imported as 'fromNodeProviderChain')."
        )
        #expect(finding.code == .credentialsMissing)
        #expect(firstRemedy(finding).contains("runtime = 'nodejs'"))
    }

    @Test(
        arguments: [
            "To my knowledge the page is built with Vite.", "It fails in Microsoft Edge.",
            "The ticket is acknowledged.",
        ])
    func `a word that has edge in it is no edge runtime`(told: String) throws {
        let finding = try firstFinding("\(told)\nError: Credential is missing")
        #expect(finding.code == .credentialsMissing)
        #expect(!firstRemedy(finding).contains("runtime = 'nodejs'"))
    }

    @Test func `keys in variables are no argument of a client, and a plan is no place`() throws {
        let finding = try firstFinding(
            """
            .env: AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE
            On my laptop. Later I want to deploy it to Lambda.
            UnrecognizedClientException: The security token included in the request is invalid.
            """)
        #expect(finding.code == .tokenInvalid)
        #expect(!finding.remedies.contains { $0.text.contains("Hand the client no keys") })
    }

    @Test(
        arguments: [
            ("Small files too fail since the VM was resumed 15 minutes ago.", false),
            ("Small files work.", true),
        ])
    func `small files that fail too show no slow upload`(told: String, isSlow: Bool) throws {
        let finding = try firstFinding(
            "The upload of a large file fails. \(told)\nRequestTimeTooSkewed: The difference between the request time and the current time is too large."
        )
        #expect(finding.remedies.contains { $0.text.hasPrefix("Upload in parts") } == isSlow)
    }

    @Test func `a tool that follows no role is told apart from a profile that has none`() throws {
        let finding = try firstFinding(
            """
            The resolver ignores profiles with role_arn and source_profile, so the tool lists no models.
            aws sts get-caller-identity works on the same host.
            """)
        #expect(finding.code == .credentialsMissing)
        #expect(firstRemedy(finding).contains("does not follow a role"))
    }

    @Test(arguments: [true, false])
    func `a session that was ended early is not an old one`(isTimed: Bool) throws {
        let told = isTimed ? "It fails one hour after login, and expiresAt of the cache is hours ahead.\n" : ""
        let finding = try firstFinding(
            told
                + "An error occurred (UnauthorizedException) when calling the GetRoleCredentials operation: Session token not found or invalid"
        )
        #expect(firstRemedy(finding).contains("session duration of IAM Identity Center") == isTimed)
    }
}
