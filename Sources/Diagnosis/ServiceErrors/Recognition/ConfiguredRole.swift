import Catalog
import Evidence

/// The role that was to be assumed, where the refusal was cut before its name and a setting in the same paste has it.
///
/// Source: <https://docs.aws.amazon.com/sdkref/latest/guide/feature-assume-role-credentials.html> (`role_arn`), and
/// <https://docs.litellm.ai/docs/providers/bedrock> (`aws_role_name`).
enum ConfiguredRole {
    private static let settings = [
        "aws_role_name", "role_arn", "rolearn", "role-arn", "role-to-assume", "aws_role_arn", "assume_role_arn",
    ]

    /// The denial with the one role that the settings name; as it is where it has a resource, or where they name none or several.
    static func completed(_ denial: AccessDenial, by text: String) -> AccessDenial {
        guard denial.action == "sts:AssumeRole", denial.resource == nil else { return denial }
        var roles: [ResourceName] = []
        for line in text.prefix(65_536).split(whereSeparator: \.isNewline) {
            let lower = line.lowercased()
            guard settings.contains(where: lower.contains) else { continue }
            for name in ResourceName.all(in: String(line))
            where name.service == "iam" && name.resource.hasPrefix("role/")
                && !isOwn(name, of: denial.principal) && !roles.contains(name)
            {
                roles.append(name)
            }
        }
        guard roles.count == 1, let role = roles.first else { return denial }
        var whole = denial
        whole.resource = role
        return whole
    }

    /// Whether a role is the caller's own, whose session is `assumed-role/NAME/SESSION`; a caller that is not known may be any.
    private static func isOwn(_ role: ResourceName, of caller: ResourceName?) -> Bool {
        guard let caller else { return true }
        let parts = caller.resource.split(separator: "/")
        let name = parts.first == "assumed-role" && parts.count > 1 ? parts[1] : parts.last
        return role == caller
            || (parts.first != "user" && role.account == caller.account
                && role.resource.split(separator: "/").last == name)
    }
}
