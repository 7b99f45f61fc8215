import Evidence

/// A program that looks at profiles with code of its own and does not follow a role in one: what AWS's tools resolve is none for it.
///
/// Source: <https://docs.aws.amazon.com/sdkref/latest/guide/feature-assume-role-credentials.html> (role_arn, source_profile,
/// web_identity_token_file, credential_source).
enum UnfollowedRole {
    private static let lines = ["source_profile", "web_identity_token_file", "credential_source", "role_arn"]

    /// Whether a text says so of profiles with a role, or shows that AWS's own tools get through with one.
    ///
    /// - Parameter text: What was pasted, of which no cause was found.
    static func stands(in text: String) -> Bool {
        let lower = text.prefix(32_768).lowercased()
        guard lower.contains("role_arn"), lines.count(where: lower.contains) >= 2 else { return false }
        let words = WordText(lower)
        let isSaid =
            words.has("ignore|ignores|ignored|ignoring role|source|profile|profiles")
            || words.has(
                "not|doesnt|cannot|never follow|follows|support|supports|resolve|resolves|read|reads|understand role|source|chain|chaining|profile"
            )
        let isGood =
            words.has("get caller identity work|works|succeeds|fine|returns")
            || words.has("aws cli work|works|succeeds|fine")
        return isSaid || isGood && words.has("no models available|found|credentials")
    }
}
