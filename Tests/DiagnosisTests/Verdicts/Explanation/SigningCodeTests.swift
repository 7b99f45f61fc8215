import Codes
import Report
import Testing

@testable import Diagnosis
@testable import Evidence

/// What the code beside a refused signature does otherwise than it signs.
@Suite("Code that signs one thing and sends another") struct SigningCodeTests {
    private static let refused =
        "SignatureDoesNotMatch: The request signature we calculated does not match the signature you provided. Check your key and signing method."

    private static func advice(_ code: String) throws -> [String] {
        let input = try ReadInput(Array("\(code)\n\(refused)".utf8), name: "paste")
        return try #require(Explanation(input, context: ExplainContext()).findings.first).remedies.map(\.text)
    }

    @Test(arguments: [
        ("const s = aws4.sign({ host, path, body: text, headers }, keys)\naxios(s)", "axios takes the body as data"),
        (
            "const signed = await signer.sign(request);\nawait axios.request({ url, headers: signed.headers, body: signed.body });",
            "axios takes the body as data"
        ),
        (
            "aws4.sign(options, keys)\ndelete options.headers['Content-Type']\nfetch(url, options)",
            "Leave content-type in the request"
        ),
        (
            "headers['X-Trace'] = t\nSigV4Auth(c, 'execute-api', r).add_auth(req)\ndel req.headers['X-Trace']",
            "Leave x-trace in the request"
        ),
        (
            "opts = { method: request.method, body: JSON.stringify(request.body || {}) }\naws4.sign(opts)",
            "makes {} of a request without a body"
        ),
        (
            "body = json.dumps(event.get('body') or {})\nsign(event['httpMethod'], body)", "Hand the signer a body only"
        ),
        ("$presignedUrl .= '&Content-Type=image%2Fpng';", "appends Content-Type to presignedUrl"),
        (
            "url = s3.generate_presigned_url('get_object')\nlink = f\"{url}&response-content-disposition=inline\"",
            "appends response-content-disposition to url"
        ),
        ("SET @CanonicalRequest += 'GET' + CHAR(13)", "ends its lines with char(13)"),
        ("canonicalRequest = \"PUT\" & vbCrLf & \"/\" & vbCrLf", "ends its lines with vbcrlf"),
        ("canonical_request = \"GET\\r\\n\" + uri + \"\\r\\n\"", "ends its lines with \\r"),
        (
            "canonical_uri = 'https://bedrock-runtime.us-east-1.amazonaws.com/model/x/converse'",
            "stands where the path belongs"
        ),
        ("SET @CanonicalRequest += 'kinesis.eu-west-2.amazonaws.com' + CHAR(10)", "stands where the path belongs"),
        ("var bytes = Encoding.Unicode.GetBytes(canonicalRequest);", "bytes of UTF-16"),
        ("new S3Client({ endpoint: 'https://d111111abcdef8.cloudfront.net' })", "Take d111111abcdef8.cloudfront.net"),
        (
            "S3Client.builder().endpointOverride(URI.create(\"https://files.example.org\")) // CloudFront before the bucket",
            "Take files.example.org"
        ),
        ("app.use(createProxyMiddleware({ target }))\naws4.sign(opts, keys)", "Sign what createproxymiddleware sends"),
        ("PutObjectCommand({ Bucket, Key, Body, ContentType: 'image/png' })", "Send the upload once without"),
    ])
    func `what the code shows leads`(code: String, words: String) throws {
        let first = try #require(try Self.advice(code).first)
        #expect(first.contains(words), "\(first)")
    }

    @Test(arguments: [
        ("const s = aws4.sign({ host, path, body }, keys)\naxios({ url, data: s.body, headers: s.headers })", "axios"),
        ("Object.assign(options, { body })\naxios(options)", "axios"),
        ("aws4.sign(options, keys)\ndelete options.headers.Host\ndelete options.headers['Content-Length']", "Leave"),
        ("delete options.headers['content-type']\naws4.sign(options, keys)", "Leave"),
        ("// delete signed.headers['content-type']\naws4.sign(options, keys)", "Leave"),
        ("body = JSON.stringify(payload || {})\naws4.sign({ method: 'POST', body })", "Hand the signer"),
        ("url += '&X-Amz-Signature=' + signature", "appends"),
        ("canonicalQuerystring += '&list-type=2'", "appends"),
        ("apiUrl += '&page=2'", "appends"),
        ("I took vbCrLf out of the canonical request and have vbLf there now.", "ends its lines"),
        ("canonicalRequest = canonicalRequest.Replace(\"\\r\\n\", \"\\n\")", "ends its lines"),
        ("canonical_headers = 'host:kinesis.eu-west-2.amazonaws.com\\n'\ncanonical_uri = '/'", "where the path"),
        ("new S3Client({ endpoint: 'https://minio.example.org' }) // CloudFront comes later", "CloudFront sends"),
        ("new S3Client({ endpoint: 'https://s3.us-east-1.amazonaws.com' }) // CloudFront", "CloudFront sends"),
        ("We call S3 itself, without CloudFront, and set no endpoint.", "CloudFront sends"),
        ("PutObjectCommand({ Bucket, Key, Body })", "Send the upload once without"),
    ])
    func `code that is right is not called wrong`(code: String, words: String) throws {
        let advice = try Self.advice(code)
        #expect(!advice.contains { $0.contains(words) }, "\(advice)")
    }
}
