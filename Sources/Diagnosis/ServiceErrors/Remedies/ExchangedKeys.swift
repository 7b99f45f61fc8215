import Report

/// A secret that begins as key ids do, beside a key id that does not: each stands in the place of the other.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html> (prefixes of key ids).
struct ExchangedKeys {
    private static let secretNames = [
        "aws_secret_access_key", "AWS_SECRET_ACCESS_KEY", "secretAccessKey", "SecretAccessKey", "secret_access_key",
        "aws_secret_key", "AWS_SECRET_KEY", "secret_key", "secretKey", "SECRET_KEY",
    ]
    private static let idNames = [
        "aws_access_key_id", "AWS_ACCESS_KEY_ID", "accessKeyId", "AccessKeyId", "access_key_id", "aws_access_key",
        "AWS_ACCESS_KEY", "access_key", "accessKey", "ACCESS_KEY",
    ]

    /// - Parameter text: What was pasted; `nil` where it does not show both values, or shows them in their places.
    init?(_ text: String) {
        guard let secret = Self.value(of: Self.secretNames, in: text), Self.beginsAsID(secret),
            let id = Self.value(of: Self.idNames, in: text), !Self.beginsAsID(id), id.utf8.count > 4,
            let first = id.first, first.isLetter || first.isNumber || "+/".contains(first), first.lowercased() != "x",
            !id.lowercased().hasPrefix("your"), !id.lowercased().hasPrefix("my"), !id.lowercased().hasPrefix("os.")
        else { return nil }
    }

    let remedy = Remedy(
        """
        Exchange key id and secret: the value that is given as the secret begins as key ids do (AKIA, ASIA; 20 characters), and the one given as the key id does not, so each stands in the place of the other. Make a new key afterwards: the secret was sent as \
        the key id, in the open, and stands in logs.
        """
    ).about(.shown)

    /// `AKIA...`, `ASIA...`, as far as whoever pasted it left it: a secret of 40 characters may begin so by chance.
    private static func beginsAsID(_ value: Substring) -> Bool {
        guard value.utf8.count < 24 else { return false }
        if value.hasPrefix("AKIA") || value.hasPrefix("ASIA") { return true }
        return value.hasPrefix("AK") && value.utf8.count > 2
            && value.dropFirst(2).allSatisfy { "Xx*.\u{2026}".contains($0) }
    }

    /// What is assigned to the first of some names that has a value.
    private static func value(of names: [String], in text: String) -> Substring? {
        for name in names {
            for found in text.ranges(of: name) {
                let isWhole = !(text[..<found.lowerBound].last.map { $0.isLetter || $0 == "_" } ?? false)
                let rest = text[found.upperBound...].prefix(120)
                guard isWhole, let next = rest.first, "\"'=: ".contains(next),
                    rest.prefix(6).contains(where: { "=:".contains($0) })
                else { continue }
                let value = rest.drop { "\"'=: \t".contains($0) }.prefix { !$0.isWhitespace && !"\"',;".contains($0) }
                if !value.isEmpty { return value }
            }
        }
        return nil
    }
}
