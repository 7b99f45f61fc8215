import Codes
import Report
import SigV4
import Testing

@testable import Diagnosis

/// What STS says instead of handing out a role, in both of its forms.
@Suite struct RoleRefusalTests {
    private static let role = "arn:aws:iam::444455556666:role/team/Probe"

    private func fault(
        _ code: String, _ message: String, status: Int = 403, isXML: Bool = true, hasExternalID: Bool = false
    ) -> CredentialFault {
        let body =
            isXML
            ? """
            <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type>\
            <Code>\(code)</Code><Message>\(message)</Message></Error><RequestId>r</RequestId></ErrorResponse>
            """
            : #"{"Error":{"Code":"\#(code)","Message":"\#(message)","Type":"Sender"},"RequestId":"r"}"#
        return RoleRefusal(
            roleARN: Self.role, hasExternalID: hasExternalID, region: "us-east-1", status: status, headers: [],
            body: Array(body.utf8)
        ).fault
    }

    private static let denial =
        "User: arn:aws:iam::111122223333:user/ci is not authorized to perform: sts:AssumeRole on resource: \(role)"

    @Test(
        arguments: [
            ("AccessDenied", denial, 403, FindingCode.roleDenied, ModelVerdict.credentialFault),
            (
                "AccessDenied", denial + " because no identity-based policy allows the sts:AssumeRole action", 403,
                .roleDenied, .credentialFault
            ),
            (
                "AccessDenied", denial + " with an explicit deny in a service control policy", 403, .scpDenied,
                .credentialFault
            ),
            (
                "AccessDenied", denial + " with an explicit deny in an identity-based policy", 403, .explicitDeny,
                .credentialFault
            ),
            (
                "ExpiredToken", "The security token included in the request is expired", 403, .identityTokenExpired,
                .credentialFault
            ),
            (
                "InvalidClientTokenId", "The security token included in the request is invalid.", 403,
                .identityKeyUnknown, .credentialFault
            ),
            (
                "SignatureDoesNotMatch", "Signature expired: 20260101T000000Z is now earlier than 20260101T001500Z",
                403,
                .identityClock, .credentialFault
            ),
            (
                "SignatureDoesNotMatch", "The request signature we calculated", 403, .identitySecretWrong,
                .credentialFault
            ),
            (
                "RegionDisabledException", "STS is not activated in this region for account:444455556666.", 403,
                .identityRegionDisabled, .credentialFault
            ),
            (
                "ValidationError", "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
                400, .roleRequestInvalid, .credentialFault
            ),
            ("Throttling", "Rate exceeded", 400, .roleUnanswered, .inconclusive),
            ("ServiceUnavailable", "", 503, .roleUnanswered, .inconclusive),
        ] as [(String, String, Int, FindingCode, ModelVerdict)])
    func `each refusal has its cause, from XML and from JSON`(
        type: String, message: String, status: Int, code: FindingCode, verdict: ModelVerdict
    ) {
        for isXML in [true, false] {
            let fault = fault(type, message, status: status, isXML: isXML)
            #expect(fault.code == code)
            #expect(fault.verdict == verdict)
            #expect(fault.errorType == type)
            #expect(message.isEmpty || fault.message.contains(message.prefix(40)), "\(fault.message)")
            #expect(!fault.remedies.isEmpty)
            let says = "AWS STS did not hand out the role: status \(status), \(type): "
            #expect(fault.message.hasPrefix(says) == (code == .roleUnanswered), "\(fault.message)")
        }
    }

    @Test func `a denial says where the trust policy stands, and which way the external id must go`() throws {
        let texts = [false, true].map {
            fault("AccessDenied", Self.denial, hasExternalID: $0).remedies.map(\.text).joined()
        }
        #expect(texts[0].contains("in the target, which has none"))
        #expect(texts[1].contains("must be the externalId of the target"))
        let remedy = try #require(fault("AccessDenied", Self.denial).remedies.first)
        #expect(remedy.command == "aws iam get-role --role-name Probe --query Role.AssumeRolePolicyDocument")
        #expect(texts[0].contains(#""Resource":"\#(Self.role)""#))
    }

    @Test func `what is not STS is not a refusal of the role`() {
        for body in ["", "<html>no</html>", "{}"] {
            let fault = RoleRefusal(
                roleARN: Self.role, hasExternalID: false, region: "us-east-1", status: 404, headers: [],
                body: Array(body.utf8)
            ).fault
            #expect(fault.code == .roleUnanswered)
            #expect(fault.verdict == .inconclusive)
        }
    }

    @Test(arguments: [
        """
        {"AssumeRoleResponse":{"AssumeRoleResult":{"AssumedRoleUser":{"Arn":"a","AssumedRoleId":"b"},"Credentials":{\
        "AccessKeyId":"ASIA1","Expiration":1.7953416E9,"SecretAccessKey":"s+/","SessionToken":"t=="}},\
        "ResponseMetadata":{"RequestId":"r"}}}
        """,
        """
        <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><AssumedRoleUser>\
        <AssumedRoleId>b</AssumedRoleId><Arn>a</Arn></AssumedRoleUser><Credentials><AccessKeyId>ASIA1</AccessKeyId>\
        <SecretAccessKey>s+/</SecretAccessKey><SessionToken>t==</SessionToken><Expiration>2026-11-22T10:00:00Z\
        </Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>
        """,
    ])
    func `a session is read from both forms`(body: String) throws {
        let session = try #require(AssumedSession(Array(body.utf8)))
        #expect(session.credentials.accessKeyID == "ASIA1")
        #expect(session.credentials.secretAccessKey.matches(Array("s+/".utf8)))
        #expect(session.credentials.sessionToken?.matches(Array("t==".utf8)) == true)
        #expect(session.expiration == 1_795_341_600)
    }

    @Test(arguments: [
        "", "{}", #"{"AssumeRoleResponse":{"AssumeRoleResult":{"Credentials":{"AccessKeyId":"A"}}}}"#,
        "<AccessKeyId>A</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken></SessionToken>",
    ])
    func `half a session is none`(body: String) {
        #expect(AssumedSession(Array(body.utf8)) == nil)
    }
}
