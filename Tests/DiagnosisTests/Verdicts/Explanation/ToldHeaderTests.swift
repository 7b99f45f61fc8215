import Codes
import Diagnosis
import Evidence
import Report
import Testing

/// One header of which a paste tells that it arrived otherwise than it was signed.
@Suite struct ToldHeaderTests {
    private static let refusal =
        "SignatureDoesNotMatch: The request signature we calculated does not match the signature you provided. Check your key and signing method.\n"

    @Test(
        arguments: [
            (
                "SignedHeaders=content-type;host;x-amz-date, Signature=0\nThe gateway strips the Content-Type header before it forwards.",
                "content-type is among the signed headers"
            ),
            (
                "The CanonicalRequest shows an empty range: header although we sent Range: bytes=0-99.",
                "range is a header that is told"
            ),
            (
                "<StringToSign>GET x-amz-cf-id:aaaa== x-amz-date:Fri, 22 Nov 2019 16:48:18 GMT /bucket/key</StringToSign>",
                "CloudFront writes it on the way"
            ),
            (
                "#> -> Host: demo.s3.eu-west-1.amazonaws.com\n#> -> Content-MD5: AAAA\n#> -> Content-Md5: AAAA\n#> -> Content-Length: 4",
                "one header twice (Content-MD5 and Content-Md5)"
            ),
            (
                "The sidecar before bedrock-runtime.eu-west-1.amazonaws.com signs host:127.0.0.1:8080 and no other.",
                "The Host that is signed is 127.0.0.1:8080, "
            ),
            (
                "https://demo.s3.eu-west-1.amazonaws.com/a?X-Amz-SignedHeaders=host%3Bx-amz-security-token&X-Amz-Expires=900",
                "header x-amz-security-token"
            ),
            (
                "https://demo.s3.eu-west-1.amazonaws.com/a?X-Amz-SignedHeaders=content-type%3Bhost&X-Amz-Expires=900",
                "besides host: content-type"
            ),
        ])
    func `leads, and the keys are looked at last`(text: String, words: String) throws {
        let finding = try firstFinding(Self.refusal + text)
        #expect(finding.code == .signatureMismatch)
        #expect(finding.remedies.first?.text.contains(words) ?? false, "\(remedyText(finding))")
        let secret = finding.remedies.firstIndex { $0.text.contains("40 characters") }
        #expect(secret.map { $0 == finding.remedies.count - 1 } ?? true)
    }

    @Test(arguments: [
        "No header is missing and no line is empty.\nContent-Type: application/json\nAccept: */*",
        "Content-Type: application/json\n\nContent-Type: application/json",
        "http://localhost:8080 is where the program listens; it calls bedrock-runtime.eu-west-1.amazonaws.com.",
    ])
    func `is not made up`(text: String) throws {
        let finding = try firstFinding(Self.refusal + text)
        #expect(!remedyText(finding).contains("not in question"), "\(remedyText(finding))")
    }

    @Test(
        arguments: [
            ("<HeadersNotSigned>content-md5</HeadersNotSigned>", "content-md5 was sent and not signed"),
            (
                "<HeadersNotSigned>content-md5</HeadersNotSigned> client: SignedHeaders=content-md5;host;x-amz-date, Signature=0",
                "let the proxy strip it"
            ),
            ("It happens when contentMD5 is set in the upload's options.", "content-md5 was sent and not signed"),
        ])
    func `that was not signed is named`(text: String, words: String) throws {
        let finding = try firstFinding(
            "AccessDenied: There were headers present in the request which were not signed\n" + text)
        #expect(finding.code == .headerUnsigned)
        #expect(finding.title.contains("content-md5"))
        #expect(finding.remedies.first?.text.contains(words) ?? false, "\(remedyText(finding))")
    }
}
