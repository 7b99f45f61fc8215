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
    static let advice: [(String, [String: String], String, String)] = [
        (
            "only the id is blank", Case.with(["AWS_ACCESS_KEY_ID": ""]), "credentials-blank",
            "printf 'AWS_ACCESS_KEY_ID: ' >&2 && read -r AWS_ACCESS_KEY_ID && export AWS_ACCESS_KEY_ID"
        ),
        (
            "both are blank", Case.with(["AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": " "]), "credentials-blank",
            askPair
        ),
        (
            "quotes with nothing between", Case.with(["AWS_SECRET_ACCESS_KEY": "\"\""]), "credentials-blank", askSecret
        ),
        (
            "a blank token", Case.with(["AWS_SESSION_TOKEN": "''"]), "credentials-blank", "unset AWS_SESSION_TOKEN"
        ),
        // The AWS CLI prefers the environment's keys, also bad ones, unless a profile is named.
        (
            "a temporary key's token is bad", Case.with(["AWS_SESSION_TOKEN": "IQoJb3Jp"], Case.session),
            "credentials-token-odd", export
        ),
        (
            "expired", Case.with(["AWS_CREDENTIAL_EXPIRATION": "2020-01-01T00:00:00Z"], Case.session),
            "credentials-expired", export
        ),
        (
            "a profile is chosen", ["AWS_PROFILE": "it's"], "credentials-profile-ignored",
            "eval \"$(aws configure export-credentials --profile 'it'\\''s' --format env)\""
        ),
        // With a profile named, the AWS CLI looks at neither a web identity nor a container's role.
        (
            "a web identity", ["AWS_WEB_IDENTITY_TOKEN_FILE": "/t", "AWS_ROLE_ARN": "arn"],
            "credentials-web-identity-ignored", fetch
        ),
        (
            "a container's role beside keys",
            Case.with(["AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://169.254.170.23"]),
            "credentials-container-ignored", "unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY; " + fetch
        ),
        (
            "both names of the token", Case.with(["AWS_SECURITY_TOKEN": Case.token], Case.session),
            "credentials-security-token-ignored", "unset AWS_SECURITY_TOKEN"
        ),
        (
            "the pair under other names", ["AWS_ACCESS_KEY": Case.accessKeyID, "aws_secret_access_key": Case.secret],
            "credentials-missing",
            "export AWS_ACCESS_KEY_ID=\"$AWS_ACCESS_KEY\" AWS_SECRET_ACCESS_KEY=\"$aws_secret_access_key\""
        ),
        (
            "half of the pair under another name", ["AWS_ACCESS_KEY": Case.accessKeyID], "credentials-missing", askPair
        ),
        (
            "a placeholder token beside a long-lived key", Case.with(["AWS_SESSION_TOKEN": "None"]),
            "credentials-placeholder", "unset AWS_SESSION_TOKEN"
        ),
        (
            "a no-break space", Case.with(["AWS_SECRET_ACCESS_KEY": Case.secret + "\u{A0}"]), "credentials-whitespace",
            askSecret
        ),
        (
            "an escape sequence", Case.with(["AWS_SECRET_ACCESS_KEY": Case.secret + "\u{1B}[0m"]),
            "credentials-control-character", askSecret
        ),
        (
            "the first region is misspelt",
            Case.with(["AWS_REGION": "us-esat-1", "AWS_DEFAULT_REGION": "eu-west-1"]), "region-disagree",
            "export AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1"
        ),
        (
            "LiteLLM's region alone", Case.with(["AWS_REGION_NAME": "eu-west-1"], Case.pair), "region-default-used",
            "export AWS_REGION=eu-west-1"
        ),
        ("a profile's prefix", Case.with(["AWS_REGION": "eu"]), "region-global", "export AWS_REGION=eu-central-1"),
        (
            "a number too many", Case.with(["AWS_REGION": "us-east-9"]), "region-unknown", "export AWS_REGION=us-east-1"
        ),
        (
            "a URL without a scheme",
            Case.with(["AWS_ENDPOINT_URL": " bedrock-runtime.us-east-1.amazonaws.com"]), "config-endpoint-malformed",
            "export AWS_ENDPOINT_URL=https://bedrock-runtime.us-east-1.amazonaws.com"
        ),
        (
            "a URL with a password", Case.with(["AWS_ENDPOINT_URL": "https://u:hunter2@gw.example"]),
            "config-endpoint-malformed", "unset AWS_ENDPOINT_URL"
        ),
    ]

    @Test("mends the case", arguments: advice)
    func first(name: String, variables: [String: String], code: String, command: String) throws {
        let finding = try #require(Case.facts(variables).diagnosis.findings.first { $0.code == code }, "\(name)")
        #expect(finding.remedies.first?.command == command, "\(name)")
    }

    @Test("a zone and its region do not disagree")
    func zone() {
        let findings = Case.facts(Case.with(["AWS_REGION": "us-east-1a", "AWS_DEFAULT_REGION": "us-east-1"])).diagnosis
            .findings
        #expect(findings.map(\.code).contains("region-availability-zone"))
        #expect(!findings.map(\.code).contains("region-disagree"))
    }
}
