import Codes
import Diagnosis
import Evidence
import Report
import Testing

/// The time for which a request was signed, beside the answer's, where the service names no cause.
@Suite struct SignedDateTests {
    private static func refusal(_ date: String, signed: String, expires: String = "&X-Amz-Expires=86400") -> String {
        """
        > RX: HTTP/1.1 403 Forbidden
        > RX: content-type: application/json
        > RX: date: \(date)
        > RX: x-amzn-ErrorType: ForbiddenException:
        > cURL: /mqtt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=XXXX%2Fap-southeast-1%2Fiotdevicegateway%2Faws4_request&X-Amz-Date=\(signed)\(expires)&X-Amz-SignedHeaders=host
        """
    }

    @Test(arguments: ["19700101T080115Z", "19800106T000004Z", "20000101T000122Z"])
    func `a clock that was never set`(signed: String) throws {
        let finding = try firstFinding(Self.refusal("Wed, 13 Jun 2018 11:23:32 GMT", signed: signed))
        #expect(finding.code == .clockSkewExpired)
        #expect(finding.confidence == .likely)
        #expect(remedyText(finding).contains("never set"), "\(remedyText(finding))")
    }

    @Test func `a clock that is ahead of the answer's`() throws {
        let finding = try firstFinding(Self.refusal("Wed, 13 Jun 2018 11:23:32 GMT", signed: "20180613T192330Z"))
        #expect(finding.code == .clockSkewFuture)
    }

    @Test func `times that agree leave the device gateway's refusal open`() throws {
        let finding = try firstFinding(Self.refusal("Wed, 13 Jun 2018 11:23:32 GMT", signed: "20180613T112330Z"))
        #expect(![.clockSkewExpired, .clockSkewFuture].contains(finding.code))
        #expect(!remedyText(finding).contains("x-api-key"), "\(remedyText(finding))")
        #expect(remedyText(finding).contains("iot:Connect"), "\(remedyText(finding))")
    }

    @Test(
        arguments: [
            ("https://sandbox.sellingpartnerapi-na.amazon.com/sellers/v1", "eu-west-1", "us-east-1"),
            ("https://sellingpartnerapi-eu.amazon.com/orders/v0/orders", "us-east-1", "eu-west-1"),
            ("https://sellingpartnerapi-fe.amazon.com/orders/v0/orders", "eu-west-1", "us-west-2"),
        ])
    func `the Selling Partner API's hosts have a region each`(url: String, signed: String, wanted: String) throws {
        let finding = try firstFinding(
            "GET \(url)\n403\n{\"errors\":[{\"message\":\"Credential should be scoped to a valid region, not '\(signed)'. \",\"code\":\"InvalidSignature\"}]}"
        )
        #expect(finding.code == .wrongScopeRegion)
        #expect(remedyText(finding).contains("signed for \(wanted)"), "\(remedyText(finding))")
    }

    @Test func `the region of a request to the Selling Partner API is held against its host`() throws {
        let finding = try firstFinding(
            """
            GET /orders/v0/orders?MarketplaceIds=A21TJRUUN4KGV HTTP/1.1
            Host: sellingpartnerapi-na.amazon.com
            x-amz-access-token: Atza|x
            x-amz-date: 20211025T153623Z
            Authorization: AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20211025/eu-west-1/execute-api/aws4_request, SignedHeaders=host;x-amz-access-token;x-amz-date, Signature=d60f4bc1a94111b47237cd9b16d8f97ee0dba08c4335aa1da217741c2edbaf09
            """)
        #expect(finding.code == .scopeRegion)
        #expect(finding.confidence == .likely)
    }
}
