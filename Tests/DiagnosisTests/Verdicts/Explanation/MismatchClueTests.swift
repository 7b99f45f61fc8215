import Codes
import Diagnosis
import Evidence
import Report
import Testing

private let sentence =
    "The request signature we calculated does not match the signature you provided. Check your key and signing method."
private let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

/// A refusal by S3 with its canonical request.
private func refused(
    _ method: String, _ path: String, query: String = "", _ lines: String, signed: String, payload: String = empty
) -> String {
    """
    <Error><Code>SignatureDoesNotMatch</Code><Message>\(sentence)</Message><CanonicalRequest>\(method)
    \(path)
    \(query)
    \(lines)

    \(signed)
    \(payload)</CanonicalRequest><RequestId>0A2B1C</RequestId></Error>
    """
}

/// What a paste shows of a refused signature leads, before the secret and before general advice.
@Suite struct MismatchClueTests {
    @Test(arguments: ["range", "x-custom-tag", "if-none-match"])
    func `a signed header that arrived empty leads, whoever signed`(name: String) throws {
        let echo = refused(
            "GET", "/a/b.bin",
            "host:my-bucket.s3.eu-west-1.amazonaws.com\n\(name):\nuser-agent:Boto3/1.34\nx-amz-content-sha256:\(empty)\nx-amz-date:20260102T030405Z",
            signed: "host;\(name);user-agent;x-amz-content-sha256;x-amz-date")
        let finding = try firstFinding(echo)
        #expect(finding.code == .signatureMismatch)
        let first = try #require(finding.remedies.first?.text.lowercased())
        #expect(first.contains("signed is \(name), and arrived empty"), "\(remedyText(finding))")
    }

    static let presigned =
        "X-Amz-Algorithm=AWS4-HMAC-SHA256&amp;X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20260131%2Feu-west-1%2Fs3%2Faws4_request&amp;X-Amz-Date=20260131T120000Z&amp;X-Amz-Expires=900&amp;X-Amz-SignedHeaders=host"

    @Test(
        arguments: [
            ("const url = await getSignedUrl(s3, new PutObjectCommand({ Bucket, Key }))", "GET", "presigned for PUT"),
            ("s3.generate_presigned_url('put_object', Params=params)", "GET", "presigned for PUT"),
            ("s3.generate_presigned_url(ClientMethod='get_object', Params=params)", "HEAD", "presigned for GET"),
            ("presigner.presignPutObject(request)", "POST", "presigned for PUT"),
        ])
    func `a URL that is presigned for one method and called by another`(code: String, method: String, words: String)
        throws
    {
        let echo = refused(
            method, "/uploads/a.png", query: Self.presigned, "host:b.s3.eu-west-1.amazonaws.com", signed: "host",
            payload: "UNSIGNED-PAYLOAD")
        let finding = try firstFinding(code + "\n\n" + echo)
        let first = try #require(finding.remedies.first?.text)
        #expect(first.contains(words) && first.contains("\(method) arrived"), "\(remedyText(finding))")
    }

    @Test func `a string of version 2 tells the method that arrived`() throws {
        let finding = try firstFinding(
            """
            return s3.getSignedUrl('putObject', params);
            https://bucket.s3-us-west-1.amazonaws.com/a.csv?AWSAccessKeyId=AKIA&Content-Type=text%2Fcsv&Expires=1459297656&Signature=R%2B1q&x-amz-acl=public-read
            <Error><Code>SignatureDoesNotMatch</Code><Message>\(sentence)</Message>
            <StringToSign>
            GET 1459295457 /bucket/a.csv
            </StringToSign></Error>
            """)
        #expect(finding.remedies.first?.text.contains("GET arrived") == true, "\(remedyText(finding))")
    }

    @Test(arguments: ["GET", "HEAD"])
    func `the method for which a URL was made is no fault`(method: String) throws {
        let operation = method == "GET" ? "get_object" : "head_object"
        let echo = refused(
            method, "/a", query: Self.presigned, "host:b.s3.eu-west-1.amazonaws.com", signed: "host",
            payload: "UNSIGNED-PAYLOAD")
        #expect(
            !remedyText(try firstFinding("s3.generate_presigned_url('\(operation)')\n" + echo)).contains(
                "was presigned for"))
    }

    @Test func `a form in the place of the file`() throws {
        let echo = refused(
            "PUT", "/a.png",
            query: Self.presigned.replacing("SignedHeaders=host", with: "SignedHeaders=content-type%3Bhost"),
            "content-type:multipart/form-data; boundary=----Web\nhost:b.s3.eu-west-1.amazonaws.com",
            signed: "content-type;host",
            payload: "UNSIGNED-PAYLOAD")
        #expect(remedyText(try firstFinding(echo)).contains("is a form"))
    }

    @Test func `headers that a presigned URL covers are shown as they arrived`() throws {
        let echo = refused(
            "PUT", "/a.txt",
            query: Self.presigned.replacing("SignedHeaders=host", with: "SignedHeaders=content-type%3Bhost"),
            "content-type:text/plain;charset=UTF-8\nhost:b.s3.eu-west-1.amazonaws.com", signed: "content-type;host",
            payload: "UNSIGNED-PAYLOAD")
        #expect(remedyText(try firstFinding(echo)).contains("content-type: text/plain;charset=UTF-8"))
    }

    @Test(arguments: ["files.acme-cdn.net", "d111111abcdef8.cloudfront.net", "media.acme.io"])
    func `a presigned URL on another host than S3's`(host: String) throws {
        let finding = try firstFinding(
            """
            https://\(host)/a?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20260131%2Feu-west-1%2Fs3%2Faws4_request&X-Amz-Date=20260131T120000Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host&X-Amz-Signature=ab
            <Error><Code>SignatureDoesNotMatch</Code><Message>\(sentence)</Message></Error>
            """)
        #expect(
            finding.remedies.first?.text.contains("presigned for the host \(host)") == true, "\(remedyText(finding))")
    }

    @Test func `a plus sign that was read as a blank`() throws {
        let echo = refused(
            "GET", "/libfoo%20%20-1.2.rpm",
            "host:b.s3.amazonaws.com\nx-amz-content-sha256:\(empty)\nx-amz-date:20260102T030405Z",
            signed: "host;x-amz-content-sha256;x-amz-date")
        #expect(remedyText(try firstFinding("GET /libfoo++-1.2.rpm -> 403\n" + echo)).contains("%2B for +"))
    }

    @Test func `a redirect before the refusal`() throws {
        let finding = try firstFinding(
            """
            "GET /bucket HTTP/1.1" 301 169 "-" "MinIO"
            "GET /bucket/ HTTP/1.1" 403 307 "-" "MinIO"
            error: SignatureDoesNotMatch: \(sentence)
            """)
        #expect(remedyText(finding).contains("redirect (301)"), "\(remedyText(finding))")
    }

    @Test(
        arguments: [
            (
                "import 'package:http/http.dart' as http;\nawait http.post(uri, headers: {'Content-Type': 'application/json'}, body: json)",
                "Dart's http"
            ),
            ("content = new StringContent(json); // Content-Type application/json", "StringContent"),
        ])
    func `a library that completes the content type`(code: String, name: String) throws {
        let finding = try firstFinding(
            code + "\n{\"__type\":\"InvalidSignatureException\",\"message\":\"\(sentence)\"}")
        #expect(remedyText(finding).contains(name), "\(remedyText(finding))")
    }
}
