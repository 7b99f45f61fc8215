import Catalog
import Evidence
import Report

/// Whose policies decide, and what else keeps a statement from counting.
///
/// Sources: <https://docs.aws.amazon.com/singlesignon/latest/userguide/permissionsetsconcept.html>,
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html>,
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html>.
extension FailedCall {
    /// The permission set of IAM Identity Center behind a role, from `AWSReservedSSO_NAME_0123456789abcdef`.
    var permissionSet: String? {
        guard let name = details.denial?.principal?.resource.split(separator: "/").dropFirst().first,
            name.hasPrefix("AWSReservedSSO_")
        else { return nil }
        let rest = name.dropFirst("AWSReservedSSO_".count)
        guard let end = rest.lastIndex(of: "_"), rest[rest.index(after: end)...].allSatisfy(\.isHexDigit) else {
            return String(rest)
        }
        return String(rest[..<end])
    }

    /// Who attaches a policy, and to what.
    var attachment: String {
        if let set = permissionSet {
            return """
                The role belongs to IAM Identity Center: let its administrator add this to the permission set \(set), and \
                provision it again (the role itself cannot be changed)
                """
        }
        return "Attach a policy that allows it to the role or user"
    }

    /// Operations that hand a role over want the right to pass it, and that the role exists.
    var passedRole: Remedy? {
        let action = details.denial?.action ?? ""
        let handing = [
            "bedrock:CreateAgent", "bedrock:UpdateAgent", "bedrock:CreateKnowledgeBase",
            "bedrock:CreateModelInvocationJob",
            "bedrock:CreateModelCustomizationJob", "bedrock:CreateFlow", "bedrock:CreateModelImportJob",
            "bedrock:PutModelInvocationLoggingConfiguration",
        ]
        guard handing.contains(action) else { return nil }
        if isOfAbsentRole {
            return Remedy(
                """
                Name a role that exists: the role that \(action) hands over (agentResourceRoleArn, roleArn) does not, as the text says, and that is refused in the \
                words of a missing permission. Take its ARN from IAM (arn:aws:iam::ACCOUNT:role/NAME, with its path), and let the caller pass it (iam:PassRole on that \
                role). No policy for \(action) itself need be widened for that.
                """,
                .aws("iam get-role --role-name \(handedRole ?? "ROLE") --query Role.Arn"))
        }
        return Remedy(
            """
            \(action) hands a role over (agentResourceRoleArn, roleArn): the caller needs iam:PassRole on that role as well, and a role \
            that does not exist, or whose ARN is malformed, is refused in the same words. See that role first.
            """)
    }

    /// Whether the text says of a role that it is not there.
    var isOfAbsentRole: Bool {
        let words = WordText(shown)
        return words.has(all: ["role|roles", "non|not|doesnt|didnt existent|exist|exists|existing"], none: [])
            || words.has(all: ["role|roles", "nonexistent|nonexisting|malformed"], none: [])
    }

    /// The name of the one role that the text shows, as a shell word.
    private var handedRole: String? {
        let shown = self.shown
        guard let mark = shown.firstRange(of: ":role/") else { return nil }
        let path = shown[mark.upperBound...].prefix { $0.isLetter || $0.isNumber || "+=,.@_-/".contains($0) }
        return path.split(separator: "/").last.flatMap { ShellWord.quoted(String($0)) }
    }

    /// A role that was to be assumed and is none: its ARN is a user's, or the account's.
    ///
    /// The resource of sts:AssumeRole is a role
    /// (<https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html>).
    var noRole: Remedy? {
        guard let denial = details.denial, denial.action == "sts:AssumeRole",
            let resource = denial.resource?.resource, !resource.isEmpty, resource != "*", !resource.hasPrefix("role/")
        else { return nil }
        let kind = resource.prefix { $0 != "/" }
        return Remedy(
            """
            What was to be assumed is no role but \(kind == "user" ? "a user" : "'\(PrintableText.escaped(String(kind), limit: 40))'"), and no policy changes that: set the role's ARN in its \
            place (role_arn, RoleArn; arn:aws:iam::ACCOUNT:role/NAME), whose trust policy names this caller, or call without a role, with the keys \
            of the user.
            """)
    }

    /// The other half of the right to assume a role: the role's own trust policy.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html>.
    var trust: Remedy? {
        guard let denial = details.denial, denial.action == "sts:AssumeRole", denial.policy == nil,
            denial.resource.map({ $0.resource.hasPrefix("role/") }) ?? true
        else { return nil }
        let name = denial.resource?.resource.split(separator: "/").last.flatMap { ShellWord.quoted(String($0)) }
        if let role = ownRole(denial) {
            return Remedy(
                """
                Let the program use the credentials that it has, without a role to assume: it runs as \(role) already, and asks to become \(role). Where it cannot do without, \(role)'s own trust policy must name that role: \
                since 2022 a role may assume itself only so, and an identity policy that allows it is not enough.
                """,
                command: "aws iam get-role --role-name \(name ?? "ROLE") --query Role.AssumeRolePolicyDocument"
            ).about(.instruction)
        }
        let tagged = ["session_tags", "sessionTags", "\"Tags\"", "Tags=["].contains(
            where: (text + answer.surroundings).contains)
        let tags = tagged ? "; the call brings tags, for which both need sts:TagSession, too" : ""
        let place = denial.crossesAccounts ? ", in the role's own account" : ""
        return Remedy(
            """
            See the trust policy of that role\(place): it must name this caller, or its account, and its conditions (sts:ExternalId, MFA, tags) must be met; and \
            a policy of the caller must allow sts:AssumeRole on the role\(tags). A role that does not exist is refused in the same words: check account and \
            name in the ARN.
            """,
            command: "aws iam get-role --role-name \(name ?? "ROLE") --query Role.AssumeRolePolicyDocument")
    }

    /// The role that is the caller and is to be assumed, too.
    ///
    /// Source: <https://aws.amazon.com/blogs/security/announcing-an-update-to-iam-role-trust-policy-behavior/>.
    private func ownRole(_ denial: AccessDenial) -> String? {
        guard let principal = denial.principal, let resource = denial.resource, principal.account == resource.account
        else { return nil }
        let parts = principal.resource.split(separator: "/")
        guard parts.count > 1, parts[0] == "assumed-role", let role = resource.resource.split(separator: "/").last,
            parts[1] == role
        else { return nil }
        return PrintableText.escaped(String(role), limit: 80)
    }

    /// Why a policy that seems to allow the call may not count.
    var conditions: Remedy? {
        guard let denial = details.denial, denial.effect != .explicitDeny,
            denial.policy == .identity || denial.policy == nil
        else { return nil }
        let place =
            switch (record?.endpointID, record?.sourceAddress) {
            case (let endpoint?, _): " This call came through the endpoint \(endpoint)."
            case (nil, let address?) where address.first?.isNumber == true:
                " This call came from \(address), through no VPC endpoint."
            default: ""
            }
        let isOfModel = denial.action.map { $0.hasPrefix("bedrock") } ?? true
        let resources =
            isOfModel
            ? ", and one for foundation-model/* covers no inference-profile/* or application-inference-profile/*" : ""
        return Remedy(
            """
            If a policy seems to allow it already, see its conditions and its resources: a statement whose condition \
            (aws:SourceVpce, aws:SourceIp, aws:RequestedRegion, aws:PrincipalTag) is not met does not count\(resources).\(place)
            """)
    }
}
