import Catalog
import Evidence
import JSONText
import Report
import WireText

/// What a report tells of a denial beside IAM's sentence: a session policy, a grant to another role, a name of the role that is not taken.
///
/// Sources: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session>,
/// <https://github.com/aws-actions/configure-aws-credentials#readme> (name of the role).
extension FailedCall {
    private var told: String { String(shown.prefix(32_768)) }

    var toldDenial: Remedy? { sessionPolicy ?? otherGrant ?? refusedRoleName }

    /// Whether the text tells of a session policy, and the refusal leaves room for one.
    var isOfToldPolicy: Bool { sessionPolicy != nil }

    /// A session policy that the text tells of, where the refusal names another layer or none.
    private var sessionPolicy: Remedy? {
        guard let denial = details.denial, denial.effect != .explicitDeny,
            denial.policy == .identity || denial.policy == nil,
            let action = denial.action, !action.hasPrefix("sts:")
        else { return nil }
        let shown = told.lowercased()
        guard
            ["session policy", "session policies", "inline-session-policy", "session-policy"].contains(
                where: shown.contains),
            // Words that speak of it as a possibility are no sign of one.
            !["no session policy", "without a session policy", "a session policy may"].contains(where: shown.contains)
        else { return nil }
        return Remedy(
            """
            Add \(action) to the session policy that the text tells of (the Policy of AssumeRole, inline-session-policy of an action) and see that the role's own policy has it, too: a call is allowed only where both \
            allow it, and a session policy adds nothing to the role.
            """)
    }

    /// Permissions that were given, as the text tells, to another role than the refused one.
    private var otherGrant: Remedy? {
        guard let denial = details.denial, denial.effect != .explicitDeny,
            denial.policy == .identity || denial.policy == nil,
            let parts = denial.principal?.resource.split(separator: "/"), parts.count > 1,
            parts[0] == "assumed-role" || parts[0] == "role"
        else { return nil }
        let refused = String(parts[1])
        let grants = [
            "permissions to", "permission to", "policy to", "policies to", "applied to", "granted to", "attached to",
        ]
        for line in told.split(whereSeparator: \.isNewline).prefix(500) where line.utf8.count < 400 {
            let lower = line.lowercased()
            guard lower.contains("role"), grants.contains(where: lower.contains), !lower.contains("not authorized"),
                let mark = line.firstRange(of: "role: ") ?? line.firstRange(of: "Role: ")
                    ?? line.firstRange(of: "role `")
            else { continue }
            let name = line[mark.upperBound...].prefix {
                $0.isASCII && ($0.isLetter || $0.isNumber || "+=,.@_-".contains($0))
            }
            guard name.utf8.count > 3, String(name) != refused, !refused.contains(name) else { continue }
            return Remedy(
                """
                The permission went to another role: the text grants it to \(PrintableText.escaped(String(name), limit: 80)), and the refused one is \(PrintableText.escaped(refused, limit: 120)). Give \(action(denial)) to that one, \
                by what creates it (the function's own role, not the role of the schema or of the stack); its name may change with each deployment, so refer to the resource and not to the name.
                """)
        }
        return nil
    }

    private func action(_ denial: AccessDenial) -> String { denial.action ?? "the action" }

    /// A role whose name is what is refused: one that is known for it, or one that a reporter tells to be taken under another name.
    private var refusedRoleName: Remedy? {
        guard text.contains("sts:AssumeRoleWithWebIdentity") else { return nil }
        let shown = told
        let names = Self.roleNames(in: shown)
        let isRenamed =
            WordText(shown).has("renaming|renamed|rename role")
            && ToldOutcome.all(in: shown.prefix(8_192)).contains { $0.outcome == .works }
        let known = names.first(where: Self.refusedNames.contains)
        guard known != nil || isRenamed else { return nil }
        let reason =
            known.map {
                "roles with the name \($0) are reported to be refused in these words, whatever their trust policy says, and under another name the same role is taken"
            }
            ?? "the text tells that it is refused under this one\(names.first.map { " (\(PrintableText.escaped($0, limit: 80)))" } ?? "") and taken under another"
        return Remedy(
            """
            Give the role another name: \(reason). Put the new ARN into role-to-assume. \
            Only where that changes nothing, compare the trust policy's conditions with the token.
            """)
    }

    /// Names of roles that the exchange of a token is reported to refuse.
    ///
    /// Source: <https://github.com/aws-actions/configure-aws-credentials#readme>.
    private static let refusedNames: Set<String> = ["GitHubActions"]

    /// The names of the roles whose ARNs a text shows.
    private static func roleNames(in text: String) -> [String] {
        text.ranges(of: ":role/").prefix(16).compactMap { mark in
            let path = text[mark.upperBound...].prefix {
                $0.isASCII && ($0.isLetter || $0.isNumber || "/+=,.@_-".contains($0))
            }
            return path.split(separator: "/").last.map { String($0.trimmed(of: ".,")) }
        }
    }
}
