import Evidence

/// The part of a long text that is shown as what was said: where the error itself begins, and not a person's first lines.
enum TellingPart {
    /// What is shown of a message; behind it the rest is cut.
    private static let shown = 400

    /// The text from the line of its error on, where that would be cut off else; the whole text otherwise.
    static func of(_ message: String) -> String {
        guard message.utf8.count > shown, let place = StatedFailure.start(in: message),
            message.utf8.distance(from: message.startIndex, to: place) > shown / 2
        else { return message }
        return String(message[place...])
    }
}
