package import SigV4

/// What came of `--profile NAME`, or of PRX's rule with `--prx`.
package struct ProfileOutcome: Sendable {
    package enum Result: Sendable {
        /// The keys, and in words where they were.
        case found(SigningCredentials, origin: String)

        /// No file has the profile; the names that they have.
        case unknown(names: [String])

        /// The profile has one half of the pair.
        case incomplete(lacking: String)

        /// It has nothing to get credentials by.
        case empty

        /// Only the AWS CLI can get its credentials, and it is not on the path.
        case needsCLI

        /// The AWS CLI is there, and has no `export-credentials`.
        case oldCLI

        /// The AWS CLI gave none; its words, secrets masked.
        case failed(message: String)
        case timedOut(seconds: Int)
        case unreadable(path: String, reason: String)
    }

    package var name: String
    package var result: Result

    /// How the profile gets its credentials, where that is known.
    package var source: ProfileFile.Profile.Source?

    /// The region to use where no variable names one.
    package var region: Setting?

    /// The file that a person edits to change the profile.
    package var path: String?

    package init(
        name: String, result: Result, source: ProfileFile.Profile.Source? = nil, region: Setting? = nil,
        path: String? = nil
    ) {
        self.name = name
        self.result = result
        self.source = source
        self.region = region
        self.path = path
    }

    package var credentials: SigningCredentials? {
        if case .found(let credentials, _) = result { credentials } else { nil }
    }
}
