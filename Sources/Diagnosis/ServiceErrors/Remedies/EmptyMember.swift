import Codes
import Evidence
import Report

/// A token or a role of a call of AWS STS that is empty: a variable, a file or a step of CI that should have given it gave nothing, and
/// botocore refuses the call before it is sent.
///
/// Sources: <https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html>,
/// <https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments/about-security-hardening-with-openid-connect>.
struct EmptyMember {
    static let names: Set<String> = ["WebIdentityToken", "RoleArn", "SAMLAssertion"]

    let name: String

    /// `nil` where the length of none is told to be 0.
    init?(_ call: FailedCall) {
        let lead = "Invalid length for parameter "
        guard let mark = call.text.firstRange(of: lead) else { return nil }
        let rest = call.text[mark.upperBound...]
        guard let name = Self.names.sorted().first(where: { rest.hasPrefix("\($0), value: 0,") }) else { return nil }
        self.name = name
    }

    var title: String { name == "RoleArn" ? "The role's ARN is empty" : "The token for the role is empty" }

    var meaning: String { "The client refused the call before it was sent: \(name) has the length 0." }

    var remedy: Remedy {
        guard name != "RoleArn" else {
            return Remedy(
                """
                Set the role's ARN: what should give it (AWS_ROLE_ARN, role_arn, role-to-assume, a variable or secret of the CI) is empty where the program runs. A secret is not handed to jobs of forks or of other \
                environments, and a name that is mistyped gives nothing.
                """)
        }
        return Remedy(
            """
            Mint the token again, and look where it comes from: it is empty, so the step that fetches it, its file or its variable gave nothing (GitHub: permissions: id-token: write; GitLab: id_tokens; CircleCI: a context, for CIRCLE_OIDC_TOKEN; Kubernetes: \
            the file in AWS_WEB_IDENTITY_TOKEN_FILE). Let that step fail and try again where it gets no token, before the role is assumed.
            """)
    }
}

extension Advice {
    static let emptied: [Advice] = [
        Advice("invalid length for parameter", for: .credentialsMissing) { call in EmptyMember(call)?.remedy }
    ]
}
