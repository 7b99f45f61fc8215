/// What a message says apart from what changes with every call.
enum MessageShape {
    /// The message with each word that holds a digit replaced by `#`: times, numbers, ids.
    static func of(_ message: String) -> String {
        message.prefix(2_000).split(whereSeparator: \.isWhitespace)
            .map { word in word.contains(where: \.isNumber) ? "#" : word }
            .joined(separator: " ")
    }
}
