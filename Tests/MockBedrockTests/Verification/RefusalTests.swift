import Codes
import JSONText
import MockBedrock
import SigV4
import SignatureForensics
import TestSupport
import Testing

/// Each refusal has the service's status, type, key and text, and the codes that follow from its reason.
@Suite(.live, .timeLimit(.minutes(10)))
struct RefusalTests {
    private static let auth = ":http://internal.amazon.com/coral/com.amazon.coral.service/"

    /// Sends a request that must be refused and checks the form that all refusals share.
    private func refusal(
        _ request: TestRequest, body: String? = nil,
        alter: ([String]) -> [String] = { $0 },
        configure: (inout MockServerConfiguration) -> Void = { _ in }
    ) async throws -> (type: String, message: String, findings: [FindingCode], entry: MockLogEntry) {
        try await TestServer.with(configure) { (test) async throws in
            let answer = try await test.send(request, body: body, alter: alter)
            #expect(answer.status == 403)
            #expect(answer["x-amzn-ErrorType"]?.hasSuffix(Self.auth) == true)
            #expect(answer["Content-Type"] == "application/json")
            #expect(answer.json?.objectValue?.names.count == 1)
            let entry = try #require(test.log.last)
            #expect(entry.verdict == .refused)
            #expect(entry.status == 403)
            #expect(entry.findings == answer.findings)
            #expect(entry.requestID == answer["x-amzn-RequestId"])
            #expect(entry.detail?.isEmpty == false)
            return (answer.errorType ?? "", answer.message ?? "", answer.findings, entry)
        }
    }

    @Test func `no authorization`() async throws {
        let refusal = try await refusal(TestRequest()) { $0.filter { !$0.hasPrefix("Authorization") } }
        #expect(refusal.type == "MissingAuthenticationTokenException")
        #expect(refusal.message == "Missing Authentication Token")
        #expect(refusal.findings == [.missingAuthToken])
    }

    @Test func `an authorization without its parts names each`() async throws {
        let refusal = try await refusal(TestRequest()) { lines in
            lines.filter { !$0.hasPrefix("X-Amz-Date") }
                .map { $0.hasPrefix("Authorization") ? "Authorization: AWS4-HMAC-SHA256 SignedHeaders=host" : $0 }
        }
        #expect(refusal.type == "IncompleteSignatureException")
        // The hash: printf 'AWS4-HMAC-SHA256 SignedHeaders=host' | openssl dgst -sha256 -binary | base64
        #expect(
            refusal.message == """
                Authorization header requires 'Credential' parameter. \
                Authorization header requires 'Signature' parameter. \
                Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. \
                (Hashed with SHA-256 and encoded with Base64) Authorization=T6TlTF0tP7OEirEb+CC+gAdhBAW19reUS2EXKW3XV6M=
                """)
        #expect(refusal.findings == [.incompleteSignature])
    }

    @Test func `an empty authorization`() async throws {
        let refusal = try await refusal(TestRequest()) { lines in
            lines.map { $0.hasPrefix("Authorization") ? "Authorization:" : $0 }
        }
        #expect(refusal.type == "IncompleteSignatureException")
        #expect(refusal.message == "Authorization header cannot be empty.")
    }

    @Test func `an unknown key`() async throws {
        let refusal = try await refusal(TestRequest { $0.accessKeyID = "AKIAUNKNOWN000000000" })
        #expect(refusal.type == "UnrecognizedClientException")
        #expect(refusal.message == "The security token included in the request is invalid.")
        #expect(refusal.findings == [.tokenInvalid])
        #expect(refusal.entry.accessKeyID == "…0000")
    }

    @Test(
        arguments: [
            (TestRequest.temporaryKey, nil, [.tokenMissing, .tokenInvalid]),
            (TestRequest.temporaryKey, "another", [.tokenStale, .tokenInvalid]),
            (TestRequest.key, TestRequest.token, [.tokenStale, .tokenInvalid]),
        ] as [(String, String?, [FindingCode])])
    func `a token that is missing, wrong or not wanted`(
        key: String, token: String?, findings: [FindingCode]
    ) async throws {
        let refusal = try await refusal(
            TestRequest {
                $0.accessKeyID = key
                $0.sessionToken = token
            })
        #expect(refusal.type == "UnrecognizedClientException")
        #expect(refusal.message == "The security token included in the request is invalid.")
        #expect(refusal.findings == findings)
    }

    @Test func `an expired token`() async throws {
        let later = TestRequest.now.advanced(bySeconds: 3600)
        let request = TestRequest {
            $0.accessKeyID = TestRequest.temporaryKey
            $0.sessionToken = TestRequest.token
            $0.time = later
        }
        let refusal = try await refusal(request, configure: { $0.clock = { later } })
        #expect(refusal.type == "ExpiredTokenException")
        #expect(refusal.message == "The security token included in the request is expired")
        #expect(refusal.findings == [.tokenStale, .tokenExpired])
    }

    @Test func `another region`() async throws {
        let refusal = try await refusal(TestRequest { $0.region = "eu-west-1" })
        #expect(refusal.type == "InvalidSignatureException")
        #expect(refusal.message == "Credential should be scoped to a valid region.")
        #expect(refusal.findings == [.scopeRegion, .wrongScopeRegion])
        #expect(refusal.entry.detail == "the scope has the region eu-west-1, this endpoint is in us-east-1")
    }

    @Test func `another service`() async throws {
        let refusal = try await refusal(TestRequest { $0.service = "bedrock-runtime" })
        #expect(refusal.type == "InvalidSignatureException")
        #expect(refusal.message == "Credential should be scoped to correct service: 'bedrock'.")
        #expect(refusal.findings == [.scopeService, .wrongScopeService])
    }

    @Test func `another date in the scope`() async throws {
        let refusal = try await refusal(TestRequest()) { lines in
            lines.map { $0.replacing("/20261122/", with: "/20261121/") }
        }
        #expect(refusal.type == "InvalidSignatureException")
        #expect(
            refusal.message
                == "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: "
                + "'20261121' != '20261122'.")
        #expect(refusal.findings == [.scopeDate, .credentialScopeDate])
    }

    @Test func `another terminator`() async throws {
        let refusal = try await refusal(TestRequest()) { lines in
            lines.map { $0.replacing("/aws4_request", with: "/aws5_request") }
        }
        #expect(refusal.type == "InvalidSignatureException")
        #expect(refusal.message == "Credential should be scoped with a valid terminator: 'aws4_request'.")
        #expect(refusal.findings == [.incompleteSignature])
    }

    @Test func `signed five minutes ago`() async throws {
        let refusal = try await refusal(TestRequest { $0.time = TestRequest.now.advanced(bySeconds: -300) })
        #expect(refusal.type == "InvalidSignatureException")
        #expect(
            refusal.message
                == "Signature expired: 20261122T095500Z is now earlier than 20261122T095500Z "
                + "(20261122T100000Z - 5 min.)")
        #expect(refusal.findings == [.timeSkew, .clockSkewExpired])
    }

    @Test func `signed more than five minutes ahead`() async throws {
        let refusal = try await refusal(TestRequest { $0.time = TestRequest.now.advanced(bySeconds: 301) })
        #expect(refusal.type == "InvalidSignatureException")
        #expect(
            refusal.message
                == "Signature not yet current: 20261122T100501Z is still later than 20261122T100500Z "
                + "(20261122T100000Z + 5 min.)")
        #expect(refusal.findings == [.timeSkew, .clockSkewFuture])
    }

    @Test(arguments: [-299, 300] as [Int64])
    func `signed inside the window`(seconds: Int64) async throws {
        try await TestServer.with { (test) async throws in
            let answer = try await test.send(TestRequest { $0.time = TestRequest.now.advanced(bySeconds: seconds) })
            #expect(answer.status == 200)
        }
    }

    @Test func `a presigned request lives as long as it says`() async throws {
        let request = TestRequest.get("/foundation-models") { $0.options.location = .query(expiresSeconds: 60) }
        try await TestServer.with { (test) async throws in
            let answer = try await test.send(request)
            #expect(answer.status == 200)
            #expect(test.log.last?.target.contains("X-Amz-Signature=<redacted>") == true)
        }
        let late = TestRequest.now.advanced(bySeconds: 60)
        let refusal = try await refusal(request, configure: { $0.clock = { late } })
        #expect(refusal.type == "InvalidSignatureException")
        #expect(
            refusal.message
                == "Signature expired: 20261122T100000Z is now earlier than 20261122T100000Z "
                + "(20261122T100100Z - 1 min.)")
        #expect(refusal.findings == [.timeAged, .clockSkewExpired])
    }

    @Test func `a mismatch tells what was expected`() async throws {
        let request = TestRequest { $0.secretAccessKey = "another" }
        let stages = try request.signed().stages
        let refusal = try await refusal(request)
        #expect(refusal.type == "InvalidSignatureException")
        #expect(
            refusal.message == """
                The request signature we calculated does not match the signature you provided. \
                Check your AWS Secret Access Key and signing method. \
                Consult the service documentation for details.

                The Canonical String for this request should have been
                '\(stages.canonicalRequest.text)'

                The String-to-Sign should have been
                '\(stages.stringToSign.text)'

                """)
        #expect(refusal.message.contains("'POST\n/model/amazon.nova-micro-v1%3A0/converse\n\n"))
        #expect(refusal.findings == [.signatureMismatch])
    }

    @Test func `a body that was changed on the way`() async throws {
        let refusal = try await refusal(TestRequest(), body: TestRequest().body + " ")
        #expect(refusal.type == "InvalidSignatureException")
        #expect(refusal.findings == [.signatureMismatch])
    }

    @Test func `a signed header that does not arrive`() async throws {
        let refusal = try await refusal(TestRequest()) { $0.filter { !$0.hasPrefix("Content-Type") } }
        #expect(refusal.type == "InvalidSignatureException")
        #expect(refusal.message.contains("\ncontent-type:\n"))
        #expect(refusal.findings == [.headerMissing, .signatureMismatch])
        #expect(refusal.entry.detail == "the signed header content-type did not arrive")
    }

    @Test(arguments: [
        ("ABSKYTpi", "Authentication failed: Please make sure your API Key is valid."),
        ("sk-ant-abcdef", "Invalid API Key format: Must start with pre-defined prefix"),
        ("", "Invalid API Key format: Must start with pre-defined prefix"),
    ])
    func `a bearer token`(token: String, message: String) async throws {
        let refusal = try await refusal(TestRequest()) { lines in
            lines.map { $0.hasPrefix("Authorization") ? "Authorization: Bearer \(token)" : $0 }
        }
        #expect(refusal.type == "AccessDeniedException")
        #expect(refusal.message == message)
        #expect(refusal.findings == [.bearerSent, .bearerTokenInvalid])
        #expect(token.isEmpty || !refusal.entry.description.contains(token))
    }

    @Test func `the signature is judged before the path`() async throws {
        let refusal = try await refusal(
            TestRequest {
                $0.target = "/no/such/operation"
                $0.secretAccessKey = "another"
            })
        #expect(refusal.type == "InvalidSignatureException")
    }

    @Test func `a reproduced cause stands before the service's, a possible one behind it`() async throws {
        // A search that finds nothing takes long where nothing is optimised.
        let examiner = SignatureExaminer(budget: 20_000)
        let wrongSecret = TestRequest { $0.secretAccessKey = "another" }
        let withLineFeed = TestRequest { $0.secretAccessKey += "\n" }
        let possible = try await refusal(wrongSecret, configure: { $0.examiner = examiner })
        #expect(possible.findings == [.signatureMismatch, .keyWrong])
        let reproduced = try await refusal(withLineFeed, configure: { $0.examiner = examiner })
        #expect(reproduced.findings == [.keyWhitespace, .signatureMismatch])
    }

    @Test func `a reproduced mistake of form has its own code`() async throws {
        let examiner = SignatureExaminer(budget: 20_000)
        let capitals = try await refusal(
            TestRequest(),
            alter: { lines in
                lines.map { line in
                    guard let mark = line.firstRange(of: "Signature=") else { return line }
                    return line[..<mark.upperBound] + line[mark.upperBound...].uppercased()
                }
            }, configure: { $0.examiner = examiner })
        #expect(capitals.findings == [.hashForm, .signatureMismatch])
        #expect(capitals.entry.detail?.contains("capital digits") == true)
        let wrongSecret = TestRequest { $0.secretAccessKey = "another" }
        let open = try await refusal(wrongSecret, configure: { $0.examiner = examiner })
        #expect(open.entry.detail?.contains("no known mistake explains it") == true)
    }

    @Test func `a refusal with a reason of its own gets no guess beside it`() async throws {
        let refusal = try await refusal(
            TestRequest { $0.region = "eu-west-1" }, configure: { $0.examiner = SignatureExaminer(budget: 20_000) })
        #expect(refusal.findings == [.scopeRegion, .wrongScopeRegion])
    }
}
