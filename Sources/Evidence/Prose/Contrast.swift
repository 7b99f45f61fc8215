/// What works beside what fails, as the reporter tells it: it rules out what both have in common.
package struct Contrast: Sendable, Hashable {
    /// That in which the two differ.
    package enum Dimension: String, Sendable, Hashable, CaseIterable {
        /// The program that calls.
        case client
        /// The console, which calls for whoever is logged in there.
        case console
        case version
        case method
        case operation
        /// The part of a program that calls: its chat, its embeddings, its store of a knowledge base.
        case part
        case streaming
        case service
        case region
        case model
        /// The machine or the surroundings in which the program runs.
        case place
        /// The folder in which the program is started, with the settings that lie there.
        case project
        /// The way to the service: with or without a proxy, a VPN, an office's network.
        case network
        case size
        case characters
        /// What the caller shows: a key, a role, a bearer token.
        case credentials
        /// A part of the request or of the client without which the call gets through.
        case feature
        /// How long the program has run.
        case time
        /// Nothing that is known: the same call works now and then.
        case chance
        /// It worked before, and nobody says what changed.
        case before
    }

    package let dimension: Dimension

    /// What works: `the AWS CLI`, `GET`; `nil` where only what fails is named.
    package let works: String?

    /// What fails; `nil` where only what works is named.
    package let fails: String?

    /// The reporter's words.
    package let evidence: String

    /// The line in which they stand.
    package let line: Int

    /// Credentials of a session, which are three values.
    package static let temporary = "temporary credentials"

    private static let same: Set<Substring> = ["same", "identical", "exact"]

    /// Whether the words say that what works is otherwise the same: `the same request works with curl`.
    package var isOfSame: Bool { !Self.same.isDisjoint(with: evidence.lowercased().split(separator: " ")) }

    package init(_ dimension: Dimension, works: String?, fails: String?, evidence: String, line: Int) {
        self.dimension = dimension
        self.works = works
        self.fails = fails
        self.evidence = evidence
        self.line = line
    }
}
