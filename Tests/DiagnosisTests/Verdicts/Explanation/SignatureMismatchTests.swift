import Codes
import JSONText
import Report
import SigV4
import SignatureForensics
import Synchronization
import Testing
import WireText

@testable import Diagnosis
@testable import Evidence

/// What is said of a refused signature, by what is known: the request, the client's text, the service's, the secret.
@Suite struct SignatureMismatchTests {
    private static let token = "FwoGZXIvYXdzEXAMPLETOKEN//of+the=session=="
    private static let secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
    private static let agents = ["curl/7.88.1", "Boto3/1.43.1 md/Botocore#1.43.1", "aws-cli/2.31 md/awscrt"]

    /// A call that some signer made, and the answer of a service that expects what the rules say.
    private static func refused(
        keyID: String = "AKIAIOSFODNN7EXAMPLE", secret: String = secret, token: String? = nil,
        agent: String = agents[0], target: String = "/model/amazon.nova-micro-v1%3A0/converse", client: Bool = false,
        seen: String? = nil
    ) throws -> ObservedExchange {
        let credentials = SigningCredentials(accessKeyID: keyID, secretAccessKey: secret, sessionToken: token)
        let headers = [
            HeaderField("Host", "bedrock-runtime.us-east-1.amazonaws.com"),
            HeaderField("Content-Type", "application/json"), HeaderField("User-Agent", agent),
        ]
        func signed(_ target: String) throws -> SignedRequest {
            try Signer().sign(
                SignableRequest(method: "POST", target: target, headers: headers, payload: .bytes(Array("{}".utf8))),
                SigningParameters(
                    credentials: credentials, region: "us-east-1", service: "bedrock",
                    time: try #require(SigningTime(amzDate: "20260102T030405Z"))))
        }
        let own = try signed(target)
        let expected = try signed(seen ?? target).stages
        let message =
            "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access "
            + "Key and signing method. Consult the service documentation for details.\n\nThe Canonical String for this "
            + "request should have been\n'\(expected.canonicalRequest.text)'\n\nThe String-to-Sign should have been\n"
            + "'\(expected.stringToSign.text)'\n"
        var exchange = ObservedExchange(
            request: ObservedRequest(
                method: "POST", target: Array(target.utf8), headers: own.headers,
                body: .whole(Array("{}".utf8))),
            response: ObservedResponse(
                status: 403, headers: [HeaderField("x-amzn-ErrorType", "InvalidSignatureException")],
                body: JSONValue.object(["message": .string(message)]).bytes(.compact)))
        if client {
            exchange.signing = ClientSigning(
                canonicalRequest: own.stages.canonicalRequest.bytes, stringToSign: own.stages.stringToSign.bytes)
        }
        return exchange
    }

    private static func findings(
        _ exchange: ObservedExchange, _ credentials: SigningCredentials? = nil,
        examination: ServerExamination = ServerExamination()
    ) -> [Finding] {
        ExchangeDiagnosis(exchange, context: ExplainContext(credentials: credentials), examination: examination)
            .findings
    }

    private static func texts(_ finding: Finding?) -> String {
        finding?.remedies.map(\.text).joined(separator: "\n") ?? ""
    }

    // MARK: The secret

    @Test(arguments: agents)
    func `without the client's text the secret is no more than possible`(agent: String) throws {
        let findings = Self.findings(try Self.refused(agent: agent))
        #expect(findings.map(\.code) == [.signatureMismatch, .keyWrong])
        #expect(findings.last?.confidence == .possible)
        #expect(findings.first?.detail.contains("what the client signed is not shown") == true)
    }

    @Test func `with the client's text it is likely`() throws {
        let findings = Self.findings(try Self.refused(client: true))
        #expect(findings.map(\.code) == [.keyWrong, .signatureMismatch])
        #expect(findings.first?.confidence == .likely)
    }

    @Test func `a right signature of the text that was expected leaves only the secret`() throws {
        let own = SigningCredentials(accessKeyID: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: Self.secret)
        let findings = Self.findings(try Self.refused(), own)
        #expect(findings.map(\.code) == [.keyWrong, .signatureMismatch])
        #expect(findings.first?.confidence == .certain)
    }

    // MARK: Remedies

    @Test func `the first remedy brings what is missing`() throws {
        let bare = Self.findings(try Self.refused())
        #expect(bare.first?.remedies.first?.text.contains("AWS_SECRET_ACCESS_KEY to the pair that signed") == true)
        let other = SigningCredentials(accessKeyID: "AKIAI44QH8DHBEXAMPL2", secretAccessKey: "x")
        let otherKey = Self.findings(try Self.refused(), other)
        #expect(otherKey.first?.remedies.first?.text.contains("…MPLE signed, and the environment holds …MPL2") == true)
        var hidden = try Self.refused(keyID: "ASIAIOSFODNN7EXAMPLE", token: Self.token)
        let index = try #require(hidden.request?.headers.firstIndex { $0.isNamed("x-amz-security-token") })
        hidden.request?.headers[index].value = Array("<redacted>".utf8)
        let echo = String(decoding: try #require(hidden.response).body, as: UTF8.self)
        hidden.response?.body = Array(
            echo.replacing(Self.token.replacing("/", with: "\\/"), with: "<redacted>")
                .replacing(Self.token, with: "<redacted>").utf8)
        let own = SigningCredentials(accessKeyID: "ASIAIOSFODNN7EXAMPLE", secretAccessKey: "x")
        let masked = Self.findings(hidden, own)
        #expect(masked.first?.code == .signatureMismatch)
        #expect(masked.first?.remedies.first?.text.contains("AWS_SESSION_TOKEN") == true)
        var unsigned = try Self.refused()
        let place = try #require(unsigned.request?.headers.firstIndex { $0.isNamed("authorization") })
        unsigned.request?.headers[place].value = Array(
            """
            AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260102/us-east-1/bedrock/aws4_request, \
            SignedHeaders=content-type;host;x-amz-date, Signature=***
            """.utf8)
        let digitless = Self.findings(
            unsigned, SigningCredentials(accessKeyID: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: Self.secret))
        let refusal = digitless.first { $0.code == .signatureMismatch }
        #expect(Self.texts(refusal).contains("signature itself is not shown"))
    }

    @Test func `the form of the path is advised only where it is in question`() throws {
        #expect(Self.texts(Self.findings(try Self.refused()).first).contains("once more than it was sent"))
        for agent in Self.agents.dropFirst() {
            #expect(!Self.texts(Self.findings(try Self.refused(agent: agent)).first).contains("%253A"))
        }
        // The signatures of every form of the path were tried.
        let examination = ServerExamination(causes: [
            CauseFinding(.signatureMismatch, at: .client, .certain, summary: "No known mistake gives it."),
            CauseFinding(.keyWrong, at: .key, .possible, summary: "It may be the secret."),
        ])
        let findings = Self.findings(try Self.refused(), examination: examination)
        #expect(findings.map(\.code) == [.signatureMismatch, .keyWrong])
        #expect(findings.first?.detail == "No known mistake gives it.")
        #expect(findings.first?.remedies.first?.command == "doctor env")
        #expect(!findings.contains { Self.texts($0).contains("%253A") })
    }

    @Test func `doctor's own signer is never asked to sign the path otherwise`() throws {
        let exchange = try Self.refused()
        let answer = ServiceAnswer(
            status: 403, content: .body(try #require(exchange.response).body), signer: .doctor)
        let remedies = ErrorDiagnosis(answer).remedies
        #expect(remedies.first?.command == "doctor env")
        #expect(!remedies.contains { $0.text.contains("%3A") || $0.text.contains("%253A") })
        #expect(ErrorDiagnosis(ServiceAnswer(status: 403, content: answer.content)).remedies.count > remedies.count)
    }

    @Test func `a change of the path on the way is told with its three lines, and without advice on the secret`() throws
    {
        let findings = Self.findings(
            try Self.refused(target: "/model/a%3A0/converse", client: true, seen: "/gw2/model/b%3A0/converse"))
        let finding = try #require(findings.first)
        #expect(findings.map(\.code) == [.signatureMismatch])
        #expect(finding.where == .inFlight)
        #expect(finding.detail.contains("the server saw another path"))
        #expect(finding.remedies.first?.text.contains("between client and service") == true)
        #expect(!finding.remedies.contains { $0.command == "doctor env" || $0.text.contains("%253A") })
        let row = finding.evidence["comparison"]?["differing"]?[0]
        #expect(row?["client"]?.stringValue == "/model/a%253A0/converse")
        #expect(row?["wire"]?.stringValue == "/model/a%253A0/converse")
        #expect(row?["service"]?.stringValue == "/gw2/model/b%253A0/converse")
    }

    @Test func `a right signature without an echo leaves the service's secret, or the way`() throws {
        var exchange = try Self.refused()
        exchange.response?.body = Array(
            #"{"message":"The request signature we calculated does not match the signature you provided."}"#.utf8)
        let own = SigningCredentials(accessKeyID: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: Self.secret)
        let finding = try #require(Self.findings(exchange, own).first)
        #expect(finding.code == .signatureMismatch)
        #expect(finding.detail.contains("gives this very signature"))
        #expect(finding.remedies.first?.command == "doctor env")
    }

    // MARK: Mistakes without a code

    @Test func `a reproduced mistake that has no code tells its words and its fix`() throws {
        let examination = ServerExamination(causes: [
            CauseFinding(
                .signatureMismatch, at: .client, .proven,
                summary: "The signer departs from the rules: the client signed X.",
                transformation: "X", fix: "Do not sign X.")
        ])
        let finding = try #require(Self.findings(try Self.refused(), examination: examination).first)
        #expect(finding.code == .signatureMismatch)
        #expect(finding.confidence == .proven)
        #expect(finding.detail.contains("the client signed X"))
        #expect(finding.remedies.first?.text == "Do not sign X.")
    }

    // MARK: The texts side by side

    @Test func `the accounts that are known stand in the evidence, tokens masked`() throws {
        let exchange = try Self.refused(keyID: "ASIAIOSFODNN7EXAMPLE", token: Self.token)
        let finding = try #require(Self.findings(exchange).first)
        let comparison = try #require(finding.evidence["comparison"])
        let service = try #require(comparison["service"]?["canonicalRequest"]?.stringValue)
        #expect(service.contains("/model/amazon.nova-micro-v1%253A0/converse"))
        #expect(service.contains("x-amz-security-token:<redacted>"))
        #expect(comparison["wire"]?["canonicalRequest"]?.stringValue == service)
        #expect(comparison["wire"]?["stringToSign"]?.stringValue?.hasPrefix("AWS4-HMAC-SHA256\n2026") == true)
        #expect(comparison["client"] == nil)
        #expect(comparison["agree"]?["wireAndService"] == .bool(true))
        #expect(comparison["differing"] == .array([]))
        #expect(!JSONValue.object(finding.evidence).text().contains("FwoGZXIv"))
    }

    @Test func `a body that is shown nowhere has no hash`() throws {
        var exchange = try Self.refused()
        exchange.request?.body = .unknown
        exchange.response?.body = Array(
            #"{"message":"The request signature we calculated does not match the signature you provided."}"#.utf8)
        let comparison = try #require(Self.findings(exchange).first?.evidence["comparison"])
        let wire = try #require(comparison["wire"]?["canonicalRequest"]?.stringValue)
        #expect(wire.hasSuffix("<hash of the body, which is not shown>"))
        #expect(comparison["wire"]?["stringToSign"] == nil)
    }

    @Test func `a masked authorization is no bearer token`() throws {
        for mask in ["[REDACTED]", "***", "<redacted>"] {
            var exchange = try Self.refused()
            let index = try #require(exchange.request?.headers.firstIndex { $0.isNamed("authorization") })
            exchange.request?.headers[index].value = Array(mask.utf8)
            #expect(Self.findings(exchange).map(\.code) == [.signatureMismatch, .keyWrong], "\(mask)")
        }
    }

    /// A log may hold any number of refused calls; what ends their searches is asked for each, and asked soon.
    @Test(arguments: [1, 3])
    func `the searches of all calls end with the limit that they share`(calls: Int) throws {
        let counts = Mutex((begun: 0, asked: 0))
        let credentials = SigningCredentials(
            accessKeyID: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: Self.secret + "another")
        let context = ExplainContext(
            credentials: credentials,
            searchLimit: {
                counts.withLock { $0.begun += 1 }
                return {
                    counts.withLock { counts in
                        counts.asked += 1
                        return counts.asked > 20
                    }
                }
            })
        let path = "/" + String(repeating: "a/", count: 1_600)
        let exchanges = try (0..<calls).map { _ in
            var exchange = try Self.refused(target: path)
            exchange.response?.body = Array(#"{"message":"The request signature we calculated does not match"}"#.utf8)
            return exchange
        }
        let input = ReadInput(name: "log", kind: .httpExchange, exchanges: exchanges)
        let findings = Explanation(input, context: context).findings
        #expect(counts.withLock { $0.begun } == calls)
        #expect(counts.withLock { $0.asked } <= 20 + 20 * calls)
        let refusal = findings.first { $0.code == .signatureMismatch }
        #expect(refusal?.detail.contains("ended before it had tried all") == true)
    }
}
