import SigV4
import SignatureForensics
import Testing
import WireText

/// Requests that are alike but for date, signature and what means nothing have one key, and then the same advice.
@Suite("Advice keys")
struct AdviceKeyTests {
    private static let time = SigningTime(unixSeconds: 1_767_323_045)

    private static func request(
        _ headers: [HeaderField] = [], unsigned: [HeaderField] = [], body: String = "{}", at time: SigningTime = time
    ) throws -> SignableRequest {
        let request = SignableRequest(
            method: "POST", target: "/model/m/converse", headers: [HeaderField("Host", "localhost")] + headers,
            payload: .bytes(Array(body.utf8)))
        let signed = try Signer().sign(
            request,
            SigningParameters(
                credentials: SigningCredentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: "secret"),
                region: "us-east-1", service: "bedrock", time: time))
        return SignableRequest(
            method: "POST", targetBytes: signed.target, headers: signed.headers + unsigned, payload: request.payload)
    }

    private static func key(_ request: SignableRequest, after seconds: Int64 = 0) -> AdviceKey? {
        AdviceKey(request, signedAt: time, receivedAt: time.advanced(bySeconds: seconds))
    }

    @Test func alikeRequestsHaveOneKey() throws {
        let first = try Self.request([HeaderField("amz-sdk-invocation-id", "1")])
        let second = try Self.request(
            [HeaderField("amz-sdk-invocation-id", "2")], body: #"{"a":1}"#, at: Self.time.advanced(bySeconds: 9))
        #expect(Self.key(first) != nil)
        #expect(Self.key(first) == Self.key(second))
    }

    @Test func whatAdviceFollowsFromIsInTheKey() throws {
        let variants = [
            try Self.request(),
            try Self.request([HeaderField("X-Forwarded-For", "1")]),
            try Self.request(unsigned: [HeaderField("X-Amz-Security-Token", "t")]),
            try Self.request(unsigned: [HeaderField("X-Amz-Meta-A", "t")]),
            try Self.request([HeaderField("X-Amz-User-Agent", "curl/8")]),
            try Self.request([HeaderField("X-Amz-User-Agent", "my own")]),
            try Self.request([HeaderField("Content-Length", "2")]),
            try Self.request([HeaderField("Content-Length", "3")]),
            try Self.request([HeaderField("Connection", "close"), HeaderField("Expect", "100-continue")]),
        ]
        let examiner = SignatureExaminer()
        for one in variants {
            for other in variants where Self.key(one) == Self.key(other) {
                #expect(
                    examiner.advice(on: one, receivedAt: Self.time) == examiner.advice(on: other, receivedAt: Self.time)
                )
            }
        }
        #expect(Set(variants.map { Self.key($0) }).count == variants.count)
    }

    @Test func whatDependsOnTheMomentHasNone() throws {
        let request = try Self.request()
        #expect(Self.key(request, after: 250) == nil)
        #expect(Self.key(request, after: -250) == nil)
        #expect(!SignatureExaminer().advice(on: request, receivedAt: Self.time.advanced(bySeconds: 250)).isEmpty)
    }

    @Test func anUnusualPlaceOfTheSignatureHasNone() throws {
        var request = try Self.request()
        for index in request.headers.indices where request.headers[index].isNamed("authorization") {
            request.headers[index].value += Array(", X=".utf8)
        }
        #expect(Self.key(request) == nil)
        request.headers.removeAll { $0.isNamed("authorization") }
        #expect(Self.key(request) == nil)
    }
}
