import Codes
import Report
import Testing

@testable import Diagnosis
@testable import Evidence

/// A client's text that shows its own mistake beside the service's, without the request.
@Suite struct HeaderNameCaseTests {
    private static let text = """
        Canonical request:
        POST
        /model/amazon.nova-micro-v1%253A0/converse

        HOST:bedrock-runtime.us-east-1.amazonaws.com
        X-AMZ-DATE:20250910T101112Z

        HOST;X-AMZ-DATE
        44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a

        Response: 403
        {"message":"The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.\\n\\nThe Canonical String for this request should have been\\n'POST\\n/model/amazon.nova-micro-v1%253A0/converse\\n\\nhost:bedrock-runtime.us-east-1.amazonaws.com\\nx-amz-date:20250910T101112Z\\n\\nhost;x-amz-date\\n44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'\\n"}
        """

    @Test func `names in capitals are the mistake, and not the host`() throws {
        let input = try ReadInput(Array(Self.text.utf8), name: "paste")
        let findings = Explanation(input, context: ExplainContext()).findings
        #expect(findings.first?.code == .headerCase)
        #expect(!findings.contains { $0.code == .headerHost })
    }
}
