import Codes
import Diagnosis
import Report
import Testing

/// The first command of a finding is what a reader types next, so it must mend the case at hand.
@Suite("The first advice")
struct AdviceTests {
    private typealias Case = EnvironmentCase

    private static let export = "eval \"$(aws configure export-credentials --profile default --format env)\""
    private static let fetch = "eval \"$(aws configure export-credentials --format env)\""
    private static let askSecret = #"""
        AWS_SECRET_ACCESS_KEY=$(sh -c 'trap "stty echo; echo >&2" EXIT; trap "exit 130" INT TERM; stty -echo; printf "AWS_SECRET_ACCESS_KEY: " >&2; read -r value && printf %s "$value"') && export AWS_SECRET_ACCESS_KEY
        """#
    private static let askPair =
        #"""
        printf 'AWS_ACCESS_KEY_ID: ' >&2 && read -r AWS_ACCESS_KEY_ID && AWS_SECRET_ACCESS_KEY=$(sh -c 'trap "stty echo; echo >&2" EXIT; trap "exit 130" INT TERM; stty -echo; printf "AWS_SECRET_ACCESS_KEY: " >&2; read -r value && printf %s "$value"') && export AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY
        """#

    /// What is set, the finding's code, and its first command.
    static let advice: [(String, [String: String], FindingCode, String)] = [
        (
            "only the id is blank", Case.with(["AWS_ACCESS_KEY_ID": ""]), .credentialsBlank,
            "printf 'AWS_ACCESS_KEY_ID: ' >&2 && read -r AWS_ACCESS_KEY_ID && export AWS_ACCESS_KEY_ID"
        ),
        (
            "both are blank", Case.with(["AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": " "]), .credentialsBlank,
            askPair
        ),
        (
            "quotes with nothing between", Case.with(["AWS_SECRET_ACCESS_KEY": "\"\""]), .credentialsBlank, askSecret
        ),
        (
            "a blank token", Case.with(["AWS_SESSION_TOKEN": "''"]), .credentialsBlank, "unset AWS_SESSION_TOKEN"
        ),
        // The AWS CLI prefers the environment's keys, also bad ones, unless a profile is named.
        (
            "a temporary key's token is bad", Case.with(["AWS_SESSION_TOKEN": "IQoJb3Jp"], Case.session),
            .credentialsTokenOdd, export
        ),
        (
            "expired", Case.with(["AWS_CREDENTIAL_EXPIRATION": "2020-01-01T00:00:00Z"], Case.session),
            .credentialsExpired, export
        ),
        (
            "a profile is chosen", ["AWS_PROFILE": "it's"], .credentialsProfileIgnored,
            "eval \"$(aws configure export-credentials --profile 'it'\\''s' --format env)\""
        ),
        // With a profile named, the AWS CLI looks at neither a web identity nor a container's role.
        (
            "a web identity", ["AWS_WEB_IDENTITY_TOKEN_FILE": "/t", "AWS_ROLE_ARN": "arn"],
            .credentialsWebIdentityIgnored, fetch
        ),
        (
            "a container's role beside keys",
            Case.with(["AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://169.254.170.23"]),
            .credentialsContainerIgnored, "unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY; " + fetch
        ),
        (
            "both names of the token", Case.with(["AWS_SECURITY_TOKEN": Case.token], Case.session),
            .credentialsSecurityTokenIgnored, "unset AWS_SECURITY_TOKEN"
        ),
        (
            "the pair under other names", ["AWS_ACCESS_KEY": Case.accessKeyID, "aws_secret_access_key": Case.secret],
            .credentialsMissing,
            "export AWS_ACCESS_KEY_ID=\"$AWS_ACCESS_KEY\" AWS_SECRET_ACCESS_KEY=\"$aws_secret_access_key\""
        ),
        (
            "half of the pair under another name", ["AWS_ACCESS_KEY": Case.accessKeyID], .credentialsMissing, askPair
        ),
        (
            "a placeholder token beside a long-lived key", Case.with(["AWS_SESSION_TOKEN": "None"]),
            .credentialsPlaceholder, "unset AWS_SESSION_TOKEN"
        ),
        (
            "a no-break space", Case.with(["AWS_SECRET_ACCESS_KEY": Case.secret + "\u{A0}"]), .credentialsWhitespace,
            askSecret
        ),
        (
            "an escape sequence", Case.with(["AWS_SECRET_ACCESS_KEY": Case.secret + "\u{1B}[0m"]),
            .credentialsControlCharacter, askSecret
        ),
        (
            "the first region is misspelt",
            Case.with(["AWS_REGION": "us-esat-1", "AWS_DEFAULT_REGION": "eu-west-1"]), .regionDisagree,
            "export AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1"
        ),
        (
            "LiteLLM's region alone", Case.with(["AWS_REGION_NAME": "eu-west-1"], Case.pair), .regionDefaultUsed,
            "export AWS_REGION=eu-west-1"
        ),
        ("a profile's prefix", Case.with(["AWS_REGION": "eu"]), .regionGlobal, "export AWS_REGION=eu-central-1"),
        (
            "a number too many", Case.with(["AWS_REGION": "us-east-9"]), .regionUnknown, "export AWS_REGION=us-east-1"
        ),
        (
            "a URL without a scheme",
            Case.with(["AWS_ENDPOINT_URL": " bedrock-runtime.us-east-1.amazonaws.com"]), .configEndpointMalformed,
            "export AWS_ENDPOINT_URL=https://bedrock-runtime.us-east-1.amazonaws.com"
        ),
        (
            "a URL with a password", Case.with(["AWS_ENDPOINT_URL": "https://u:hunter2@gw.example"]),
            .configEndpointMalformed, "unset AWS_ENDPOINT_URL"
        ),
    ]

    @Test("mends the case", arguments: advice)
    func first(name: String, variables: [String: String], code: FindingCode, command: String) throws {
        let finding = try #require(Case.facts(variables).diagnosis.findings.first { $0.code == code }, "\(name)")
        #expect(finding.remedies.first?.command == command, "\(name)")
    }

    @Test("a zone and its region do not disagree")
    func zone() {
        let findings = Case.facts(Case.with(["AWS_REGION": "us-east-1a", "AWS_DEFAULT_REGION": "us-east-1"])).diagnosis
            .findings
        #expect(findings.map(\.code).contains(.regionAvailabilityZone))
        #expect(!findings.map(\.code).contains(.regionDisagree))
    }
}
