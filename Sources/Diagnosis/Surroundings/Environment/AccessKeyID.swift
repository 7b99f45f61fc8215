import SigV4

/// What the form of an access key id says, by IAM's table of unique identifiers.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids>
enum AccessKeyID {
    enum Kind: Hashable {
        /// `AKIA`: a long-lived key of a user; it takes no session token.
        case longLived

        /// `ASIA`: a temporary key of STS; it needs its session token.
        case temporary

        /// Another identifier of IAM, which never signs anything.
        case other(String)

        /// No prefix of IAM's.
        case unknown
    }

    /// The length of every access key id that AWS gives out; the API allows 16 to 128.
    static let usualLength = 20

    private static let others: [String: String] = [
        "ABIA": "an STS service bearer token", "ACCA": "a context-specific credential", "AGPA": "a user group's id",
        "AIDA": "an IAM user's id", "AIPA": "an EC2 instance profile's id", "ANPA": "a managed policy's id",
        "ANVA": "a policy version's id", "APKA": "a public key's id", "AROA": "a role's id",
        "ASCA": "a certificate's id",
    ]

    static func kind(of id: String) -> Kind {
        guard let prefix = knownPrefix(of: id) else { return .unknown }
        return switch prefix {
        case "AKIA": .longLived
        case "ASIA": .temporary
        default: others[prefix].map { .other($0) } ?? .unknown
        }
    }

    /// The four letters by which IAM tells its identifiers apart, when the value begins with some.
    static func knownPrefix(of id: String) -> String? {
        let prefix = String(id.prefix(4))
        return prefix == "AKIA" || prefix == "ASIA" || others[prefix] != nil ? prefix : nil
    }

    /// Whether the value is 16 to 128 capital letters and digits, as every key id is.
    static func hasUsualShape(_ id: String) -> Bool {
        SigningCredentials.isKeyID(id)
    }

    /// Whether the value can only be a key id: known prefix, usual length, capital letters and digits.
    static func isUnmistakable(_ id: String) -> Bool {
        id.utf8.count == usualLength && hasUsualShape(id) && knownPrefix(of: id) != nil
    }
}
