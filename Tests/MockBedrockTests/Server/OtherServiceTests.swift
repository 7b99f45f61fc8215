import Codes
import MockBedrock
import SigV4
import TestSupport
import Testing
import WireText

/// Calls of other services, as they arrive when `AWS_ENDPOINT_URL` leads every service to the mock.
@Suite(.live) struct OtherServiceTests {
    private static let form = HeaderField("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")

    @Test(arguments: [
        (TestRequest.get("/bucket?list-type=2") { $0.service = "s3" }, "of s3 ", "<Error><Code>"),
        (
            TestRequest {
                $0.service = "sts"
                $0.target = "/"
                $0.headers = [HeaderField("Host", "127.0.0.1"), form]
                $0.body = "Action=GetSessionToken&Version=2011-06-15"
            }, "of sts ", "<ErrorResponse><Error>"
        ),
        (
            TestRequest {
                $0.service = "dynamodb"
                $0.target = "/"
                $0.headers.append(HeaderField("X-Amz-Target", "DynamoDB_20120810.ListTables"))
                $0.body = "{}"
            }, "of dynamodb ", #""__type":"DoctorOtherServiceException""#
        ),
        // Whoever's key it is.
        (
            TestRequest.get("/bucket") {
                $0.service = "s3"
                $0.accessKeyID = "AKIAZZZZZZZZZZZZZZZZ"
            }, "of s3 ", "<Error><Code>"
        ),
        (
            TestRequest.get("/?Action=GetSessionToken&Version=2011-06-15") {
                $0.service = "sts"
                $0.options = SigningOptions(location: .query(expiresSeconds: 60))
            }, "of sts ", "<ErrorResponse><Error>"
        ),
    ])
    func `are told what the mock is, in the form that their client reads`(
        request: TestRequest, name: String, form: String
    ) async throws {
        try await TestServer.with {
            $0.strict = .on
        } _: { (test) async throws in
            let answer = try await test.send(request)
            let body = String(decoding: answer.body, as: UTF8.self)
            #expect(answer.status == 400)
            #expect(body.contains(form) && body.contains(name), "\(body)")
            #expect(body.contains("mock of Amazon Bedrock") && body.contains("AWS_ENDPOINT_URL_BEDROCK_RUNTIME"))
            #expect(test.log.last?.verdict == .unplayed)
            #expect(test.server.summary().failed)
        }
    }

    @Test func `Bedrock's own call signed for another service is refused as the service refuses it`() async throws {
        try await TestServer.with { (test) async throws in
            let answer = try await test.send(TestRequest { $0.service = "s3" })
            #expect(answer.errorType == "InvalidSignatureException")
            #expect(answer.findings == [.scopeService, .wrongScopeService])
        }
    }

    @Test func `a name that is none is not repeated`() async throws {
        try await TestServer.with { (test) async throws in
            let answer = try await test.send(TestRequest.get("/x") { $0.service = "<b>" })
            #expect(!String(decoding: answer.body, as: UTF8.self).contains("<b>"))
        }
    }
}
