import Codes
import Diagnosis
import Evidence
import Report
import Testing

/// A handshake that failed for another reason than trust gets no advice about trusted authorities.
@Suite struct HandshakeAdviceTests {
    private static let authorities = ["NODE_EXTRA_CA_CERTS", "AWS_CA_BUNDLE", "keytool"]

    @Test(
        arguments: [
            (
                "Error: write EPROTO 00D8:error:0A000152:SSL routines:final_renegotiate:unsafe legacy renegotiation disabled:../deps/openssl/openssl/ssl/statem/extensions.c:922:\n    at POST https://bedrock-runtime.us-east-1.amazonaws.com/model/x/converse",
                "secure renegotiation"
            ),
            (
                "httpcore.ConnectError: [SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1006)\nHTTPS_PROXY=https://proxy.corp:8080",
                "HTTPS_PROXY=http://"
            ),
            (
                "javax.net.ssl.SSLException: Unrecognized SSL message, plaintext connection?\n\tat software.amazon.awssdk.services.bedrockruntime",
                "HTTPS_PROXY=http://"
            ),
            (
                "tls: first record does not look like a TLS handshake: Post \"https://bedrock-runtime.us-east-1.amazonaws.com/\"",
                "HTTPS_PROXY=http://"
            ),
            (
                "botocore.exceptions.SSLError: SSL validation failed for https://my.bucket.name.s3.eu-west-1.amazonaws.com/ hostname 'my.bucket.name.s3.eu-west-1.amazonaws.com' doesn't match either of '*.s3.eu-west-1.amazonaws.com', 's3.eu-west-1.amazonaws.com'",
                "addressing_style"
            ),
            (
                "Hostname/IP does not match certificate's altnames: Host: bedrock-runtime.us-east-1.amazonaws.com. is not in the cert's altnames: DNS:*.corp.example.com\ncode: 'ERR_TLS_CERT_ALTNAME_INVALID'",
                "for other names"
            ),
            (
                "x509: certificate is valid for *.gateway.corp, not bedrock-runtime.us-east-1.amazonaws.com",
                "for other names"
            ),
            (
                "javax.net.ssl.SSLHandshakeException: Received fatal alert: handshake_failure\n  at com.amazonaws.http.AmazonHttpClient java version 1.7",
                "TLS 1.2"
            ),
        ])
    func `the reason is told, and no authority is to be trusted`(text: String, words: String) throws {
        let finding = try firstFinding(text)
        #expect([.networkTLSFailed, .networkCertificateUntrusted].contains(finding.code), "\(finding.code.spelling)")
        #expect(remedyText(finding).contains(words), "\(remedyText(finding))")
        #expect(!Self.authorities.contains(where: remedyText(finding).contains), "\(remedyText(finding))")
    }

    @Test(
        arguments: [
            (
                "An error occurred (ValidationError) when calling the AssumeRole operation: The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
                "MaxSessionDuration, or raise"
            ),
            (
                "An error occurred (PackedPolicyTooLarge) when calling the AssumeRole operation: Packed policy consumes 105% of allotted space, please use smaller policy.",
                "session policy"
            ),
            (
                "An error occurred (MalformedPolicyDocument) when calling the AssumeRole operation: This policy contains invalid Json",
                "session policy"
            ),
        ])
    func `a request for a role says what to change`(text: String, words: String) throws {
        let finding = try firstFinding(text)
        #expect(finding.code == .roleRequestInvalid, "\(finding.code.spelling)")
        #expect(remedyText(finding).contains(words), "\(remedyText(finding))")
    }

    @Test(
        arguments: [
            (
                "An error occurred (InvalidRequestException) when calling the RegisterClient operation: ", "first step"
            ),
            (
                "An error occurred (InvalidRequestException) when calling the StartDeviceAuthorization operation: Invalid startUrl",
                "sso_start_url"
            ),
            (
                "An error occurred (ResourceNotFoundException) when calling the GetRoleCredentials operation: Account not found",
                "sso_account_id of the profile is wrong"
            ),
        ])
    func `a step of single sign-on names its own fault`(text: String, words: String) throws {
        let finding = try firstFinding(text)
        #expect(remedyText(finding).contains(words), "\(remedyText(finding))")
        #expect(!remedyText(finding).contains("aws sso login"), "\(remedyText(finding))")
    }

    @Test func `a presigned URL ends with the credentials that made it`() throws {
        let finding = try firstFinding(
            "<Error><Code>ExpiredToken</Code><Message>The provided token has expired.</Message><Token-0>IQoJb3Jp</Token-0></Error>\npresigned url valid for 7 days, made in Lambda"
        )
        #expect(finding.code == .tokenExpired)
        #expect(remedyText(finding).contains("ends with them"), "\(remedyText(finding))")
    }

    @Test(arguments: ["minioadmin", "f2b1c3d4e5f60718293a4b5c6d7e8f90"])
    func `a key id of another store went to AWS`(id: String) throws {
        let finding = try firstFinding(
            "<Error><Code>InvalidAccessKeyId</Code><Message>The AWS Access Key Id you provided does not exist in our records.</Message><AWSAccessKeyId>\(id)</AWSAccessKeyId></Error>"
        )
        #expect(finding.code == .tokenInvalid)
        #expect(finding.remedies.first?.text.contains("another store") == true, "\(remedyText(finding))")
    }

    @Test func `a key of AWS's that does not exist is not another store's`() throws {
        let finding = try firstFinding(
            "<Error><Code>InvalidAccessKeyId</Code><Message>The AWS Access Key Id you provided does not exist in our records.</Message><AWSAccessKeyId>AKIAQ7Q2ZT4X5ABCDEFG</AWSAccessKeyId></Error>"
        )
        #expect(!remedyText(finding).contains("another store"))
    }

    @Test(
        arguments: [
            "<Error><Code>AccessDenied</Code><Message>Invalid according to Policy: Policy Condition failed: [\"starts-with\", \"$Content-Type\", \"image/\"]</Message></Error>",
            "<Error><Code>AccessDenied</Code><Message>Invalid according to Policy: Policy expired.</Message></Error>",
            "<Error><Code>AccessDenied</Code><Message>Invalid according to Policy: Extra input fields: x-amz-meta-name</Message></Error>",
        ])
    func `a form is held against the policy of a presigned POST`(text: String) throws {
        let finding = try firstFinding(text)
        #expect(remedyText(finding).contains("presigned POST"), "\(remedyText(finding))")
    }
}
