import Codes
import Report
import SigV4
import Testing

@testable import Diagnosis
@testable import Evidence

/// What the call itself shows beside a refused signature: names, queries, code, tokens.
@Suite("Clues of the call") struct CallClueTests {
    private static let refused =
        "SignatureDoesNotMatch: The request signature we calculated does not match the signature you provided. Check your key and signing method."

    private static func finding(_ text: String) throws -> Finding {
        try #require(
            Explanation(try ReadInput(Array(text.utf8), name: "paste"), context: ExplainContext()).findings.first)
    }

    private static func advice(_ text: String) throws -> String {
        try finding(text).remedies.map(\.text).joined(separator: "\n")
    }

    private static func signed(_ path: String, query: String = "", host: String = "s3.us-east-1.amazonaws.com")
        -> String
    {
        """
        Canonical request:
        PUT
        \(path)
        \(query)
        host:\(host)
        x-amz-content-sha256:UNSIGNED-PAYLOAD
        x-amz-date:20260311T101530Z

        host;x-amz-content-sha256;x-amz-date
        UNSIGNED-PAYLOAD

        HTTP/1.1 403 Forbidden
        Content-Type: application/xml

        <Error><Code>SignatureDoesNotMatch</Code><Message>The request signature we calculated does not match the signature you \
        provided. Check your key and signing method.</Message></Error>
        """
    }

    @Test(arguments: [
        ("s3.list_objects(bucket: 'team-data/2026')\n\(refused)", "has no slash"),
        ("{\"Bucket\": \"team-data/2026\", \"Key\": \"a\"}\n\(refused)", "has no slash"),
        (signed("/%2Fteam-data/a.txt"), "begins with %2F"),
        (signed("/team-data//a.txt"), "two slashes"),
        (signed("/team-data", query: "list-type=2&prefix={a"), "'{' stands bare"),
        (signed("/team-data", query: "marker=Norway%252B2017"), "encoded twice"),
        (signed("/team-data", query: "marker=Norway%2B2017"), "plus sign"),
        (
            "aws4.sign({ host, method: 'POST', url: '/idx/_search', data: body }, keys)\n\(refused)",
            "does not read url and data"
        ),
        (
            """
            wss://a1-ats.iot.eu-central-1.amazonaws.com/mqtt?X-Amz-Security-Token=IQoJ&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=\
            ASIAQ7TESTEXAMPLE048%2F20260311%2Feu-central-1%2Fiotdevicegateway%2Faws4_request&X-Amz-Date=20260311T101530Z&\
            X-Amz-SignedHeaders=host&X-Amz-Signature=4fe4
            \(refused)
            """, "takes the session token unsigned"
        ),
    ])
    func `what the call shows is said`(text: String, words: String) throws {
        let advice = try Self.advice(text)
        #expect(advice.contains(words), "\(advice)")
    }

    @Test(arguments: [
        ("s3.list_objects(bucket: 'team-data', prefix: 'a/b')\n\(refused)", "has no slash"),
        ("bucket: 's3://team-data/2026'\n\(refused)", "has no slash"),
        (signed("/team-data/a%2Fb.txt"), "begins with %2F"),
        (signed("/team-data", query: "list-type=2&prefix=%7Ba"), "stands bare"),
        (signed("/team-data", query: "list-type=2&prefix=a%20b"), "plus sign"),
        ("aws4.sign({ host, method: 'POST', path: '/idx/_search', body }, keys)\n\(refused)", "does not read"),
        (
            """
            wss://a1-ats.iot.eu-central-1.amazonaws.com/mqtt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=ASIAQ7TESTEXAMPLE048%2F\
            20260311%2Feu-central-1%2Fiotdevicegateway%2Faws4_request&X-Amz-Date=20260311T101530Z&X-Amz-SignedHeaders=host&\
            X-Amz-Signature=4fe4&X-Amz-Security-Token=IQoJ
            \(refused)
            """, "takes the session token unsigned"
        ),
    ])
    func `what is right is not called wrong`(text: String, words: String) throws {
        let advice = try Self.advice(text)
        #expect(!advice.contains(words), "\(advice)")
    }

    // MARK: Parts of a header

    @Test(arguments: [
        (
            """
            AuthorizationHeaderMalformed: The authorization header is malformed; the authorization component "Credential=aws_access_key_id= \
            AKIAQ7TESTEXAMPLE047/20260311/eu-west-2/s3/aws4_request" is malformed.
            """, "holds its own label"
        ),
        (
            """
            <Code>AuthorizationHeaderMalformed</Code><Message>The authorization header is malformed; the authorization component \
            "Credential=AKIAQ7TESTEXAMPLE047/" is malformed.</Message>
            """, "credential scope"
        ),
        (
            """
            {"message":"Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. \
            Authorization header requires 'SignedHeaders' parameter. Authorization header requires existence of either a 'X-Amz-Date' or a \
            'Date' header. Authorization=Basic abc"}
            """, "A user and password (Basic) arrived"
        ),
    ])
    func `what the service quotes of the header is read`(text: String, words: String) throws {
        let finding = try Self.finding(text)
        #expect(finding.code == .incompleteSignature)
        let advice = finding.remedies.map(\.text).joined(separator: "\n")
        #expect(advice.contains(words), "\(advice)")
        #expect(!advice.contains("/bedrock/"))
    }

    // MARK: A credential without slashes

    @Test func `a presigned credential without slashes is no scope`() throws {
        let finding = try Self.finding(
            """
            -->GET /mqtt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAQ7TESTEXAMPLE045%F 20260311%F us-west-2%F iotdevicegateway%F \
            aws4_request&X-Amz-Date=20260311T075257Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=\
            6f8cbce939e79af05dc73fb613bd8323e9672d9a37ded206c03f4d139c2903c4 HTTP/1.1
            Host: a1.iot.us-west-2.amazonaws.com:443
            Connection: Upgrade

            RX: HTTP/1.1 403 Forbidden
            RX: content-type: application/json
            RX: x-amzn-ErrorType: ForbiddenException:
            """)
        #expect(finding.code == .scopeParts)
    }

    @Test(arguments: ["", "x-amz-content-sha256;"])
    func `OpenSearch Serverless wants the hash of the body signed`(name: String) throws {
        let finding = try Self.finding(
            """
            POST /idx/_search HTTP/1.1
            Host: abc123.eu-west-1.aoss.amazonaws.com
            Authorization: AWS4-HMAC-SHA256 Credential=AKIAQ7TESTEXAMPLE048/20260311/eu-west-1/aoss/aws4_request, SignedHeaders=host;\(name)x-amz-date, Signature=6f8cbce939e79af05dc73fb613bd8323e9672d9a37ded206c03f4d139c2903c4
            X-Amz-Date: 20260311T101530Z
            \(name.isEmpty ? "" : "x-amz-content-sha256: UNSIGNED-PAYLOAD\n")Content-Length: 0

            HTTP/1.1 403 Forbidden
            Content-Type: application/json

            {"status":403,"error":{"reason":"403 Forbidden","type":"Forbidden"}}
            """)
        #expect((finding.code == .headerMissing) == name.isEmpty)
        if name.isEmpty { #expect(finding.confidence == .likely) }
    }
}

/// Bare refusals of OpenSearch Serverless.
@Suite("OpenSearch Serverless") struct ServerlessRefusalTests {
    private static func finding(_ text: String) throws -> Finding {
        let input = try ReadInput(Array(text.utf8), name: "paste")
        return try #require(Explanation(input, context: ExplainContext()).findings.first)
    }

    private static func text(_ service: String, host: String) -> String {
        """
        opensearchpy.exceptions.AuthorizationException: AuthorizationException(403, 'Forbidden')
        host: https://\(host).amazonaws.com
        auth = AWSV4SignerAuth(credentials, 'us-east-1', '\(service)')
        """
    }

    @Test(arguments: ["es", "aoss"])
    func `each reason is named, and what the paste shows leads`(service: String) throws {
        let finding = try Self.finding(Self.text(service, host: "abc123.us-east-1.aoss"))
        #expect(finding.code == .iamDenied)
        #expect(finding.confidence == .possible)
        #expect(finding.remedies.contains { $0.text.contains("data access policy") })
        #expect(finding.remedies.contains { $0.text.contains("give it aoss") } == (service == "es"))
    }

    @Test func `a managed domain is none of them`() throws {
        let finding = try Self.finding(Self.text("es", host: "search-a.us-east-1.es"))
        #expect(!finding.remedies.contains { $0.text.contains("data access policy") })
    }
}

/// What an earlier call says of a later one whose signature was refused.
@Suite("Earlier attempts") struct EarlierAttemptTests {
    private static func exchange(key: String, _ status: String, _ body: String) -> String {
        """
        POST / HTTP/1.1
        Host: macie.us-east-1.amazonaws.com
        X-Amz-Date: 20260311T101530Z
        Authorization: AWS4-HMAC-SHA256 Credential=\(key)/20260311/us-east-1/macie/aws4_request, SignedHeaders=host;x-amz-date, Signature=6f8cbce939e79af05dc73fb613bd8323e9672d9a37ded206c03f4d139c2903c4
        Content-Length: 0

        HTTP/1.1 \(status)
        Content-Type: application/x-amz-json-1.1

        \(body)

        """
    }

    private static let refused =
        #"{"__type":"InvalidSignatureException","message":"The request signature we calculated does not match the signature you provided."}"#

    @Test(arguments: [
        ("AKIAQ7TESTEXAMPLE048", #"{"__type":"ThrottlingException","message":"Rate exceeded"}"#, true),
        ("AKIAQ7TESTEXAMPLE049", #"{"__type":"ThrottlingException","message":"Rate exceeded"}"#, false),
        (
            "AKIAQ7TESTEXAMPLE048",
            #"{"__type":"UnrecognizedClientException","message":"The security token included in the request is invalid."}"#,
            false
        ),
    ])
    func `a call that passed shows that the key is right`(key: String, body: String, isRight: Bool) throws {
        let text =
            Self.exchange(key: key, "400 Bad Request", body)
            + Self.exchange(key: "AKIAQ7TESTEXAMPLE048", "400 Bad Request", Self.refused)
        let findings = Explanation(try ReadInput(Array(text.utf8), name: "log"), context: ExplainContext()).findings
        let finding = try #require(findings.first { $0.code == .signatureMismatch })
        #expect(finding.remedies.contains { $0.text.contains("got past this check") } == isRight)
        #expect(findings.contains { $0.code == .keyWrong } == !isRight)
    }
}
