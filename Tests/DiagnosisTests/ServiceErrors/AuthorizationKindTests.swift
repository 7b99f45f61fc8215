import Codes
import Diagnosis
import Evidence
import Report
import Testing

/// What stands in an Authorization header in the place of a signature, or of the key id in one.
@Suite struct AuthorizationKindTests {
    private static let parts = """
        Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. \
        Authorization header requires 'SignedHeaders' parameter. Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.
        """

    @Test(
        arguments: [
            (
                "\(parts) Authorization=Basic xxx\ncurl -u key:value endpoint", "user and password (Basic)",
                "API Gateway"
            ),
            ("\(parts) Authorization=Basic ***", "user and password (Basic)", "authorizer"),
            (
                "\(parts) Authorization=Basic dXNlcjpwYXNz\nhttps://search-logs.us-east-1.es.amazonaws.com/_cat",
                "user and password (Basic)", "SigV4"
            ),
            ("\(parts) Authorization=Bearer <token>", "bearer token arrived", "authorizer"),
            (
                parts.replacing("'Credential'", with: "\u{2018}Credential\u{2019}").replacing(
                    "'Signature'", with: "\u{2018}Signature\u{2019}"
                )
                .replacing("'SignedHeaders'", with: "\u{2018}SignedHeaders\u{2019}"), "another kind", "signed"
            ),
            (
                "IncompleteSignatureException: 'AKIAIOSFODNN7EXAMPLE:frJIUN8DYpKDtOLCwo' not a valid key=value pair (missing equal-sign) in Authorization header: 'AWS AKIAIOSFODNN7EXAMPLE:frJIUN8DYpKDtOLCwo'.",
                "version 2", "AWS4-HMAC-SHA256"
            ),
        ])
    func `the kind of authorization that arrived is named`(text: String, kind: String, todo: String) throws {
        let finding = try firstFinding(#"{"message":"\#(text)"}"#.replacing("\n", with: "\"}\n"))
        #expect(finding.code == .incompleteSignature)
        #expect(remedyText(finding).contains(kind), "\(remedyText(finding))")
        #expect(remedyText(finding).contains(todo), "\(remedyText(finding))")
        #expect(!remedyText(finding).contains("AWS_BEARER_TOKEN_BEDROCK"))
    }

    private static func header(_ id: String, _ scope: String = "20260110/us-east-1/sts/aws4_request") -> String {
        """
        An error occurred (IncompleteSignature) when calling the GetCallerIdentity operation: 'x' not a valid key=value pair (missing \
        equal-sign) in Authorization header: 'AWS4-HMAC-SHA256 Credential=\(id)/\(scope), SignedHeaders=host;x-amz-date, Signature=ab'
        """
    }

    @Test(
        arguments: [
            (header("AWS Access Key ID [None]: AKIAIOSFODNN7EXAMPLE"), "prompt of aws configure"),
            (header("YOUR ACCESS KEY"), "literal text 'YOUR ACCESS KEY'"),
            (header("${AWS_ACCESS_KEY_ID}"), "literal text '${AWS_ACCESS_KEY_ID}'"),
            (header("{{ .Values.aws.key }}"), "template"),
            (header("vault:secret#key"), "Vault"),
            (header("aws_access_key_id=AKIAIOSFODNN7EXAMPLE"), "its own label"),
            (header("\"AKIAIOSFODNN7EXAMPLE\""), "Quotes stand around"),
            (header("AKIAIOSFODNN7EXAMPLE "), "behind or in the access key id"),
            (header(""), "access key id is empty"),
            (
                "An error occurred (IncompleteSignature) when calling the CreateStack operation: Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got 'export'",
                "stands 'export'"
            ),
            (header("AKIAIOSFODNN7EXAMPLE", "20260110//s3/aws4_request"), "region in the Credential is empty"),
        ])
    func `what stands in the place of the key id is shown`(text: String, words: String) throws {
        let finding = try firstFinding(text)
        #expect(finding.code == .incompleteSignature)
        #expect(remedyText(finding).contains(words), "\(remedyText(finding))")
    }

    @Test(arguments: [
        "XXXXXXXXXXXX", "AKIAXXXXXXXXXXXXXXXX", "<access key>", "[REDACTED]", "AKIA****", "AKIAIOSFODNN7EXAMPLE",
    ])
    func `a key id that was masked for the paste is no fault`(id: String) throws {
        #expect(!remedyText(try firstFinding(Self.header(id))).contains("literal text"))
    }

    @Test func `a title above the sentence does not hide the header`() throws {
        let finding = try firstFinding(
            "Create role error. IncompleteSignature: 'Access' not a valid key=value pair\n\nDetails:\n"
                + Self.header("AWS Access Key ID [None]: AKIAIOSFODNN7EXAMPLE"))
        #expect(remedyText(finding).contains("prompt of aws configure"), "\(remedyText(finding))")
    }

    @Test(
        arguments: [
            (
                #"<Error><Code>AuthorizationHeaderMalformed</Code><Message>The authorization header is malformed; the Credential is mal-formed; expecting "&lt;YOUR-AKID&gt;/YYYYMMDD/REGION/SERVICE/aws4_request".</Message></Error>"#,
                "credential scope"
            ),
            (
                "IncompleteSignature: Unsupported AWS 'algorithm': 'AWS4-ECDSA-P256-SHA256'. Authorization=AWS4-ECDSA-P256-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260131/events/aws4_request, SignedHeaders=host;x-amz-date;x-amz-region-set, Signature=3045",
                "version 4A"
            ),
            (
                "Error executing \"Scan\" on \"dynamodb.eu-central-1.amazonaws.com\"; AWS HTTP error: Client error: `POST dynamodb.eu-central-1.amazonaws.com` resulted in a `400 Bad Request` response:\n InvalidSignatureException (client): 'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.",
                "without a scheme, 'dynamodb.eu-central-1.amazonaws.com'"
            ),
        ])
    func `the part that is wrong is told from the service's words`(text: String, words: String) throws {
        let finding = try firstFinding(text)
        #expect(finding.code == .incompleteSignature)
        #expect(finding.remedies.first?.text.contains(words) == true, "\(remedyText(finding))")
    }
}
