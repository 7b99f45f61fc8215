import Report

/// The secrets of this process's environment, which no output may show, wherever they came into it from.
///
/// Each part masks what it knows to be a secret. This comes behind all of them: a log that is explained may hold the
/// very secret of the environment in a place where nobody looks for one.
struct KnownSecrets: Sendable {
    private let values: [String]

    init(environment: [String: String]) {
        values = [
            "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_SECURITY_TOKEN", "AWS_BEARER_TOKEN_BEDROCK",
            "AWS_CONTAINER_AUTHORIZATION_TOKEN",
        ]
        .compactMap { environment[$0] }
        // Something as short is found in ordinary words.
        .filter { $0.utf8.count >= 16 }
        // One may begin as another does.
        .sorted { $0.utf8.count > $1.utf8.count }
    }

    /// The text with each of them masked.
    func masked(_ text: String) -> String {
        values.reduce(text) { $0.replacing($1, with: MaskedSecret.masked($1)) }
    }
}
