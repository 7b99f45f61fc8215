import Codes
import JSONText
import Report
import Testing

@testable import Diagnosis

/// A status or a name alone.
@Suite struct BareFailureTests {
    @Test(
        arguments: [
            ("403", 403, nil), ("HTTP 403", 403, nil), ("403 Forbidden", 403, nil),
            ("HTTP/1.1 403 Forbidden", 403, nil),
            ("status code: 404", 404, nil), ("Too Many Requests", 429, nil),
            ("Error 503 Service Unavailable", 503, nil),
            ("statusCode=400", 400, nil), ("AccessDeniedException", nil, "AccessDeniedException"),
            ("com.amazonaws.bedrock#ValidationException", nil, "ValidationException"),
            ("botocore.errorfactory.ThrottlingException", nil, "ThrottlingException"),
            ("An error occurred (ResourceNotFoundException)", nil, "ResourceNotFoundException"),
            ("403 SignatureDoesNotMatch", 403, "SignatureDoesNotMatch"), ("access denied", nil, "AccessDenied"),
            ("signature does not match", nil, "SignatureDoesNotMatch"),
            ("x-amzn-ErrorType: ExpiredTokenException", nil, "ExpiredTokenException"),
        ] as [(String, Int?, String?)])
    func `a status and a name are read from what people type`(text: String, status: Int?, type: String?) throws {
        let bare = try #require(BareFailure(text))
        #expect(bare.status == status)
        #expect(bare.type == type)
        #expect(!FailureReference(bare).codes.isEmpty)
    }

    @Test(arguments: [
        "", "hello", "403 404", "The security token included in the request is expired",
        "An error occurred (AccessDeniedException) when calling the Converse operation: You don't have access to the model",
        "AccessDeniedException: User is not authorized to perform: bedrock:InvokeModel", "took 403 ms for 12 lines",
        "port 8403", "version 4.0.3",
        // A call that failed, however little it says.
        "An error occurred (AccessDeniedException) when calling the Converse operation:",
        "An error occurred (403) when calling the HeadObject operation: Forbidden", #"{"message":"Forbidden"}"#,
        "operation error Bedrock Runtime: Converse, AccessDeniedException", "2026-01-31 12:00:00 403 Forbidden",
        "ValidationException (Service: BedrockRuntime, Status Code: 400)", "Error code: 403 - Forbidden",
    ])
    func `what says more than that is a message`(text: String) {
        #expect(BareFailure(text) == nil)
    }

    @Test(arguments: [400, 403, 404, 407, 408, 424, 429, 500, 503])
    func `the causes of a status are those whose example shows it`(status: Int) throws {
        let codes = FailureReference(try #require(BareFailure("\(status)"))).codes
        #expect(!codes.isEmpty)
        #expect(codes.allSatisfy { $0.page.looksLike.contains("\(status)") })
    }

    @Test(
        arguments: [
            ("403", .iamDenied, [.modelAccessNotGranted, .signatureMismatch, .tokenExpired, .scpDenied]),
            ("404", .modelNotInRegion, [.useCaseFormMissing, .wrongEndpoint, .answerNotFromService]),
            ("AccessDeniedException", .iamDenied, [.modelAccessNotGranted, .marketplacePayment, .explicitDeny]),
            ("SignatureDoesNotMatch", .signatureMismatch, [.keyWrong, .pathDouble, .clockSkewExpired]),
            (
                "ValidationException", .onDemandUnsupportedNeedsInferenceProfile,
                [.modelIDInvalid, .validationMessages, .geoRestricted]
            ),
            ("ResourceNotFoundException", .modelNotInRegion, [.modelEndOfLife, .useCaseFormMissing]),
            ("ThrottlingException", .throttled, [.quotaDailyTokens]),
            ("NoCredentialsError", .credentialsMissing, []),
        ] as [(String, FindingCode, [FindingCode])])
    func `the likelier causes come first`(text: String, first: FindingCode, others: [FindingCode]) throws {
        let codes = FailureReference(try #require(BareFailure(text))).codes
        #expect(codes.first == first)
        #expect(Set(codes).isSuperset(of: others), "\(codes)")
        #expect(Set(codes).count == codes.count)
    }

    @Test func `status and name together leave those that have both`() throws {
        let codes = FailureReference(try #require(BareFailure("404 ResourceNotFoundException"))).codes
        #expect(codes.contains(.modelNotInRegion))
        #expect(!codes.contains(.wrongEndpoint))
        // Gateways change the status: the name says more.
        let odd = FailureReference(try #require(BareFailure("500 ExpiredTokenException"))).codes
        #expect(odd == [.tokenExpired])
    }

    @Test func `a few words lead to the pages that have them`() {
        #expect(FailureReference(phrase: "permissions boundary")?.codes == [.permissionsBoundaryDenied])
        #expect(FailureReference(phrase: "the weather is fine today") == nil)
        #expect(FailureReference(phrase: "model") == nil)
    }

    @Test func `a reference is no failure`() throws {
        let findings = FailureReference(try #require(BareFailure("403"))).findings(check: .explain)
        #expect(findings.allSatisfy { $0.status == .pass && !$0.detail.isEmpty && $0.evidence["asked"] != nil })
        #expect(FailureReference.nearestName(to: "AccessDeniedExcepton") == "AccessDeniedException")
    }
}
