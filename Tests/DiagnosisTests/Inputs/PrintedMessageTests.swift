import Codes
import Report
import SigV4
import TestSupport
import Testing

@testable import Diagnosis
@testable import Evidence

/// Requests and answers as SDKs print them: one call, whatever the language wrote.
@Suite struct PrintedMessageTests {
    private static let host = "bedrock-runtime.us-east-1.amazonaws.com"
    private static let url = "https://\(host)\(LogSamples.path)"

    /// The sample's signature is of another region than the host.
    private static let authorization = LogSamples.authorization.replacing("us-east-1", with: "eu-west-1")
    private static let refusal = #"{"message":"Credential should be scoped to a valid region."}"#

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    }

    /// `{:?}` of the SDK's own types, behind a tracer's prefix.
    private static let rustLine = """
        2026-11-24T23:37:19.370380Z TRACE invoke{service=bedrockruntime operation=Converse}:try_op: \
        aws_smithy_runtime::client::orchestrator: transmitting request request=Request { body: SdkBody { inner: \
        Once(Some(b"\(escaped(#"{"messages":[]}"#))")), retryable: true }, uri: Uri { as_string: "\(url)", parsed: \
        H0(\(url)) }, method: POST, extensions: Extensions { extensions_1x: Extensions }, headers: Headers { headers: \
        {"content-type": HeaderValue { _private: H0("application/json") }, "authorization": HeaderValue { _private: \
        H0("\(authorization)") }, "x-amz-date": HeaderValue { _private: H0("20261124T202644Z") }} } }
        2026-11-24T23:37:19.470380Z TRACE aws_smithy_runtime::client::orchestrator: received response \
        response=Response { status: StatusCode(403), headers: Headers { headers: {"x-amzn-errortype": HeaderValue { \
        _private: H0("InvalidSignatureException:http://x/") }} }, body: SdkBody { inner: \
        Once(Some(b"\(escaped(refusal))")), retryable: true }, extensions: Extensions {} }

        """

    /// `{:#?}` of the `http` crate's types.
    private static let rustPretty = """
        Request {
            method: POST,
            uri: \(url),
            version: HTTP/1.1,
            headers: {
                "content-type": "application/json",
                "authorization": "\(authorization)",
                "x-amz-date": "20261124T202644Z",
            },
            body: SdkBody(
                Once(
                    Some(
                        b"\(escaped(#"{"messages":[]}"#))",
                    ),
                ),
            ),
        }
        Response {
            inner: Response {
                status: 403,
                version: HTTP/1.1,
                headers: {
                    "x-amzn-errortype": "InvalidSignatureException:http://x/",
                },
                body: SdkBody {
                    inner: Once(
                        Some(
                            b"\(escaped(refusal))",
                        ),
                    ),
                    retryable: true,
                },
            },
        }

        """

    /// `util.inspect` of the arguments of a middleware.
    private static let javaScript = """
        {
          input: { modelId: 'amazon.nova-micro-v1:0', messages: [ [Object] ] },
          request: HttpRequest {
            method: 'POST',
            hostname: '\(host)',
            port: undefined,
            query: {},
            headers: {
              'content-type': 'application/json',
              authorization: '\(authorization)',
              'x-amz-date': '20261124T202644Z'
            },
            body: '{"messages":[]}',
            protocol: 'https:',
            path: '\(LogSamples.path)',
            username: undefined
          },
          response: HttpResponse {
            statusCode: 403,
            reason: 'Forbidden',
            headers: { 'x-amzn-errortype': 'InvalidSignatureException:http://x/' },
            body: '\(refusal)'
          }
        }

        """

    private static let json = """
        {"request":{"method":"POST","hostname":"\(host)","query":{},"headers":{"content-type":"application/json",\
        "authorization":"\(authorization)","x-amz-date":"20261124T202644Z"},"body":"\(escaped(#"{"messages":[]}"#))",\
        "path":"\(LogSamples.path)"},"response":{"statusCode":403,"headers":{"x-amzn-errortype":\
        "InvalidSignatureException:http://x/"},"body":"\(escaped(refusal))"}}

        """

    @Test(arguments: [rustLine, rustPretty, javaScript, json])
    func `a printed call is read whole, and its cause is seen`(text: String) throws {
        let input = try ReadInput(Array(text.utf8), name: "x")
        let exchange = try #require(input.exchanges.first)
        #expect(input.exchanges.count == 1)
        #expect(exchange.request?.method == "POST")
        #expect(exchange.request?.target == Array(LogSamples.path.utf8))
        #expect(exchange.request?.host == Self.host)
        #expect(exchange.request?.header("authorization") == Self.authorization)
        #expect(exchange.request?.body == .whole(Array(#"{"messages":[]}"#.utf8)))
        #expect(exchange.response?.status == 403)
        #expect(exchange.response?.header("x-amzn-errortype")?.hasPrefix("InvalidSignature") == true)
        #expect(exchange.response?.body == Array(Self.refusal.utf8))
        let codes = Explanation(input, context: ExplainContext()).findings.map(\.code)
        #expect(codes.starts(with: [.scopeRegion, .wrongScopeRegion]))
    }

    @Test(arguments: 1...2) func `a call printed inside a string is read, too`(layers: Int) throws {
        let answer = Self.rustLine.split(separator: "\n")[1].split(separator: "response=")[1]
        let text = (0..<layers).reduce(String(answer)) { text, _ in "level=error err=\"\(Self.escaped(text))\"" }
        let exchange = try #require(try ReadInput(Array(text.utf8), name: "x").exchanges.first)
        #expect(exchange.response?.status == 403)
        #expect(exchange.response?.body == Array(Self.refusal.utf8))
    }

    @Test(arguments: ["<redacted>", "Sensitive", "*** Sensitive Data Redacted ***"])
    func `a header that the printer hid is not taken for one that was not sent`(hidden: String) throws {
        let text = Self.rustPretty.replacing(Self.authorization, with: hidden)
        let input = try ReadInput(Array(text.utf8), name: "x")
        #expect(input.exchanges.first?.request?.headers.isEmpty == true)
        #expect(Explanation(input, context: ExplainContext()).findings.map(\.code) == [.wrongScopeRegion])
    }

    @Test func `a string to sign behind the canonical request's last line is read`() throws {
        let text = """
            TRACE aws_sigv4::http_request::sign: calculated signing parameters canonical_request=\
            \(LogSamples.canonical) string_to_sign=\(LogSamples.stringToSign)
            """
        let exchange = try #require(try ReadInput(Array(text.utf8), name: "x").exchanges.first)
        #expect(exchange.signing.canonicalRequest == Array(LogSamples.canonical.utf8))
        #expect(exchange.signing.stringToSign == Array(LogSamples.stringToSign.utf8))
    }

    @Test(arguments: ["failed: ", "{\n  error: ", "[2026-11-24T20:26:44.000Z] error: ", "[cause]: "])
    func `an exception is found behind what was written before it`(prefix: String) throws {
        let text = """
            \(prefix)ExpiredTokenException: The security token included in the request is expired
                at de_CommandError (/app/node_modules/@aws-sdk/client-bedrock-runtime/dist-cjs/index.js:1:2) {
              '$fault': 'client',
              '$metadata': {
                httpStatusCode: 403,
                requestId: '6190ccfb-75c8-44d6-891f-496aab737633'
              }
            }
            """
        let input = try ReadInput(Array(text.utf8), name: "x")
        #expect(Explanation(input, context: ExplainContext()).findings.first?.code == .tokenExpired)
    }

    @Test func `an unfinished object costs no more than its length`() throws {
        let text = String(repeating: "request=Request { headers: {\n", count: 2_000)
        #expect(throws: Never.self) { try ReadInput(Array(text.utf8), name: "x") }
    }

    @Test func `a request without its answer is not guessed at`() throws {
        let text = Self.javaScript.replacing("eu-west-1", with: "us-east-1")
        let head = String(text.prefix(upTo: try #require(text.firstRange(of: "  response:")).lowerBound))
        let input = try ReadInput(Array(head.utf8), name: "x")
        #expect(Explanation(input, context: ExplainContext()).findings.map(\.code) == [.answerNotShown])
    }
}
