import JSONText
import Recordings
import Testing
import WireText

/// A text with secrets and the same without.
struct SecretExample: Sendable, CustomTestStringConvertible {
    let before: String
    let after: String
    var testDescription: String { before.debugDescription }

    init(_ before: String, _ after: String) {
        self.before = before
        self.after = after
    }

    static let all: [SecretExample] = [
        .init("key AKIAIOSFODNN7EXAMPLE.", "key ****************MPLE."),
        .init(
            "Credential=ASIAIOSFODNN7EXAMPLE/20260102/us-east-1", "Credential=****************MPLE/20260102/us-east-1"),
        .init(
            "host:h\nx-amz-date:d\nx-amz-security-token:IQoJb3JpZ2lu//x+y==\n\nhost;x-amz-date;x-amz-security-token\nabc",
            "host:h\nx-amz-date:d\nx-amz-security-token:<redacted>\n\nhost;x-amz-date;x-amz-security-token\nabc"),
        .init(
            #"d\nx-amz-security-token:IQoJb3JpZ2lu\n\nhost"#, #"d\nx-amz-security-token:<redacted>\n\nhost"#),
        .init(
            "/model/m/converse?X-Amz-Date=2&X-Amz-Security-Token=IQoJ%2F%2B&X-Amz-Signature=0af3&x=1",
            "/model/m/converse?X-Amz-Date=2&X-Amz-Security-Token=<redacted>&X-Amz-Signature=<redacted>&x=1"),
        .init("X-Amz-Security-Token%3DIQoJ&", "X-Amz-Security-Token%3D<redacted>&"),
        .init(
            "SignedHeaders=host;x-amz-date, Signature=" + String(repeating: "0af3", count: 16),
            "SignedHeaders=host;x-amz-date, Signature=<redacted>"),
        .init("Authorization: Bearer abcdef0123456789.xyz-_", "Authorization: Bearer <redacted>"),
        .init("bearer test_aws_authorization", "bearer <redacted>"),
        .init(#"'X-Amz-Security-Token': 'FwoGZXIv'"#, #"'X-Amz-Security-Token': '<redacted>'"#),
        .init(#"{\"x-amz-security-token\": \"FwoGZXIv\"}"#, #"{\"x-amz-security-token\": \"<redacted>\"}"#),
        .init(
            "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n", "aws_secret_access_key = <redacted>\n"
        ),
        .init("export AWS_SESSION_TOKEN=IQoJb3JpZ2luX2VjEXAMPLE", "export AWS_SESSION_TOKEN=<redacted>"),
        .init(#""SecretAccessKey":"wJalrXUtnFEMIK7MDENGbPxRfiCY""#, #""SecretAccessKey":"<redacted>""#),
        .init("key ABSKQmVkcm9ja0FQSUtleS1hYmNkLWF0LTEyMzQ1Njc4OTA=", "key <redacted>"),
        .init("bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29tLz9BY3Rpb249", "<redacted>"),
    ]

    /// What only looks like one.
    static let harmless = [
        "The bearer of this letter", "a bearer representation", "AKIA and ASIA begin key ids", "AKIAIOSFODNN7EXAMPLEX",
        "xAKIAIOSFODNN7EXAMPLE", "akiaiosfodnn7example", "your session token: expired", "signature=short",
        "The request signature we calculated", "host;x-amz-date;x-amz-security-token", "x-amz-security-token",
        "session_token = none", "größe: x", "ABSK is a prefix", "signature: ", "x-api-key",
    ]
}

@Suite struct RedactorTests {
    @Test("Secrets leave texts, what is around them stays", arguments: SecretExample.all)
    func text(_ example: SecretExample) {
        #expect(Redactor.standard.redact(example.before) == example.after)
        #expect(Redactor.standard.redact(example.after) == example.after)
    }

    @Test("Prose stays", arguments: SecretExample.harmless)
    func prose(_ text: String) {
        #expect(Redactor.standard.redact(text) == text)
    }

    private func exchange(body: RecordedBody) -> Exchange {
        let headers = [
            "Authorization", "X-Amz-Security-Token", "x-api-key", "Cookie", "Set-Cookie", "X-Anything", "Content-Type",
            "X-Amzn-Bedrock-Trace", "x-amzn-RequestId", "Date", "User-Agent",
        ].map { HeaderField($0, "value of \($0)") }
        return Exchange(
            request: RecordedRequest(method: "POST", target: "/?X-Amz-Signature=ab", headers: headers, body: body),
            response: RecordedResponse(status: 200, headers: headers, body: body))
    }

    @Test func `only listed headers are kept`() {
        let redacted = Redactor.standard.redact(exchange(body: .none))
        #expect(redacted.request.headers.map(\.name) == ["Content-Type", "X-Amzn-Bedrock-Trace"])
        #expect(
            redacted.response.headers.map(\.name) == [
                "Content-Type", "X-Amzn-Bedrock-Trace", "x-amzn-RequestId", "Date",
            ])
        #expect(redacted.request.target == "/?X-Amz-Signature=<redacted>")
        let more = Redactor(keeping: ["user-agent"], responseHeaders: ["X-ANYTHING"]).redact(exchange(body: .none))
        #expect(more.request.headers.map(\.name) == ["Content-Type", "X-Amzn-Bedrock-Trace", "User-Agent"])
        #expect(more.response.headers.contains { $0.name == "X-Anything" })
    }

    @Test func `members named as secrets are redacted wholly, everything else exactly kept`() throws {
        let body = try JSONValue(
            parsing: #"""
                {"Credentials":{"SecretAccessKey":"short","session_token":"x","n":1.0},
                 "inputSchema":{"properties":{"sessionToken":{"type":"string"}}},
                 "message":"'POST\n/m\n\nx-amz-security-token:abc\n'","list":["AKIAIOSFODNN7EXAMPLE",1e5]}
                """#)
        let expected = try JSONValue(
            parsing: #"""
                {"Credentials":{"SecretAccessKey":"<redacted>","session_token":"<redacted>","n":1.0},
                 "inputSchema":{"properties":{"sessionToken":{"type":"string"}}},
                 "message":"'POST\n/m\n\nx-amz-security-token:<redacted>\n'","list":["****************MPLE",1e5]}
                """#)
        let redacted = Redactor.standard.redact(exchange(body: .json(body)))
        #expect(redacted.request.body == .json(expected))
        #expect(redacted.response.body == .json(expected))
        #expect(Redactor.standard.redact(redacted) == redacted)
    }

    @Test func `neither reading nor writing lets a secret through`() throws {
        let secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
        var recording = try fullRecording()
        recording.exchanges[0].request.headers.append(HeaderField("authorization", secret))
        recording.exchanges[0].request.body = .json(["secretAccessKey": .string(secret)])
        recording.exchanges[1].response.body = .text("aws_secret_access_key=\(secret)")
        recording.notes.append("AWS_SECRET_ACCESS_KEY: \(secret)")
        #expect(!String(decoding: recording.bytes(), as: UTF8.self).contains(secret))
        let file = """
            {"schema": "converse-recording/1", "name": "n", "source": {"kind": "authored", "tool": "t", "version": "1"},
             "exchanges": [{"request": {"method": "POST", "target": "/", "headers":
             [{"name": "authorization", "value": "\(secret)"}], "body": {"json": {"sessionToken": "\(secret)"}}},
             "response": {"status": 200}}]}
            """
        let read = try Recording(parsing: Array(file.utf8), file: "f")
        #expect(!"\(read)".contains(secret))
        #expect(read.exchanges[0].request.headers.isEmpty)
    }
}
