/// The name of a member in a line of a policy, in JSON (`"Effect": "Allow"`) or in YAML (`Effect: Allow`).
enum PolicyMember {
    private static let ofStatement: Set<Substring> = [
        "Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Principal", "NotPrincipal", "Condition",
    ]

    /// The names in a line, each with what stands behind it; one with a colon in it (`ForAnyValue:StringLike`) by its last part.
    static func named(in line: String) -> [(name: Substring, behind: Substring)] {
        var found: [(name: Substring, behind: Substring)] = []
        var rest = line[...]
        while let start = rest.firstIndex(where: \.isLetter) {
            let name = rest[start...].prefix(while: \.isLetter)
            rest = rest[name.endIndex...]
            let behind = rest.first == "\"" ? rest.dropFirst() : rest
            if behind.drop(while: { $0 == " " }).first == ":" { found.append((name, behind)) }
        }
        return found
    }

    /// Whether a line begins another part of a policy: a member of a statement, or another condition.
    static func begins(in line: String) -> Bool {
        named(in: line).contains { ofStatement.contains($0.name) || ConditionOperator($0.name) != nil }
    }
}
