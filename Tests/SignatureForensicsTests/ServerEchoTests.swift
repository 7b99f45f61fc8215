import Codes
import SigV4
import SignatureForensics
import Testing

@Suite("Server echo")
struct ServerEchoTests {
    @Test func aMessageGivesBothTexts() throws {
        let stages = try ExampleRequest.stages()
        let echo = try #require(ServerEcho(message: ExampleRequest.message(stages)))
        #expect(echo.texts == SignedTexts(stages))
        #expect(echo.texts.canonicalRequest.sections?.path == "/model/a%253Ab/converse")
    }

    @Test func aRawBodyIsReadThroughItsEscapes() throws {
        let stages = try ExampleRequest.stages(ExampleRequest.signable(target: "/model/a/converse?q=%22"))
        let escaped = ExampleRequest.message(stages)
            .replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
        let echo = try #require(ServerEcho(message: #"{"message":"\#(escaped)"}"#))
        #expect(echo.texts == SignedTexts(stages))
    }

    @Test func aBodyThatALogEscapedAgainIsRead() throws {
        let stages = try ExampleRequest.stages(ExampleRequest.signable(target: "/model/a/converse?q=%22"))
        let once = ExampleRequest.message(stages).replacing("\n", with: "\\n")
        let twice = once.replacing("\\", with: "\\\\")
        #expect(try #require(ServerEcho(message: #"b"{\"message\":\"\#(twice)\"}""#)).texts == SignedTexts(stages))
    }

    @Test func quotesThatJavaScriptEscapedAreNoPartOfTheTexts() throws {
        let stages = try ExampleRequest.stages()
        let escaped = ExampleRequest.message(stages).replacing("\n", with: "\\n")
        let printed = #"{"message":"\#(escaped)"}"#.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
        #expect(try #require(ServerEcho(message: "data: '\(printed)'")).texts == SignedTexts(stages))
    }

    @Test func aTextThatWasCutOffIsComparedWithNothing() throws {
        let stages = try ExampleRequest.stages()
        let cut = SignedTexts(
            canonicalRequest: CanonicalRequest(bytes: Array(stages.canonicalRequest.bytes.prefix(20))),
            stringToSign: nil)
        let report = SignatureExaminer().examine(ForensicCase(client: SignedTexts(stages), server: cut))
        #expect(!report.findings.contains { $0.confidence != .possible && $0.cause == .keyWrong })
    }

    @Test func unicodeEscapesAreRead() throws {
        let body =
            #"{"message":"The Canonical String for this request should have been\n'GET\n/\n\nhost:a\nx-n:\u00e9\ud83e\udd89 \u0027b\u0027\n\nhost;x-n\nff'\n\nThe String-to-Sign should have been\n'A\nB\nC\nD'\n"}"#
        let echo = try #require(ServerEcho(message: body))
        #expect(echo.texts.canonicalRequest.sections?.headers == ["host:a", "x-n:é🦉 'b'"])
        #expect(echo.texts.stringToSign?.text == "A\nB\nC\nD")
    }

    @Test func aQuoteInAHeaderEndsNothing() throws {
        let message = """
            The Canonical String for this request should have been
            'GET
            /

            host:a
            x-n:it's 'quoted'

            host;x-n
            ff'

            The String-to-Sign should have been
            'A
            B
            C
            D'
            """
        let echo = try #require(ServerEcho(message: message))
        #expect(echo.texts.canonicalRequest.sections?.headers == ["host:a", "x-n:it's 'quoted'"])
        #expect(echo.texts.canonicalRequest.sections?.payloadHash == "ff")
    }

    @Test func aMessageWithTheCanonicalStringOnlyIsRead() throws {
        let echo = try #require(
            ServerEcho(
                message: "The Canonical String for this request should have been\n'GET\n/\n\nhost:a\n\nhost\nff'\n"))
        #expect(echo.texts.stringToSign == nil)
        #expect(echo.texts.canonicalRequest.sections?.method == "GET")
    }

    @Test(
        arguments: [
            "", "{\"message\":\"The security token included in the request is invalid.\"}",
            "The Canonical String for this request should have been",
            "Canonical String for this request should have been '",
            "The Canonical String for this request should have been GET\n\nThe String-to-Sign should have been\n'A'",
        ])
    func anythingElseIsNoEcho(message: String) {
        #expect(ServerEcho(message: message) == nil)
    }

    @Test func theEchoOfTheVerifierIsReadBack() throws {
        // A server refuses a tampered body; what it echoes differs from what the client signed in the payload hash only.
        let time = try #require(SigningTime(amzDate: "20260102T030405Z"))
        let secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
        let signed = try Signer().sign(
            ExampleRequest.signable(),
            SigningParameters(
                credentials: SigningCredentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: secret),
                region: "us-east-1", service: "bedrock", time: time))
        var received = ExampleRequest.signable(body: "{ }")
        received.headers = signed.headers
        let verifier = SignatureVerifier(policy: VerificationPolicy()) { _ in
            StoredCredential(secretAccessKey: Secret(secret))
        }
        guard case .refused(let refusal) = verifier.verify(received, now: time), let expected = refusal.expected else {
            Issue.record("a tampered body must be refused with the server's stages")
            return
        }
        let echo = try #require(ServerEcho(message: ExampleRequest.message(expected)))
        let comparison = ThreeWayComparison(
            client: SignedTexts(signed.stages), wire: SignedTexts(signed.stages), server: echo.texts)
        #expect(comparison.place == .betweenClientAndServer)
        #expect(SignedTexts(signed.stages).difference(from: echo.texts)?.section == .payloadHash)
    }
}
