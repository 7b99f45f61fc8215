extension StringProtocol {
    /// The words at the beginning of a sentence, with a capital; a name of a model, a host, a header or a variable stays as it is written.
    var beginningSentence: String {
        let first = prefix { !$0.isWhitespace && $0 != "," }
        let isName = first.contains { ".:/_=".contains($0) || $0.isNumber } || Self.isHeader(first)
        return isName ? String(self) : prefix(1).uppercased() + dropFirst()
    }

    /// A header is written in small letters in what is signed.
    private static func isHeader(_ word: Self.SubSequence) -> Bool {
        ["x-", "content-", "accept-", "user-agent", "if-", "transfer-"].contains(where: word.hasPrefix)
    }
}
