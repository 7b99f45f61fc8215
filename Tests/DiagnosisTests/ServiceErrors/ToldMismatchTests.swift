import Codes
import Diagnosis
import Evidence
import Report
import Testing

/// A refused signature of which a person tells in words of their own, as titles have it.
@Suite struct ToldMismatchTests {
    private func first(_ text: String) throws -> Finding {
        let input = try ReadInput(Array(text.utf8), name: "issue.txt")
        return try #require(Explanation(input, context: ExplainContext()).findings.first)
    }

    @Test(arguments: [
        "Calls to Bedrock through our gateway fail with a signature mismatch since Monday.",
        "# 403 signature error when invoking Claude\n\nThe agent answers nothing and the log has the status only.",
        "Bedrock requests get rejected: SigV4 mismatch for every call.",
        "Every request but the first one fails, the AWS signature failure is always the same.",
    ])
    func `is possibly a signature mismatch`(text: String) throws {
        let finding = try first(text)
        #expect(finding.code == .signatureMismatch)
        #expect(finding.confidence == .possible)
    }

    @Test(arguments: [
        "RuntimeError: indirect call signature mismatch", "apt update fails: 403 GPG signature error for the mirror",
        "Webhook rejected, 403 signature mismatch of the payload secret",
        "TypeError: function signature mismatch, expected 2 arguments",
        "messages.1.content.0: Invalid `signature` in `thinking` block",
    ])
    func `is not read from other signatures`(text: String) throws {
        #expect(try first(text).code != .signatureMismatch)
    }

    @Test(arguments: [
        (
            "opensearch-py raises AuthorizationException through the tunnel on port 8443: the host is signed without the port.",
            "with :8443"
        ),
        (
            "The client sends \"Host: a1.iot.eu-central-1.amazonaws.com:443\" and AWS answers 403 Forbidden to the URL (X-Amz-SignedHeaders=host&X-Amz-Signature=7ec3).",
            "Leave the port out of Host"
        ),
        (
            "Presigning for iotdevicegateway with AWSCredentials(accessKey, secretKey, sessionToken) fails authentication over WSS.",
            "Sign without the session token"
        ),
    ])
    func `a refusal without words is read by what was signed`(text: String, words: String) throws {
        let finding = try first(text)
        #expect(finding.code == .signatureMismatch)
        #expect(finding.confidence == .possible)
        #expect(finding.remedies.first?.text.contains(words) ?? false, "\(finding.remedies.map(\.text))")
    }

    @Test(arguments: [
        "AuthorizationException 403 from OpenSearch for every index.",
        "The presigned URL (X-Amz-Signature=7ec3) is long; how do I make it shorter?",
        "How is a URL for iotdevicegateway presigned?",
    ])
    func `a URL without a refusal is none`(text: String) throws {
        #expect(try first(text).code != .signatureMismatch)
    }
}
