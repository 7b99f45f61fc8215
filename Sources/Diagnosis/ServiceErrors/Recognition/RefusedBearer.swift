import Evidence

/// Whether a text shows that a bearer token was refused, and does not merely tell that one is used.
///
/// A refused token has a status of its own, 401 or 403, or a word for it in the message.
/// Source: <https://www.rfc-editor.org/rfc/rfc6750#section-3.1>.
enum RefusedBearer {
    /// Words of a refusal; of those that people use of anything, none.
    private static let words: WordPhrase = """
        401|403|unauthorized|unauthenticated|unauthorised|forbidden|invalid|denied|denies|reject|rejects|rejected|refused|refuses|\
        malformed|incorrect|wrong|expired|prefix|predefined|valid|recognized|recognised|accepted|accept|authorized|\
        authorised|authentication|permission|permissions
        """

    static func isTold(in read: ReadAnswer) -> Bool {
        // Another status of the answer's own was given for something else.
        if let status = read.status, status == 404 || status == 405, !WordText(read.stated).has("invalid|malformed") {
            return false
        }
        if read.errorType.map(ErrorTypeName.isFromAWS) ?? false { return true }
        return WordText(read.whole).has(words)
    }
}
