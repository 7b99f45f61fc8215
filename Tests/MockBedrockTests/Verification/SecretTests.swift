import MockBedrock
import SigV4
import TestSupport
import Testing

/// No secret appears in what the server says, whatever is done with it.
@Suite(.live, .timeLimit(.minutes(10)))
struct SecretTests {
    private let credential = MockCredential(
        accessKeyID: TestRequest.temporaryKey, secretAccessKey: Secret(TestRequest.secret),
        sessionToken: Secret(TestRequest.token))

    @Test func `a credential shows the end of its key id only`() {
        var dumped = ""
        dump(credential, to: &dumped)
        for text in ["\(credential)", String(reflecting: credential), dumped] {
            #expect(text.contains("…MPLE"))
            #expect(!text.contains(TestRequest.temporaryKey))
            #expect(!text.contains(TestRequest.secret))
            #expect(!text.contains(TestRequest.token))
        }
    }

    @Test func `a configuration dumps no secret`() {
        let configuration = MockServerConfiguration(credentials: [credential], clock: { TestRequest.now })
        var dumped = ""
        dump(configuration, to: &dumped)
        #expect(!dumped.contains(TestRequest.secret))
        #expect(!dumped.contains(TestRequest.token))
    }

    @Test(arguments: [SignatureLocation.headers, .query(expiresSeconds: 60)])
    func `the echo of a mismatch masks the session token`(location: SignatureLocation) async throws {
        try await TestServer.with { (test) async throws in
            let request = TestRequest {
                $0.accessKeyID = TestRequest.temporaryKey
                $0.sessionToken = TestRequest.token
                $0.secretAccessKey = "another"
                $0.options.location = location
            }
            let answer = try await test.send(request)
            #expect(answer.errorType == "InvalidSignatureException")
            #expect(answer.message?.lowercased().contains("x-amz-security-token") == true)
            for part in ["FwoGZXIvYXdzEXAMPLETOKEN", TestRequest.secret] {
                #expect(answer.message?.contains(part) == false)
                #expect(test.log.all.allSatisfy { !"\($0)".contains(part) && !String(reflecting: $0).contains(part) })
            }
        }
    }

    @Test func `a token that is sent but not signed is accepted with advice`() async throws {
        try await TestServer.with { (test) async throws in
            let request = TestRequest {
                $0.accessKeyID = TestRequest.temporaryKey
                $0.sessionToken = TestRequest.token
                $0.options.sessionToken = .addedAfterSigning
            }
            let answer = try await test.send(request)
            #expect(answer.status == 200)
            #expect(test.log.last?.advice == ["tok-unsigned: the session token was sent but not signed"])
        }
    }
}
