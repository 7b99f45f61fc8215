/// Why the environment has no credentials.
public struct CredentialsError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The variable of the access key id.
    public static let accessKeyID = "AWS_ACCESS_KEY_ID"
    /// The variable of the secret access key.
    public static let secretAccessKey = "AWS_SECRET_ACCESS_KEY"

    /// How much is missing.
    public enum Kind: Sendable, Hashable {
        /// Neither id nor secret.
        case missing
        /// One of the two.
        case halfSet
    }

    /// The variables that have no value.
    public let missing: [String]
    /// Those of them that are set, but blank.
    public let blank: [String]

    /// How much is missing.
    public var kind: Kind { missing.count == 1 ? .halfSet : .missing }

    /// What is missing and what to do; values are not shown.
    public var description: String {
        let states = missing.map { "\($0) is \(blank.contains($0) ? "blank" : "not set")" }.joined(separator: " and ")
        switch kind {
        case .missing: return "\(states): export both"
        case .halfSet: return "\(states), though the other half of the pair is: export both"
        }
    }
}
