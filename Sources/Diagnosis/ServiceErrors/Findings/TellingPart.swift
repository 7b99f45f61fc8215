import WireText

/// The part of a long text that is shown as what was said: where the error itself begins, and not a person's first lines.
enum TellingPart {
    /// What is shown of a message; behind it the rest is cut.
    private static let shown = 400

    /// How a service's sentences begin, or what stands in them.
    private static let marks = [
        "is not authorized to perform", "is not authorised to perform", "Malformed input request",
        "failed to satisfy constraint",
        "The request signature we calculated", "Credential should be scoped", "Signature expired",
        "The security token included",
        "The provided model identifier", "with on-demand throughput", "Too many requests", "Too many tokens",
    ]

    /// The text from its error on, where that would be cut off else; the whole text otherwise.
    static func of(_ message: String, errorType: String?) -> String {
        guard message.utf8.count > shown else { return message }
        let place =
            marks.lazy.compactMap { message.firstRange(of: $0) }.first
            ?? errorType.flatMap { message.firstRange(of: $0) }
        guard let place, message.utf8.distance(from: message.startIndex, to: place.lowerBound) > shown / 2 else {
            return message
        }
        // The whole line where it begins a short way back: nothing is cut in the middle, where a secret would lose its label.
        let before = message[..<place.lowerBound].suffix(shown / 2)
        let start = before.lastIndex(where: \.isNewline).map { message.index(after: $0) } ?? place.lowerBound
        return String(message[start...])
    }
}
