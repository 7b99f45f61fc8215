import Recordings
import SigV4
import Synchronization
import WireText

/// The secrets of this run, which no output may show, wherever they came into it from.
///
/// They are those of the process's environment, and those that the run itself took from a profile, from the variables of
/// a target or from a role. Each part masks what it
/// knows to be a secret. This comes behind all of them: a log that is explained may hold the very secret of the
/// environment in an unexpected place and form.
struct KnownSecrets: Sendable {
    /// The variables that hold one.
    private static let variables = [
        "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_SECURITY_TOKEN", "AWS_BEARER_TOKEN_BEDROCK",
        "AWS_CONTAINER_AUTHORIZATION_TOKEN",
    ]

    /// What the run has taken from elsewhere than the environment.
    ///
    /// Output leaves the process in one place, and what it must not hold is known to the whole process.
    private static let taken = Mutex<[String]>([])

    /// The secrets themselves.
    let values: [String]
    private let search: KnownSecretSearch

    init(environment: [String: String]) {
        let own = Self.variables.compactMap { environment[$0] }.filter { !$0.isEmpty }
        values = Self.withInner(own + Self.taken.withLock { $0 })
        search = KnownSecretSearch(values)
    }

    /// The secrets, and those that an API key among them holds in base64.
    private static func withInner(_ secrets: [String]) -> [String] {
        // What is too short to be one would be found everywhere.
        secrets + secrets.flatMap { BedrockAPIKey($0).innerSecrets }.filter { $0.utf8.count >= 8 }
    }

    /// Adds secrets that the run took from a profile: from now on no output shows them.
    static func take(_ secrets: [String]) {
        taken.withLock { taken in
            taken += secrets.filter { !$0.isEmpty && !taken.contains($0) }
        }
    }

    /// The same for secrets of credentials.
    static func take(_ secrets: [Secret]) {
        take(secrets.map { String(decoding: $0.exposedBytes, as: UTF8.self) })
    }

    /// How many secrets were taken so far.
    static var takenCount: Int { taken.withLock { $0.count } }

    /// The text with each of them masked.
    func masked(_ text: String) -> String { search.masked(text, with: MaskedSecret.stars) }

    /// The bytes with each of them masked.
    func masked(_ bytes: [UInt8]) -> [UInt8] { search.masked(bytes, with: MaskedSecret.stars) }
}
