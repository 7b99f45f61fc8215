import Codes
import JSONText
import Report
import SigV4
import Testing

@testable import Diagnosis
@testable import Evidence

/// Failures as people paste them: several at once, in wrappers, with an echo.
@Suite struct PastedFailureTests {
    private func findings(_ text: String) throws -> [Finding] {
        Explanation(try ReadInput(Array(text.utf8), name: "x"), context: ExplainContext()).findings
    }

    private static let throttled =
        "An error occurred (ThrottlingException) when calling the Converse operation (reached max retries: 4): Too many requests"
    private static let expired =
        "An error occurred (ExpiredTokenException) when calling the Converse operation: The security token included in the request is expired"

    @Test func `botocore's remark about retries is not the service's word`() throws {
        #expect(try findings(Self.throttled).first?.evidence["message"]?.stringValue == "Too many requests")
    }

    @Test func `two failures in two lines are two`() throws {
        let found = try findings(Self.throttled + "\n" + Self.expired + "\n")
        #expect(Set(found.map(\.code)) == [.throttled, .tokenExpired])
        #expect(found.allSatisfy { $0.confidence == .certain })
        // What a program adds below an error in its own words is no second one.
        #expect(try findings(Self.expired + "\nError: the helper gave up\n").map(\.code) == [.tokenExpired])
    }

    private static func echo(_ path: String) -> String {
        """
        operation error Bedrock Runtime: Converse, https response error StatusCode: 403, RequestID: \
        2abfba0f-40ec-4c3c-b4cd-c9948fbe9fd1, api error InvalidSignatureException: The request signature we calculated \
        does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the \
        service documentation for details.

        The Canonical String for this request should have been
        \(canonical(path, "'", "'"))

        The String-to-Sign should have been
        'AWS4-HMAC-SHA256
        20261125T000000Z
        20261125/us-east-1/bedrock/aws4_request
        \(SHA256Digest.hash(Array(canonical(path, "", "").utf8)).hex)'
        """
    }

    private static func canonical(_ path: String, _ open: String, _ close: String) -> String {
        """
        \(open)POST
        \(path)

        content-type:application/json
        host:bedrock-runtime.us-east-1.amazonaws.com
        x-amz-date:20261125T000000Z

        content-type;host;x-amz-date
        \(String(repeating: "c3", count: 32))\(close)
        """
    }

    @Test(arguments: [
        ("/model/amazon.nova-micro-v1%253A0/converse", "amazon.nova-micro-v1:0"),
        ("/model/amazon.nova-micro-v1%3A0/converse", "amazon.nova-micro-v1:0"),
        (
            "/model/arn%253Aaws%253Abedrock%253Aus-east-1%253A123456789012%253Ainference-profile%252Fus.amazon.nova-pro-v1%253A0/converse",
            "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.amazon.nova-pro-v1:0"
        ),
    ])
    func `the model of an echoed path is whole`(path: String, model: String) throws {
        #expect(try findings(Self.echo(path)).first?.evidence["model"]?.stringValue == model)
    }

    @Test(arguments: ["", "2026/11/25 00:00:00 "], ["", "\n2026/11/25 00:00:01 exit status 1\n"])
    func `Go's signing log and a printed error are one call`(prefix: String, ending: String) throws {
        let signed = Self.canonical("/model/amazon.nova-micro-v1%3A0/converse", "", "")
        let log = """
            SDK 2026/11/25 00:00:00 DEBUG Request Signature:
            ---[ CANONICAL STRING  ]-----------------------------
            \(signed)
            ---[ STRING TO SIGN ]--------------------------------
            AWS4-HMAC-SHA256
            20261125T000000Z
            20261125/us-east-1/bedrock/aws4_request
            \(SHA256Digest.hash(Array(signed.utf8)).hex)
            -----------------------------------------------------
            \(prefix)\(Self.echo("/model/amazon.nova-micro-v1%253A0/converse"))\(ending)
            """
        let found = try findings(log)
        #expect(found.map(\.code).starts(with: [.pathDouble, .signatureMismatch]))
        #expect(found.first?.confidence == .certain)
    }

    @Test func `a region that does not fit is named where only the request tells it`() throws {
        let log = """
            POST /model/amazon.nova-micro-v1%3A0/converse HTTP/1.1
            Host: 127.0.0.1:8000
            Authorization: AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261125/eu-west-1/bedrock/aws4_request, \
            SignedHeaders=host, Signature=\(String(repeating: "a", count: 64))

            HTTP/1.1 403 Forbidden
            x-amzn-ErrorType: InvalidSignatureException

            {"message":"Credential should be scoped to a valid region."}
            """
        let finding = try #require(try findings(log).first { $0.code == .wrongScopeRegion })
        #expect(finding.detail.hasPrefix("The request was signed for eu-west-1."))
        #expect(finding.evidence["signedRegion"]?.stringValue == "eu-west-1")
    }
}
