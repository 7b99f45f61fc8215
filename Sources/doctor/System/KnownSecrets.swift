import Recordings

/// The secrets of this process's environment, which no output may show, wherever they came into it from.
///
/// Each part masks what it knows to be a secret. This comes behind all of them: a log that is explained may hold the
/// very secret of the environment in a place where nobody looks for one, and in a form that nobody thought of.
struct KnownSecrets: Sendable {
    /// The variables that hold one.
    private static let variables = [
        "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_SECURITY_TOKEN", "AWS_BEARER_TOKEN_BEDROCK",
        "AWS_CONTAINER_AUTHORIZATION_TOKEN",
    ]

    /// The secrets themselves.
    let values: [String]
    private let search: KnownSecretSearch

    init(environment: [String: String]) {
        values = Self.variables.compactMap { environment[$0] }.filter { !$0.isEmpty }
        search = KnownSecretSearch(values)
    }

    /// The text with each of them masked.
    func masked(_ text: String) -> String { search.masked(text, with: "****") }

    /// The bytes with each of them masked.
    func masked(_ bytes: [UInt8]) -> [UInt8] { search.masked(bytes, with: "****") }
}
