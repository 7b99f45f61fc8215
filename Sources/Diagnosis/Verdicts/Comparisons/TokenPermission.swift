import Codes
import Evidence
import JSONText
import Report

/// A workflow that asks for a role and is given no token to get it with.
///
/// Sources: <https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws>,
/// <https://docs.gitlab.com/ci/secrets/id_token_authentication/>.
enum TokenPermission {
    static func compare(_ call: ComparedCall) -> Comparison? {
        guard [.credentialsMissing, .roleDenied, .iamDenied, .tokenInvalid].contains(call.code) else { return nil }
        return ofGitHub(call) ?? ofGitLab(call)
    }

    private static func ofGitHub(_ call: ComparedCall) -> Comparison? {
        guard call.code == .credentialsMissing, let role = call.line(with: "role-to-assume"),
            let step = call.line(with: "configure-aws-credentials", "aws-actions/"),
            call.says("runs-on:", "jobs:", "steps:", "uses:"), !call.says("id-token"),
            !call.says("web-identity-token-file")
        else { return nil }
        return Comparison(
            pasted: role, asked: step.text.trimmedWhitespace().description,
            remedy: Remedy(
                """
                The workflow names a role (line \(role.number)), and no permissions: id-token: write stands in it, so the job gets no token to ask for the role with, and the action goes on without \
                credentials. Add to the job (or the workflow) permissions: with id-token: write and contents: read; a reusable workflow needs them from its caller, and \
                pull requests of forks and of Dependabot get no such token. Then the role's trust policy must name token.actions.githubusercontent.com.
                """))
    }

    /// GitLab's former variables with a token, which its releases since 17.0 do not set.
    private static func ofGitLab(_ call: ComparedCall) -> Comparison? {
        guard let old = call.line(with: "CI_JOB_JWT"), !call.says("id_tokens:") else { return nil }
        return Comparison(
            pasted: old, asked: "id_tokens:",
            remedy: Remedy(
                """
                GitLab sets CI_JOB_JWT and CI_JOB_JWT_V2 no longer (since 17.0), so the token is empty (line \(old.number)): let the job ask for one with id_tokens: (a name, and aud as the IAM OIDC \
                provider lists it), and hand that variable on as the web identity's token.
                """))
    }
}
