import Codes
import SigV4
import SignatureForensics
import Testing
import WireText

/// Services that have rules of their own: their right signers are found right, and wrong ones are named by those rules.
@Suite("Service rules")
struct ServiceRulesTests {
    private static let credentials = SigningCredentials(
        accessKeyID: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")
    private static let host = "shelf.s3.us-east-1.amazonaws.com"

    private static func signed(
        _ target: String, _ options: SigningOptions, service: String = "s3", payload: Payload? = nil
    ) throws -> SignableRequest {
        let body = Payload.bytes(Array("ten lines".utf8))
        let request = SignableRequest(
            method: "PUT", target: target, headers: [HeaderField("Host", host)], payload: payload ?? body)
        let time = try #require(SigningTime(amzDate: "20260102T030405Z"))
        let signed = try Signer().sign(
            request,
            SigningParameters(
                credentials: credentials, region: "us-east-1", service: service, time: time, options: options))
        return SignableRequest(method: "PUT", targetBytes: signed.target, headers: signed.headers, payload: body)
    }

    private static func findings(_ request: SignableRequest, _ rules: ServiceRules?, service: String? = nil)
        -> [CauseFinding]
    {
        SignatureExaminer(budget: 60_000).examine(
            ForensicCase(
                request: request, credentials: [credentials], regions: ["us-east-1"], service: service, rules: rules,
                receivedAt: SigningTime(amzDate: "20260102T030406Z"))
        ).findings
    }

    private static let s3 = SigningOptions(
        uriEncoding: .single, pathNormalization: .off, contentSHA256Header: .sent)

    @Test(arguments: [
        "/", "/a/b", "/a%20b/c%2Fd", "/a//b/../c", "/a:b/~c%7e", "/%c3%a4/%E4?x=1&b", "/x?uploads",
    ])
    func aRightSignerOfS3IsFoundRight(target: String) throws {
        let request = try Self.signed(target, Self.s3)
        #expect(Self.findings(request, .s3).map(\.cause) == [])
        // Without rules the service that was signed for tells.
        #expect(Self.findings(request, nil).map(\.cause) == [])
    }

    static let wrong: [(target: String, options: SigningOptions, cause: FindingCode)] = [
        ("/a%20b", SigningOptions(pathNormalization: .off, contentSHA256Header: .sent), .pathDouble),
        ("/notes//a/../b", SigningOptions(uriEncoding: .single, contentSHA256Header: .sent), .pathNorm),
    ]

    @Test(arguments: wrong.indices)
    func aSignerByTheUsualRulesIsNamedAtS3(index: Int) throws {
        let (target, options, cause) = Self.wrong[index]
        let finding = try #require(Self.findings(try Self.signed(target, options), .s3).first)
        #expect(finding.cause == cause, "\(finding)")
        #expect(finding.confidence == .proven)
    }

    @Test func aSignerByTheRulesOfS3IsNamedElsewhere() throws {
        let request = try Self.signed(
            "/model/a%3A0/converse", SigningOptions(uriEncoding: .single), service: "bedrock")
        #expect(Self.findings(request, nil, service: "bedrock").first?.cause == .pathDouble)
    }

    @Test func aBodyThatIsNotSignedIsFoundRightAndItsHashNamed() throws {
        let presigned = SigningOptions(location: .query(expiresSeconds: 300))
        let rules = ServiceRules(payload: .unsigned)
        let right = try Self.signed("/a", presigned, service: "bedrock", payload: .unsigned)
        #expect(Self.findings(right, rules).map(\.cause) == [])
        let wrong = try Self.signed("/a", presigned, service: "bedrock")
        let finding = try #require(Self.findings(wrong, rules).first)
        #expect(finding.cause == .bodyHashed, "\(finding)")
    }

    @Test func aTokenThatIsAddedAfterSigningIsFoundRight() throws {
        let token = SigningCredentials(
            accessKeyID: "ASIAIOSFODNN7EXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
            sessionToken: "FwoGEXAMPLETOKEN")
        let time = try #require(SigningTime(amzDate: "20260102T030405Z"))
        for location in [SignatureLocation.headers, .query(expiresSeconds: 60)] {
            let request = SignableRequest(
                method: "GET", target: "/a?b=c", headers: [HeaderField("Host", Self.host)], payload: .empty)
            let signed = try Signer().sign(
                request,
                SigningParameters(
                    credentials: token, region: "us-east-1", service: "bedrock", time: time,
                    options: SigningOptions(sessionToken: .addedAfterSigning, location: location)))
            let report = SignatureExaminer(budget: 60_000).examine(
                ForensicCase(
                    request: SignableRequest(
                        method: "GET", targetBytes: signed.target, headers: signed.headers, payload: .empty),
                    credentials: [token], regions: ["us-east-1"],
                    rules: ServiceRules(sessionToken: .addedAfterSigning), receivedAt: time))
            #expect(report.findings.map(\.cause) == [])
            #expect(report.reproduction == .right)
        }
    }
}
