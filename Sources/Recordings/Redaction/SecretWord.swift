/// A word that announces a secret, or that one begins with.
struct SecretWord: Sendable {
    enum LetterCase: Sendable { case exact, ignored }

    /// The word; in lower case where case is ignored.
    let bytes: [UInt8]
    let letterCase: LetterCase

    init(_ word: String, _ letterCase: LetterCase = .ignored) {
        bytes = Array(word.utf8)
        self.letterCase = letterCase
    }

    static let longTermKeyID = SecretWord("AKIA", .exact)
    static let temporaryKeyID = SecretWord("ASIA", .exact)
    static let longTermAPIKey = SecretWord("ABSK", .exact)
    static let shortTermAPIKey = SecretWord("bedrock-api-key-", .exact)
    static let bearer = SecretWord("bearer ")
    static let encodedEquals = SecretWord("%3d")
    static let encodedColon = SecretWord("%3a")
}
