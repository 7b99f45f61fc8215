import Codes
import Report
import SigV4
import Testing

@testable import Diagnosis
@testable import Evidence

/// Refused signatures as people paste them, of any service, without a secret: what the paste shows leads.
@Suite("Pasted signatures")
struct PastedSignatureTests {
    private static let sentence =
        "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method."
    private static let hash = SHA256Digest.hash(Array("body".utf8)).hex
    private static let time = "20260102T030405Z"

    private static func canonical(
        _ method: String = "POST", _ path: String = "/dev/items", query: String = "",
        host: String = "abcdef1234.execute-api.eu-west-1.amazonaws.com", headers: [String] = [], names: String? = nil,
        payload: String = hash
    ) -> String {
        let lines = (headers + ["host:\(host)", "x-amz-date:\(time)"]).sorted()
        let list = names ?? lines.map { String($0.prefix { $0 != ":" }) }.joined(separator: ";")
        return ([method, path, query] + lines + ["", list, payload]).joined(separator: "\n")
    }

    private static func stringToSign(_ canonical: String, service: String = "execute-api") -> String {
        "AWS4-HMAC-SHA256\n\(time)\n20260102/eu-west-1/\(service)/aws4_request\n\(SHA256Digest.hash(Array(canonical.utf8)).hex)"
    }

    private static func echo(_ canonical: String, service: String = "execute-api") -> String {
        "\(sentence)\n\nThe Canonical String for this request should have been\n'\(canonical)'\n\n"
            + "The String-to-Sign should have been\n'\(stringToSign(canonical, service: service))'\n"
    }

    private static func json(_ text: String) -> String {
        "{\"message\":\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n"))\"}"
    }

    private static func findings(_ text: String) throws -> [Finding] {
        Explanation(try ReadInput(Array(text.utf8), name: "paste"), context: ExplainContext()).findings
    }

    private static func advice(_ findings: [Finding]) -> String {
        findings.prefix(1).flatMap(\.remedies).map(\.text).joined(separator: "\n")
    }

    // MARK: What an echo shows

    @Test(
        arguments: [
            (canonical("GET", "/dev/users/user%252523123"), "encoded twice"),
            (canonical("GET", "/dev/mypath%252Fnext"), "%2F"),
            (canonical("GET", headers: ["x-amz-security-token:"]), "x-amz-security-token arrived empty"),
        ])
    func `an echo's own oddity leads`(canonical: String, advice: String) throws {
        for text in [Self.echo(canonical), Self.json(Self.echo(canonical)).replacing("/", with: "\\/")] {
            let found = try Self.findings(text)
            #expect(found.first?.code == .signatureMismatch)
            #expect(Self.advice(found).contains(advice), "\(Self.advice(found))")
        }
    }

    @Test func `a signature of version 2 is named, with the type that arrived`() throws {
        let found = try Self.findings(
            """
            <Error><Code>SignatureDoesNotMatch</Code><Message>\(Self.sentence)</Message><StringToSign>PUT

            application/json
            1642761261
            /example-bucket/x</StringToSign><SignatureProvided>w2uslyqsDwNg4LJXml/1nrEJ96I=</SignatureProvided></Error>
            """)
        #expect(found.first?.code == .signatureMismatch)
        #expect(Self.advice(found).contains("version 2"), "\(Self.advice(found))")
        #expect(Self.advice(found).contains("application/json"))
    }

    // MARK: The client's text beside the service's

    private static let sorted = canonical("GET", query: "after=x&limit=5", payload: SHA256Digest.hash([]).hex)
    private static let unsorted = canonical("GET", query: "limit=5&after=x", payload: SHA256Digest.hash([]).hex)

    static let forms: [(String, String)] = [
        ("before, in lines", "canonical request:\n\(unsorted)\n\nresponse: 403\n\(json(echo(sorted)))"),
        (
            "behind, in lines",
            "\(json(echo(sorted)))\n\ncanonical request:\n\(unsorted)\n\nstring to sign:\n\(stringToSign(unsorted))"
        ),
        ("behind a plain echo", "\(echo(sorted))\nCanonicalRequest:\n\(unsorted)\n"),
        (
            "as Python's repr",
            "print(repr(creq))\n'\(unsorted.replacing("\n", with: "\\n"))'\n403\n'\(json(echo(sorted)))'"
        ),
        (
            "as a member of JSON",
            "{\"canonicalRequest\":\"\(unsorted.replacing("\n", with: "\\n"))\"}\n\(json(echo(sorted)))"
        ),
        ("in one line", "canonical: \(unsorted.replacing("\n", with: " "))\n\(json(echo(sorted)))"),
    ]

    @Test("an unsorted query is found, wherever and however the client's text stands", arguments: forms)
    func clientText(form: (name: String, text: String)) throws {
        #expect(try Self.findings(form.text).first?.code == .querySort, "\(form.name)")
    }

    @Test("the client's text of another attempt is compared as of one time, and what differs is likely")
    func otherAttempt() throws {
        let other = Self.unsorted.replacing(Self.time, with: "20260102T040000Z")
        let text = "\(Self.json(Self.echo(Self.sorted)))\n\ncanonical request:\n\(other)\n"
        #expect(try Self.findings(text).first?.code == .querySort)
        #expect(try Self.findings(text).first?.confidence == .likely)
    }

    // MARK: The echo alone

    @Test("S3's XML and an echo without line breaks are read as echoes")
    func echoForms() throws {
        let request = Self.canonical(
            "GET", "/index.html", host: "d1234abcdef8.cloudfront.net", payload: "UNSIGNED-PAYLOAD")
        let flat = request.replacing("\n\n", with: " ").replacing("\n", with: " ")
        let xml =
            "<Error><Code>SignatureDoesNotMatch</Code><Message>\(Self.sentence)</Message><StringToSign>\(Self.stringToSign(request, service: "s3"))</StringToSign><CanonicalRequest>\(flat)</CanonicalRequest></Error>"
        let findings = try Self.findings(xml)
        #expect(findings.first?.code == .signatureMismatch)
        #expect(Self.advice(findings).contains("CloudFront"))
        #expect(findings.first?.comparison?.texts[.service] != nil)
    }

    static let clues: [(String, String)] = [
        (canonical(headers: ["x-forwarded-for:192.0.2.1", "x-forwarded-host:a.example"]), "x-forwarded-for"),
        (canonical(names: "host;transfer-encoding;x-amz-date"), "transfer-encoding"),
        (canonical(headers: ["conversation_id:1"]), "conversation_id"),
        (canonical(headers: ["x-amz-security-token:X-Amz-Security-Token"]), "placeholder"),
        (canonical(headers: ["x-amz-content-sha256:\(SHA256Digest.hash([]).hex)"]), "x-amz-content-sha256 declares"),
        (canonical(headers: ["content-length:12", "content-type:text/plain"]), "content-length"),
        (canonical("GET", "/bucket/key", payload: "STREAMING-AWS4-HMAC-SHA256-PAYLOAD"), "STREAMING"),
        (canonical("GET", query: "a=1"), "query"),
        (canonical("GET", "/_search/%2A"), "%2A"),
        (canonical(host: "vpce-0abc-1.execute-api.eu-west-1.vpce.amazonaws.com"), "VPC endpoint"),
        (canonical(host: "api.example.com"), "api.example.com"),
        (canonical("PUT"), "hash of the body"),
    ]

    @Test("what the echo shows leads the advice", arguments: clues)
    func echoClues(clue: (request: String, phrase: String)) throws {
        let findings = try Self.findings(Self.json(Self.echo(clue.request)))
        #expect(findings.first?.code == .signatureMismatch)
        #expect(Self.advice(findings).contains(clue.phrase), "\(Self.advice(findings))")
        #expect(!Self.advice(findings).contains("bedrock"))
    }

    @Test("an echo that was cut off is read as far as it goes")
    func cut() throws {
        let text =
            "\(Self.sentence)\nThe Canonical String for this request should have been\n'POST\n/model/a.b-v1/converse\n\nplugin-trace:\n"
        #expect(Self.advice(try Self.findings(text)).contains("plugin-trace"))
    }

    // MARK: Commands

    private static func curl(list: String, host: String = "abcdef1234.execute-api.eu-west-1.amazonaws.com") -> String {
        "curl -X POST -H \"x-amz-date:\(time)\" -H \"content-type: application/json\" -H 'authorization: AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260102/eu-west-1/execute-api/aws4_request, SignedHeaders=\(list), Signature=\(hash)' -H \"host:\(host)\" -d '{\"a\":1}' \"https://\(host)/dev/items\""
    }

    @Test("a curl command is a request: a header named twice, and an empty name")
    func curlCommand() throws {
        let twice = try Self.findings(
            Self.curl(list: "content-type;content-type;host;x-amz-date") + "\n\nResponse:\n"
                + Self.echo(Self.canonical()))
        #expect(twice.first?.code == .headerDuplicate)
        let empty = try Self.findings(
            Self.curl(list: "content-type;;host;x-amz-date") + "\n\(Self.json(Self.sentence))")
        #expect(empty.first?.code == .headerList)
    }

    @Test("a body whose quotes the paste has broken is not hashed")
    func brokenQuotes() throws {
        var cursor = LogCursor(
            InputText(message: Array(Self.curl(list: "host").replacing("'{\"a\":1}'", with: "\"{\"a\":1}\"").utf8)))
        guard case .request(let request)? = CurlCommandReader.read(&cursor)?.first else {
            Issue.record("no request")
            return
        }
        #expect(request.method == "POST")
        #expect(request.body == .unknown)
        #expect(String(decoding: request.target, as: UTF8.self) == "/dev/items")
    }

    @Test("an unsigned command is left to the words around it")
    func unsigned() {
        var cursor = LogCursor(InputText(message: Array("curl -s https://example.com/a -H 'a: b'".utf8)))
        #expect(CurlCommandReader.read(&cursor) == nil)
    }

    @Test("a command that signs one host and sends another")
    func twoHosts() throws {
        let text =
            "$ awscurl https://vpce-0abc.execute-api.eu-west-1.vpce.amazonaws.com/dev -H \"Host: abcdef1234.execute-api.eu-west-1.amazonaws.com\"\n\(Self.json(Self.sentence))"
        #expect(Self.advice(try Self.findings(text)).contains("Sign the Host that is sent"))
    }

    // MARK: Scopes and headers

    static let scopes: [(String, FindingCode, String)] = [
        ("Credential should be scoped to correct service: 'batch'. ", .wrongScopeService, "batch"),
        ("Credential should be scoped to correct service: 'bedrock'. ", .wrongScopeService, "bedrock"),
        (
            "Credential should be scoped to a valid region, not 'us-east-1'. Credential should be scoped to correct service: 'execute-api'. ",
            .wrongScopeRegion, "execute-api"
        ),
        (
            "AuthorizationHeaderMalformed: The authorization header is malformed; the region 'us-east-1' is wrong; expecting 'eu-west-3'",
            .wrongScopeRegion, "eu-west-3"
        ),
        (
            "'/20260102/us-east-1/sts/aws4_request' not a valid key=value pair (missing equal-sign) in Authorization header: 'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE /20260102/us-east-1/sts/aws4_request, SignedHeaders=host;x-amz-date, Signature=0'.",
            .incompleteSignature, "space"
        ),
        (
            "'AWS4-HMAC-SHA256' not a valid key=value pair (missing equal-sign) in Authorization header: 'Authorization: AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260102/us-east-1/sts/aws4_request, SignedHeaders=host, Signature=0'.",
            .incompleteSignature, "'Authorization:'"
        ),
        (
            "<Error><Code>AccessDenied</Code><Message>There were headers present in the request which were not signed</Message><HeadersNotSigned>x-amz-acl</HeadersNotSigned></Error>",
            .headerUnsigned, "x-amz-acl"
        ),
        (
            "<Error><Code>XAmzContentSHA256Mismatch</Code><Message>The provided 'x-amz-content-sha256' header does not match what was computed.</Message><ClientComputedContentSHA256>e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855</ClientComputedContentSHA256></Error>",
            .bodyUnhashed, "empty body"
        ),
        ("Request header x-amz-content-sha256 invalid", .bodyHashHeader, "x-amz-content-sha256"),
    ]

    @Test("a refusal that names what is wrong is taken at its word", arguments: scopes)
    func named(refusal: (text: String, code: FindingCode, phrase: String)) throws {
        let findings = try Self.findings(refusal.text)
        #expect(findings.first?.code == refusal.code)
        #expect(Self.advice(findings).contains(refusal.phrase), "\(Self.advice(findings))")
        let isOther = refusal.code == .wrongScopeService && refusal.phrase != "bedrock"
        #expect(!isOther || !Self.advice(findings).contains("bedrock"))
    }
}
