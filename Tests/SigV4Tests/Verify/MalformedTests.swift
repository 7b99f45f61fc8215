import SigV4
import Testing
import WireText

/// Authorizations that cannot be read.
@Suite("Malformed authorizations")
struct MalformedTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let authorization: String
        let expected: MalformedAuthorization
        var testDescription: String { "'\(authorization)'" }
    }

    private static let credential = "Credential=AKIDEXAMPLE/20260102/us-east-1/bedrock/aws4_request"
    private static let names = "SignedHeaders=host;x-amz-date"
    private static let signature = "Signature=\(String(repeating: "0", count: 64))"

    static let headers = [
        Case(authorization: "", expected: .empty),
        Case(authorization: " \t ", expected: .empty),
        Case(authorization: "Bearer abcdef", expected: .unsupportedAlgorithm("Bearer")),
        Case(
            authorization: "aws4-hmac-sha256 \(credential), \(names), \(signature)",
            expected: .unsupportedAlgorithm("aws4-hmac-sha256")),
        Case(
            authorization: "AWS4-ECDSA-P256-SHA256 \(credential), \(names), \(signature)",
            expected: .unsupportedAlgorithm("AWS4-ECDSA-P256-SHA256")),
        // Whatever else stands there may be a secret: it is not repeated.
        Case(authorization: "c2VjcmV0LWtleQ", expected: .unsupportedAlgorithm(nil)),
        Case(authorization: "AWS4-HMAC-SHA256", expected: .missing([.credential, .signedHeaders, .signature])),
        Case(authorization: "AWS4-HMAC-SHA256 \(names), \(signature)", expected: .missing([.credential])),
        Case(authorization: "AWS4-HMAC-SHA256 \(credential),\(signature)", expected: .missing([.signedHeaders])),
        Case(authorization: "AWS4-HMAC-SHA256 \(credential), \(names)", expected: .missing([.signature])),
        Case(
            authorization: "AWS4-HMAC-SHA256 \(credential), SignedHeaders, \(signature)",
            expected: .pairWithoutEqualSign),
        Case(
            authorization: "AWS4-HMAC-SHA256 \(credential), \(names), \(names), \(signature)",
            expected: .repeatedPart("SignedHeaders")),
        // An empty part before the good one, or behind it: readers differ in which they take.
        Case(
            authorization: "AWS4-HMAC-SHA256 \(credential), \(names), Signature=, \(signature)",
            expected: .repeatedPart("Signature")),
        Case(
            authorization: "AWS4-HMAC-SHA256 \(credential), \(names), \(signature), Signature=",
            expected: .repeatedPart("Signature")),
        Case(
            authorization: "AWS4-HMAC-SHA256 Credential=, \(credential), \(names), \(signature)",
            expected: .repeatedPart("Credential")),
        Case(
            authorization: "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/us-east-1, \(names), \(signature)",
            expected: .credential(parts: 2)),
        Case(
            authorization: "AWS4-HMAC-SHA256 Credential=a/b/c/d/e/f, \(names), \(signature)",
            expected: .credential(parts: 6)),
        Case(
            authorization: "AWS4-HMAC-SHA256 \(credential), SignedHeaders=host;;x-amz-date, \(signature)",
            expected: .signedHeaders),
        Case(
            authorization: "AWS4-HMAC-SHA256 \(credential), SignedHeaders=host x-amz-date, \(signature)",
            expected: .signedHeaders),
    ]

    /// What the verifier refuses as malformed, and why; `nil` when it does not.
    private func fault(of request: SignableRequest) -> MalformedAuthorization? {
        guard case .malformed(let fault)? = Example.verifier().verify(request, now: Example.time).refusal?.reason else {
            return nil
        }
        return fault
    }

    /// A request as received, with its signature in the query.
    private func presigned() throws -> SignableRequest {
        var parameters = Example.parameters()
        parameters.options.location = .query(expiresSeconds: 60)
        return try Example.received(Example.request(), parameters)
    }

    @Test("in the header", arguments: headers)
    func header(_ example: Case) {
        let request = Example.request(headers: [
            HeaderField("X-Amz-Date", Example.time.amzDate), HeaderField("Authorization", example.authorization),
        ])
        #expect(fault(of: request) == example.expected)
    }

    static let dates = ["", "2026-01-02T03:04:05Z", "20260102T030405", "20260230T000000Z", "20260102T250000Z", "now"]

    @Test("a date in no known format", arguments: dates)
    func date(_ text: String) throws {
        let received = try Example.received(Example.request(), Example.parameters())
        let request = received.replacing("x-amz-date", HeaderField("X-Amz-Date", text))
        #expect(fault(of: request) == .date(text))
    }

    @Test("no date at all")
    func noDate() throws {
        let received = try Example.received(Example.request(), Example.parameters()).replacing("x-amz-date")
        #expect(fault(of: received) == .missing([.date]))
    }

    @Test("two headers, or a header and a query")
    func twice() throws {
        let inHeader = try Example.received(Example.request(), Example.parameters())
        var repeated = inHeader
        repeated.headers.append(HeaderField("authorization", inHeader.text("Authorization")))
        #expect(fault(of: repeated) == .repeatedHeader)

        var both = try presigned()
        both.headers.append(HeaderField("authorization", inHeader.text("Authorization")))
        #expect(fault(of: both) == .bothForms)
    }

    struct QueryCase: CustomTestStringConvertible, Sendable {
        let old: String
        let new: String
        let expected: MalformedAuthorization
        var testDescription: String { "'\(old)' made '\(new)'" }
    }

    static let queries = [
        QueryCase(old: "X-Amz-Algorithm=AWS4-HMAC-SHA256&", new: "", expected: .missing([.algorithm])),
        QueryCase(old: "=AWS4-HMAC-SHA256", new: "=AWS4-HMAC-SHA1", expected: .unsupportedAlgorithm(nil)),
        QueryCase(old: "X-Amz-Credential=", new: "x-amz-credential=", expected: .missing([.credential])),
        QueryCase(old: "%2Fus-east-1", new: "", expected: .credential(parts: 4)),
        QueryCase(old: "X-Amz-SignedHeaders=host", new: "X-Amz-SignedHeaders=", expected: .missing([.signedHeaders])),
        QueryCase(old: "X-Amz-Date=20260102T030405Z", new: "X-Amz-Date=2026", expected: .date("2026")),
        QueryCase(old: "X-Amz-Expires=60", new: "X-Amz-Expires=1h", expected: .expires("1h")),
        QueryCase(old: "X-Amz-Expires=60", new: "X-Amz-Expires=-1", expected: .expires("-1")),
        QueryCase(old: "X-Amz-Expires=60", new: "X-Amz-Expires=604801", expected: .expires("604801")),
        QueryCase(
            old: "X-Amz-Expires=60", new: "X-Amz-Expires=60&X-Amz-Expires=61",
            expected: .repeatedPart("X-Amz-Expires")),
    ]

    @Test("in the query", arguments: queries)
    func query(_ example: QueryCase) throws {
        #expect(fault(of: try presigned().editingTarget(example.old, example.new)) == example.expected)
    }
}
