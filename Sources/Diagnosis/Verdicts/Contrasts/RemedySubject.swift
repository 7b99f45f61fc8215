import Report

/// What a remedy is about, as far as a reporter's words can rule it out: told by the words of the remedy itself.
enum RemedySubject: Hashable, CaseIterable {
    /// The secret and the key id.
    case keys
    /// A session token that is left over, or absent.
    case token
    /// Getting credentials anew.
    case renewal
    /// Whatever this shell holds.
    case environment
    /// The form of the path.
    case path

    private var words: [String] {
        switch self {
        case .keys:
            [
                "40 characters", "which secret the client", "AWS does not know the key id", "belongs to the key id",
                "the pair that signed", "AWS_SECRET_ACCESS_KEY", "which account and identity the keys belong to",
            ]
        case .token: ["A temporary key (ASIA", "a token left in the environment", "unset AWS_SESSION_TOKEN"]
        case .renewal: ["Get new credentials", "aws sso login", "export-credentials"]
        case .environment: []
        case .path: ["the path is the next suspect"]
        }
    }

    func isOf(_ remedy: Remedy) -> Bool {
        switch (self, remedy.step) {
        case (.keys, .doctor(.env)), (.keys, .doctor(.identity)), (.environment, .doctor(.env)): return true
        case (.renewal, .getCredentials): return true
        default:
            let text = remedy.text + " " + (remedy.command ?? "")
            return words.contains(where: text.contains)
        }
    }
}
