/// What a secret looks like where no name says that it is one.
enum SecretForm {
    /// What the keys of a kind begin with: Bedrock's long-term and short-term ones, JSON web tokens (`{"` in base64), and
    /// those that the gateways before Bedrock and the forges around it give out.
    private static let beginnings = [
        "ABSK", "bedrock-api-key-", "eyJ", "sk-", "sk_live_", "ghp_", "github_pat_", "glpat-", "hf_", "AIza",
    ]

    /// How long such a key is at least.
    private static let shortestKey = 20

    /// Whether a run of characters is a key by its beginning, by the form of a secret access key (40 of base64, of more
    /// than one kind), or by a length that only tokens have.
    static func isKey(_ run: Substring) -> Bool {
        if run.utf8.count >= 100, isMixed(run) { return true }
        if run.utf8.count >= shortestKey, beginnings.contains(where: run.hasPrefix), isRandom(run) { return true }
        return run.split { $0 == "=" || $0 == "_" || $0 == "-" }.contains { part in
            part.utf8.count == 40 && isMixed(part)
                || part.utf8.count >= shortestKey && part.hasPrefix("ABSK") && isMixed(part)
        }
    }

    /// Whether it may be the name or the path of a program: small letters, hyphens and strokes, and no part as long as keys are.
    static func isCommand(_ run: Substring) -> Bool {
        run.allSatisfy { $0.isLowercase && $0.isASCII || $0.isNumber || "-_/".contains($0) }
            && run.split { "-_/".contains($0) }.allSatisfy { part in
                part.utf8.count <= 12 && part.count(where: \.isNumber) <= 1
            }
    }

    /// Where a key ends: of a JSON web token the parts behind the points belong to it.
    static func end(of key: Substring, in rest: Substring) -> String.Index {
        guard key.hasPrefix("eyJ") else { return key.endIndex }
        return rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "._-=".contains($0)) }.endIndex
    }

    /// Whether it is the name of a scheme that a secret follows (RFC 6750, section 2.1; RFC 7617, section 2).
    static func isScheme(_ run: Substring) -> Bool {
        ["bearer", "basic"].contains(run.lowercased())
    }

    /// Whether what follows the name of a scheme is a secret, and no word of a sentence about it.
    static func isCredential(_ run: Substring) -> Bool { run.utf8.count >= 6 && isRandom(run) }

    /// Whether it has what words have not: digits, or capitals among small letters.
    private static func isRandom(_ run: Substring) -> Bool {
        run.contains(where: \.isNumber)
            || run.dropFirst().contains(where: \.isUppercase) && run.contains(where: \.isLowercase)
    }

    /// Whether it has capitals, small letters and digits: paths, words and hexadecimal numbers have not.
    private static func isMixed(_ run: Substring) -> Bool {
        run.contains(where: \.isUppercase) && run.contains(where: \.isLowercase) && run.contains(where: \.isNumber)
    }
}
