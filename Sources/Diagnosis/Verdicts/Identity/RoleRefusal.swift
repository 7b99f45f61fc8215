import Catalog
import Codes
import Evidence
import JSONText
import Report
package import WireText

/// Reads what AWS STS says instead of handing out a role.
package struct RoleRefusal: Sendable {
    package let roleARN: String

    /// Whether the call brought an external id.
    package let hasExternalID: Bool

    /// Where STS was asked.
    package let region: String
    package let status: Int
    package let headers: [HeaderField]
    package let body: [UInt8]

    package init(
        roleARN: String, hasExternalID: Bool, region: String, status: Int, headers: [HeaderField], body: [UInt8]
    ) {
        self.roleARN = roleARN
        self.hasExternalID = hasExternalID
        self.region = region
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// Whether asking again after a while may help.
    package var isPassing: Bool { refusal.meaning(status: status) == .busy }

    private var refusal: IdentityRefusal { IdentityRefusal(body) }

    package var fault: CredentialFault {
        let refusal = refusal
        let words = words(refusal)
        let said = SafeMessage.text(refusal.message)
        // What fails at STS reads like a fault of the model's endpoint unless it says whose it is.
        let isOpen = words.verdict != .credentialFault
        let message =
            isOpen
            ? "AWS STS did not hand out the role: status \(status)"
                + (refusal.code.map { ", \(PrintableText.escaped($0, limit: 60))" } ?? "") + ": "
                + (said.isEmpty ? words.fallback : said)
            : said.isEmpty ? words.fallback : said
        return CredentialFault(
            words.code, message, verdict: words.verdict, httpStatus: status,
            errorType: refusal.code.map { PrintableText.escaped($0) },
            requestID: headers.text(of: "x-amzn-requestid").map { PrintableText.escaped($0) }, remedies: words.remedies)
    }

    private struct Words {
        var verdict = ModelVerdict.credentialFault
        var code: FindingCode
        /// What is said where STS said nothing.
        var fallback: String
        var remedies: [Remedy]
    }

    private func words(_ refusal: IdentityRefusal) -> Words {
        switch refusal.meaning(status: status) {
        case .denied: return denied(refusal)
        case .invalid:
            return Words(
                code: .roleRequestInvalid, fallback: "AWS STS does not take the request.",
                remedies: [
                    Remedy(
                        refusal.message.contains("DurationSeconds") || refusal.message.contains("durationSeconds")
                            ? "Leave durationSeconds of the target out, which makes it an hour, or raise the role's MaxSessionDuration"
                            : "Correct the member of the target that the message names")
                ])
        case .tokenExpired:
            return Words(
                code: .identityTokenExpired, fallback: "The credentials that are to assume the role have expired.",
                remedies: [
                    Remedy("Renew the credentials that are to assume the roles: all roles are assumed with them"),
                    .advice("Get new credentials from where the program runs.", .getCredentials),
                ])
        case .keyUnknown:
            return Words(
                code: .identityKeyUnknown, fallback: "AWS does not know the key that is to assume the role.",
                remedies: [Remedy("See whose the keys are that are to assume the roles", .doctor(.env))])
        case .secretWrong:
            return Words(
                code: .identitySecretWrong, fallback: "AWS STS computed another signature.",
                remedies: [Remedy("Look at the form of the keys that are to assume the roles", .doctor(.env))])
        case .clock:
            return Words(
                code: .identityClock, fallback: "AWS STS refuses the time of the signature.",
                remedies: [
                    Remedy("Measure the clock", .doctor(DoctorStep("clock"))), .advice("Set the clock", .setClock),
                ])
        case .regionDisabled:
            return Words(
                code: .identityRegionDisabled, fallback: "AWS STS is not active in \(region) for the account.",
                remedies: [
                    Remedy(
                        """
                        Ask STS in a region that the role's account has enabled: --region or AWS_REGION says where roles are \
                        assumed, whatever regions the targets have
                        """)
                ])
        case .unsigned:
            return Words(
                code: .identityUnsigned, fallback: "The signature did not arrive at AWS STS.",
                remedies: [Remedy("See what the call goes through", .doctor(.env))])
        case .busy:
            return Words(
                verdict: .inconclusive, code: .roleUnanswered, fallback: "it gave no reason.",
                remedies: [Remedy("Ask again what has no verdict, with --only-failed: nothing is known of the role")])
        case .unread:
            return Words(
                verdict: .inconclusive, code: .roleUnanswered,
                fallback: "the answer has a form that AWS STS does not have.",
                remedies: [Remedy("To ask another endpoint, set AWS_ENDPOINT_URL_STS to its URL")])
        }
    }

    // MARK: Denials

    /// Where the tail of the denial names a kind of policy, that is the cause; otherwise STS keeps it to itself.
    private func denied(_ refusal: IdentityRefusal) -> Words {
        var answer = ServiceAnswer(
            status: status, headers: headers, content: .body(body), region: region, operation: "AssumeRole",
            signer: .doctor)
        answer.service = "sts"
        let diagnosis = ErrorDiagnosis(answer)
        let fallback = "The role may not be assumed."
        let kinds: [PolicyKind] = [.serviceControl, .resourceControl, .permissionsBoundary, .session, .vpcEndpoint]
        let policy = diagnosis.details.denial?.policy
        if policy.map(kinds.contains) == true || refusal.message.contains("explicit deny") {
            return Words(code: diagnosis.code, fallback: fallback, remedies: diagnosis.remedies)
        }
        return Words(code: .roleDenied, fallback: fallback, remedies: trust(diagnosis.details.denial))
    }

    private func trust(_ denial: AccessDenial?) -> [Remedy] {
        let caller = denial?.principal.map { " (\(PrintableText.escaped($0.text, limit: 200)))" } ?? ""
        let name = roleARN.split(separator: "/").last.flatMap { ShellWord.quoted(String($0)) }
        let externalID =
            hasExternalID
            ? "its sts:ExternalId must be the externalId of the target, letter for letter"
            : "a condition on sts:ExternalId needs the same externalId in the target, which has none"
        let allow = #"{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"\#(roleARN)"}"#
        return [
            Remedy(
                "Compare the role's trust policy, with keys of its own account: it must name the caller\(caller); \(externalID)",
                name.map { .aws("iam get-role --role-name \($0) --query Role.AssumeRolePolicyDocument") }),
            Remedy("See that a policy of the caller allows it: \(PrintableText.escaped(allow, limit: 400))"),
        ]
    }
}
