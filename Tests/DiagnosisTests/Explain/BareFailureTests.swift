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
            (
                "An error occurred (AccessDeniedException) when calling the Converse operation:", nil,
                "AccessDeniedException"
            ),
            ("403 SignatureDoesNotMatch", 403, "SignatureDoesNotMatch"), ("access denied", nil, "AccessDenied"),
            ("signature does not match", nil, "SignatureDoesNotMatch"),
            ("x-amzn-ErrorType: ExpiredTokenException", nil, "ExpiredTokenException"),
        ] as [(String, Int?, String?)])
    func `a status and a name are read from what people type`(text: String, status: Int?, type: String?) throws {
        let bare = try #require(BareFailure(text))
        #expect(bare.status == status)
        #expect(bare.type == type)
        #expect(!FailureReference(bare).pages.isEmpty)
    }

    @Test(arguments: [
        "", "hello", "403 404", "The security token included in the request is expired",
        "An error occurred (AccessDeniedException) when calling the Converse operation: You don't have access to the model",
        "AccessDeniedException: User is not authorized to perform: bedrock:InvokeModel", "took 403 ms for 12 lines",
        "port 8403", "version 4.0.3",
    ])
    func `what says more than that is a message`(text: String) {
        #expect(BareFailure(text) == nil)
    }

    @Test(arguments: [400, 403, 404, 407, 408, 424, 429, 500, 503])
    func `the causes of a status are those whose example shows it`(status: Int) throws {
        let pages = FailureReference(try #require(BareFailure("\(status)"))).pages
        #expect(!pages.isEmpty)
        #expect(pages.allSatisfy { $0.looksLike.contains("\(status)") })
    }

    @Test(arguments: [
        ("403", "iam-denied", ["model-access-not-granted", "signature-mismatch", "token-expired", "scp-denied"]),
        ("404", "model-not-in-region", ["use-case-form-missing", "wrong-endpoint", "answer-not-from-service"]),
        ("AccessDeniedException", "iam-denied", ["model-access-not-granted", "marketplace-payment", "explicit-deny"]),
        ("SignatureDoesNotMatch", "signature-mismatch", ["key-wrong", "path-double", "clock-skew-expired"]),
        (
            "ValidationException", "on-demand-unsupported-needs-inference-profile",
            ["model-id-invalid", "validation-messages", "geo-restricted"]
        ),
        ("ResourceNotFoundException", "model-not-in-region", ["model-end-of-life", "use-case-form-missing"]),
        ("ThrottlingException", "throttled", ["quota-daily-tokens"]),
        ("NoCredentialsError", "credentials-missing", []),
    ])
    func `the likelier causes come first`(text: String, first: String, others: [String]) throws {
        let codes = FailureReference(try #require(BareFailure(text))).pages.map(\.code)
        #expect(codes.first == first)
        #expect(Set(codes).isSuperset(of: others), "\(codes)")
        #expect(Set(codes).count == codes.count)
    }

    @Test func `status and name together leave those that have both`() throws {
        let codes = FailureReference(try #require(BareFailure("404 ResourceNotFoundException"))).pages.map(\.code)
        #expect(codes.contains("model-not-in-region"))
        #expect(!codes.contains("wrong-endpoint"))
        // Gateways change the status: the name says more.
        let odd = FailureReference(try #require(BareFailure("500 ExpiredTokenException"))).pages.map(\.code)
        #expect(odd == ["token-expired"])
    }

    @Test func `a few words lead to the pages that have them`() {
        #expect(FailureReference(phrase: "permissions boundary")?.pages.map(\.code) == ["permissions-boundary-denied"])
        #expect(FailureReference(phrase: "the weather is fine today") == nil)
        #expect(FailureReference(phrase: "model") == nil)
    }

    @Test func `a reference is no failure`() throws {
        let findings = FailureReference(try #require(BareFailure("403"))).findings(check: "explain")
        #expect(findings.allSatisfy { $0.status == .pass && !$0.detail.isEmpty && $0.evidence["asked"] != nil })
        #expect(FailureReference.nearestName(to: "AccessDeniedExcepton") == "AccessDeniedException")
    }
}
