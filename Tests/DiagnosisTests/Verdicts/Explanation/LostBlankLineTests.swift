import Codes
import Report
import SigV4
import Testing

@testable import Diagnosis
@testable import Evidence

/// A canonical request without its empty lines: the signer's mistake, or the paste's.
@Suite("Lost blank lines") struct LostBlankLineTests {
    private static let time = "20261111T111111Z"
    private static let whole = """
        GET
        /v1/items

        host:abcdef1234.execute-api.eu-west-1.amazonaws.com
        x-amz-date:\(time)

        host;x-amz-date
        \(SHA256Digest.hash([]).hex)
        """

    private static func stringToSign(_ canonical: String) -> String {
        "AWS4-HMAC-SHA256\n\(time)\n20261111/eu-west-1/execute-api/aws4_request\n\(SHA256Digest.hash(Array(canonical.utf8)).hex)"
    }

    private static func findings(_ signed: String, _ stringToSign: String?) throws -> [Finding] {
        let echo = """
            The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and \
            signing method. Consult the service documentation for details.\n\nThe Canonical String for this request should have \
            been\n'\(whole)'\n\nThe String-to-Sign should have been\n'\(Self.stringToSign(whole))'\n
            """.replacing("\n", with: "\\n")
        let text =
            "Canonical request:\n\(signed)\n" + (stringToSign.map { "String to sign:\n\($0)\n" } ?? "")
            + "\nHTTP 403: {\"message\":\"\(echo)\"}"
        return Explanation(try ReadInput(Array(text.utf8), name: "paste"), context: ExplainContext()).findings
    }

    private static let broken = [
        whole.replacing("/v1/items\n\n", with: "/v1/items\n"), whole.replacing("Z\n\nhost;", with: "Z\nhost;"),
        whole.replacing("\n\n", with: "\n"),
    ]

    @Test(arguments: broken)
    func `the hash in the string to sign shows that the signer left them out`(signed: String) throws {
        let finding = try #require(try Self.findings(signed, Self.stringToSign(signed)).first)
        #expect(finding.code == .textForm)
        #expect(finding.confidence == .certain)
        #expect(finding.remedies.first?.text.contains("the empty ones too") == true)
    }

    @Test(arguments: broken)
    func `the same hash shows that a paste lost them`(signed: String) throws {
        let findings = try Self.findings(signed, Self.stringToSign(Self.whole))
        #expect(findings.first?.code == .keyWrong)
        #expect(!findings.contains { $0.code == .textForm })
    }

    @Test(arguments: broken)
    func `without a hash either may be`(signed: String) throws {
        let finding = try #require(try Self.findings(signed, nil).first)
        #expect(finding.code == .textForm)
        #expect(finding.confidence == .likely)
    }

    @Test func `beside another mistake it is no more than possible`() throws {
        let signed = Self.broken[0].replacing("/v1/items", with: "/v1/ITEMS")
        let findings = try Self.findings(signed, nil)
        #expect(findings.first?.code != .textForm)
        #expect(!findings.contains { $0.code == .headerHost })
    }
}
